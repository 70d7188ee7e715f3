"""The nights somebody works in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.nights import clock, night_of, nights_worked
from tests.rosters import at, roster, shift
from tests.rules.checking import LIMITS

MONDAY = date(2026, 11, 30)


def test_the_night_is_from_nine_to_six() -> None:
    night = night_of(Case(roster(), LIMITS), MONDAY)
    assert (night.start, night.end) == (at("mon 21:00"), at("tue 06:00"))


def test_a_time_of_day_is_by_the_wall_clock_when_the_clocks_change() -> None:
    case = Case(roster(), LIMITS)
    assert clock(case, date(2026, 10, 25), key="night_closes") == at("2026-10-25 06:00")
    assert clock(case, date(2026, 3, 29), key="night_opens") == at("2026-03-29 21:00")


@pytest.mark.parametrize(
    ("start", "end", "nights"),
    [
        ("mon 08:00", "21:00", {}),
        ("mon 06:00", "21:15", {MONDAY: "0.25"}),
        ("mon 22:00", "07:00", {MONDAY: "8"}),
        ("tue 04:00", "08:00", {MONDAY: "2"}),
        ("tue 04:00", "22:00", {MONDAY: "2", date(2026, 12, 1): "1"}),
        ("mon 20:00", "wed 08:00", {MONDAY: "9", date(2026, 12, 1): "9"}),
    ],
)
def test_the_hours_within_each_night_are_counted(start: str, end: str, nights: dict[date, str]) -> None:
    assert nights_worked(Case(roster(shift(start, end)), LIMITS), "kari") == {
        day: Decimal(hours) for day, hours in nights.items()
    }


def test_two_shifts_in_one_night_are_one_night_and_standby_counts_a_seventh() -> None:
    two = roster(shift("mon 21:00", "23:00"), shift("tue 04:00", "06:00"))
    assert nights_worked(Case(two, LIMITS), "kari") == {MONDAY: 4}
    home = roster(shift("mon 22:00", "05:00", kind=ShiftKind.STANDBY_HOME))
    assert nights_worked(Case(home, LIMITS), "kari") == {MONDAY: 1}
