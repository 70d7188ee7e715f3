"""The three rules of overtime: by week, by four weeks, by 52."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bpa_desktop.domain.arrangement import AgreementLevel, Arrangement, Regime
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.rules import overtime_four_weeks, overtime_week, overtime_year
from bpa_desktop.rules.limits import Mark
from bpa_desktop.rules.rule import Rule, Weight
from tests.rosters import arrangement, roster, shift
from tests.rules.checking import figures, found, one, worked

WEEK, FOUR, YEAR = overtime_week.RULE, overtime_four_weeks.RULE, overtime_year.RULE
NOBODY = arrangement()
UNION = arrangement(AgreementLevel.UNION)
ALONE = arrangement(AgreementLevel.INDIVIDUAL)


@pytest.mark.parametrize(
    ("rule", "place", "legal", "limit"),
    [
        (WEEK, NOBODY, ["50"], 10),
        (WEEK, ALONE, ["50"], 10),
        (WEEK, UNION, ["60"], 20),
        (WEEK, arrangement(AgreementLevel.INDIVIDUAL, averaging=8), ["58"], 10),
        (WEEK, arrangement(AgreementLevel.UNION, averaging=8), ["74"], 20),
        (FOUR, NOBODY, ["46", "46", "46", "47"], 25),
        (FOUR, UNION, ["52", "52", "53", "53"], 50),
        (YEAR, NOBODY, ["45"] * 40, 200),
        (YEAR, UNION, ["46"] * 50, 300),
    ],
)
def test_overtime_is_as_long_as_law_and_agreement_say(
    rule: Rule, place: Arrangement, legal: list[str], limit: int
) -> None:
    assert not found(rule, roster(*worked(*legal), place=place))
    more = str(Decimal(legal[-1]) + Decimal("0.25"))
    finding = one(rule, roster(*worked(*legal[:-1], more), place=place))
    assert (finding.rule, finding.weight, finding.mark) == (rule.name, Weight.MUST, Mark.SEEN)
    assert figures(finding) == (limit + Decimal("0.25"), limit)
    assert finding.reference.startswith("AML § 10-6 (")


def test_overtime_weeks_further_apart_than_the_run_are_not_added_up() -> None:
    assert not found(FOUR, roster(*worked("50", "50", "40", "40", "50", "50")))
    assert one(FOUR, roster(*worked("50", "50", "40", "46"))).measured == 26


def test_every_run_of_four_weeks_is_looked_at() -> None:
    finding = one(FOUR, roster(*worked("49", "40", "40", "40", "49", "49", "48", "40")))
    assert finding.measured == 26
    assert finding.fact("weeks") == 4


def test_weeks_older_than_fifty_two_are_forgotten() -> None:
    assert not found(YEAR, roster(*worked(*["48"] * 13, *["40"] * 27, *["48"] * 13)))
    assert one(YEAR, roster(*worked(*["48"] * 13, *["40"] * 26, *["48"] * 13))).measured == 208


def test_passive_work_that_makes_the_week_longer_is_no_overtime() -> None:
    nights = tuple(
        shift(f"{day} 22:00", "07:00", kind=ShiftKind.RESTING_NIGHT) for day in ("mon", "tue", "wed", "thu", "fri")
    )
    finding = one(WEEK, roster(*nights, shift("sat 17:00", "00:00"), shift("sun 12:00", "18:15")))
    assert finding.measured == Decimal("10.25")


def test_the_household_regulation_was_not_read_so_overtime_is_advice_there() -> None:
    finding = one(WEEK, roster(*worked("50.25"), place=arrangement(regime=Regime.HOUSEHOLD)))
    assert (finding.weight, finding.mark) == (Weight.SHOULD, Mark.DOUBTFUL)


def test_an_ordinary_week_has_none() -> None:
    for rule in (WEEK, FOUR, YEAR):
        assert not found(rule, roster(*worked(*["40"] * 60)))
        assert not found(rule, roster())
