"""late_to_early: an evening, and a morning soon after, though the daily rest is kept. Advice."""

from __future__ import annotations

from collections.abc import Iterator

from bpa_desktop.domain.span import ONE_DAY, Span
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.nights import clock
from bpa_desktop.rules.rest_between import short_rests
from bpa_desktop.rules.rule import Finding, Rule


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    if who is not None and case.roster.arrangement.advice:
        yield from short_rests(case, who, name=RULE.name, is_meant=lambda _, rest: _is_overnight(case, rest))


def _is_overnight(case: Case, rest: Span) -> bool:
    """Tell whether a rest goes from one day to early on the next."""
    day = case.day(rest.end)
    return case.day(rest.start) == day - ONE_DAY and rest.end < clock(case, day, key="early_until")


RULE = Rule("late_to_early", near=_findings)
"""Measured: hours of rest between an evening's work and what begins before nine the next morning; limit: 13. Should.

Where advice is asked for; less than the daily rest is told of by `daily_rest`. A choice of this program.
"""
