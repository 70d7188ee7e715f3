"""absent: a shift whose assistant is wholly away, and that no substitute holds."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.rules.absent import RULE
from bpa_desktop.rules.rule import Weight
from tests.rosters import absence, roster, shift
from tests.rules.checking import found, one

FRIDAY = shift("fri 15:00", "22:00", "ola")
AWAY = absence("ola", "fri 21:59", "sat 12:00")


def test_a_minute_of_absence_within_the_shift_is_found() -> None:
    finding = one(RULE, replace(roster(FRIDAY), absences=(AWAY,)))
    assert finding.weight is Weight.MUST
    assert (finding.assistant, finding.shifts, finding.span) == ("ola", (FRIDAY.id,), FRIDAY.span)
    assert finding.measured is None


def test_an_absence_that_begins_when_the_shift_ends_is_not() -> None:
    assert not found(RULE, replace(roster(FRIDAY), absences=(absence("ola", "fri 22:00", "sat 12:00"),)))


def test_an_absence_of_99_percent_is_not() -> None:
    assert not found(RULE, replace(roster(FRIDAY), absences=(replace(AWAY, grade=AWAY.grade - 1),)))


def test_a_chosen_substitute_mends_it() -> None:
    request = SubstituteRequest("r", FRIDAY.id, RequestState.FILLED, chosen="kari")
    assert not found(RULE, replace(roster(FRIDAY), absences=(AWAY,), requests=(request,)))
    asked = replace(request, state=RequestState.ASKING)
    assert found(RULE, replace(roster(FRIDAY), absences=(AWAY,), requests=(asked,)))


def test_a_substitute_who_is_away_too_is_the_absent_one() -> None:
    request = SubstituteRequest("r", FRIDAY.id, RequestState.FILLED, chosen="kari")
    away = (AWAY, absence("kari", "fri 15:00", "16:00"))
    assert one(RULE, replace(roster(FRIDAY), absences=away, requests=(request,))).assistant == "kari"
