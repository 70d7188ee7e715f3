"""The smallest change that mends a finding, and breaks nothing new."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.team import Grade
from bpa_desktop.rules.checker import Checker
from bpa_desktop.rules.repair import Repair, repair
from bpa_desktop.rules.rule import Finding
from bpa_desktop.rules.severity import Known
from tests.rosters import assistant, need, roster, said, shift, span
from tests.rules.advised import advised
from tests.rules.checking import LIMITS
from tests.rules.test_against_oracle import rosters

BOTH = (assistant("Kari"), assistant("Ola"))


def mended(plan: Roster, rule: str) -> Repair | None:
    """Return what mends the first finding of a rule."""
    checker = Checker(LIMITS)
    finding = next(found for found in checker.check(plan) if found.rule == rule)
    return repair(checker, plan, finding=finding)


def after(plan: Roster, rule: str) -> Shift:
    """Return the shift as it would be."""
    found = mended(plan, rule)
    assert found is not None
    assert plan.shifts_by_id[found.before.id] is found.before
    return found.after


EVENING, MORNING = shift("mon 14:00", "22:00"), shift("tue 07:00", "14:00")


def test_a_short_rest_is_mended_by_a_later_start() -> None:
    assert after(roster(EVENING, MORNING), "daily_rest") == replace(MORNING, span=span("tue 09:00", "14:00"))


def test_where_somebody_is_needed_in_the_morning_the_evening_ends_earlier() -> None:
    plan = replace(roster(EVENING, MORNING), needs=(need(2, "07:00", end="14:00"),))
    assert after(plan, "daily_rest") == replace(EVENING, span=span("mon 14:00", "20:00"))


def test_where_somebody_is_needed_at_both_the_morning_is_given_away() -> None:
    needs = (need(2, "07:00", end="14:00"), need(1, "14:00", end="22:00"))
    plan = replace(roster(EVENING, MORNING, team=BOTH), needs=needs)
    assert after(plan, "daily_rest") == replace(MORNING, assistant="ola")


def test_to_nobody_who_cannot() -> None:
    needs = (need(2, "07:00", end="14:00"), need(1, "14:00", end="22:00"))
    cannot = (said("ola", Grade.CANNOT, start="mon 00:00", end="wed 00:00"),)
    plan = replace(roster(EVENING, MORNING, team=BOTH), needs=needs, availability=cannot)
    assert mended(plan, "daily_rest") is None


def test_two_shifts_at_once_are_put_one_after_the_other() -> None:
    plan = roster(shift("mon 08:00", "12:00"), shift("mon 11:00", "15:00"))
    assert after(plan, "double_booking").span == span("mon 12:00", "15:00")


def test_a_long_day_ends_earlier() -> None:
    assert after(roster(shift("mon 08:00", "22:30")), "daily_hours").span == span("mon 08:00", "21:00")


def test_a_long_week_gives_its_shortest_shift_away_that_is_long_enough() -> None:
    days = [shift(f"{day} 08:00", "16:00", "kari") for day in ("mon", "tue", "wed", "thu", "fri")]
    short = shift("sat 08:00", "12:00", "kari")
    plan = roster(*days, short, team=BOTH)
    assert after(plan, "weekly_hours") == replace(short, assistant="ola")


def test_a_skill_a_sunday_and_a_day_off_are_a_matter_of_who() -> None:
    lift = shift("mon 08:00", "12:00", "kari", skills=("lift",))
    able = (assistant("Kari"), assistant("Ola"), assistant("Per", skills=("lift",)))
    assert after(roster(lift, team=able), "skills").assistant == "per"
    sundays = (shift("sun 08:00", "12:00"), shift("sun+1 08:00", "12:00"))
    assert after(roster(*sundays, team=BOTH), "sunday_rest").assistant == "ola"


def test_a_short_break_is_made_long_enough() -> None:
    assert after(roster(shift("mon 08:00", "16:00", break_minutes=10)), "break").break_minutes == 30


@pytest.mark.parametrize(
    ("plan", "rule"),
    [
        (roster(shift("mon 08:00", "12:00", None)), "open_shift"),
        (replace(roster(shift("mon 08:00", "12:00")), needs=(need(1, "12:00", end="14:00"),)), "uncovered_need"),
    ],
)
def test_what_is_beyond_one_shift_has_no_repair(plan: Roster, rule: str) -> None:
    assert mended(plan, rule) is None


def test_home_standby_is_no_night_of_the_young() -> None:
    assert after(roster(shift("mon 08:00", "22:30", kind=ShiftKind.TRAINING)), "daily_rest").span.hours == 13


@settings(max_examples=60)
@given(rosters(most=8, who=("kari", "ola", "per")))
def test_a_repair_mends_its_finding_and_breaks_nothing_new(plan: Roster) -> None:
    checker = Checker(LIMITS)
    findings = checker.check(plan)
    for finding in findings[:3]:
        found = repair(checker, plan, finding=finding)
        if found is None:
            continue
        now = Checker(LIMITS).check(plan.with_shift(found.after))
        assert not list(Known(findings).new_among(now))
        assert not any(is_same(finding, other) for other in now)
        assert checker.check(plan) == findings


def is_same(finding: Finding, other: Finding) -> bool:
    """Tell whether two findings say the same of the same shifts."""
    matter = (finding.rule, finding.weight, finding.assistant, finding.shifts)
    return matter == (other.rule, other.weight, other.assistant, other.shifts)


def test_where_the_evening_is_needed_a_long_day_begins_later() -> None:
    plan = replace(roster(shift("mon 08:00", "22:30")), needs=(need(1, "12:00", end="22:30"),))
    assert after(plan, "daily_hours").span == span("mon 09:30", "22:30")


def test_where_all_of_it_is_needed_a_shift_is_moved_whole() -> None:
    first, second = shift("mon 08:00", "15:00"), shift("mon 14:00", "14:30")
    plan = replace(roster(first, second), needs=(need(1, "08:00", end="15:00"),))
    assert after(plan, "double_booking") == replace(second, span=span("mon 15:00", "15:30"))


def test_a_rest_is_given_away_by_its_shortest_shift() -> None:
    needs = (need(2, "07:00", end="12:00"), need(1, "14:00", end="22:00"))
    morning = shift("tue 07:00", "12:00", "kari")
    plan = replace(roster(EVENING, morning, team=BOTH), needs=needs)
    assert after(plan, "daily_rest") == replace(morning, assistant="ola")


def test_shifts_that_are_all_too_short_are_tried_all_the_same() -> None:
    days = [shift(f"{day} 0{start}:00", f"0{start + 4}:00", "kari") for day in ("mon",) for start in (0, 4)]
    plan = roster(*days, shift("mon 08:00", "16:00", "kari"), team=BOTH)
    assert mended(plan, "daily_hours") is not None


def test_advice_stands_in_the_way_of_no_law() -> None:
    """The morning begins an hour later, eleven hours after the evening: lawful, and advised against."""
    plan = advised(shift("mon 13:00", "21:00"), shift("tue 07:00", "14:00"))
    mended = plan.with_shift(after(plan, "daily_rest"))
    assert [finding.rule for finding in Checker(LIMITS).check(mended)] == ["late_to_early"]


def test_advice_on_rest_is_followed_by_a_later_start() -> None:
    plan = advised(shift("mon 15:00", "21:00"), shift("tue 08:00", "15:00"))
    checker = Checker(LIMITS)
    (finding,) = checker.check(plan)
    mended = repair(checker, plan, finding=finding)
    assert mended is not None
    assert mended.after.span == span("tue 10:00", "15:00")


def test_no_more_is_tried_than_is_asked_for() -> None:
    plan = roster(EVENING, MORNING)
    checker = Checker(LIMITS)
    finding = next(one for one in checker.check(plan) if one.rule == "daily_rest")
    assert repair(checker, plan, finding=finding, tries=0) is None
    assert repair(checker, plan, finding=finding, tries=1) is not None
    needed = replace(plan, needs=(need(2, "07:00", end="14:00"),))
    checker.check(needed)
    assert repair(checker, needed, finding=finding, tries=1) is None
    assert repair(checker, needed, finding=finding, tries=2) is not None


def test_of_several_shifts_round_a_rest_those_next_to_it_give_way() -> None:
    """The evening's last and the morning's first; each of them has a neighbour that must stay as it is."""
    noon, evening = shift("mon 12:00", "16:00"), shift("mon 16:00", "22:00")
    early, late = shift("tue 07:00", "11:00"), shift("tue 11:00", "13:00")
    assert after(roster(noon, evening, early, late), "daily_rest") == replace(early, span=span("tue 09:00", "11:00"))
    needed = replace(roster(noon, evening, early, late), needs=(need(2, "07:00", end="13:00"),))
    assert after(needed, "daily_rest") == replace(evening, span=span("mon 16:00", "20:00"))


def test_an_evening_is_moved_whole_where_all_of_it_and_of_the_morning_is_needed() -> None:
    evening, morning = shift("mon 21:00", "22:30"), shift("tue 07:30", "12:00")
    others = (shift("mon 19:00", "22:30", "ola"), shift("tue 07:30", "09:00", "per"))
    needs = (need(2, "07:30", end="12:00"), need(1, "19:00", end="20:00"))
    plan = replace(roster(evening, morning, *others), needs=needs)
    assert after(plan, "daily_rest").span.end <= evening.span.end


def test_a_shift_of_no_more_than_is_lacking_is_never_made_to_nothing() -> None:
    evening, short = shift("mon 14:00", "22:00"), shift("tue 07:00", "09:00")
    assert after(roster(evening, short), "daily_rest") != replace(short, span=short.span)
    assert after(roster(evening, short), "daily_rest").span.length >= short.span.length


def test_a_long_week_gives_away_what_is_long_enough_though_two_are_shorter() -> None:
    days = [shift(f"{day} 08:00", "16:00", "kari") for day in ("mon", "tue", "wed", "thu")]
    little = [shift("sat 08:00", "08:30", "kari"), shift("sat 09:00", "09:30", "kari")]
    enough = shift("sun 08:00", "12:00", "kari")
    plan = roster(*days, shift("fri 08:00", "15:00", "kari"), *little, enough, team=BOTH)
    assert after(plan, "weekly_hours") == replace(enough, assistant="ola")


def test_of_two_as_long_the_later_is_given_away() -> None:
    days = [shift(f"{day} 08:00", "16:30", "kari") for day in ("mon", "tue", "wed", "thu", "fri")]
    assert after(roster(*days, team=BOTH), "weekly_hours") == replace(days[-1], assistant="ola")
