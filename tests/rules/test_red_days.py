"""The windows of red days, and who works in them."""

from __future__ import annotations

from datetime import date

import pytest

from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.red_days import next_red_day, red_days_worked, red_window
from tests.rosters import at, roster, shift
from tests.rules.checking import LIMITS

CASE = Case(roster(), LIMITS)


@pytest.mark.parametrize(
    ("day", "opens", "closes"),
    [
        ("2026-12-06", "2026-12-05 18:00", "2026-12-06 22:00"),  # an ordinary Sunday
        ("2026-04-02", "2026-04-01 18:00", "2026-04-03 00:00"),  # Maundy Thursday, Good Friday follows
        ("2026-04-03", "2026-04-03 00:00", "2026-04-03 22:00"),
        ("2026-04-05", "2026-04-04 15:00", "2026-04-06 00:00"),  # Easter Eve
        ("2026-04-06", "2026-04-06 00:00", "2026-04-06 22:00"),
        ("2026-05-01", "2026-04-30 22:00", "2026-05-01 22:00"),  # the day before 1 May is an ordinary one
        ("2026-05-17", "2026-05-16 18:00", "2026-05-17 22:00"),  # but not a Saturday
        ("2027-05-17", "2027-05-17 00:00", "2027-05-17 22:00"),  # and not a red day
        ("2028-05-17", "2028-05-16 22:00", "2028-05-17 22:00"),
        ("2008-05-01", "2008-04-30 18:00", "2008-05-01 22:00"),  # and not the day before Ascension Day
        ("2026-05-14", "2026-05-13 18:00", "2026-05-14 22:00"),
        ("2026-05-24", "2026-05-23 15:00", "2026-05-25 00:00"),  # Whitsun Eve
        ("2026-12-25", "2026-12-24 15:00", "2026-12-26 00:00"),  # Christmas Eve
        ("2026-12-26", "2026-12-26 00:00", "2026-12-27 00:00"),  # a Saturday, the Sunday follows
        ("2026-12-27", "2026-12-27 00:00", "2026-12-27 22:00"),
        ("2023-12-24", "2023-12-23 18:00", "2023-12-25 00:00"),  # Christmas Eve is a Sunday
        ("2026-03-29", "2026-03-28 18:00", "2026-03-29 22:00"),  # the clocks change
        ("2026-01-01", "2025-12-31 18:00", "2026-01-01 22:00"),
    ],
)
def test_a_red_day_begins_the_evening_before_and_ends_in_the_evening(day: str, opens: str, closes: str) -> None:
    window = red_window(CASE, date.fromisoformat(day))
    assert window is not None
    assert (window.start, window.end) == (at(opens), at(closes))


@pytest.mark.parametrize("day", ["2026-12-05", "2026-12-24", "2026-12-31", "2026-04-04"])
def test_eves_and_saturdays_are_not_red(day: str) -> None:
    assert red_window(CASE, date.fromisoformat(day)) is None


def test_the_next_red_day_may_be_a_holiday() -> None:
    assert next_red_day(CASE, date(2026, 12, 20)) == date(2026, 12, 25)
    assert next_red_day(CASE, date(2026, 12, 25)) == date(2026, 12, 26)
    assert next_red_day(CASE, date(2026, 12, 6)) == date(2026, 12, 13)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("sat 10:00", "18:00", []),
        ("sat 10:00", "18:01", [6]),
        ("sat 22:00", "07:00", [6]),
        ("sun 21:59", "23:00", [6]),
        ("sun 22:00", "06:00", []),
        ("mon 08:00", "15:00", []),
        ("sun 08:00", "sun+1 09:00", [6, 13]),
    ],
)
def test_a_red_day_is_worked_on_when_a_shift_reaches_into_its_window(start: str, end: str, days: list[int]) -> None:
    held = shift(start, end)
    worked = red_days_worked(Case(roster(held), LIMITS), "kari")
    assert worked == {date(2026, 12, day): (held.id,) for day in days}


def test_standby_at_home_is_a_day_off_until_there_is_a_call() -> None:
    home = shift("sun 08:00", "15:00", kind=ShiftKind.STANDBY_HOME)
    called = shift("sun 08:00", "15:00", kind=ShiftKind.STANDBY_HOME, active_minutes=10)
    assert not red_days_worked(Case(roster(home), LIMITS), "kari")
    assert list(red_days_worked(Case(roster(called), LIMITS), "kari")) == [date(2026, 12, 6)]


def test_the_shifts_of_one_day_stand_together_and_the_days_in_order() -> None:
    late, early = shift("sun 16:00", "21:00"), shift("sun 08:00", "12:00")
    long = shift("sat 12:00", "sun+1 12:00", kind=ShiftKind.STANDBY_ON_SITE)
    worked = red_days_worked(Case(roster(late, early, long), LIMITS), "kari")
    assert worked == {date(2026, 12, 6): (long.id, early.id, late.id), date(2026, 12, 13): (long.id,)}
