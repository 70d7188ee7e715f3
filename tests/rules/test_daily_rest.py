"""daily_rest: in the 24 hours from the start of a work period there is one rest of 11 hours, or as agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.domain.arrangement import AgreementLevel, Arrangement, Regime
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.rules.daily_rest import RULE
from bpa_desktop.rules.limits import Limits, Mark, Unit
from bpa_desktop.rules.rule import Weight
from tests.rosters import arrangement, roster, shift, span
from tests.rules.checking import LIMITS, found, minutes, one


def test_11_hours_between_evening_and_morning_are_just_legal() -> None:
    assert not found(RULE, roster(shift("mon 15:00", "22:00"), shift("tue 09:00", "15:00")))


def test_a_minute_less_is_not() -> None:
    evening, morning = shift("mon 15:00", "22:00"), shift("tue 08:59", "15:00")
    finding = one(RULE, roster(morning, evening))
    assert finding.weight is Weight.MUST
    assert finding.shifts == (evening.id, morning.id)
    assert minutes(finding) == 659
    assert finding.limit == 11
    assert finding.unit is Unit.HOURS
    assert (finding.reference, finding.mark) == ("AML § 10-8 (1)", Mark.SEEN)
    assert finding.fact("rest") == span("mon 22:00", "tue 08:59")


def test_13_hours_at_a_stretch_are_just_legal_and_14_are_a_breach_of_their_own() -> None:
    assert not found(RULE, roster(shift("mon 08:00", "21:00")))
    finding = one(RULE, roster(shift("mon 08:00", "22:00")))
    assert finding.measured == 10
    assert finding.shifts == ("mon-08.00-kari",)


def test_morning_and_afternoon_of_one_day_are_one_work_period() -> None:
    assert not found(
        RULE, roster(shift("mon 08:00", "11:00"), shift("mon 17:00", "21:00"), shift("tue 08:00", "11:00"))
    )
    finding = one(RULE, roster(shift("mon 08:00", "11:00"), shift("mon 17:00", "22:00"), shift("tue 09:00", "11:00")))
    assert finding.measured == 10
    assert finding.shifts == ("mon-08.00-kari", "mon-17.00-kari")


def test_work_after_the_24_hours_has_no_part_in_it() -> None:
    finding = one(RULE, roster(shift("mon 08:00", "22:00"), shift("tue 08:30", "15:00")))
    assert finding.measured == 10
    assert finding.shifts == ("mon-08.00-kari",)


def test_each_short_rest_is_found_and_a_lawful_one_between_is_not() -> None:
    plan = roster(
        shift("mon 14:00", "22:00"),
        shift("tue 07:00", "15:00"),
        shift("tue 23:00", "07:00"),
        shift("thu 07:00", "15:00"),
    )
    assert [finding.measured for finding in found(RULE, plan)] == [9, 8]


def test_more_than_a_day_without_any_rest_is_measured_as_none() -> None:
    finding = one(RULE, roster(shift("mon 08:00", "tue 08:00"), shift("tue 08:00", "fri 12:00")))
    assert finding.measured == 0
    assert finding.fact("rest") is None


@pytest.mark.parametrize(("night", "is_legal"), [("2026-03-28", False), ("2026-10-24", True), ("2026-10-31", True)])
def test_rest_is_counted_as_it_is_lived_when_the_clocks_change(night: str, is_legal: bool) -> None:
    following = {"2026-03-28": "2026-03-29", "2026-10-24": "2026-10-25", "2026-10-31": "2026-11-01"}[night]
    plan = roster(shift(f"{night} 15:00", "22:00"), shift(f"{following} 09:00", "15:00"))
    assert (not found(RULE, plan)) == is_legal


def test_ten_hours_by_the_clock_are_eleven_on_the_night_in_october() -> None:
    assert not found(RULE, roster(shift("2026-10-24 15:00", "22:00"), shift("2026-10-25 08:00", "15:00")))


@pytest.mark.parametrize(
    ("place", "needed"),
    [
        (arrangement(AgreementLevel.NONE, reduced_rest=True), 11),
        (arrangement(AgreementLevel.INDIVIDUAL, reduced_rest=True), 11),
        (arrangement(AgreementLevel.UNION), 11),
        (arrangement(AgreementLevel.UNION, reduced_rest=True), 8),
    ],
)
def test_only_the_union_may_agree_to_a_shorter_rest(place: Arrangement, needed: int) -> None:
    enough = roster(shift("mon 15:00", "22:00"), shift(f"tue {needed - 2:02}:00", "12:00"), place=place)
    short = roster(shift("mon 15:00", "22:00"), shift(f"tue {needed - 3:02}:59", "12:00"), place=place)
    assert not found(RULE, enough)
    assert one(RULE, short).limit == needed


def test_a_limit_that_changes_counts_from_its_day() -> None:
    longer = [
        replace(limit, value=Decimal(12), valid_from=date(2027, 1, 1))
        for limit in LIMITS.limits
        if limit.key == RULE.name
    ]
    dated = Limits((*LIMITS.limits, *longer))
    old = roster(shift("mon 15:00", "22:00"), shift("tue 09:00", "15:00"))
    new = roster(shift("2027-01-04 15:00", "22:00"), shift("2027-01-05 09:00", "15:00"))
    both = replace(old, shifts=(*old.shifts, *new.shifts))
    assert [finding.limit for finding in RULE.findings(both, dated)] == [12]


def test_home_standby_is_rest_until_there_is_a_call_out() -> None:
    evening, morning = shift("mon 15:00", "22:00"), shift("tue 09:00", "15:00")
    for active, count in ((None, 0), (0, 0), (30, 1)):
        home = shift("mon 22:00", "09:00", kind=ShiftKind.STANDBY_HOME, active_minutes=active)
        assert len(found(RULE, roster(evening, home, morning))) == count


def test_a_resting_night_is_no_rest() -> None:
    night = shift("mon 22:00", "07:00", kind=ShiftKind.RESTING_NIGHT)
    assert one(RULE, roster(shift("mon 15:00", "22:00"), night)).measured == Decimal(8)


def test_in_a_private_household_the_rest_is_doubtful_and_so_advice() -> None:
    finding = one(RULE, roster(shift("mon 08:00", "22:00"), place=arrangement(regime=Regime.HOUSEHOLD)))
    assert (finding.weight, finding.mark) == (Weight.SHOULD, Mark.DOUBTFUL)


def test_two_assistants_do_not_disturb_each_others_rest() -> None:
    assert not found(RULE, roster(shift("mon 15:00", "22:00", "ola"), shift("tue 07:00", "15:00", "kari")))
