"""Two who never work together are not there at the same time; it is entered for one of them and holds for both."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.i18n import Language
from bpa_desktop.rules.checker import Checker
from bpa_desktop.rules.never_together import RULE
from bpa_desktop.rules.rule import Weight
from bpa_desktop.texts import finding_text
from tests.rosters import absence, assistant, roster, shift, span
from tests.rules.checking import LIMITS, found

KARI, OLA = replace(assistant("Kari"), never_with=("ola",)), assistant("Ola")
DAY = shift("fri 08:00", "15:00", "kari")


def plan(*shifts: Shift) -> Roster:
    return roster(*shifts, team=(KARI, OLA))


def test_a_minute_together_is_told_for_both_and_touching_is_not() -> None:
    together = found(RULE, plan(DAY, shift("fri 14:59", "20:00", "ola")))
    assert [(one.assistant, one.weight, one.fact("other")) for one in together] == [
        ("kari", Weight.MUST, "Ola"),
        ("ola", Weight.MUST, "Kari"),
    ]
    assert {one.span for one in together} == {span("fri 14:59", "15:00")}
    assert together[0].shifts == (DAY.id, "fri-14.59-ola")
    assert found(RULE, plan(DAY, shift("fri 15:00", "20:00", "ola"))) == []


def test_standby_at_home_and_who_does_not_come_are_not_there() -> None:
    at_home = shift("fri 08:00", "15:00", "ola", kind=ShiftKind.STANDBY_HOME)
    assert found(RULE, plan(DAY, at_home)) == []
    noon = shift("fri 12:00", "20:00", "ola")
    away = replace(plan(DAY, noon), absences=(absence("ola", "fri 00:00", "sat 00:00"),))
    assert found(RULE, away) == []
    stood_in = SubstituteRequest("r", noon.id, RequestState.FILLED, chosen="ola")
    assert len(found(RULE, replace(plan(DAY, replace(noon, assistant=None)), requests=(stood_in,)))) == 2


def test_nobody_is_kept_apart_from_themselves_and_an_id_without_an_assistant_is_said_as_it_is() -> None:
    alone = replace(KARI, never_with=("kari", "gone"))
    twice = roster(DAY, shift("fri 09:00", "10:00", "kari"), shift("fri 10:00", "11:00", "gone"), team=(alone,))
    assert {one.fact("other") for one in found(RULE, twice) if one.assistant == "kari"} == {"gone"}


def test_the_sentence_names_both() -> None:
    both = plan(DAY, shift("fri 12:00", "20:00", "ola"))
    said = [finding_text(Language("en"), both, finding=one) for one in found(RULE, both)]
    assert said[0].startswith(
        "Kari and Ola never work at the same time, and both are there Friday 4 December 12:00–15:00"
    )
    assert said[1].startswith("Ola and Kari ")


def test_a_check_that_remembers_sees_what_the_other_does() -> None:
    checker = Checker(LIMITS, rules=(RULE,))
    assert checker.check(plan(DAY)) == ()
    assert {one.assistant for one in checker.check(plan(DAY, shift("fri 12:00", "20:00", "ola")))} == {"kari", "ola"}
    assert checker.check(plan(DAY)) == ()
