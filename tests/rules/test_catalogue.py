"""The check asks every rule, in an order that stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bpa_desktop.domain.span import DayRange
from bpa_desktop.rules.catalogue import ADVICE, ALL_RULES, check
from bpa_desktop.rules.rule import Rule, Weight
from tests.rosters import asker_week_49, roster, shift
from tests.rules.checking import LIMITS

NAMES = {
    "double_booking",
    "absent",
    "unavailable",
    "daily_rest",
    "weekly_rest",
    "daily_hours",
    "weekly_hours",
    "averaged_hours",
    "overtime_week",
    "overtime_four_weeks",
    "overtime_year",
    "sunday_rest",
    "night_average",
    "under_18",
    "skills",
    "break",
    "notice",
    "award_hours",
    "contract_hours",
    "open_shift",
    "uncovered_need",
}


def test_the_rules_have_the_names_of_the_interchange() -> None:
    assert {rule.name for rule in ALL_RULES if rule not in ADVICE} == NAMES
    assert {rule.name for rule in ADVICE} == {"late_to_early", "nights_in_a_row", "rest_after_nights", "fair_share"}
    assert len(ALL_RULES) == len(NAMES) + 4


def test_the_example_breaks_what_it_breaks_and_nothing_else() -> None:
    found = [(finding.rule, finding.weight.value, finding.assistant) for finding in check(asker_week_49(), LIMITS)]
    assert found == [
        ("contract_hours", "should", "amina"),
        ("uncovered_need", "should", None),
        ("absent", "must", "ola"),
        ("uncovered_need", "should", None),
        ("open_shift", "should", None),
        ("uncovered_need", "should", None),
        ("contract_hours", "should", "ingrid"),
    ]


def test_an_empty_roster_breaks_nothing() -> None:
    assert check(roster(), LIMITS) == ()


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (date(2026, 12, 4), date(2026, 12, 4), 1),
        (date(2026, 12, 5), date(2026, 12, 5), 1),
        (date(2026, 12, 6), date(2026, 12, 31), 0),
        (None, date(2026, 12, 3), 0),
        (date(2026, 12, 5), None, 1),
    ],
)
def test_a_finding_belongs_to_the_days_it_touches(first: date | None, last: date | None, count: int) -> None:
    plan = roster(shift("fri 22:00", "07:00", None))
    assert len(check(plan, LIMITS, days=DayRange(first, last))) == count


def test_only_the_rules_asked_for_answer() -> None:
    rule = next(rule for rule in ALL_RULES if rule.name == "absent")
    assert {finding.rule for finding in check(asker_week_49(), LIMITS, rules=(rule,))} == {"absent"}


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.name)
def test_every_finding_bears_its_rules_name_and_a_figure_whole_or_none(rule: Rule) -> None:
    bad = replace(
        asker_week_49(),
        shifts=tuple(replace(held, assistant=held.assistant and "jonas") for held in asker_week_49().shifts),
    )
    findings = (*rule.findings(bad, LIMITS), *rule.findings(asker_week_49(), LIMITS))
    for finding in findings:
        assert finding.rule == rule.name
        assert (finding.measured is None) == (finding.limit is None) == (finding.unit is None)
        assert finding.weight in Weight


def test_a_holder_who_is_in_no_team_is_checked_too() -> None:
    plan = roster(shift("mon 08:00", "22:00", "stranger"), team=())
    assert {finding.assistant for finding in check(plan, LIMITS)} == {"stranger"}


def test_a_long_stretch_of_touching_shifts_names_only_those_of_the_day() -> None:
    plan = roster(*(shift(f"{day} 0{hour}:00", f"0{hour + 1}:00") for day in ("mon",) for hour in range(9)))
    more = replace(plan, shifts=(*plan.shifts, shift("mon 09:00", "18:00"), shift("mon 18:00", "tue 12:00")))
    long = [finding for finding in check(more, LIMITS) if finding.rule == "daily_hours"]
    assert [len(finding.shifts) for finding in long] == [11, 1]
