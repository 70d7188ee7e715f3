"""rest_after_nights: work begins again before one has slept off the nights. Advice."""

from __future__ import annotations

from collections.abc import Iterator

from bpa_desktop.domain.span import Span
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.duty import Block
from bpa_desktop.rules.nights_in_a_row import runs_of
from bpa_desktop.rules.rest_between import short_rests
from bpa_desktop.rules.rule import Finding, Rule
from bpa_desktop.rules.turns import nights_awake


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    if who is None or not case.roster.arrangement.advice:
        return
    last = _last_shifts(case, who)

    def ends_nights(before: Block, _: Span) -> bool:
        return any(shift.id in last for shift in before.shifts)

    yield from short_rests(case, who, name=RULE.name, is_meant=ends_nights)


def _last_shifts(case: Case, who: str) -> frozenset[str]:
    """Return the shifts with which nights in a row end, where these are as many as a longer rest is looked for after.

    A night that has another after it is none of them, though the same shift may run through both.
    """
    nights = case.once(nights_awake, who)
    found: set[str] = set()
    for run in runs_of(nights):
        if len(run) >= case.limit("rest_after_nights_from", run[-1]).value:
            found.add(nights[run[-1]][-1])
    return frozenset(found)


RULE = Rule("rest_after_nights", near=_findings)
"""Measured: hours from the end of the work that ends two or more nights in a row to the next work; limit: 28. Should.

Where advice is asked for; less than the daily rest is told of by `daily_rest`. Source: Härmä et al. 2015.
"""
