"""night_average: long weeks with regular nights."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bpa_desktop.domain.arrangement import AgreementLevel
from bpa_desktop.domain.shift import Shift
from bpa_desktop.rules.limits import Mark
from bpa_desktop.rules.night_average import RULE
from bpa_desktop.rules.rule import Weight
from tests.rosters import arrangement, roster, shift
from tests.rules.checking import figures, found, one

DAYS = ("mon", "tue", "wed", "thu", "fri")


def weeks(nights: int, end: str = "07:00") -> tuple[Shift, ...]:
    """Return four weeks of five shifts from 22:00 on or, after so many nights, of nine hours by day."""
    return tuple(
        shift(f"{day}+{week} 22:00", end) if at < nights else shift(f"{day}+{week} 08:00", "17:00")
        for week in range(4)
        for at, day in enumerate(DAYS)
    )


def test_the_mean_day_is_eight_hours_with_the_weekly_rests_left_out() -> None:
    assert not found(RULE, roster(*weeks(5, "06:45")))  # 175 hours of 177.33
    finding = one(RULE, roster(*weeks(5)))  # 180 hours in 22.17 days
    assert finding.weight is Weight.MUST
    assert figures(finding) == (Decimal("8.12"), Decimal(8))
    assert (finding.reference, finding.mark, finding.fact("weeks")) == ("AML § 10-11 (6)", Mark.SEEN, 4)


@pytest.mark.parametrize(("minutes", "is_broken"), [("14:20", False), ("14:21", True)])
def test_its_edge_is_at_the_minute(minutes: str, is_broken: bool) -> None:
    assert bool(found(RULE, roster(*weeks(5, "06:45"), shift("sun+3 12:00", minutes)))) is is_broken


@pytest.mark.parametrize(("nights", "weight"), [(0, None), (1, Weight.SHOULD), (2, Weight.SHOULD), (3, Weight.MUST)])
def test_it_is_for_those_who_work_at_night_regularly(nights: int, weight: Weight | None) -> None:
    assert [f.weight for f in found(RULE, roster(*weeks(nights)))] == ([weight] if weight else [])


def test_three_hours_at_night_are_no_night_yet() -> None:
    evenings = [shift(f"{day}+{week} 15:00", "00:00") for week in range(4) for day in DAYS]
    assert not found(RULE, roster(*evenings))
    later = [shift(f"{day}+{week} 15:01", "00:01") for week in range(4) for day in DAYS]
    assert one(RULE, roster(*later)).weight is Weight.MUST


def test_shorter_weekly_rests_leave_more_days() -> None:
    place = arrangement(AgreementLevel.UNION, reduced_rest=True)
    assert not found(RULE, roster(*weeks(5), place=place))  # 180 of 186.67
    assert one(RULE, roster(*weeks(5, "08:00"), place=place)).measured == Decimal("8.57")


def test_nights_in_other_weeks_do_not_count() -> None:
    late = [shift(f"{day}+{week} 22:00", "02:00") for week in (6, 7) for day in DAYS]
    assert not found(RULE, roster(*weeks(0), *late))


def test_nobody_without_shifts_is_looked_at() -> None:
    assert not found(RULE, roster())
