"""open_shift: nobody is planned for a shift, and nobody was chosen."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.rules.open_shift import RULE
from bpa_desktop.rules.rule import Weight
from tests.rosters import absence, roster, shift
from tests.rules.checking import found, one

OPEN = shift("fri 15:00", "22:00", None)


def test_a_shift_without_an_assistant_is_found() -> None:
    finding = one(RULE, roster(OPEN))
    assert finding.weight is Weight.SHOULD
    assert (finding.assistant, finding.shifts, finding.measured) == (None, (OPEN.id,), None)


def test_a_planned_or_a_chosen_assistant_is_enough() -> None:
    request = SubstituteRequest("r", OPEN.id, RequestState.FILLED, chosen="kari")
    assert not found(RULE, roster(shift("fri 15:00", "22:00")))
    assert not found(RULE, replace(roster(OPEN), requests=(request,)))
    assert found(RULE, replace(roster(OPEN), requests=(replace(request, state=RequestState.ASKING),)))


def test_a_shift_opened_by_an_absence_is_another_rules_matter() -> None:
    plan = replace(roster(shift("fri 15:00", "22:00")), absences=(absence("kari", "fri 00:00", "sat 00:00"),))
    assert not found(RULE, plan)
