"""Instants, days, clock times and decimals as the text of a column, and back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal

from bpa_desktop.domain.span import DayRange, Span
from bpa_desktop.store.frozen import maker

_span = maker(Span)
Columns = dict[str, object]
"""The columns of one row by name."""


def instant_text(moment: datetime | None) -> str | None:
    """Return an instant as ISO text in UTC."""
    return None if moment is None else moment.astimezone(UTC).isoformat()


def instant_of(text: object) -> datetime:
    """Return the instant a text stands for."""
    return datetime.fromisoformat(str(text))


def optional_instant_of(text: object) -> datetime | None:
    """Return the instant a text stands for, or None."""
    return None if text is None else instant_of(text)


def span_of(start: str, end: str) -> Span:
    """Return the span between two texts."""
    return _span(datetime.fromisoformat(start), datetime.fromisoformat(end))


def optional_span_of(start: str | None, end: str | None) -> Span | None:
    """Return the span between two texts, or None where either is missing."""
    return None if start is None or end is None else span_of(start, end)


def day_text(day: date | None) -> str | None:
    """Return a day as ISO text."""
    return None if day is None else day.isoformat()


def day_of(text: object) -> date | None:
    """Return the day a text stands for, or None."""
    return None if text is None else date.fromisoformat(str(text))


def days_of(first: object, last: object) -> DayRange:
    """Return the days from one text to another; None is open."""
    return DayRange(day_of(first), day_of(last))


def clock_of(text: object) -> time:
    """Return the clock time a text stands for."""
    return time.fromisoformat(str(text))


def number_text(number: Decimal | None) -> str | None:
    """Return a decimal with its digits as written."""
    return None if number is None else str(number)


def number_of(text: object) -> Decimal | None:
    """Return the decimal a text stands for, or None."""
    return None if text is None else Decimal(str(text))


def optional_text(value: object) -> str | None:
    """Return a text from a list's entry, or None."""
    return None if value is None else str(value)
