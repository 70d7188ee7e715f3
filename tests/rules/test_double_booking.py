"""double_booking: nobody is in two shifts at once."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.rules.double_booking import RULE
from bpa_desktop.rules.rule import Weight
from tests.rosters import absence, roster, shift, span
from tests.rules.checking import found, one

DAY, EVENING = shift("mon 08:00", "15:00"), shift("mon 15:00", "22:00")
OVERLAP = shift("mon 14:59", "22:00")


def test_shifts_that_touch_are_no_double_booking() -> None:
    assert not found(RULE, roster(DAY, EVENING))


def test_a_minute_in_two_shifts_is_a_double_booking_without_figure() -> None:
    finding = one(RULE, roster(OVERLAP, DAY))
    assert finding.weight is Weight.MUST
    assert (finding.assistant, finding.shifts) == ("kari", (DAY.id, OVERLAP.id))
    assert finding.span == span("mon 14:59", "15:00")
    assert (finding.measured, finding.limit, finding.unit) == (None, None, None)


def test_two_assistants_may_work_at_the_same_time() -> None:
    assert not found(RULE, roster(DAY, replace(OVERLAP, assistant="ola")))


def test_open_shifts_are_nobodys_double_booking() -> None:
    assert not found(RULE, roster(replace(DAY, assistant=None), replace(OVERLAP, assistant=None)))


def test_home_standby_is_no_presence_until_there_is_a_call_out() -> None:
    home = shift("mon 08:00", "20:00", kind=ShiftKind.STANDBY_HOME)
    assert not found(RULE, roster(home, EVENING))
    assert not found(RULE, roster(replace(home, active_minutes=0), EVENING))
    assert found(RULE, roster(replace(home, active_minutes=30), EVENING))


def test_three_at_once_are_three_pairs() -> None:
    pairs = {finding.shifts for finding in found(RULE, roster(DAY, OVERLAP, shift("mon 14:00", "16:00")))}
    assert len(pairs) == 3


def test_a_substitute_is_double_booked_and_who_was_planned_is_not() -> None:
    planned = replace(OVERLAP, assistant="ola")
    request = SubstituteRequest("r", planned.id, RequestState.FILLED, chosen="kari")
    away = absence("ola", "mon 00:00", "tue 00:00")
    plan = replace(roster(DAY, planned), requests=(request,), absences=(away,))
    assert one(RULE, plan).assistant == "kari"


def test_a_thousand_shifts_at_once_are_told_of_without_a_million_pairs() -> None:
    crowd = [replace(DAY, id=f"s{n:04}") for n in range(1000)]
    findings = found(RULE, roster(*crowd))
    assert {name for finding in findings for name in finding.shifts} == {held.id for held in crowd}
    assert len(findings) < 10 * len(crowd)
