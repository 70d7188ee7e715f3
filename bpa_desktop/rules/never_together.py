"""never_together: two who never work at the same time are both there."""

from __future__ import annotations

from collections.abc import Iterator

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.rules.case import Case, presence
from bpa_desktop.rules.rule import Finding, Place, Rule, Weight, told


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    others = case.roster.kept_apart.get(who, frozenset()) if who is not None else frozenset()
    basis = case.limits.basis(RULE.name)
    for other in sorted(others):
        known = case.roster.assistants_by_id.get(other)
        name = ("other", known.name if known is not None else other)
        for shift, theirs, common in _at_once(case, who, other=other):
            place = Place(who, (shift.id, theirs.id), common, (name,))
            yield told(RULE.name, place, weight=Weight.MUST, basis=basis)


def _at_once(case: Case, who: str | None, *, other: str) -> Iterator[tuple[Shift, Shift, Span]]:
    """Yield the shifts in which somebody and another are both there, and when, in time order."""
    there = case.once(presence, other)
    for shift in case.held(who):
        for theirs in reversed(list(there.at(shift.span))) if shift.is_presence else ():
            common = shift.span.common(theirs.span)
            if common is not None:
                yield shift, theirs, common


RULE = Rule("never_together", near=_findings)
"""Somebody is there at the same time as one they never work together with, whichever of them says so: must.

Fact `other`: the other's name. No law: a wish of the user, or of the two.
"""
