"""The kind of a shift by the word a file has for it, in each language of the program."""

from __future__ import annotations

from functools import lru_cache

from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.i18n import CODES, Language
from bpa_desktop.texts.words import word


def shift_kind(text: str) -> ShiftKind | None:
    """Return the kind a word says, active work where there is no word, or None for a word that is not known."""
    return _kinds().get(text.strip().casefold()) if text.strip() else ShiftKind.ACTIVE


@lru_cache(maxsize=1)
def _kinds() -> dict[str, ShiftKind]:
    languages = [Language(code) for code in CODES]
    words = {word(language, kind).casefold(): kind for language in languages for kind in ShiftKind}
    return words | {kind.value: kind for kind in ShiftKind}
