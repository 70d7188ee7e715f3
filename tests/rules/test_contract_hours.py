"""contract_hours: the mean week over the data against the contract's share of the norm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import DayRange
from bpa_desktop.domain.team import Employment, EmploymentKind
from bpa_desktop.rules.contract_hours import RULE
from bpa_desktop.rules.rule import Weight
from tests.rosters import assistant, post, roster, shift
from tests.rules.checking import found, one

WEEK = (shift("mon 08:00", "15:30"), shift("wed 08:00", "15:30"))  # 15 hours: 40 % of 37.5
NEXT = shift("sun+1 08:00", "15:00", "ola")


def plan(*posts: Employment) -> Roster:
    """Return the week with Kari in some posts."""
    return roster(*WEEK, team=(assistant("Kari", posts=posts),))


def test_a_week_as_long_as_the_contract_is_just_right() -> None:
    assert not found(RULE, plan(post("40")))


def test_a_week_longer_than_the_contract_is_advice() -> None:
    finding = one(RULE, plan(post("39.9")))
    assert finding.weight is Weight.SHOULD
    assert finding.measured == 15
    assert finding.limit == Decimal("14.96")
    assert finding.assistant == "kari"
    assert finding.reference == "AML § 14-4 a"


def test_the_mean_is_over_the_weeks_of_the_whole_data() -> None:
    data = replace(plan(post("20")), shifts=(*WEEK, NEXT))
    assert not found(RULE, data)
    assert one(RULE, replace(plan(post("19")), shifts=(*WEEK, NEXT))).measured == Decimal("7.50")


@pytest.mark.parametrize(
    ("kind", "percent", "count"),
    [(EmploymentKind.ON_CALL, "0", 0), (EmploymentKind.ON_CALL, "1", 1), (EmploymentKind.TEMPORARY, "0", 1)],
)
def test_on_call_at_0_percent_never(kind: EmploymentKind, percent: str, count: int) -> None:
    assert len(found(RULE, plan(post(percent, kind=kind)))) == count


def test_two_posts_at_once_add_up() -> None:
    assert not found(RULE, plan(post("20"), post("20")))
    assert found(RULE, plan(post("20"), post("19")))


def test_two_posts_one_after_the_other_do_not() -> None:
    before, after = DayRange(None, date(2026, 12, 2)), DayRange(date(2026, 12, 3))
    assert found(RULE, plan(post("20", days=before), post("20", days=after)))
    assert not found(RULE, plan(post("20", days=before), post("40", days=after)))


def test_weeks_without_a_post_do_not_make_the_mean_longer_or_shorter() -> None:
    only_now = post("40", days=DayRange(None, date(2026, 12, 6)))
    assert not found(RULE, replace(plan(only_now), shifts=(*WEEK, NEXT)))
    assert found(RULE, replace(plan(replace(only_now, percent=Decimal(39))), shifts=(*WEEK, NEXT)))


def test_home_standby_counts_a_seventh() -> None:
    home = shift("fri 08:00", "15:00", kind=ShiftKind.STANDBY_HOME)
    data = replace(plan(post("40")), shifts=(*WEEK, home))
    assert one(RULE, data).measured == 16


def test_without_shifts_or_posts_there_is_nothing_to_compare() -> None:
    assert not found(RULE, roster(team=(assistant("Kari"),)))
    assert not found(RULE, plan())
