"""under_18: what the young may not do."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.rules.limits import Mark
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.rules.under_18 import RULE
from tests.rosters import assistant, roster, shift
from tests.rules.checking import found, worked

YOUNG, CHILD = date(2009, 6, 1), date(2012, 6, 1)


def plan(*shifts: Shift, born: date = YOUNG) -> Roster:
    """Return a roster of Kari, who is young."""
    return roster(*shifts, team=(assistant("Kari", born=born),))


def told(findings: list[Finding]) -> list[tuple[object, object, object]]:
    """Return what findings are about, with their figures."""
    assert all(finding.weight is Weight.MUST and finding.assistant == "kari" for finding in findings)
    return [(finding.fact("what"), finding.measured, finding.limit) for finding in findings]


def test_an_ordinary_day_of_the_young_is_in_order() -> None:
    assert not found(RULE, plan(shift("mon 08:00", "16:00"), shift("wed 15:00", "23:00")))


@pytest.mark.parametrize(("start", "end", "hours"), [("mon 16:00", "23:30", "0.5"), ("tue 05:00", "09:00", "1")])
def test_the_night_is_off(start: str, end: str, hours: str) -> None:
    findings = found(RULE, plan(shift(start, end)))
    assert told(findings) == [("night", Decimal(hours), 0)]
    assert findings[0].reference == "AML § 11-3"


def test_a_night_shift_is_told_of_once() -> None:
    assert told(found(RULE, plan(shift("mon 22:30", "06:30")))) == [("night", 7, 0)]


def test_a_day_is_eight_hours_and_a_week_forty() -> None:
    assert told(found(RULE, plan(shift("mon 08:00", "16:15")))) == [("day", Decimal("8.25"), 8)]
    days = [shift(f"{day} 08:00", "16:00") for day in ("mon", "tue", "wed", "thu", "fri")]
    assert not found(RULE, plan(*days))
    weeks = [one for one in told(found(RULE, plan(*days, shift("sat 08:00", "08:30")))) if one[0] == "week"]
    assert weeks == [("week", Decimal("40.50"), 40)]


def test_a_rest_is_twelve_hours_a_day_and_forty_eight_a_week() -> None:
    legal = (shift("mon 15:00", "22:00"), shift("tue 10:00", "16:00"))
    assert not found(RULE, plan(*legal))
    short = found(RULE, plan(shift("mon 15:00", "22:00"), shift("tue 09:30", "16:00")))
    assert told(short)[0] == ("rest", Decimal("11.5"), 12)
    assert short[0].mark is Mark.KNOWN
    every = [shift(f"{day} 10:00", "13:00") for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")]
    assert told(found(RULE, plan(*every))) == [("weekly_rest", 21, 48)]


def test_under_fifteen_all_is_narrower() -> None:
    assert told(found(RULE, plan(shift("mon 08:00", "15:30"), born=CHILD))) == [("day", Decimal("7.50"), 7)]
    assert told(found(RULE, plan(shift("mon 18:00", "20:30"), born=CHILD))) == [("night", Decimal("0.5"), 0)]


def test_on_the_eighteenth_birthday_it_is_over() -> None:
    birthday = date(2008, 12, 2)
    assert [f.shifts for f in found(RULE, plan(shift("wed 22:00", "23:59"), born=birthday))] == []
    findings = found(RULE, plan(shift("mon 16:00", "23:30"), shift("wed 16:00", "23:30"), born=birthday))
    assert [finding.shifts for finding in findings] == [("mon-16.00-kari",)]


def test_of_whom_no_birth_date_is_known_nothing_is_said() -> None:
    assert not found(RULE, roster(shift("mon 22:00", "08:00")))
    assert not found(RULE, roster(*worked("60")))


def test_standby_at_home_in_the_night_is_no_work_until_there_is_a_call() -> None:
    assert not found(RULE, plan(shift("mon 20:00", "08:00", kind=ShiftKind.STANDBY_HOME)))


def test_forty_eight_hours_in_a_row_off_are_enough() -> None:
    days = ("mon", "tue", "wed", "thu", "fri", "sat")
    work = [shift(f"{day} 10:00", "13:00") for day in days[:5]]
    assert not [f for f in found(RULE, plan(*work, shift("sun 13:00", "15:00"))) if f.fact("what") == "weekly_rest"]
    short = found(RULE, plan(*work, shift("sun 12:30", "15:00")))
    assert [f.measured for f in short if f.fact("what") == "weekly_rest"] == [Decimal("47.50")]
