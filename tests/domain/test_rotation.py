"""A rotation unfolds onto dates: by its weeks, on its days, by the wall clock."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.rotation import Rotation, RotationLine, made_id, made_on
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import DayRange, EmptySpanError, Span, clock_span
from tests.rosters import OSLO, span

MONDAY = date(2026, 11, 30)
EARLY = RotationLine(1, 1, time(8), time(15), "kari")
CLOCKS = st.times().map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None))
DAYS = st.dates(date(2025, 12, 1), date(2027, 4, 1))


def rotation(*lines: RotationLine, weeks: int = 1, days: DayRange | None = None) -> Rotation:
    return Rotation("turnus", "Turnus", weeks, days or DayRange(MONDAY), lines)


@st.composite
def rotations(draw: st.DrawFn) -> Rotation:
    weeks = draw(st.integers(1, 12))
    who = st.sampled_from(("kari", "ola", None))
    line = st.builds(RotationLine, st.integers(1, weeks), st.integers(1, 7), CLOCKS, CLOCKS, who)
    first, last = draw(DAYS), draw(st.none() | DAYS)
    days = DayRange(first, last if last is not None and last >= first else None)
    return rotation(*draw(st.lists(line, max_size=12)), weeks=weeks, days=days)


def slowly(pattern: Rotation, first: date, last: date) -> list[tuple[Span, str | None, ShiftKind]]:
    """Return what a pattern means, walked through from its first Monday, a day and a line at a time."""
    begins = pattern.days.first
    assert begins is not None
    day, found = begins - timedelta(days=begins.weekday()), []
    week, weekday = 1, 1
    while day <= last:
        for line in pattern.lines:
            is_its_day = (line.week, line.weekday) == (week, weekday) and first <= day >= begins
            if is_its_day and (pattern.days.last is None or day <= pattern.days.last):
                try:
                    found.append((clock_span(day, line.start, end=line.end, zone=OSLO), line.assistant, line.kind))
                except EmptySpanError:
                    continue
        weekday += 1
        if weekday == 8:
            week, weekday = (week + 1 if week < pattern.weeks else 1), 1
        day += timedelta(days=1)
    return found


def on_days(pattern: Rotation, first: date, last: date) -> list[Shift]:
    return list(pattern.occurrences(first, last, zone=OSLO))


@given(rotations(), DAYS, st.integers(0, 120))
def test_a_rotation_unfolds_as_one_walks_through_it_day_by_day(pattern: Rotation, first: date, days: int) -> None:
    last = first + timedelta(days=days)
    found = on_days(pattern, first, last)
    assert [(shift.span, shift.assistant, shift.kind) for shift in found] == slowly(pattern, first, last)
    assert all(shift.rotation == "turnus" for shift in found)


@given(rotations(), DAYS, st.integers(0, 60), st.integers(0, 60))
def test_unfolding_in_two_parts_is_unfolding_the_whole(pattern: Rotation, first: date, one: int, other: int) -> None:
    middle = first + timedelta(days=one)
    last = middle + timedelta(days=1 + other)
    parts = on_days(pattern, first, middle) + on_days(pattern, middle + timedelta(days=1), last)
    assert parts == on_days(pattern, first, last)


@given(rotations(), DAYS)
def test_every_shift_has_an_id_of_its_own_that_tells_its_day(pattern: Rotation, first: date) -> None:
    found = on_days(pattern, first, first + timedelta(days=60))
    assert len({shift.id for shift in found}) == len(found)
    for shift in found:
        assert re.fullmatch(r"[A-Za-z0-9_.-]{1,64}", shift.id)
        assert made_on("turnus", shift.id) == shift.span.first_day(OSLO)
        assert made_on("another", shift.id) is None


def test_week_1_is_the_iso_week_of_the_first_day() -> None:
    pattern = rotation(EARLY, replace(EARLY, week=2, assistant="ola"), weeks=2, days=DayRange(date(2026, 12, 3)))
    found = on_days(pattern, date(2026, 11, 1), date(2026, 12, 21))
    assert [(shift.span, shift.assistant) for shift in found] == [
        (span("mon+1 08:00", "15:00"), "ola"),
        (span("mon+2 08:00", "15:00"), "kari"),
        (span("mon+3 08:00", "15:00"), "ola"),
    ]


def test_a_week_53_is_a_week_like_any_other() -> None:
    pattern = rotation(EARLY, replace(EARLY, week=2, assistant="ola"), weeks=2)
    found = on_days(pattern, date(2026, 12, 28), date(2027, 1, 4))
    assert [shift.assistant for shift in found] == ["kari", "ola"]


def test_the_last_day_is_included_and_a_night_goes_on_after_it() -> None:
    night = replace(EARLY, start=time(22), end=time(8))
    found = on_days(rotation(night, days=DayRange(MONDAY, MONDAY)), MONDAY, MONDAY + timedelta(days=30))
    assert [shift.span for shift in found] == [span("mon 22:00", "tue 08:00")]


def test_a_night_in_october_is_an_hour_longer_and_one_in_march_an_hour_shorter() -> None:
    night = rotation(replace(EARLY, weekday=6, start=time(22), end=time(8)), days=DayRange(date(2026, 1, 1)))
    october, march = date(2026, 10, 24), date(2026, 3, 28)
    assert [shift.span.hours for shift in on_days(night, october, october)] == [11]
    assert [shift.span.hours for shift in on_days(night, march, march)] == [9]


def test_a_line_in_the_hour_the_clocks_skip_does_not_arise_that_day() -> None:
    early = rotation(replace(EARLY, weekday=7, start=time(2), end=time(3)), days=DayRange(date(2026, 1, 1)))
    found = [shift.span.first_day(OSLO) for shift in on_days(early, date(2026, 3, 22), date(2026, 4, 5))]
    assert found == [date(2026, 3, 22), date(2026, 4, 5)]


def test_a_rotation_without_a_first_day_has_no_shifts() -> None:
    assert on_days(rotation(EARLY, days=DayRange()), MONDAY, MONDAY) == []


def test_an_id_that_only_looks_like_one_names_no_day() -> None:
    made = made_id("turnus", MONDAY, start=time(8), number=1)
    assert made_on("turnus", made.replace("20261130", "20261131")) is None
    assert made_on("turnus", made + "x") is None
    assert made_on("turnus", "w49-mon-day") is None
