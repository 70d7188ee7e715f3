"""skills: the holder lacks a skill that the shift requires."""

from __future__ import annotations

from collections.abc import Iterator

from bpa_desktop.rules.case import Case
from bpa_desktop.rules.rule import Finding, Place, Rule, Weight, told


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    assistant = case.roster.assistants_by_id.get(who) if who is not None else None
    if assistant is None:
        return
    basis = case.limits.basis(RULE.name)
    known = frozenset(assistant.skills)
    for shift in case.held(who):
        lacking = tuple(skill for skill in dict.fromkeys(shift.skills) if skill not in known)
        if lacking:
            place = Place(who, (shift.id,), shift.span, tuple(("skill", skill) for skill in lacking))
            yield told(RULE.name, place, weight=Weight.MUST, basis=basis)


RULE = Rule("skills", near=_findings)
"""A required skill is not among the holder's: must. One fact `skill` for each that is lacking."""
