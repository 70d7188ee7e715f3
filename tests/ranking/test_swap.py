"""With whom two can change places: both ways checked, with reasons, in order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.domain.team import Grade
from bpa_desktop.ranking.swap import Swap, swap_of, swaps
from bpa_desktop.rules.catalogue import check
from bpa_desktop.rules.rule import Weight
from tests.rosters import absence, assistant, roster, said, shift
from tests.rules.test_against_oracle import rosters

LIMITS = shipped_limits()
FRI, SAT = shift("fri 08:00", "15:00", "kari"), shift("sat 08:00", "15:00", "ola")


def found(plan: Roster, shift_id: str = FRI.id) -> tuple[Swap, ...]:
    """Return the swaps of Kari's Friday for any other shift."""
    return swaps(plan, shift_id, among=plan.shifts, limits=LIMITS)


def codes(swap: Swap) -> tuple[list[str], list[str]]:
    """Return the codes against the holder, and against the other."""
    return [one.code for one in swap.against_holder], [one.code for one in swap.against_other]


def test_a_swap_that_breaks_nothing_has_no_reasons_against_it() -> None:
    (swap,) = found(roster(FRI, SAT))
    assert (swap.shift, swap.holder, swap.other) == (SAT.id, "kari", "ola")
    assert swap.breaks_nothing


def test_both_ways_are_checked_and_told_apart() -> None:
    (swap,) = found(
        replace(roster(FRI, SAT), availability=(said("ola", Grade.CANNOT, start="fri 08:00", end="09:00"),))
    )
    assert codes(swap) == ([], ["unavailable"])
    (swap,) = found(replace(roster(FRI, SAT), absences=(absence("kari", "sat 00:00", "sun 00:00"),)))
    assert codes(swap) == (["absent"], [])
    lift = replace(SAT, skills=("lift",))
    (swap,) = found(roster(FRI, lift))
    assert codes(swap) == (["skills"], [])
    assert swap.against == ((("kari", swap.against_holder[0])),)


def test_what_one_gives_away_stands_in_the_way_of_nothing() -> None:
    same_time = shift("fri 10:00", "14:00", "ola")
    (swap,) = found(roster(FRI, same_time))
    assert swap.breaks_nothing
    next_morning = shift("fri 21:00", "23:00", "ola")
    early = shift("sat 06:00", "09:00", "kari")
    assert codes(found(roster(FRI, early, next_morning), early.id)[0]) == (["daily_rest"], [])


def test_those_that_break_nothing_come_first_then_the_nearest_then_the_name() -> None:
    team = tuple(assistant(name) for name in ("Kari", "Ola", "Anne", "Berit", "Per"))
    plan = roster(
        FRI,
        shift("wed 08:00", "15:00", "ola"),
        shift("thu 08:00", "15:00", "berit"),
        shift("sat 08:00", "15:00", "anne"),
        shift("thu 21:00", "23:00", "per"),
        team=team,
    )
    away = replace(plan, absences=(absence("kari", "thu 20:00", "fri 00:00"),))
    order = [one.shift for one in found(away)]
    assert order == ["sat-08.00-anne", "thu-08.00-berit", "wed-08.00-ola", "thu-21.00-per"]


def test_open_shifts_own_shifts_and_those_of_absent_people_are_no_swaps() -> None:
    plan = roster(FRI, shift("sat 08:00", "15:00", None), shift("sun 08:00", "12:00", "kari"), SAT)
    assert found(replace(plan, absences=(absence("ola", "sat 00:00", "sun 00:00"),))) == ()
    away = replace(plan, absences=(absence("kari", "fri 00:00", "sat 00:00"),))
    assert [(one.shift, one.breaks_nothing) for one in found(away)] == [(SAT.id, True)]  # for when they are back
    assert found(plan, "sat-08.00-open") == ()
    with pytest.raises(KeyError):
        found(plan, "nonsense")


def test_a_substitute_swaps_what_they_have_taken() -> None:
    plan = replace(
        roster(FRI, SAT, team=tuple(assistant(name) for name in ("Kari", "Ola", "Per"))),
        absences=(absence("kari", "fri 00:00", "sat 00:00"),),
        requests=(SubstituteRequest("r", FRI.id, RequestState.FILLED, chosen="per"),),
    )
    (swap,) = found(plan)
    assert (swap.holder, swap.other, swap.breaks_nothing) == ("per", "ola", True)


def test_for_an_open_shift_only_who_gets_it_is_asked() -> None:
    nobodys = shift("sat 16:00", "20:00", None)
    plan = replace(roster(FRI, nobodys), availability=(said("kari", Grade.CANNOT, start="sat 16:00", end="17:00"),))
    assert codes(swap_of(plan, FRI, other=nobodys, limits=LIMITS)) == (["unavailable"], [])


@given(rosters(most=12, who=("kari", "ola")))
def test_a_swap_without_reasons_breaks_nothing_that_was_not_broken(plan: Roster) -> None:
    """The slow oracle: the whole roster is checked with the two in each other's place."""
    team = (assistant("Kari"), assistant("Ola"))
    plan = replace(plan, assistants=team)
    kept = {rule.rule for rule in check(plan, LIMITS)}
    for shift_ in plan.shifts[:2]:
        for swap in found(plan, shift_.id):
            if swap.breaks_nothing:
                other = plan.shifts_by_id[swap.shift]
                after = plan.with_shift(replace(shift_, assistant=swap.other)).with_shift(
                    replace(other, assistant=swap.holder)
                )
                new = {one.rule for one in check(after, LIMITS) if one.weight is Weight.MUST} - kept
                assert not new - {"break", "notice"}
