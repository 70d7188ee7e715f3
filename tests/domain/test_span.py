"""Spans count elapsed time: also on the nights the clocks change, over days, and in the year with 53 weeks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import (
    DayRange,
    EmptySpanError,
    NaiveTimeError,
    Span,
    Week,
    clock_span,
    days_span,
    local_instant,
    shifted_days,
)
from tests.rosters import OSLO, span

SPRING = (date(2026, 3, 28), date(2027, 3, 27))
AUTUMN = (date(2026, 10, 24), date(2027, 10, 30))
MINUTES = st.integers(0, 2 * 365 * 24 * 60)
MOMENTS = MINUTES.map(lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))


@pytest.mark.parametrize("begins_in", [UTC, OSLO])
@pytest.mark.parametrize("ends_in", [UTC, OSLO])
def test_both_ends_and_what_a_shift_keeps_are_in_utc_whatever_they_are_given_in(
    begins_in: tzinfo, ends_in: tzinfo
) -> None:
    start, end = datetime(2026, 12, 1, 7, tzinfo=UTC), datetime(2026, 12, 1, 9, tzinfo=UTC)
    given = Span(start.astimezone(begins_in), end.astimezone(ends_in))
    assert [moment.tzinfo for moment in (given.start, given.end)] == [UTC, UTC]
    published = Shift("one", given, published_at=start.astimezone(begins_in)).published_at
    assert published is not None
    assert published.tzinfo is UTC


@pytest.mark.parametrize("evening", SPRING)
def test_a_night_in_march_is_an_hour_shorter_than_its_clock(evening: date) -> None:
    night = clock_span(evening, time(22), end=time(7), zone=OSLO)
    assert night.hours == 8
    assert night.length == timedelta(hours=8)


@pytest.mark.parametrize("evening", AUTUMN)
def test_a_night_in_october_is_an_hour_longer_than_its_clock(evening: date) -> None:
    assert clock_span(evening, time(22), end=time(7), zone=OSLO).hours == 10


@pytest.mark.parametrize(("evening", "hours"), [*((day, 23) for day in SPRING), *((day, 25) for day in AUTUMN)])
def test_the_day_the_clocks_change_is_as_long_as_it_is_lived(evening: date, hours: int) -> None:
    day = evening + timedelta(days=1)
    assert days_span(day, day, zone=OSLO).hours == hours


@pytest.mark.parametrize("evening", AUTUMN)
def test_the_hour_that_comes_twice_is_two_hours(evening: date) -> None:
    day = evening + timedelta(days=1)
    first = datetime.combine(day, time(2, 30), OSLO)
    second = first.replace(fold=1)
    assert second - first == timedelta(0)  # so Python says, by the wall clock
    assert Span(first, second).hours == 1
    assert not Span(first, second).overlaps(Span(second, second + timedelta(hours=1)))


@pytest.mark.parametrize("evening", SPRING)
def test_a_time_the_clocks_skip_is_moved_forward_by_the_gap(evening: date) -> None:
    day = evening + timedelta(days=1)
    assert local_instant(day, time(2, 30), zone=OSLO) == local_instant(day, time(3, 30), zone=OSLO)


def test_a_shift_over_two_days_counts_every_hour() -> None:
    long = span("fri 08:00", "sun 10:00")
    assert long.hours == 50
    assert [day.day for day in long.days(OSLO)] == [4, 5, 6]


def test_seconds_are_counted_exactly() -> None:
    start = datetime(2026, 12, 1, tzinfo=UTC)
    assert Span(start, start + timedelta(days=2, minutes=45)).hours == Decimal("48.75")


def test_an_end_at_midnight_belongs_to_the_day_before() -> None:
    evening = span("fri 15:00", "00:00")
    assert evening.last_day(OSLO) == date(2026, 12, 4)
    assert span("fri 15:00", "00:01").last_day(OSLO) == date(2026, 12, 5)


def test_touching_spans_share_no_time_and_overlapping_ones_do() -> None:
    day = span("fri 08:00", "15:00")
    assert not day.overlaps(span("fri 15:00", "22:00"))
    assert day.common(span("fri 15:00", "22:00")) is None
    assert day.common(span("fri 14:00", "22:00")) == span("fri 14:00", "15:00")
    assert day.contains(day.start)
    assert not day.contains(day.end)
    assert day.covers(span("fri 08:00", "15:00"))
    assert not day.covers(span("fri 08:00", "15:01"))


def test_a_span_that_does_not_go_forward_is_refused() -> None:
    moment = datetime(2026, 12, 4, 15, tzinfo=UTC)
    with pytest.raises(EmptySpanError):
        Span(moment, moment)
    with pytest.raises(EmptySpanError):
        DayRange(date(2026, 12, 4), date(2026, 12, 3))


def test_a_time_without_offset_is_refused() -> None:
    naive = datetime(2026, 12, 4, 15)  # noqa: DTZ001
    with pytest.raises(NaiveTimeError):
        Span(naive, naive + timedelta(hours=1))


def test_moving_by_days_keeps_the_clock_and_the_length_over_a_change() -> None:
    before = clock_span(date(2026, 10, 23), time(22), end=time(7), zone=OSLO)
    moved = shifted_days(before, 1, zone=OSLO)
    assert moved.start.astimezone(OSLO).time() == time(22)
    assert moved.length == before.length


def test_a_range_of_days_includes_both_ends_and_may_be_open() -> None:
    week = DayRange(date(2026, 11, 30), date(2026, 12, 6))
    assert date(2026, 11, 30) in week
    assert date(2026, 12, 6) in week
    assert date(2026, 12, 7) not in week
    assert date(2026, 11, 29) not in week
    assert date(1900, 1, 1) in DayRange(None, date(2026, 1, 1))


def test_2026_has_a_week_53_that_ends_in_2027() -> None:
    week = Week.of(date(2027, 1, 3))
    assert week == Week(2026, 53)
    assert week.monday == date(2026, 12, 28)
    assert week.later(1) == Week(2027, 1)
    assert Week(2027, 1).later(-1) == week
    assert Week(2026, 1).later(52) == week


def test_a_week_the_year_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="week"):
        _ = Week(2027, 53).monday


@pytest.mark.parametrize(("week", "hours"), [(Week(2026, 13), 167), (Week(2026, 43), 169), (Week(2026, 49), 168)])
def test_a_week_is_as_long_as_it_is_lived(week: Week, hours: int) -> None:
    assert week.span(OSLO).hours == hours


@given(MOMENTS, st.integers(1, 60 * 72), MOMENTS, st.integers(1, 60 * 72))
def test_what_two_spans_share_lies_in_both(start: datetime, length: int, other: datetime, its: int) -> None:
    first = Span(start, start + timedelta(minutes=length))
    second = Span(other, other + timedelta(minutes=its))
    common = first.common(second)
    assert (common is not None) == first.overlaps(second) == second.overlaps(first)
    if common is not None:
        assert first.covers(common)
        assert second.covers(common)


@given(MOMENTS, st.integers(1, 60 * 72))
def test_the_days_of_a_span_make_it_up(start: datetime, length: int) -> None:
    whole = Span(start, start + timedelta(minutes=length))
    parts = [whole.common(days_span(day, day, zone=OSLO)) for day in whole.days(OSLO)]
    assert sum((part.length for part in parts if part is not None), timedelta(0)) == whole.length
    assert None not in parts
