"""Times as people type them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.span import EmptySpanError, Span
from bpa_desktop.ui.widgets.time_entry import NoSuchTimeError, NoTimesError, TimeEntry, parse_times, times_of

OSLO = ZoneInfo("Europe/Oslo")


@pytest.mark.parametrize(
    "typed",
    ["8-15", "08-15", "08.00–15", "8:00 - 15:00", "0800-1500", "8 15", " 08:00–15.00 ", "8 til 15", "8 to 15", "8—15"],
)
def test_a_day_shift_can_be_typed_in_many_ways(typed: str) -> None:
    assert parse_times(typed) == TimeEntry(time(8), time(15))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("22-8", TimeEntry(time(22), time(8), 1)),
        ("8-8", TimeEntry(time(8), time(8), 1)),
        ("15-24", TimeEntry(time(15), time(0), 1)),
        ("15-00", TimeEntry(time(15), time(0), 1)),
        ("8:30-15.45", TimeEntry(time(8, 30), time(15, 45))),
        ("9-9 +2", TimeEntry(time(9), time(9), 2)),
        ("9-15 +1d", TimeEntry(time(9), time(15), 1)),
    ],
)
def test_an_end_at_or_before_the_start_is_on_the_next_day(typed: str, meant: TimeEntry) -> None:
    assert parse_times(typed) == meant


@pytest.mark.parametrize("typed", ["", "8", "morning", "8-15-22", "-", "8 -"])
def test_what_holds_no_two_times_is_refused(typed: str) -> None:
    with pytest.raises(NoTimesError):
        parse_times(typed)


@pytest.mark.parametrize(("typed", "part"), [("25-3", "25"), ("8-15:60", "15:60"), ("24-8", "24"), ("8-noon", "noon")])
def test_a_time_no_clock_shows_is_refused_by_name(typed: str, part: str) -> None:
    with pytest.raises(NoSuchTimeError, match=part):
        parse_times(typed)


def test_times_that_leave_nothing_are_refused_as_a_span() -> None:
    with pytest.raises(EmptySpanError):
        parse_times("15-8 +0").span(date(2026, 12, 4), OSLO)


def test_a_night_when_the_clocks_go_back_is_an_hour_longer() -> None:
    assert parse_times("22-8").span(date(2026, 10, 24), OSLO).hours == 11


@given(
    hours=st.integers(0, 2 * 365 * 24),
    minutes=st.integers(1, 4 * 24 * 60),
)
def test_what_is_written_out_can_be_typed_again(hours: int, minutes: int) -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    span = Span(start, start + timedelta(minutes=minutes))
    entry = parse_times(times_of(span, OSLO))
    local = span.end.astimezone(OSLO)
    day = span.first_day(OSLO)
    assert (entry.start, entry.end) == (span.start.astimezone(OSLO).time(), local.time())
    assert day + timedelta(days=entry.days) == local.date()
