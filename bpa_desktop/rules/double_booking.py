"""double_booking: nobody is in two shifts at once."""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.rule import Finding, Place, Rule, Weight, told

# Among a thousand shifts at once, half a million pairs help nobody: a shift is paired with so many running ones, those
# that end last, and a shift that overlaps another is still never passed over.
_MOST_PAIRS = 8


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    if who is None:
        return
    basis = case.limits.basis(RULE.name)
    for first, second, common in _pairs(shift for shift in case.held(who) if shift.is_presence):
        yield told(RULE.name, Place(who, (first.id, second.id), common), weight=Weight.MUST, basis=basis)


def _pairs(shifts: Iterator[Shift]) -> Iterator[tuple[Shift, Shift, Span]]:
    """Yield each pair of overlapping shifts once."""
    running: list[Shift] = []
    for shift in shifts:
        running = [other for other in running if other.span.end > shift.span.start]
        for other in running:
            yield other, shift, Span(shift.span.start, min(shift.span.end, other.span.end))
        running = heapq.nlargest(_MOST_PAIRS, [*running, shift], key=lambda held: held.span.end)


RULE = Rule("double_booking", near=_findings)
"""The holder has two shifts of presence at the same time: must."""
