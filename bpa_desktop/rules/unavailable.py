"""unavailable: the holder has said that they cannot, or is not employed that day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.domain.team import Grade
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.rule import Finding, Place, Rule, Weight, told


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    if who is None:
        return
    basis = case.limits.basis(RULE.name)
    blocked = _merged(sorted(entry.span for entry in case.said.get(who, ()) if entry.grade is Grade.CANNOT))
    ends = [span.end for span in blocked]
    for shift in case.held(who):
        clash = _clash(blocked, ends, start=shift.span.start)
        if clash is not None and clash.overlaps(shift.span):
            why = "cannot"
        elif not _is_employed(case, who, shift=shift):
            why = "not_employed"
        else:
            continue
        place = Place(who, (shift.id,), shift.span, (("why", why),))
        yield told(RULE.name, place, weight=Weight.MUST, basis=basis)


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Join spans in time order that overlap, so that they end in time order too."""
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _clash(blocked: Sequence[Span], ends: Sequence[datetime], *, start: datetime) -> Span | None:
    """Return the first blocked span that is not over at an instant."""
    at = bisect_right(ends, start)
    return blocked[at] if at < len(blocked) else None


def _is_employed(case: Case, who: str, *, shift: Shift) -> bool:
    """Tell whether there is a post on the day the shift starts; of who has none listed nothing is known."""
    assistant = case.roster.assistants_by_id.get(who)
    if assistant is None or not assistant.employments:
        return True
    return assistant.employment_on(case.day(shift.span.start)) is not None


RULE = Rule("unavailable", near=_findings)
"""The holder's own `cannot` shares time with the shift, or no employment covers the day it starts on: must."""
