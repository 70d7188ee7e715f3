"""Weekends, evenings, nights and holidays are counted where somebody is there for long enough, each once."""

from __future__ import annotations

from datetime import date

import pytest

from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.turns import TurnKind, nights_awake, turns_by_year, turns_worked
from tests.rosters import roster, shift
from tests.rules.checking import LIMITS

EVENING, NIGHT, WEEKEND, HOLIDAY = TurnKind.EVENING, TurnKind.NIGHT, TurnKind.WEEKEND, TurnKind.HOLIDAY
TUESDAY, SATURDAY = date(2026, 12, 1), date(2026, 12, 5)


def turns(*shifts: Shift) -> dict[TurnKind, list[date]]:
    """Return the days of each kind that there is some of."""
    found = turns_worked(Case(roster(*shifts), LIMITS), "kari")
    return {kind: list(days) for kind, days in found.items() if days}


@pytest.mark.parametrize(
    ("start", "end", "kinds"),
    [
        ("tue 08:00", "18:59", []),
        ("tue 08:00", "19:00", [EVENING]),
        ("tue 19:00", "21:00", [EVENING]),
        ("tue 19:01", "21:00", []),
        ("tue 21:00", "wed 00:00", []),
        ("tue 21:00", "wed 00:01", [NIGHT]),
        ("wed 03:00", "06:00", []),
        ("wed 02:59", "06:00", [NIGHT]),
        ("tue 15:00", "wed 08:00", [EVENING, NIGHT]),
        ("fri 22:00", "sat 01:59", [NIGHT]),
        ("sat 08:00", "10:00", [WEEKEND]),
        ("sat 08:00", "09:59", []),
        ("sun 22:00", "mon+1 00:00", [WEEKEND]),
        ("sun 22:01", "mon+1 00:00", []),
    ],
)
def test_a_turn_begins_and_ends_to_the_minute(start: str, end: str, kinds: list[TurnKind]) -> None:
    assert list(turns(shift(start, end))) == [kind for kind in TurnKind if kind in kinds]


def test_a_night_and_a_weekend_bear_their_first_day() -> None:
    assert turns(shift("wed 00:30", "06:00")) == {NIGHT: [TUESDAY]}
    assert turns(shift("sun 08:00", "15:00")) == {WEEKEND: [SATURDAY]}


def test_a_weekend_counts_once_however_many_shifts_it_has() -> None:
    both = (shift("sat 08:00", "15:00"), shift("sun 08:00", "15:00"))
    assert turns(*both) == {WEEKEND: [SATURDAY]}
    found = turns_worked(Case(roster(*both), LIMITS), "kari")
    assert found[WEEKEND][SATURDAY] == tuple(one.id for one in both)


def test_short_stays_in_one_turn_add_up() -> None:
    assert turns(shift("tue 17:00", "18:00"), shift("tue 20:00", "21:00")) == {EVENING: [TUESDAY]}


def test_time_is_not_counted_twice_where_shifts_overlap() -> None:
    assert turns(shift("tue 17:00", "18:30"), shift("tue 17:30", "18:59")) == {}


def test_a_holiday_is_no_ordinary_sunday_and_begins_the_evening_before() -> None:
    christmas = date(2026, 12, 25)
    assert turns(shift("2026-12-24 15:00", "17:00"))[HOLIDAY] == [christmas]
    assert HOLIDAY not in turns(shift("2026-12-24 13:00", "16:59"))
    assert HOLIDAY not in turns(shift("2026-12-20 08:00", "15:00"))
    assert turns(shift("2026-12-25 08:00", "15:00")) == {HOLIDAY: [christmas]}


def test_standby_at_home_is_no_turn() -> None:
    assert turns(shift("tue 15:00", "wed 08:00", kind=ShiftKind.STANDBY_HOME)) == {}


def test_a_resting_night_is_a_turn_and_no_night_awake() -> None:
    for kind, awake in ((ShiftKind.ACTIVE, [TUESDAY]), (ShiftKind.RESTING_NIGHT, []), (ShiftKind.STANDBY_ON_SITE, [])):
        plan = roster(shift("tue 21:00", "wed 06:00", kind=kind))
        assert turns(*plan.shifts)[NIGHT] == [TUESDAY]
        assert list(nights_awake(Case(plan, LIMITS), "kari")) == awake


def test_the_night_when_the_clocks_go_forward_is_an_hour_shorter() -> None:
    """Four hours by the clock from one to five, three in truth."""
    assert NIGHT not in turns(shift("2026-03-29 01:00", "05:00"))
    assert NIGHT in turns(shift("2026-03-29 00:59", "05:00"))


def test_turns_are_counted_by_calendar_year() -> None:
    plan = roster(shift("2026-12-31 21:00", "2027-01-01 06:00"), shift("2027-01-01 21:00", "2027-01-02 06:00"))
    years = turns_by_year(Case(plan, LIMITS), "kari")
    assert {year: list(days[NIGHT]) for year, days in years.items()} == {
        2026: [date(2026, 12, 31)],
        2027: [date(2027, 1, 1)],
    }
    assert list(years[2027][HOLIDAY]) == [date(2027, 1, 1)]
