"""late_to_early: an evening, and a morning soon after, though the daily rest is kept. Advice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bpa_desktop.domain.span import ONE_DAY, Span
from bpa_desktop.rules.case import Case, as_length
from bpa_desktop.rules.nights import clock
from bpa_desktop.rules.rule import Finding, Measure, Place, Rule, Weight, exceeded


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    if who is None or not case.roster.arrangement.advice:
        return
    for before, after in pairwise(case.blocks(who)):
        rest = Span(before.end, after.start)
        limit = case.limit(RULE.name, case.day(rest.start))
        if not case.length("daily_rest", rest.start) <= rest.length < as_length(limit.value):
            continue
        if _is_overnight(case, rest):
            yield exceeded(
                RULE.name,
                Place(who, (before.last.id, after.shifts[0].id), rest, (("rest", rest),)),
                weight=Weight.SHOULD,
                measure=Measure(rest.hours, limit),
            )


def _is_overnight(case: Case, rest: Span) -> bool:
    """Tell whether a rest goes from one day to early on the next."""
    day = case.day(rest.end)
    return case.day(rest.start) == day - ONE_DAY and rest.end < clock(case, day, key="early_until")


RULE = Rule("late_to_early", _findings)
"""Measured: hours of rest between an evening's work and what begins before nine the next morning; limit: 13. Should.

Where advice is asked for; less than the daily rest is told of by `daily_rest`. A choice of this program.
"""
