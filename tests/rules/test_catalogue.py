"""The check asks every rule, in an order that stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import ShiftState
from bpa_desktop.domain.span import DayRange
from bpa_desktop.rules.advice import ADVICE
from bpa_desktop.rules.catalogue import ALL_RULES, check
from bpa_desktop.rules.limits import Mark
from bpa_desktop.rules.rule import Rule, Weight
from tests.rosters import OSLO, asker_week_49, assistant, award, need, roster, shift
from tests.rules.checking import LIMITS
from tests.rules.test_against_oracle import rosters

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
    "never_together",
    "break",
    "notice",
    "award_hours",
    "contract_hours",
    "open_shift",
    "uncovered_need",
}


def test_the_rules_have_the_names_of_the_interchange() -> None:
    assert {rule.name for rule in ALL_RULES if rule.name not in ADVICE} == NAMES
    assert {rule.name for rule in ALL_RULES if rule.name in ADVICE} == {
        "late_to_early",
        "nights_in_a_row",
        "rest_after_nights",
        "fair_share",
    }
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
        (date.min, date.max, 1),
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


SENSE = {"double_booking", "absent", "unavailable", "skills", "never_together", "open_shift", "uncovered_need"}
"""Rules that rest on no paragraph."""
TEAM = (assistant("Kari", born=date(2010, 1, 1)), assistant("Ola", skills=("lift",)), assistant("Per", posts=()))


@settings(max_examples=60)
@given(rosters(most=25, who=("kari", "ola", "per", None)), st.data())
def test_every_finding_says_who_when_in_which_shifts_and_by_what(plan: Roster, data: st.DataObject) -> None:
    """On rosters in which much is wrong: a young assistant, short breaks, late plans, an award that is too small."""
    published = plan.shifts[0].span.start - timedelta(hours=100)
    shifts = tuple(
        replace(one, break_minutes=5, skills=("lift",), state=ShiftState.PUBLISHED, published_at=published)
        for one in plan.shifts
    )
    messy = replace(
        plan,
        arrangement=replace(plan.arrangement, advice=True),
        assistants=TEAM,
        shifts=shifts,
        awards=(award(DayRange(date(2026, 1, 1)), weekly="1"),),
        absences=(Absence("a", "ola", data.draw(st.sampled_from(shifts)).span, AbsenceKind.LEAVE),),
        needs=(need(1, "07:00", end="15:00", people=3),),
    )
    for finding in check(messy, LIMITS):
        assert finding.rule in {rule.name for rule in ALL_RULES}
        assert finding.weight in Weight
        assert finding.mark in Mark
        assert finding.span is not None
        assert (finding.reference != "") == (finding.rule not in SENSE)
        assert all(fact is not None for _, fact in finding.facts)
        held = [messy.shifts_by_id[name] for name in finding.shifts]
        assert held or finding.rule == "uncovered_need"
        assert len(held) == len(set(finding.shifts))
        if finding.assistant is not None:
            assert {messy.expected(one) for one in held} == {finding.assistant}
        days = DayRange(finding.span.first_day(OSLO), finding.span.last_day(OSLO))
        edges = {finding.span.start, finding.span.end}  # a rest until midnight ends where the day after begins
        apart = [
            one
            for one in held
            if edges.isdisjoint((one.span.start, one.span.end)) and not any(day in days for day in one.span.days(OSLO))
        ]
        is_rest = finding.rule == "daily_rest" or finding.fact("what") == "rest"
        assert not apart or is_rest  # told with all the unbroken work before and after a rest
