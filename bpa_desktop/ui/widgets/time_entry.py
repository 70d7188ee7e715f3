"""Times as people type them: 8-15, 08.00–15, 0830-1500, 22-8, 9-9 +2. Plain Python."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bpa_desktop.domain.span import ONE_DAY, Span, local_instant

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?|(\d{2})(\d{2})")
_BETWEEN = re.compile(r"\s*(?:-|–|—|\btil\b|\bto\b)\s*|\s+")
_LATER = re.compile(r"\s*\+\s*(\d)\s*d?$")
_HOURS_A_DAY = 24
_MINUTES_AN_HOUR = 60


class NoTimesError(ValueError):
    """A text that holds no two times; what was typed."""


class NoSuchTimeError(ValueError):
    """An hour or a minute that no clock shows; the part that was typed."""


@dataclass(frozen=True)
class TimeEntry:
    """Two wall-clock times; the end is so many days after the start's day."""

    start: time
    end: time
    days: int = 0

    def span(self, day: date, zone: ZoneInfo) -> Span:
        """Return the span that begins on a local day. Raises EmptySpanError where no time is left of it."""
        return Span(
            local_instant(day, self.start, zone=zone), local_instant(day + self.days * ONE_DAY, self.end, zone=zone)
        )


def parse_times(text: str) -> TimeEntry:
    """Return the times a text holds; an end at or before the start is on the next day, 24 is the midnight after.

    Raises NoTimesError, NoSuchTimeError.
    """
    later = _LATER.search(text)
    parts = [part for part in _BETWEEN.split((text[: later.start()] if later else text).strip()) if part]
    if len(parts) != 2:
        raise NoTimesError(text)
    (start, next_start), (end, next_end) = (_clock(part) for part in parts)
    if next_start:
        raise NoSuchTimeError(parts[0])
    usual = 1 if next_end or end <= start else 0
    return TimeEntry(start, end, int(later.group(1)) if later else usual)


def parse_clock(text: str) -> time:
    """Return the wall-clock time a text holds. Raises NoSuchTimeError."""
    return _clock(text.strip())[0]


def moment_within(text: str, span: Span, *, zone: ZoneInfo) -> datetime | None:
    """Return the first moment within a span at which the clock shows a time, None where it never does.

    Raises NoSuchTimeError.
    """
    at = parse_clock(text)
    moments = (local_instant(day, at, zone=zone) for day in span.days(zone))
    return next((moment for moment in moments if span.start < moment < span.end), None)


def _clock(text: str) -> tuple[time, bool]:
    """Return a wall-clock time, and whether it is the midnight that ends the day."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise NoSuchTimeError(text)
    hour = int(found.group(1) or found.group(3))
    minute = int(found.group(2) or found.group(4) or 0)
    if hour == _HOURS_A_DAY and minute == 0:
        return time.min, True
    if hour >= _HOURS_A_DAY or minute >= _MINUTES_AN_HOUR:
        raise NoSuchTimeError(text)
    return time(hour, minute), False


def times_of(span: Span, zone: ZoneInfo) -> str:
    """Return a span as it can be typed again: 08:00–15:00, or 09:00–09:00 +2 where it is longer than a day."""
    entry = entry_of(span, zone)
    text = f"{entry.start:%H:%M}–{entry.end:%H:%M}"
    usual = 1 if entry.end <= entry.start else 0
    return text if entry.days == usual else f"{text} +{entry.days}"


def entry_of(span: Span, zone: ZoneInfo) -> TimeEntry:
    """Return a span's two wall-clock times, to the minute."""
    start, end = (moment.astimezone(zone).replace(second=0, microsecond=0) for moment in (span.start, span.end))
    return TimeEntry(start.time(), end.time(), (end.date() - start.date()).days)
