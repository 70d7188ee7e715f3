"""Over many weeks, too, the check that looks only as far as a change reaches says what the whole check says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.arrangement import AgreementLevel, Arrangement, Regime
from bpa_desktop.domain.award import AccountPeriod
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind, ShiftState
from bpa_desktop.domain.span import DayRange, Span, local_instant
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.domain.team import Assistant, Grade
from bpa_desktop.rules import skills
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.catalogue import check
from bpa_desktop.rules.checker import Checker
from bpa_desktop.rules.limits import Limits
from bpa_desktop.rules.rule import Finding, Rule
from bpa_desktop.rules.severity import Known
from tests.benchmarks.plans import plan_of
from tests.rosters import OSLO, arrangement, assistant, award, need, post, said
from tests.rules.checking import LIMITS

FIRST = date(2026, 1, 5)
PEOPLE = ("kari", "ola", "per", None)
NEEDS = (need(1, "07:00", end="15:00"), need(3, "14:00", end="22:00", people=2), need(6, "22:00", end="06:00"))
TEAM = (
    replace(assistant("Kari", posts=(post("100"),)), never_with=("ola",)),
    assistant("Ola", skills=("lift",), posts=(post("20", days=DayRange(FIRST, FIRST + timedelta(weeks=9))),)),
    assistant("Per", born=date(2008, 3, 4), posts=()),  # of age on a Wednesday within the weeks
)
AVERAGED = replace(arrangement(AgreementLevel.INDIVIDUAL, averaging=6, sundays=True), advice=True)
PLACES: tuple[Arrangement, ...] = (arrangement(), replace(arrangement(), advice=True), AVERAGED)


class Habit(NamedTuple):
    """A shift of every week, or of every other."""

    weekday: int
    hour: int
    hours: int
    kind: ShiftKind
    every: int


HABITS = st.builds(
    Habit,
    st.integers(0, 6),
    st.integers(0, 23),
    st.integers(1, 16),
    st.sampled_from(ShiftKind),
    st.sampled_from((1, 1, 2)),
)


@st.composite
def long_plans(draw: st.DrawFn) -> Roster:
    """Draw a roster of up to half a year in which everybody has their habits, and some have none."""
    weeks = draw(st.sampled_from((3, 14, 26)))
    shifts: list[Shift] = []
    for who in PEOPLE:
        habits = draw(st.lists(HABITS, max_size=7 if who else 1))
        if draw(st.integers(0, 3)) == 0 and who:  # who works every day, of whom nothing is over before all is
            habits = [habit._replace(weekday=day) for habit in habits[:1] for day in range(7)]
        for at, habit in enumerate(habits):
            shifts += [
                _shift(f"{who}-{at}-{week}", who, habit, FIRST + timedelta(weeks=week))
                for week in range(0, weeks, habit.every)
            ]
    shifts.append(_shift("last", "per", Habit(0, 8, 7, ShiftKind.ACTIVE, 1), FIRST + timedelta(weeks=weeks)))
    period = draw(st.sampled_from(AccountPeriod))
    return Roster(
        draw(st.sampled_from(PLACES)),
        awards=(award(DayRange(FIRST), weekly="40", period=period),),
        assistants=TEAM,
        availability=(said("kari", Grade.CANNOT, start="2026-03-02 00:00", end="2026-03-09 00:00"),),
        needs=NEEDS,
        shifts=tuple(shifts),
    )


def _shift(name: str, who: str | None, habit: Habit, monday: date) -> Shift:
    zone: ZoneInfo = OSLO
    start = local_instant(
        monday + timedelta(days=habit.weekday), datetime.min.time().replace(hour=habit.hour), zone=zone
    )
    span = Span(start, start + timedelta(hours=habit.hours))
    told = start - timedelta(days=13) if habit.every == 2 else None
    state = ShiftState.PUBLISHED if told else ShiftState.DRAFT
    skills = ("lift",) if habit.hours == 7 else ()
    return Shift(name, span, who, habit.kind, break_minutes=habit.hour, state=state, published_at=told, skills=skills)


@st.composite
def changes(draw: st.DrawFn, plan: Roster) -> Roster:
    """Draw what a change of some shifts makes of a roster: near or far, at its ends, to and fro."""
    at = draw(st.one_of(st.integers(0, len(plan.shifts) - 1), st.sampled_from((0, len(plan.shifts) - 1))))
    one, who = plan.shifts[at], draw(st.sampled_from(PEOPLE))
    far = timedelta(days=draw(st.sampled_from((-1, 1, 7, -21, 60, -60))), hours=draw(st.integers(-9, 9)))
    days = Span(one.span.start - timedelta(days=draw(st.integers(0, 20))), one.span.end)
    filled = SubstituteRequest("r", one.id, draw(st.sampled_from(RequestState)), chosen=who)
    make: Callable[[], Roster] = draw(
        st.sampled_from(
            [
                lambda: plan.with_shift(replace(one, span=one.span.moved(far))),
                lambda: plan.placed(one, span=one.span.moved(far), holder=who),
                lambda: plan.placed(one, span=one.span, holder=who),
                lambda: plan.with_shift(replace(one, span=Span(one.span.start, one.span.end + abs(far)))),
                lambda: plan.with_shift(replace(one, id=f"{one.id}-{far}", span=one.span.moved(far), assistant=who)),
                lambda: plan.with_shift(replace(one, kind=draw(st.sampled_from(ShiftKind)))),
                lambda: _without(plan, one),
                lambda: replace(plan, absences=(Absence("a", "kari", days, AbsenceKind.LEAVE),)),
                lambda: replace(plan, absences=()),
                lambda: replace(plan, requests=(filled,)).after(plan, {one.id: one}),
                lambda: replace(plan, requests=()).after(
                    plan, {held.shift: _by_id(plan, held) for held in plan.requests}
                ),
                lambda: replace(plan, arrangement=draw(st.sampled_from(PLACES))),
                lambda: replace(plan, assistants=(*TEAM[:1], _renamed(TEAM[1]), *TEAM[2:])),
                lambda: replace(plan, needs=NEEDS[: draw(st.integers(0, 3))]),
            ]
        )
    )
    return make()


def _without(plan: Roster, one: Shift) -> Roster:
    return replace(plan, shifts=tuple(other for other in plan.shifts if other is not one)).after(plan, {one.id: None})


def _by_id(plan: Roster, request: SubstituteRequest) -> Shift | None:
    return plan.shifts_by_id.get(request.shift)


def _renamed(one: Assistant) -> Assistant:
    return replace(one, name="Olav")


@settings(max_examples=60)
@given(long_plans(), st.data())
def test_after_any_changes_over_many_weeks_it_finds_what_the_whole_check_finds(
    plan: Roster, data: st.DataObject
) -> None:
    checker, seen = Checker(LIMITS), [plan]
    for _ in range(5):
        whole = check(plan, LIMITS)
        assert checker.check(plan) == whole
        changed = data.draw(st.one_of(changes(plan), changes(plan), st.sampled_from(seen)))  # or undone
        if not changed.shifts:
            return
        assert checker.new_in(changed) == tuple(Known(whole).new_among(check(changed, LIMITS)))
        day = changed.shifts[-1].span.first_day(OSLO)
        days = DayRange(day - timedelta(days=data.draw(st.integers(0, 30))), day)
        assert checker.check(plan, days=days) == check(plan, LIMITS, days=days)
        plan = changed
        seen.append(plan)
        assert checker.check(plan, days=days) == check(plan, LIMITS, days=days)


def test_of_years_only_the_weeks_round_a_change_are_looked_at_and_all_else_is_the_very_same() -> None:
    looked: list[tuple[str | None, int]] = []

    def look(case: Case, who: str | None) -> Iterator[Finding]:
        looked.append((who, len(case.held(who))))
        yield from skills.RULE.near(case, who)

    plan = plan_of(150)
    plan = replace(plan, shifts=tuple(replace(one, skills=("lift",)) for one in plan.shifts))  # nobody has it
    checker = Checker(LIMITS, rules=(Rule("skills", near=look),))
    before = checker.check(plan)
    looked.clear()
    moved = plan.shifts[len(plan.shifts) // 2]
    now = checker.check(plan.with_shift(replace(moved, span=moved.span.moved(timedelta(hours=20)))))
    assert [who for who, _ in looked] == [moved.assistant]
    assert 0 < looked[0][1] < 60  # of six hundred
    known = {id(one) for one in before}
    new = [one for one in now if id(one) not in known]
    assert all(one.assistant == moved.assistant for one in new)
    assert len(new) < 60 < len(now) == len(plan.shifts)


def daily(who: str, hour: int, *, hours: int, days: int, kind: ShiftKind = ShiftKind.ACTIVE) -> tuple[Shift, ...]:
    """Return a shift on each of so many days."""
    habit = Habit(0, hour, hours, kind, 1)
    return tuple(_shift(f"{who}-{day}", who, habit, FIRST + timedelta(days=day)) for day in range(days))


def checked_after_each(*plans: Roster, limits: Limits = LIMITS) -> tuple[Finding, ...]:
    """Check rosters one after the other; return what is found last, which is what the whole check finds."""
    checker = Checker(limits)
    for plan in plans:
        found = checker.check(plan)
        assert found == check(plan, limits)
    return found


def advised(*shifts: Shift, team: tuple[Assistant, ...] = TEAM) -> Roster:
    return Roster(PLACES[1], assistants=team, shifts=shifts, needs=NEEDS)


def test_a_row_of_nights_that_began_long_before_a_change_is_told_anew() -> None:
    nights = daily("kari", 22, hours=8, days=90)
    plan = advised(*nights)
    found = checked_after_each(plan, _without(plan, nights[70]), plan)
    (row,) = (one for one in found if one.rule == "nights_in_a_row")
    assert len(row.shifts) == 90


def test_a_shift_longer_than_any_before_is_seen_from_its_end_too() -> None:
    plan = advised(*daily("kari", 8, hours=3, days=90)[::3])
    start = plan.shifts[3].span.start
    long = plan.with_shift(Shift("long", Span(start, start + timedelta(days=45)), "kari"))
    late = long.shifts[17]
    checked_after_each(plan, long, long.with_shift(replace(late, span=late.span.moved(timedelta(hours=2)))))


def test_changes_far_from_each_other_are_both_seen() -> None:
    plan = advised(*daily("kari", 7, hours=8, days=90), *daily("ola", 14, hours=8, days=90))
    gone = _without(_without(plan, plan.shifts[0]), plan.shifts[170])
    checked_after_each(plan, gone, plan)
    other = _without(_without(plan, plan.shifts[84]), plan.shifts[93])
    checked_after_each(plan, other, gone)


def test_who_is_called_otherwise_is_called_so_in_what_is_found_about_another() -> None:
    plan = advised(*daily("kari", 7, hours=8, days=3), *daily("ola", 14, hours=8, days=3))
    found = checked_after_each(plan, replace(plan, assistants=(*TEAM[:1], _renamed(TEAM[1]), *TEAM[2:])))
    assert {one.fact("other") for one in found if one.rule == "never_together" and one.assistant == "kari"} == {"Olav"}


def test_a_standby_at_home_long_before_changes_no_figure() -> None:
    """Its share of the law has no end as a decimal, and is rounded; thirteen hours and a third never are."""
    home = daily("kari", 8, hours=7, days=1, kind=ShiftKind.STANDBY_HOME)
    days = daily("kari", 7, hours=13, days=70)[1:]
    days = tuple(replace(one, span=Span(one.span.start, one.span.end + timedelta(minutes=20))) for one in days[::4])
    plan = advised(*home, *days)
    found = checked_after_each(plan, plan.with_shift(replace(days[-2], span=days[-2].span.moved(timedelta(hours=1)))))
    assert "daily_hours" in {one.rule for one in found}


def test_what_standby_at_home_counts_follows_the_first_shift_of_all() -> None:
    law = next(one for one in LIMITS.limits if one.key == "standby_home_divisor" and one.regime is Regime.AML)
    later = replace(law, value=law.value - 2, valid_from=FIRST + timedelta(weeks=2))
    limits = replace(LIMITS, limits=(*LIMITS.limits, later))
    home = daily("kari", 0, hours=20, days=90, kind=ShiftKind.STANDBY_HOME)
    plan = advised(
        home[0], *home[30:], *(replace(one, id=f"a-{one.id}") for one in daily("kari", 20, hours=3, days=90)[30:])
    )
    found = checked_after_each(plan, _without(plan, home[0]), limits=limits)
    assert "weekly_hours" in {one.rule for one in found}
