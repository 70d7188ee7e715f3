"""daily_rest: in the 24 hours from the start of a work period there is one unbroken rest of 11 hours, or as agreed."""

from __future__ import annotations

from collections.abc import Iterator

from bpa_desktop.rules.case import Case, as_length
from bpa_desktop.rules.duty import ShortRest, short_rests
from bpa_desktop.rules.rule import Fact, Finding, Measure, Place, Rule, Weight, exceeded


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    if who is None:
        return
    for period in case.work_periods(who):
        start = period[0].start
        limit = case.limit("daily_rest", case.day(start))
        within = case.length("daily_window", start)
        for short in short_rests(period, needed=as_length(limit.value), within=within):
            measure = Measure(short.hours, limit)
            yield exceeded(RULE.name, rest_place(who, short), weight=Weight.MUST, measure=measure)


def rest_place(who: str, short: ShortRest) -> Place:
    """Return where a rest is too short: in the shifts round it, in the time it was looked for."""
    shifts = tuple(shift.id for block in short.blocks for shift in block.shifts)
    return Place(who, shifts, short.window, rest_facts(short))


def rest_facts(short: ShortRest) -> tuple[tuple[str, Fact], ...]:
    """Return the longest rest as a fact, where there is one."""
    return (("rest", short.rest),) if short.rest is not None else ()


RULE = Rule("daily_rest", near=_findings)
"""Measured: the longest rest in hours. Must; home standby without call-out is rest. AML § 10-8 (1), (3)."""
