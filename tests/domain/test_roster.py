"""Who will be there: the chosen substitute, else who is planned, unless that one is wholly away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.roster import Roster, held_by, held_differently, held_in
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from tests.rosters import absence, roster, shift, span

FRIDAY = shift("fri 15:00", "22:00", "ola")


def chosen(who: str, state: RequestState = RequestState.FILLED) -> SubstituteRequest:
    """Return a request for Friday evening for which somebody was chosen."""
    return SubstituteRequest("r", FRIDAY.id, state, chosen=who)


def holder(plan: Roster) -> str | None:
    """Return who will be there on Friday evening."""
    return plan.holder(FRIDAY)


def test_the_planned_assistant_holds_the_shift() -> None:
    assert holder(roster(FRIDAY)) == "ola"


def test_nobody_holds_the_shift_of_who_is_wholly_away_for_part_of_it() -> None:
    plan = replace(roster(FRIDAY), absences=(absence("ola", "fri 21:00", "sat 12:00"),))
    assert holder(plan) is None


def test_an_absence_that_is_graded_or_touches_only_takes_nobody_away() -> None:
    graded = absence("ola", "fri 00:00", "sat 00:00", grade="50")
    earlier = absence("ola", "fri 00:00", "15:00")
    assert holder(replace(roster(FRIDAY), absences=(graded, earlier))) == "ola"


def test_the_chosen_substitute_holds_the_shift_and_the_plan_keeps_its_name() -> None:
    plan = replace(roster(FRIDAY), absences=(absence("ola", "fri 00:00", "sat 00:00"),), requests=(chosen("per"),))
    assert holder(plan) == "per"
    assert plan.shifts_by_holder == {"per": (FRIDAY,)}
    assert plan.shifts[0].assistant == "ola"


def test_a_chosen_name_counts_only_in_a_filled_request() -> None:
    assert holder(replace(roster(FRIDAY), requests=(chosen("per", RequestState.ASKING),))) == "ola"


def test_a_substitute_who_is_away_holds_nothing() -> None:
    away = (absence("ola", "fri 00:00", "sat 00:00"), absence("per", "fri 16:00", "17:00"))
    assert holder(replace(roster(FRIDAY), absences=away, requests=(chosen("per"),))) is None


def test_held_shifts_stand_in_time_order() -> None:
    early, late = shift("mon 08:00", "15:00"), shift("tue 08:00", "15:00")
    assert roster(late, early).shifts_by_holder["kari"] == (early, late)


def test_the_days_of_a_roster_are_those_its_shifts_start_on() -> None:
    assert roster(shift("fri 22:00", "07:00"), shift("mon 08:00", "15:00")).days == (
        date(2026, 11, 30),
        date(2026, 12, 4),
    )
    assert roster().days is None


def test_shifts_in_a_span_are_those_that_share_time_with_it() -> None:
    plan = roster(shift("fri 08:00", "15:00"), FRIDAY)
    assert plan.shifts_in(span("fri 15:00", "16:00")) == (FRIDAY,)


def test_what_is_held_in_a_span_is_what_shares_time_with_it_of_whoever_holds_anything_there() -> None:
    early, late, night = shift("mon 08:00", "15:00"), shift("mon 14:00", "22:00"), shift("mon 22:00", "07:00", "ola")
    plan, asked = roster(night, late, early), span("mon 14:30", "15:00")
    assert held_in(plan, asked) == {"kari": (early, late)}
    assert plan.shifts_by_holder
    assert held_in(plan, asked) == {"kari": (early, late)}


def test_the_latest_request_that_was_not_withdrawn_counts() -> None:
    old = SubstituteRequest("old", FRIDAY.id, RequestState.UNFILLED)
    new = SubstituteRequest("new", FRIDAY.id)
    gone = SubstituteRequest("gone", FRIDAY.id, RequestState.WITHDRAWN)
    assert replace(roster(FRIDAY), requests=(old, new, gone)).request_for(FRIDAY.id) == new


def test_a_shift_with_a_known_id_takes_its_place() -> None:
    moved = replace(FRIDAY, span=span("fri 16:00", "23:00"))
    assert roster(FRIDAY).with_shift(moved).shifts == (moved,)
    assert len(roster(FRIDAY).with_shift(shift("sat 10:00", "20:00")).shifts) == 2


PEOPLE = ("kari", "ola", "per", None)
WEEK = tuple(
    shift(f"{day} {start}", end, who)
    for day, who in zip(("mon", "tue", "wed", "thu", "fri", "sat"), (*PEOPLE, "ola", "per"), strict=True)
    for start, end in (("08:00", "15:00"), ("15:00", "22:00"))
)
MOVES = st.lists(st.tuples(st.sampled_from(WEEK), st.integers(-40, 40), st.sampled_from(PEOPLE)), max_size=6)


@given(MOVES)
def test_after_any_moves_a_roster_knows_what_it_would_work_out(moves: list[tuple[Shift, int, str | None]]) -> None:
    away = (absence("ola", "fri 00:00", "sat 00:00"), absence("per", "mon 12:00", "tue 12:00"))
    plan = replace(roster(*WEEK), absences=away, requests=(chosen("per"),))
    assert plan.shifts_by_holder and plan.shifts_by_id
    for moved, hours, holder in moves:
        now = plan.shifts_by_id[moved.id]
        plan = plan.placed(now, span=now.span.moved(timedelta(hours=hours)), holder=holder)
        anew = made_anew(plan)
        assert plan.shifts_by_holder == anew.shifts_by_holder
        assert plan.shifts_by_id == anew.shifts_by_id
        assert plan.days == anew.days


def made_anew(plan: Roster) -> Roster:
    """Return the same roster, which was handed nothing."""
    return replace(plan, shifts=tuple(plan.shifts))


def shared(plan: Roster, asked: Span) -> tuple[Shift, ...]:
    """Return the shifts that share time with a span, each looked at."""
    found = [one for one in plan.shifts if one.span.overlaps(asked)]
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end, one.id)))


HOURS = st.integers(-40, 200)
LENGTHS = st.sampled_from((1, 7, 7, 24, 150))
PLACES = st.lists(st.tuples(st.sampled_from(WEEK), HOURS, LENGTHS, st.sampled_from(PEOPLE)), max_size=8)


@given(PLACES, st.lists(st.tuples(HOURS, LENGTHS), min_size=1, max_size=4))
def test_what_is_found_in_a_span_after_any_moves_is_what_a_look_at_every_shift_finds(
    places: list[tuple[Shift, int, int, str | None]], asked: list[tuple[int, int]]
) -> None:
    begun = WEEK[0].span.start
    spans = [Span(begun + timedelta(hours=start), begun + timedelta(hours=start + length)) for start, length in asked]
    plan = replace(roster(*WEEK), absences=(absence("ola", "fri 00:00", "sat 00:00"),), requests=(chosen("per"),))
    assert plan.shifts_by_id
    for moved, start, length, holder in places:
        assert [plan.shifts_in(one) for one in spans] == [shared(plan, one) for one in spans]
        there = Span(begun + timedelta(hours=start), begun + timedelta(hours=start + length))
        before, plan = plan, plan.placed(plan.shifts_by_id[moved.id], span=there, holder=holder)
        for who in PEOPLE:
            held, held_before = (set(one.shifts_by_holder.get(who, ())) for one in (plan, before))
            assert {one for one in held if one.span.overlaps(spans[0])} == {*held_by(plan, who, span=spans[0])}
            assert held - held_before <= {*held_differently(plan, who, other=before)} <= held
    assert [plan.shifts_in(one) for one in spans] == [shared(plan, one) for one in spans]


def test_whoever_a_move_does_not_touch_holds_the_very_same_shifts() -> None:
    plan = roster(FRIDAY, shift("mon 08:00", "15:00"))
    held = plan.shifts_by_holder
    assert plan.with_shift(replace(FRIDAY, assistant="per")).shifts_by_holder["kari"] is held["kari"]


def test_who_holds_what_is_handed_on_also_where_nobody_asked_for_a_shift_by_its_id() -> None:
    plan = roster(FRIDAY, shift("mon 08:00", "15:00"))
    held, given = plan.shifts_by_holder, replace(FRIDAY, assistant="per")
    after = replace(plan, shifts=(given, plan.shifts[1])).after(plan, (given.id,))
    assert after.shifts_by_holder["kari"] is held["kari"]
    assert after.shifts_by_holder == made_anew(after).shifts_by_holder


@given(st.lists(st.tuples(st.sampled_from(WEEK), st.integers(-40, 40), st.sampled_from(PEOPLE)), max_size=8))
def test_after_many_changes_at_once_a_roster_knows_what_it_would_work_out(
    changes: list[tuple[Shift, int, str | None]],
) -> None:
    plan = roster(*WEEK)
    assert plan.shifts_by_holder
    touched = {
        one.id: replace(one, span=one.span.moved(timedelta(hours=later)), assistant=who) for one, later, who in changes
    }
    after = replace(plan, shifts=tuple(touched.get(one.id, one) for one in WEEK)).after(plan, touched)
    assert after.shifts_by_holder == made_anew(after).shifts_by_holder
