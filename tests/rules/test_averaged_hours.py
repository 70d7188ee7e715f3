"""averaged_hours: the mean week over the weeks that were agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.domain.arrangement import AgreementLevel
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import DayRange
from bpa_desktop.rules.averaged_hours import RULE
from bpa_desktop.rules.rule import Weight
from tests.rosters import OSLO, arrangement, roster, shift
from tests.rules.checking import figures, found, one, worked

FOUR = arrangement(AgreementLevel.INDIVIDUAL, averaging=4)


def test_the_mean_week_is_the_week_of_the_law() -> None:
    assert not found(RULE, roster(*worked("46", "34", "46", "34"), place=FOUR))
    finding = one(RULE, roster(*worked("46", "34", "46", "34.5"), place=FOUR))
    assert finding.weight is Weight.MUST
    assert figures(finding) == (Decimal("40.13"), Decimal(40))
    assert (finding.fact("weeks"), finding.reference) == (4, "AML § 10-4 (1)")
    assert len(finding.shifts) == len(worked("46", "34", "46", "34.5"))


@pytest.mark.parametrize(("norm", "limit"), [("35.5", 38), ("33.6", 36), ("40", 40)])
def test_the_norm_says_which_week_of_the_law_it_is(norm: str, limit: int) -> None:
    place = replace(FOUR, weekly_norm=Decimal(norm))
    assert not found(RULE, roster(*worked(*[str(limit)] * 4), place=place))
    assert one(RULE, roster(*worked(*[str(limit)] * 3, str(limit + 1)), place=place)).limit == limit


def test_without_an_agreement_to_average_there_is_no_mean() -> None:
    weeks = worked("46", "46", "46", "46")
    assert not found(RULE, roster(*weeks))
    assert not found(RULE, roster(*weeks, place=arrangement(AgreementLevel.NONE, averaging=4)))
    assert not found(RULE, roster(*weeks, place=arrangement(AgreementLevel.INDIVIDUAL)))


def test_only_whole_periods_within_the_data_are_looked_at() -> None:
    weeks = worked("55", "55", "55")
    assert not found(RULE, roster(*weeks, place=FOUR))
    somebody = shift("mon+3 08:00", "16:00", "ola")
    assert one(RULE, roster(*weeks, somebody, place=FOUR)).measured == Decimal("41.25")


def test_the_last_period_ends_with_the_data() -> None:
    weeks = ["30", "48", "48", "48", "48"]
    (finding,) = found(RULE, roster(*worked(*weeks), place=FOUR))
    assert finding.span is not None
    assert finding.span.first_day(OSLO) == date(2026, 11, 30)
    last = ["20", "20", "30", "48", "48", "48"]
    (late,) = found(RULE, roster(*worked(*last), place=FOUR))
    assert late.span is not None
    assert late.span.last_day(OSLO) == date(2027, 1, 10)
    assert late.measured == Decimal("43.50")


def test_passive_work_makes_the_mean_longer() -> None:
    nights = [
        shift(f"{day}+{week} 23:00", "07:00", kind=ShiftKind.RESTING_NIGHT)
        for week in range(4)
        for day in ("mon", "tue", "wed", "thu", "fri")
    ]
    more = [shift(f"sat+{week} 22:00", "04:00", kind=ShiftKind.RESTING_NIGHT) for week in range(4)]
    assert not found(RULE, roster(*nights, *more, place=FOUR))
    finding = one(RULE, roster(*nights, *more, *(shift(f"sun+{w} 18:00", "21:00") for w in range(4)), place=FOUR))
    assert figures(finding) == (Decimal(49), Decimal(48))


def test_no_period_is_longer_than_the_law_allows() -> None:
    long = arrangement(AgreementLevel.INDIVIDUAL, averaging=60)
    assert one(RULE, roster(*worked(*["41"] * 52), place=long)).fact("weeks") == 52


def test_weeks_after_the_agreement_are_not_averaged() -> None:
    over = replace(FOUR, agreement=replace(FOUR.agreement, days=DayRange(None, date(2026, 11, 29))))
    assert not found(RULE, roster(*worked("46", "46", "46", "46"), place=over))
