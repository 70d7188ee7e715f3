"""Stretches of time: between two instants, and between two days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)
_SECONDS_AN_HOUR = 3600
_HUNDREDTH = Decimal("0.01")
_MONTHS = 12


class NaiveTimeError(ValueError):
    """A time without offset, which names no instant."""


class EmptySpanError(ValueError):
    """An end that is not after its start."""


def instant(moment: datetime) -> datetime:
    """Return the same instant in UTC.

    Two datetimes of one ZoneInfo compare and subtract by the wall clock in Python, which is wrong on the two nights a
    year when the clocks change; in UTC both are right.

    Raises NaiveTimeError for a time without offset.
    """
    if moment.tzinfo is UTC:
        return moment
    if moment.utcoffset() is None:
        raise NaiveTimeError(moment.isoformat())
    return moment.astimezone(UTC)


def optional_instant(moment: datetime | None) -> datetime | None:
    """Return the same instant in UTC, or None. Raises NaiveTimeError for a time without offset."""
    return None if moment is None else instant(moment)


def hours(length: timedelta) -> Decimal:
    """Return a length of time in hours, exactly to the second."""
    return Decimal(length.days * 24) + Decimal(length.seconds) / _SECONDS_AN_HOUR


def to_hundredths(amount: Decimal) -> Decimal:
    """Return hours as they are told: to the hundredth, a half up."""
    return amount.quantize(_HUNDREDTH, ROUND_HALF_UP)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - ONE_DAY


def months_later(day: date, months: int) -> date:
    """Return the same day of a month so many months later (or earlier), or the month's last where it has no such."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    last = month_end(year, month + 1)
    return last.replace(day=min(day.day, last.day))


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A stretch of time between two instants, the end not included; in UTC, so that it is right when clocks change.

    Raises NaiveTimeError for a time without offset, EmptySpanError for an end not after the start.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is not UTC or self.end.tzinfo is not UTC:  # as they are in all that is kept
            object.__setattr__(self, "start", instant(self.start))
            object.__setattr__(self, "end", instant(self.end))
        if self.end <= self.start:
            raise EmptySpanError(f"{self.start.isoformat()} to {self.end.isoformat()}")

    @property
    def length(self) -> timedelta:
        """Elapsed time, as lived, never by the wall clock."""
        return self.end - self.start

    @property
    def hours(self) -> Decimal:
        """Elapsed time in hours."""
        return hours(self.length)

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share some time; touching ends share none."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def contains(self, moment: datetime) -> bool:
        """Tell whether the instant lies within; the end does not."""
        return self.start <= moment < self.end

    def common(self, other: Span) -> Span | None:
        """Return the time the two share, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None

    def moved(self, by: timedelta) -> Span:
        """Return the span moved by an elapsed time."""
        return Span(self.start + by, self.end + by)

    def first_day(self, zone: ZoneInfo) -> date:
        """Return the local day it starts on."""
        return self.start.astimezone(zone).date()

    def last_day(self, zone: ZoneInfo) -> date:
        """Return the local day it ends on; an end at midnight belongs to the day before."""
        return (self.end - timedelta(microseconds=1)).astimezone(zone).date()

    def days(self, zone: ZoneInfo) -> Iterator[date]:
        """Yield every local day it touches."""
        day, last = self.first_day(zone), self.last_day(zone)
        while day <= last:
            yield day
            day += ONE_DAY


def local_instant(day: date, at: time, *, zone: ZoneInfo) -> datetime:
    """Return the instant of a wall-clock time on a local day.

    A time that occurs twice (October) is its first occurrence; one that does not occur (March) is moved forward by the
    gap, as clocks do.
    """
    return datetime.combine(day, at, zone).astimezone(UTC)


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return the instant a local day begins."""
    return local_instant(day, time.min, zone=zone)


def days_span(first: date, last: date, *, zone: ZoneInfo) -> Span:
    """Return the span of whole local days, both included."""
    return Span(midnight(first, zone), midnight(last + ONE_DAY, zone))


def clock_span(day: date, start: time, *, end: time, zone: ZoneInfo) -> Span:
    """Return the span between two wall-clock times; an end at or before the start is on the next day."""
    last = day if end > start else day + ONE_DAY
    return Span(local_instant(day, start, zone=zone), local_instant(last, end, zone=zone))


def shifted_days(span: Span, days: int, *, zone: ZoneInfo) -> Span:
    """Return the span moved by whole local days, keeping its wall-clock start and its elapsed length."""
    local = span.start.astimezone(zone)
    start = local_instant(local.date() + days * ONE_DAY, local.time(), zone=zone)
    return Span(start, start + span.length)


@dataclass(frozen=True)
class DayRange:
    """Days from the first to the last, both included; None is open.

    Raises EmptySpanError for a last day before the first.
    """

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise EmptySpanError(f"{self.first.isoformat()} to {self.last.isoformat()}")

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


ALWAYS = DayRange()


@dataclass(frozen=True, order=True)
class Week:
    """An ISO week, Monday to Sunday; weeks of the years with 53 count right."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Week:
        """Return the ISO week a day lies in."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @property
    def monday(self) -> date:
        """The first day. Raises ValueError for a week the year does not have."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def days(self) -> tuple[date, ...]:
        """The seven days, Monday first."""
        monday = self.monday
        return tuple(monday + n * ONE_DAY for n in range(7))

    def span(self, zone: ZoneInfo) -> Span:
        """Return the span from Monday 00:00 to the next Monday 00:00."""
        return days_span(self.days[0], self.days[-1], zone=zone)

    def later(self, weeks: int) -> Week:
        """Return the week so many weeks later (or earlier)."""
        return Week.of(self.monday + weeks * 7 * ONE_DAY)
