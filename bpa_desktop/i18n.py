"""Language: texts by gettext, numbers and dates by Babel; one object, passed around, changed by making another."""

from __future__ import annotations

import gettext
import io
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

CODES = ("nb", "nn", "en")
DEFAULT_CODE = "nb"
DOMAIN = "bpa_desktop"

# Always with territory: without it Babel counts weeks the American way.
_LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
_PACKAGE = Path(__file__).resolve().parent
# Written out: Babel's own skeletons shorten weekday and month where a locale lacks the combination.
_NORWEGIAN_DAYS = {
    "full": "EEEE d. MMMM y",
    "day": "EEEE d. MMMM",
    "short": "EEE d. MMM",
    "date": "d. MMM y",
    "month": "MMMM y",
    "weekday": "EEEE",
    "weekday_short": "EEE",
    "day_month": "d. MMM",
}
_ENGLISH_DAYS = {style: pattern.replace("d.", "d") for style, pattern in _NORWEGIAN_DAYS.items()}
# "tys" and not "ty.": two letters are not heard as a day ("on. 2. des."), and cannot be typed as one.
_NYNORSK_DAYS = _NORWEGIAN_DAYS | {"short": "ccc d. MMM", "weekday_short": "ccc"}
_DAYS = {"nb": _NORWEGIAN_DAYS, "nn": _NYNORSK_DAYS, "en": _ENGLISH_DAYS}


def mark(message: str) -> str:
    """Mark a text for translation where it is declared; it is translated where it is shown."""
    return message


def _folder() -> Path:
    """Return where the catalogues are: beside the package in a checkout, inside it once installed."""
    installed = _PACKAGE / "_shipped" / "translations"
    return installed if installed.is_dir() else _PACKAGE.parent / "translations"


def _catalogue(code: str) -> gettext.NullTranslations:
    """Read the compiled catalogue; the source of it where it was not compiled or has changed since.

    English is the source of the texts, and has none.
    """
    source = _folder() / code / f"{DOMAIN}.po"
    compiled = source.with_suffix(".mo")
    if compiled.exists() and (not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime):
        return _compiled(compiled, compiled.stat().st_mtime_ns)
    if not source.exists():
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    target = io.BytesIO()
    write_mo(target, read_po(io.BytesIO(source.read_bytes()), locale=_LOCALES[code]))
    target.seek(0)
    return gettext.GNUTranslations(target)


@lru_cache(maxsize=len(CODES))
def _compiled(path: Path, _changed: int) -> gettext.GNUTranslations:
    """Read a compiled catalogue, once for each time that it was made: there are thousands of texts in it."""
    return gettext.GNUTranslations(io.BytesIO(path.read_bytes()))


@lru_cache(maxsize=4096)
def _number(value: str, decimals: int | None, *, locale: str) -> str:
    """Write a number: a week asks for the same few hundred again and again, and Babel takes its time."""
    from babel.numbers import format_decimal

    pattern = "#,##0.###" if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(Decimal(value), format=pattern, locale=locale)


class Language:
    """One language with its texts, numbers and dates."""

    def __init__(self, code: str = DEFAULT_CODE) -> None:
        """Take nb, nn or en. Raises ValueError for another code."""
        if code not in CODES:
            raise ValueError(code)
        self.code = code
        self.locale = _LOCALES[code]
        self._texts = _catalogue(code)

    @property
    def region(self) -> str:
        """The country whose customs hold, in small letters: no or gb."""
        return self.locale.split("_")[1].lower()

    def text(self, message: str, /, **facts: object) -> str:
        """Return a text in this language with the facts put in."""
        found = self._texts.gettext(message)
        return found.format(**facts) if facts else found

    def plural(self, one: str, many: str, /, *, n: int, **facts: object) -> str:
        """Return a text in the form a number asks for; the number itself is the fact `n`."""
        return self._texts.ngettext(one, many, n).format(n=self.number(n), **facts)

    def foreign(self, context: str, source: str) -> str | None:
        """Return the text for a string of Qt's own, or None where the catalogue has none."""
        found = self._texts.pgettext(context, source)
        return None if found == source else found

    def date(self, day: date, style: str = "short") -> str:
        """Return a day as written here: full, day, short, date, month, weekday, weekday_short, day_month."""
        from babel.dates import format_date

        return format_date(day, _DAYS[self.code][style], locale=self.locale)

    def clock(self, moment: datetime | time) -> str:
        """Return a local wall-clock time, hours and minutes."""
        return f"{moment.hour:02d}:{moment.minute:02d}"

    def number(self, value: Decimal | int, decimals: int | None = None) -> str:
        """Return a number as written here; with so many decimals, or as many as it has up to three."""
        return _number(str(value), decimals, locale=self.locale)

    def money(self, kroner: Decimal) -> str:
        """Return an amount in kroner; øre only where there are any."""
        return f"{self.number(kroner, 0 if kroner == kroner.to_integral_value() else 2)}\N{NO-BREAK SPACE}kr"

    def hours(self, amount: Decimal) -> str:
        """Return a number of hours, to the nearest hundredth."""
        rounded = round(amount, 2)
        form = 1 if rounded == 1 else 2
        return self._texts.ngettext("{hours} hour", "{hours} hours", form).format(hours=self.number(rounded))

    def listed(self, items: tuple[str, ...]) -> str:
        """Return several things as a sentence lists them."""
        from babel.lists import format_list

        return format_list(items, locale=self.locale) if items else ""
