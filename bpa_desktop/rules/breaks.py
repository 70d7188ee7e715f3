"""break: what is recorded as break in a long shift is too short."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import hours, to_hundredths
from bpa_desktop.rules.age import is_young
from bpa_desktop.rules.case import Case, as_length
from bpa_desktop.rules.rule import Finding, Measure, Place, Rule, Weight, exceeded


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    for shift in case.held(who) if who is not None else ():
        if shift.break_minutes and shift.is_presence and _is_long(case, who, shift=shift):
            yield from _short(case, who, shift=shift)


def _is_long(case: Case, who: str | None, *, shift: Shift) -> bool:
    """Tell whether a shift is so long that half an hour is due: eight hours, for the young above four and a half."""
    day = case.day(shift.span.start)
    if is_young(case, who, day=day):
        return shift.span.length > as_length(case.limit("break_from_young", day).value)
    return shift.span.length >= as_length(case.limit("break_from", day).value)


def _short(case: Case, who: str | None, *, shift: Shift) -> Iterator[Finding]:
    limit = case.limit("break", case.day(shift.span.start))
    recorded = timedelta(minutes=shift.break_minutes)
    if recorded < as_length(limit.value):
        place = Place(who, (shift.id,), shift.span)
        yield exceeded(RULE.name, place, weight=Weight.SHOULD, measure=Measure(to_hundredths(hours(recorded)), limit))


RULE = Rule("break", near=_findings)
"""Measured: hours of break recorded in a shift of eight hours or more, limit half an hour. Should; none recorded says
nothing. Breaks lie inside the shift and are paid, where the assistant cannot leave. AML §§ 10-9, 11-5.
"""
