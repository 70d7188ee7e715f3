"""Weeks and days as people type them: 31, u31, 2026-W31, 4.12.2026, 4. des, ons, friday, januar, +2u. Plain Python."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from bpa_desktop.domain.span import ONE_DAY, Week
from bpa_desktop.ui.roster.month_entry import in_figures, month_named

_WEEK_WORD = r"(?:u|uke|w|week|v|veke)"
_RELATIVE = re.compile(rf"([+-]\s*\d{{1,3}})\s*{_WEEK_WORD}?")
_RELATIVE_DAY = re.compile(r"([+-]\s*\d{1,3})\s*d?")
_WEEK = re.compile(rf"{_WEEK_WORD}?\.?\s*(\d{{1,2}})")
_YEAR_WEEK = re.compile(rf"(\d{{4}})\s*[-/ ]?\s*{_WEEK_WORD}?\s*(\d{{1,2}})")
_WEEK_YEAR = re.compile(rf"{_WEEK_WORD}?\s*(\d{{1,2}})\s*[-/ ]\s*(\d{{4}})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY = re.compile(r"(\d{1,2})\s*[./]\s*(\d{1,2})(?:\s*[./]\s*(\d{4}|\d{2}))?\.?")
_FROM_TODAY = dict.fromkeys(("i dag", "idag", "today"), 0) | dict.fromkeys(
    ("i morgen", "imorgen", "i morgon", "imorgon", "tomorrow"), 1
)
WEEKDAYS = (
    ("mandag", "måndag", "monday"),
    ("tirsdag", "tysdag", "tuesday"),
    ("onsdag", "wednesday"),
    ("torsdag", "thursday"),
    ("fredag", "friday"),
    ("lørdag", "lordag", "laurdag", "saturday"),
    ("søndag", "sondag", "sundag", "sunday"),
)
"""Monday first, in Bokmål, Nynorsk and English, also without the letters that English keyboards lack."""
_SHORTEST_WEEKDAY = 3
_CENTURY = 2000


class NoSuchDayError(ValueError):
    """A text that names no week and no day; what was typed."""


def parse_week(text: str, *, shown: Week, today: date) -> date:
    """Return the day a text leads to, a week's Monday for a week, a month's first day for a month.

    A week, day or month without its year is the one closest to the shown week. Raises NoSuchDayError.
    """
    typed = " ".join(text.lower().split())
    try:
        found = day_from_today(typed, today) or _relative_week(typed, shown) or _named_week(typed, shown)
        found = found or _named_day(typed, shown.monday) or month_named(typed, shown.monday)
    except (ValueError, OverflowError) as error:
        raise NoSuchDayError(text) from error
    if found is None:
        raise NoSuchDayError(text)
    return found


def day_from_today(typed: str, today: date) -> date | None:
    """Return today or tomorrow, where a text in small letters says so."""
    return today + _FROM_TODAY[typed] * ONE_DAY if typed in _FROM_TODAY else None


def parse_day(text: str, *, near: date) -> date:
    """Return the day a text names; without its year the one closest to `near`, +1 the day after it.

    A weekday is the one in the week of `near`. Raises NoSuchDayError.
    """
    typed = " ".join(text.lower().split())
    relative = _RELATIVE_DAY.fullmatch(typed)
    try:
        found = near + int(relative.group(1).replace(" ", "")) * ONE_DAY if relative else _named_day(typed, near)
    except (ValueError, OverflowError) as error:
        raise NoSuchDayError(text) from error
    if found is None:
        raise NoSuchDayError(text)
    return found


def typed_day(day: date) -> str:
    """Return a day as it can be typed again: 4.12.2026."""
    return f"{day.day}.{day.month}.{day.year}"


def _relative_week(typed: str, shown: Week) -> date | None:
    found = _RELATIVE.fullmatch(typed)
    return shown.later(int(found.group(1).replace(" ", ""))).monday if found else None


def _named_week(typed: str, shown: Week) -> date | None:
    if found := _WEEK.fullmatch(typed):
        number = int(found.group(1))
        return _closest((_monday(shown.year + years, number) for years in (-1, 0, 1)), shown.monday)
    if found := _YEAR_WEEK.fullmatch(typed):
        return Week(int(found.group(1)), int(found.group(2))).monday
    if found := _WEEK_YEAR.fullmatch(typed):
        return Week(int(found.group(2)), int(found.group(1))).monday
    return None


def _named_day(typed: str, near: date) -> date | None:
    if found := _ISO_DAY.fullmatch(typed):
        return date(*(int(part) for part in found.groups()))
    found = _DAY.fullmatch(in_figures(typed))
    if found is None:
        return _weekday(typed, Week.of(near))
    day, month, year = (int(part) if part else None for part in found.groups())
    assert day is not None and month is not None  # the pattern holds both
    if year is not None:
        return date(year if year >= _CENTURY // 2 else _CENTURY + year, month, day)
    return _closest((_date(near.year + years, month, day=day) for years in (-1, 0, 1)), near)


def _weekday(typed: str, week: Week) -> date | None:
    """Return a weekday of a week, written out or by three letters or more."""
    word = typed.removesuffix(".")
    if len(word) < _SHORTEST_WEEKDAY:
        return None
    places = (place for place, names in enumerate(WEEKDAYS) if any(name.startswith(word) for name in names))
    place = next(places, None)
    return week.days[place] if place is not None else None


def _closest(days: Iterable[date | None], near: date) -> date:
    """Return the day closest to another, the later of two as close. Raises ValueError where there is none."""
    return min((day for day in days if day is not None), key=lambda day: (abs(day - near), near - day))


def _monday(year: int, number: int) -> date | None:
    try:
        return Week(year, number).monday
    except ValueError:
        return None


def _date(year: int, month: int, *, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
