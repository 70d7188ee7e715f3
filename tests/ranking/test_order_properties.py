"""What holds of any team: everybody in one list, the same order for the same facts, and nothing worse lifts anybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.substitute import Ask, Channel, RequestState, SubstituteRequest
from bpa_desktop.domain.team import Assistant, EmploymentKind, Grade
from bpa_desktop.ranking.standing import Terms
from bpa_desktop.ranking.substitutes import rank
from bpa_desktop.ranking.weights import FACTORS, Importance, Weights
from bpa_desktop.rules.catalogue import check
from bpa_desktop.rules.rule import Weight
from tests.rosters import assistant, at, post, roster, said, shift

LIMITS = shipped_limits()
OPEN = shift("sat 15:00", "20:00", None)
NOW = at("fri 07:00")
NAMES = ("Anne", "Berit", "Cato", "Dina")
WEIGHTS = st.builds(Weights, **{name: st.sampled_from(Importance) for name in FACTORS})
PREVIOUS = {EmploymentKind.PERMANENT: EmploymentKind.TEMPORARY, EmploymentKind.TEMPORARY: EmploymentKind.ON_CALL}


@st.composite
def plans(draw: st.DrawFn) -> Roster:
    """Draw a team with posts, wages, ways, questions and some shifts, and an open Saturday evening."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=2, unique=True))
    posts = st.builds(
        post,
        st.sampled_from(["0", "50", "100"]),
        kind=st.sampled_from(EmploymentKind),
        wage=st.sampled_from(["180", "200", "260"]),
    )
    team = tuple(
        replace(
            assistant(name, posts=(draw(posts),), preference=draw(st.integers(2, 4))),
            travel_minutes=draw(st.integers(0, 50)),
        )
        for name in names
    )
    who = st.sampled_from([one.id for one in team])
    days = draw(st.lists(st.tuples(st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sun"]), who), max_size=8))
    held = tuple(replace(shift(f"{day} 09:00", "13:00", name), id=f"s{n}") for n, (day, name) in enumerate(days))
    asks = draw(st.lists(st.tuples(who, st.integers(1, 400)), max_size=6))
    requests = tuple(_asked(name, days_ago=ago, key=f"r{n}") for n, (name, ago) in enumerate(asks))
    said_ = tuple(
        said(one.id, draw(st.sampled_from([Grade.WANTS, Grade.CAN, Grade.PART])), start="sat 15:00", end="20:00")
        for one in team
    )
    return replace(roster(OPEN, *held, team=team), requests=requests, availability=said_)


def _asked(who: str, *, days_ago: int, key: str) -> SubstituteRequest:
    ask = Ask(who, NOW - timedelta(days=days_ago), Channel.SMS)
    return SubstituteRequest(key, OPEN.id, RequestState.WITHDRAWN, asks=(ask,))


def order(plan: Roster, weights: Weights) -> list[str]:
    """Return the candidates in order."""
    return [one.assistant for one in rank(plan, OPEN.id, terms=Terms(LIMITS, weights=weights), at=NOW).candidates]


@given(plans(), WEIGHTS, st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_nothing(plan: Roster, weights: Weights, chance: Random) -> None:
    terms = Terms(LIMITS, weights=weights)
    ranking = rank(plan, OPEN.id, terms=terms, at=NOW)
    shuffled = replace(
        plan,
        assistants=tuple(chance.sample(plan.assistants, len(plan.assistants))),
        shifts=tuple(chance.sample(plan.shifts, len(plan.shifts))),
        availability=tuple(chance.sample(plan.availability, len(plan.availability))),
        requests=tuple(chance.sample(plan.requests, len(plan.requests))),
    )
    assert rank(shuffled, OPEN.id, terms=terms, at=NOW) == ranking
    named = [*(one.assistant for one in ranking.candidates), *(one.assistant for one in ranking.excluded)]
    assert sorted(named) == sorted(one.id for one in plan.assistants)


Worse = Callable[[Roster, Assistant], Roster]


def _changed(plan: Roster, one: Assistant) -> Roster:
    return replace(plan, assistants=tuple(one if other.id == one.id else other for other in plan.assistants))


def _employed(plan: Roster, one: Assistant, **facts: object) -> Roster:
    return _changed(plan, replace(one, employments=(replace(one.employments[0], **facts),)))  # type: ignore[arg-type]


def _less_sure(plan: Roster, one: Assistant) -> Roster:
    entry = said(one.id, Grade.ASK_FIRST, start="sat 15:00", end="20:00")
    return replace(plan, availability=(*plan.availability, entry))


def _more_asked(plan: Roster, one: Assistant) -> Roster:
    return replace(plan, requests=(*plan.requests, _asked(one.id, days_ago=2, key="more")))


def _backup_elsewhere(plan: Roster, one: Assistant) -> Roster:
    return plan.with_shift(replace(shift("sat 16:00", "18:00", None), id="else", backup=one.id))


def _more_hours(plan: Roster, one: Assistant) -> Roster:
    return plan.with_shift(replace(shift("tue 14:00", "16:00", one.id), id="more"))


WORSE: dict[str, Worse] = {
    "less liked": lambda plan, one: _changed(plan, replace(one, user_preference=one.user_preference - 1)),
    "further away": lambda plan, one: _changed(plan, replace(one, travel_minutes=(one.travel_minutes or 0) + 30)),
    "dearer": lambda plan, one: _employed(plan, one, hourly_wage=Decimal(400)),
    "looser post": lambda plan, one: _employed(
        plan, one, kind=PREVIOUS.get(one.employments[0].kind, EmploymentKind.ON_CALL)
    ),
    "less sure": _less_sure,
    "asked once more": _more_asked,
    "the backup elsewhere": _backup_elsewhere,
    "another shift that week": _more_hours,
}


@given(plans(), WEIGHTS, st.sampled_from(sorted(WORSE)), st.data())
def test_nothing_worse_lifts_anybody(plan: Roster, weights: Weights, worse: str, data: st.DataObject) -> None:
    before = order(plan, weights)
    one = plan.assistants_by_id[data.draw(st.sampled_from(before))] if before else None
    if one is not None:
        after = order(WORSE[worse](plan, one), weights)
        assert one.id not in after or after.index(one.id) >= before.index(one.id)


@given(plans())
def test_who_is_not_left_out_breaks_no_must_in_the_whole_roster(plan: Roster) -> None:
    """The slow oracle: the whole roster is checked, with the shift given to each of the team."""
    before = {(one.rule, one.assistant, one.span) for one in check(plan, LIMITS) if one.weight is Weight.MUST}
    for who in order(plan, Weights()):
        after = check(plan.with_shift(replace(OPEN, assistant=who)), LIMITS)
        new = {(one.rule, one.assistant, one.span) for one in after if one.weight is Weight.MUST} - before
        assert not [rule for rule, assistant_, _ in new if assistant_ == who]
