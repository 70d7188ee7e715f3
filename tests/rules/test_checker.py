"""The incremental check says what the whole check says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.award import AccountPeriod
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import DayRange, Span
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.catalogue import check
from bpa_desktop.rules.checker import Checker
from bpa_desktop.rules.rule import Finding, Rule
from bpa_desktop.rules.severity import Known
from tests.rosters import absence, arrangement, asker_week_49, assistant, award, need, post, roster, shift
from tests.rules.advised import advised
from tests.rules.checking import LIMITS
from tests.rules.test_against_oracle import rosters

PEOPLE = ("kari", "ola", "per", None)
NEEDS = (need(1, "07:00", end="15:00"), need(1, "14:00", end="22:00", people=2), need(6, "22:00", end="06:00"))


@st.composite
def changes(draw: st.DrawFn, plan: Roster) -> Roster:
    """Draw a roster that differs from another in one thing."""
    held = draw(st.sampled_from(plan.shifts))
    return draw(
        st.sampled_from(
            [
                plan.with_shift(replace(held, assistant=draw(st.sampled_from(PEOPLE)))),
                plan.with_shift(replace(held, span=held.span.moved(timedelta(hours=draw(st.integers(-60, 60)))))),
                plan.with_shift(replace(held, kind=draw(st.sampled_from(ShiftKind)))),
                replace(plan, shifts=tuple(other for other in plan.shifts if other is not held)),
                replace(plan, absences=(Absence("a", "kari", held.span, AbsenceKind.LEAVE),)),
                replace(plan, absences=()),
                replace(plan, needs=NEEDS[: draw(st.integers(0, 3))]),
                replace(plan, awards=(award(DayRange(date(2026, 1, 1)), weekly=str(draw(st.integers(0, 9)))),)),
                replace(plan, arrangement=replace(arrangement(averaging=2), weekly_norm=plan.arrangement.weekly_norm)),
                replace(plan, arrangement=replace(plan.arrangement, advice=not plan.arrangement.advice)),
                replace(plan, assistants=(assistant("Kari", born=date(2010, 1, 1)),)),
            ]
        )
    )


@settings(max_examples=60)
@given(rosters(most=15, who=PEOPLE), st.data())
def test_after_any_changes_it_finds_what_the_whole_check_finds(plan: Roster, data: st.DataObject) -> None:
    checker = Checker(LIMITS)
    plan = replace(plan, arrangement=replace(plan.arrangement, advice=data.draw(st.booleans())))
    plan = replace(plan, needs=NEEDS, awards=(award(DayRange(date(2026, 1, 1)), period=AccountPeriod.QUARTER),))
    for _ in range(5):
        assert checker.check(plan) == check(plan, LIMITS)
        changed = data.draw(changes(plan))
        new = Known(check(plan, LIMITS)).new_among(check(changed, LIMITS))
        assert checker.new_in(changed) == tuple(new)
        assert checker.check(plan) == check(plan, LIMITS)
        if not changed.shifts:
            return
        plan = changed


def test_whose_turns_are_too_many_follows_what_the_others_have() -> None:
    """Nothing of Kari's changes, and she has more than her part all the same."""
    team = tuple(assistant(name, posts=(post("50"),)) for name in ("Kari", "Ola"))
    sundays = [shift(f"{date(2026, 1, 4) + timedelta(weeks=n)} 09:00", "15:00", "ola") for n in range(20)]
    even = advised(*(replace(one, assistant="kari") for one in sundays[:10]), *sundays[10:], team=team)
    checker = Checker(LIMITS)
    assert "fair_share" not in {finding.rule for finding in checker.check(even)}
    less = replace(even, shifts=(*even.shifts[:12], even.shifts[-1]))
    assert [finding.assistant for finding in checker.new_in(less) if finding.rule == "fair_share"] == ["kari"]
    assert checker.check(less) == check(less, LIMITS)


def test_what_is_drawn_beyond_an_award_is_told_anew_after_each_change() -> None:
    checker = Checker(LIMITS)
    plan = replace(asker_week_49(), awards=(award(DayRange(date(2026, 11, 30), date(2026, 12, 6)), weekly="20"),))
    for minutes in (0, 15, -15, 300):
        moved = plan.shifts[0]
        plan = plan.with_shift(replace(moved, span=Span(moved.span.start, moved.span.end + timedelta(minutes=minutes))))
        found = checker.check(plan)
        assert found == check(plan, LIMITS)
        assert "award_hours" in {finding.rule for finding in found}


def test_a_need_is_looked_at_anew_when_who_is_there_changes() -> None:
    checker = Checker(LIMITS)
    plan = replace(roster(shift("mon 07:00", "15:00"), shift("mon+1 07:00", "15:00", "ola")), needs=NEEDS[:1])
    for who in ("per", None, "ola"):
        plan = plan.with_shift(replace(plan.shifts[0], assistant=who))
        assert checker.check(plan) == check(plan, LIMITS)


def test_only_the_days_asked_for_are_given_but_all_is_kept() -> None:
    checker, day = Checker(LIMITS), date(2026, 12, 4)
    days = DayRange(day, day)
    assert checker.check(asker_week_49(), days=days) == check(asker_week_49(), LIMITS, days=days)
    assert checker.new_in(asker_week_49()) == ()


def test_those_a_change_does_not_touch_are_not_asked_about_again() -> None:
    asked: list[str | None] = []

    def look(_: Case, who: str | None) -> Iterator[Finding]:
        asked.append(who)
        yield from ()

    rule = Rule("double_booking", look)
    checker = Checker(LIMITS, rules=(rule,))
    plan = roster(
        shift("mon 08:00", "15:00", "kari"), shift("tue 08:00", "15:00", "ola"), shift("wed 08:00", "15:00", "per")
    )
    checker.check(plan)
    assert asked == ["kari", "ola", "per", None]
    asked.clear()
    checker.check(plan.with_shift(replace(plan.shifts[1], assistant="per")))
    assert asked == ["ola", "per", None]
    asked.clear()
    checker.check(replace(plan, absences=(absence("kari", "mon 00:00", "tue 00:00"),)))
    assert asked == ["kari", "ola", "per", None]


def test_about_other_days_of_the_same_roster_nothing_is_asked_again() -> None:
    asked: list[str | None] = []

    def look(_: Case, who: str | None) -> Iterator[Finding]:
        asked.append(who)
        yield from ()

    checker, plan = Checker(LIMITS, rules=(Rule("double_booking", look),)), roster(shift("mon 08:00", "15:00", "kari"))
    checker.check(plan)
    asked.clear()
    checker.check(plan, days=DayRange(date(2026, 12, 4), date(2026, 12, 4)))
    assert asked == []
