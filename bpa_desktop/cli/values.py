"""Words of the command line to values; what is none is said with its option and an example."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from bpa_desktop.cli.session import RefusedError
from bpa_desktop.domain.span import Week
from bpa_desktop.i18n import Language

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})")
_NUMBER = re.compile(r"[0-9]{1,12}([.,][0-9]{1,6})?")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def day(language: Language, option: str, text: str) -> date:
    """Return a day. Raises RefusedError."""
    try:
        found = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise RefusedError(language.text("{option} must be a day, as 2026-12-04.", option=option))
    return found


def optional_day(language: Language, option: str, text: str | None) -> date | None:
    """Return a day, or None where none is given. Raises RefusedError."""
    return None if text is None else day(language, option, text)


def month(language: Language, option: str, text: str) -> date:
    """Return the first day of a month. Raises RefusedError."""
    if not _MONTH.fullmatch(text):
        raise RefusedError(language.text("{option} must be a month, as 2026-12.", option=option))
    try:
        return day(language, option, f"{text}-01")
    except RefusedError as error:
        raise RefusedError(language.text("{option} must be a month, as 2026-12.", option=option)) from error


def is_week(text: str) -> bool:
    """Tell whether a word is written as a week."""
    return _WEEK.fullmatch(text) is not None


def week(language: Language, text: str) -> Week:
    """Return an ISO week. Raises RefusedError, also for week 53 of a year that has none."""
    match = _WEEK.fullmatch(text)
    if match is None:
        raise RefusedError(language.text("{text} is no week; write for example 2026-W49.", text=text))
    found = Week(int(match[1]), int(match[2]))
    try:
        known = _FIRST_YEAR <= found.monday.year <= _LAST_YEAR
    except ValueError:
        known = False
    if not known:
        raise RefusedError(language.text("The year {year} has no week {number}.", year=found.year, number=found.number))
    return found


def instant(language: Language, option: str, text: str) -> datetime:
    """Return an instant; a time without offset is refused, since it names none. Raises RefusedError."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.utcoffset() is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise RefusedError(
            language.text("{option} must be a time with offset, as 2026-12-04T15:00:00+01:00.", option=option)
        )
    return found


def number(language: Language, option: str, text: str) -> Decimal:
    """Return a number that is not below zero, with point or comma. Raises RefusedError."""
    if not _NUMBER.fullmatch(text):
        raise RefusedError(language.text("{option} must be a number that is not below 0, as 37.5.", option=option))
    return Decimal(text.replace(",", "."))
