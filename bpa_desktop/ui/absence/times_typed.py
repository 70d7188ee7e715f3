"""Times as they are typed on a card: a part of the shift, other times for it, until when to answer. Plain Python."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bpa_desktop.domain.span import ONE_DAY, EmptySpanError, Span
from bpa_desktop.ui.widgets.entry import NoDayError, parse_day
from bpa_desktop.ui.widgets.time_entry import NoSuchTimeError, NoTimesError, moment_within, parse_times

Wrong = (NoTimesError, NoSuchTimeError, NoDayError, EmptySpanError)
"""What is raised where no time can be read."""


def times_near(text: str, span: Span, *, zone: ZoneInfo) -> Span:
    """Return the times of a text on the day on which they share most with a span.

    Raises NoTimesError, NoSuchTimeError, EmptySpanError.
    """
    entry = parse_times(text)
    first = span.first_day(zone)
    spans = [entry.span(first + by * ONE_DAY, zone) for by in (0, 1, -1)]
    return max(spans, key=lambda one: min(one.end, span.end) - max(one.start, span.start))


def moment_ahead(text: str, *, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the moment of a text: the next time the clock shows it, or on the day before it; None without a text.

    Raises NoSuchTimeError, NoDayError.
    """
    day, _, clock = text.strip().rpartition(" ")
    if not clock:
        return None
    if not day:
        return moment_within(clock, Span(now, now + ONE_DAY), zone=zone)
    entry = parse_times(f"{clock}-{clock}")
    return entry.span(parse_day(day, near=now.astimezone(zone).date()), zone).start


def moment_entry(moment: datetime | None, zone: ZoneInfo) -> str:
    """Return a moment as it can be typed again: 04.12.2026 14:30; nothing for None."""
    return f"{moment.astimezone(zone):%d.%m.%Y %H:%M}" if moment is not None else ""
