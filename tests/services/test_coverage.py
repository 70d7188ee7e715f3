"""What a rotation leaves uncovered, week by week of its pattern."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import DayRange
from bpa_desktop.services.coverage import Uncovered, uncovered
from tests.rosters import MONDAY, OSLO, absence, need, roster, shift, span

EARLY = RotationLine(1, 1, time(8), time(15), "kari")
FRIDAY = need(5, "15:00", end="22:00")


def lacking(*lines: RotationLine, needs: tuple[Need, ...], weeks: int = 1, on: date = MONDAY) -> list[str]:
    """Return what is lacking, a line each: week, weekday, times, people, hours."""
    pattern = Rotation("turnus", "Turnus", weeks, DayRange(MONDAY), lines)
    by_hand = replace(roster(shift("fri 15:00", "22:00", "kari")), needs=needs)
    return [_told(gap) for gap in uncovered(by_hand, pattern, limits=shipped_limits(), on=on)]


def _told(gap: Uncovered) -> str:
    start, end = (at.astimezone(OSLO) for at in (gap.span.start, gap.span.end))
    return f"{gap.week}/{gap.weekday} {start:%H:%M}-{end:%H:%M} {gap.people} {gap.hours.normalize():f}"


def friday(start: int, end: int, who: str | None = "ola") -> RotationLine:
    return RotationLine(1, 5, time(start), time(end), who)


def test_the_pattern_alone_is_looked_at_and_not_what_is_planned() -> None:
    assert lacking(needs=(FRIDAY,)) == ["1/5 15:00-22:00 1 7"]
    assert lacking(friday(15, 22), needs=(FRIDAY,)) == []


def test_what_is_covered_in_part_is_told_with_the_rest() -> None:
    assert lacking(friday(15, 20), needs=(FRIDAY,)) == ["1/5 20:00-22:00 1 2"]
    assert lacking(friday(15, 20), needs=(replace(FRIDAY, people=2),)) == ["1/5 15:00-22:00 2 9"]


def test_a_seat_and_a_meeting_cover_nothing() -> None:
    assert lacking(friday(15, 22, None), needs=(FRIDAY,)) == ["1/5 15:00-22:00 1 7"]
    assert lacking(replace(friday(15, 22), kind=ShiftKind.MEETING), needs=(FRIDAY,)) == ["1/5 15:00-22:00 1 7"]


def test_who_is_absent_just_now_covers_the_pattern_all_the_same() -> None:
    pattern = Rotation("turnus", "Turnus", 1, DayRange(MONDAY), (friday(15, 22),))
    ill = replace(roster(), needs=(FRIDAY,), absences=(absence("ola", "mon 00:00", "sun 00:00"),))
    assert uncovered(ill, pattern, limits=shipped_limits(), on=MONDAY) == ()


@pytest.mark.parametrize("weeks_later", range(5))
def test_each_week_of_the_pattern_is_told_by_its_number_in_whatever_round(weeks_later: int) -> None:
    on = MONDAY + timedelta(weeks=weeks_later, days=3)
    assert lacking(friday(15, 22), needs=(FRIDAY,), weeks=3, on=on) == ["2/5 15:00-22:00 1 7", "3/5 15:00-22:00 1 7"]


def test_the_last_night_of_the_pattern_covers_the_first_morning() -> None:
    night = RotationLine(2, 7, time(22), time(8), "ola")
    morning = need(1, "06:00", end="08:00")
    assert lacking(night, needs=(morning,), weeks=2) == ["2/1 06:00-08:00 1 2"]


def test_a_need_of_other_days_is_not_asked_for() -> None:
    later = replace(FRIDAY, days=DayRange(MONDAY + timedelta(days=7)))
    assert lacking(needs=(later,)) == []
    assert lacking(needs=(later,), on=MONDAY + timedelta(days=7)) == ["1/5 15:00-22:00 1 7"]


def test_before_a_rotation_begins_its_first_round_is_looked_at() -> None:
    pattern = Rotation("turnus", "Turnus", 1, DayRange(MONDAY), (EARLY,))
    plan = replace(roster(), needs=(FRIDAY,))
    (gap,) = uncovered(plan, pattern, limits=shipped_limits(), on=MONDAY - timedelta(days=300))
    assert gap == Uncovered(1, 5, span("fri 15:00", "22:00"), 1, Decimal(7))
