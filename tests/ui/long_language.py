"""A language in which every text is twice as long as it is: what a translation may come to."""

from __future__ import annotations

import gettext
import re

from bpa_desktop.i18n import Language

_NO_WORDS = re.compile(r"\{[^}]*\}|&|…$")


def longer(text: str) -> str:
    """Return a text with its words said twice, so that it wraps as real texts do; facts and mnemonics stay single."""
    again = " ".join(_NO_WORDS.sub(" ", text).split())
    if not any(letter.isalpha() for letter in again):
        return text
    dots = "…" if text.endswith("…") else ""
    return f"{text.removesuffix(dots)} {again}{dots}"


class _Longer(gettext.NullTranslations):
    """A catalogue whose answers are those of another, made longer."""

    def __init__(self, catalogue: gettext.NullTranslations) -> None:
        super().__init__()
        self._catalogue = catalogue

    def gettext(self, message: str) -> str:
        return longer(self._catalogue.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return longer(self._catalogue.ngettext(msgid1, msgid2, n))

    def pgettext(self, context: str, message: str) -> str:
        found = self._catalogue.pgettext(context, message)
        # Of Qt's own texts the buttons and their like; a key's name is no sentence.
        return longer(found) if context == "QPlatformTheme" or found != message else found


class LongLanguage(Language):
    """English or Bokmål at 200 % of its length; numbers, days and times as they are."""

    def __init__(self, code: str = "en") -> None:
        super().__init__(code)
        self._texts = _Longer(self._texts)
