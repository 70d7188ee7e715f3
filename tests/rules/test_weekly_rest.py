"""weekly_rest: one rest of 35 hours in Monday to Sunday, and in seven days from a start of work."""

from __future__ import annotations

import pytest

from bpa_desktop.domain.arrangement import AgreementLevel, Arrangement
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.rules.limits import Mark
from bpa_desktop.rules.rule import Weight
from bpa_desktop.rules.weekly_rest import RULE
from tests.rosters import arrangement, roster, shift, span
from tests.rules.checking import found, minutes, one

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def week(*days: str, weeks: str = "") -> list[Shift]:
    """Return a day shift on each of some days."""
    return [shift(f"{day}{weeks} 08:00", "15:00") for day in days]


def test_an_ordinary_week_after_week_is_clean() -> None:
    plan = [one for n in ("", "+1", "+2", "+3") for one in week(*DAYS[:5], weeks=n)]
    assert not found(RULE, roster(*plan))


def test_35_hours_in_the_fixed_week_are_just_legal() -> None:
    assert not found(RULE, roster(*week("mon", "tue", "wed", "thu", "fri"), shift("sat 08:00", "13:00")))


def test_a_minute_less_is_a_breach_of_the_week() -> None:
    plan = roster(*week("mon", "tue", "wed", "thu", "fri"), shift("sat 08:00", "13:01"))
    finding = one(RULE, plan)
    assert finding.weight is Weight.MUST
    assert finding.span == span("mon 00:00", "mon+1 00:00")
    assert minutes(finding) == 35 * 60 - 1
    assert finding.limit == 35
    assert (finding.reference, finding.mark) == ("AML § 10-8 (2)", Mark.SEEN)
    assert len(finding.shifts) == 6


def test_the_block_must_lie_within_the_week() -> None:
    worked = week("mon", "tue", "wed", "thu", "fri", "sat")
    plan = roster(*worked, shift("sun 08:00", "14:00"), shift("tue+1 08:00", "15:00"))
    finding = one(RULE, plan)  # Sunday 14:00 to Tuesday 08:00 is 42 hours, but only 10 of them lie in the week
    assert finding.shifts[-1] == "sun-08.00-kari"


def test_seven_days_from_a_start_of_work_without_a_rest_are_advice_where_the_weeks_are_in_order() -> None:
    plan = roster(*week("wed", "thu", "fri", "sat", "sun"), *week("mon", "tue", weeks="+1"))
    finding = one(RULE, plan)
    assert (finding.weight, finding.mark) == (Weight.SHOULD, Mark.DOUBTFUL)
    assert finding.span == span("wed 08:00", "wed+1 08:00")
    assert finding.fact("rolling") == "rolling"


def test_a_work_period_with_35_hours_left_of_its_seven_days_is_just_legal() -> None:
    until = week("wed", "thu", "fri", "sat", "sun")
    assert not found(RULE, roster(*until, shift("mon+1 08:00", "21:00")))
    assert found(RULE, roster(*until, shift("mon+1 08:00", "21:01")))


def test_a_week_told_of_is_not_told_of_again_as_seven_days() -> None:
    findings = found(RULE, roster(*week(*DAYS), *week(*DAYS, weeks="+1")))
    assert [finding.weight for finding in findings] == [Weight.MUST, Weight.MUST]


@pytest.mark.parametrize(
    ("place", "limit"),
    [
        (arrangement(AgreementLevel.INDIVIDUAL, reduced_rest=True), 35),
        (arrangement(AgreementLevel.UNION), 35),
        (arrangement(AgreementLevel.UNION, reduced_rest=True), 28),
    ],
)
def test_only_the_union_may_agree_to_a_shorter_one(place: Arrangement, limit: int) -> None:
    plan = roster(*week("mon", "tue", "wed", "thu", "fri"), shift("sat 08:00", "21:00"), place=place)
    assert one(RULE, plan).limit == limit


def test_28_hours_are_enough_where_they_are_agreed() -> None:
    place = arrangement(AgreementLevel.UNION, reduced_rest=True)
    assert not found(RULE, roster(*week("mon", "tue", "wed", "thu", "fri"), shift("sat 08:00", "20:00"), place=place))


@pytest.mark.parametrize(("monday", "end", "is_legal"), [("2026-10-19", "14:00", True), ("2026-03-23", "13:00", False)])
def test_the_sunday_the_clocks_change_is_as_long_as_it_is_lived(monday: str, end: str, is_legal: bool) -> None:
    month, first = monday[:8], int(monday[8:])
    days = [shift(f"{month}{first + n:02} 08:00", "15:00") for n in range(5)]
    plan = roster(*days, shift(f"{month}{first + 5:02} 08:00", end))
    assert (not found(RULE, plan)) == is_legal


def test_home_standby_without_call_out_is_rest() -> None:
    home = shift("sat 08:00", "sun 20:00", kind=ShiftKind.STANDBY_HOME)
    assert not found(RULE, roster(*week("mon", "tue", "wed", "thu", "fri"), home))


def test_a_shift_of_forty_days_breaks_each_week_it_fills() -> None:
    findings = found(RULE, roster(shift("2026-11-02 08:00", "2026-12-12 08:00")))
    assert len(findings) == 5  # the last week has 40 hours of rest after it
    assert all(finding.weight is Weight.MUST for finding in findings)
