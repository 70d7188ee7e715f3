"""Days and times of day as people and programs write them. Days come first: 4.12.2026, 4/12/26, 2026-12-04."""

from __future__ import annotations

import re
from datetime import date, datetime

from bpa_desktop.interchange.arriving.limits import FIRST_YEAR, LAST_YEAR

MINUTES_A_DAY = 24 * 60
_LONGEST = 64
"""Characters: what is longer is neither a day nor a time."""
_THIS_CENTURY, _CENTURY = 2000, 100
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})|([0-9]{4})([0-9]{2})([0-9]{2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\s?[./-]\s?([0-9]{1,2})\s?[./-]\s?([0-9]{4}|[0-9]{2})\.?")
_WEEKDAY = re.compile(r"[^\W\d_]{2,10}\.?,?\s+(?=[0-9])")
_CLOCK = re.compile(
    r"(?:kl\.?\s*)?([0-9]{1,2})(?:[:.]?([0-9]{2})(?:[:.]([0-9]{2})(?:\.[0-9]+)?)?)?\s*(am|pm)?", re.IGNORECASE
)
_RANGE = re.compile(r"\s*[-–—]\s*")
_DAY_AND_CLOCK = re.compile(r"(.*[0-9.])(?:T|\s+|\s*kl\.?\s*)([0-9].*)", re.IGNORECASE | re.DOTALL)
_NOON = 12


def day_of(text: str, *, last: date | None = None) -> date | None:
    """Return the day a text says, or None. A year of two figures is of this century, or the last before `last`."""
    written = _WEEKDAY.sub("", text.strip()[:_LONGEST], count=1)
    if (found := _YEAR_FIRST.fullmatch(written)) is not None:
        year, month, day = (int(part) for part in found.groups() if part is not None)
    elif (found := _DAY_FIRST.fullmatch(written)) is not None:
        day, month, year = (int(part) for part in found.groups())
        if len(found[3]) == len("26"):
            year += _THIS_CENTURY
            year -= _CENTURY if last is not None and year > last.year else 0
    else:
        return None
    return _day(year, month, day=day)


def _day(year: int, month: int, *, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def minute_of(text: str) -> int | None:
    """Return the minute of the day that a text says (8, 08:00, 08.00, 0800, 8 pm), 1440 for 24:00, or None."""
    found = _CLOCK.fullmatch(text.strip()[:_LONGEST])
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[4] or "").lower()
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    whole = hour * 60 + minute
    return whole if minute < 60 and int(found[3] or 0) < 60 and whole <= MINUTES_A_DAY else None


def minutes_of(text: str) -> tuple[str, str] | None:
    """Return the two sides of `08:00–15:00`, or None for what is no two."""
    sides = _RANGE.split(text.strip()[:_LONGEST])
    return (sides[0], sides[1]) if len(sides) == len(("from", "to")) else None


def day_and_clock(text: str) -> tuple[str, str]:
    """Return the text of the day and that of the time in one; the day empty where there is only a time.

    A day alone is its first minute: spreadsheets write midnight so.
    """
    if day_of(text) is not None:
        return text, "00:00"
    found = _DAY_AND_CLOCK.fullmatch(text.strip()[:_LONGEST])
    if found is not None and day_of(found[1]) is not None:
        return found[1], found[2]
    return "", text


def moment_of(text: str) -> datetime | None:
    """Return the instant of a text that has its offset with it, or None."""
    try:
        moment = datetime.fromisoformat(text.strip()[:_LONGEST])
    except ValueError:
        return None
    has_place = moment.tzinfo is not None and FIRST_YEAR <= moment.year <= LAST_YEAR
    return moment if has_place else None
