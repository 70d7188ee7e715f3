"""Months as people type them: januar, 4. des, 4 December 2027, Dec 4, March 2027. Plain Python."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    ("januar", "january"),
    ("februar", "february"),
    ("mars", "march"),
    ("april",),
    ("mai", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("august",),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("desember", "december"),
)
"""January first, in Norwegian and English."""
_SHORTEST_MONTH = 3
_MONTH = r"(?P<month>[^\W\d]+)\.?"
_DAY = r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th)?"
_YEAR = r"(?:,?\s*(?P<year>\d{4}))?"
_DAY_OF_MONTH = (re.compile(rf"{_DAY}\s*{_MONTH}{_YEAR}"), re.compile(rf"{_MONTH}\s+{_DAY}{_YEAR}"))
_WHOLE_MONTH = re.compile(rf"{_MONTH}(?:\s+(?P<year>\d{{4}}))?")


def month_number(word: str) -> int | None:
    """Return which month a word in small letters names, written out or by three letters or more; 1 is January."""
    if len(word) < _SHORTEST_MONTH:
        return None
    return next((place for place, names in enumerate(MONTHS, 1) if any(name.startswith(word) for name in names)), None)


def in_figures(typed: str) -> str:
    """Return a day whose month is named as figures, 4.12.2027 or 4.12; any other text in small letters as it is."""
    found = next((match for pattern in _DAY_OF_MONTH if (match := pattern.fullmatch(typed))), None)
    month = month_number(found["month"]) if found is not None else None
    if found is None or month is None:
        return typed
    return ".".join(part for part in (found["day"], str(month), found["year"]) if part)


def month_named(typed: str, near: date) -> date | None:
    """Return the first day of the month that a text in small letters names, without its year the closest; else None.

    Raises ValueError for a year that there is not.
    """
    found = _WHOLE_MONTH.fullmatch(typed)
    month = month_number(found["month"]) if found is not None else None
    if found is None or month is None:
        return None
    if found["year"] is not None:
        return date(int(found["year"]), month, 1)
    return min((date(near.year + years, month, 1) for years in (1, 0, -1)), key=lambda first: abs(first - near))
