"""skills: the holder lacks a skill that the shift requires."""

from __future__ import annotations

from bpa_desktop.rules.rule import Weight
from bpa_desktop.rules.skills import RULE
from tests.rosters import assistant, roster, shift
from tests.rules.checking import found, one

SHIFT = shift("fri 15:00", "22:00", skills=("transfer", "driving"))


def test_who_has_every_skill_is_no_finding() -> None:
    assert not found(RULE, roster(SHIFT, team=(assistant("Kari", skills=("driving", "transfer", "cooking")),)))


def test_each_lacking_skill_is_a_fact_of_one_finding() -> None:
    finding = one(RULE, roster(SHIFT, team=(assistant("Kari", skills=("cooking",)),)))
    assert finding.weight is Weight.MUST
    assert finding.facts == (("skill", "transfer"), ("skill", "driving"))
    assert (finding.assistant, finding.shifts, finding.measured) == ("kari", (SHIFT.id,), None)


def test_one_of_two_skills_is_not_enough() -> None:
    assert one(RULE, roster(SHIFT, team=(assistant("Kari", skills=("transfer",)),))).facts == (("skill", "driving"),)


def test_an_open_shift_lacks_no_skill() -> None:
    assert not found(RULE, roster(shift("fri 15:00", "22:00", None, skills=("transfer",))))
