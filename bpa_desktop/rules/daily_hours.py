"""daily_hours: the hours of a work period, counted by elapsed time from its start after a daily rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from bpa_desktop.domain.span import Span
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.duty import Block
from bpa_desktop.rules.limits import Limit
from bpa_desktop.rules.rule import Finding, Measure, Place, Rule, Weight, exceeded


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    if who is None:
        return
    for period in case.work_periods(who):
        told: tuple[str, ...] = ()
        for window, blocks in _days(period, case.length("daily_window", period[0].start)):
            finding = _finding(case, who, window=window, blocks=blocks)
            if finding is not None and finding.shifts != told:
                told = finding.shifts
                yield finding


def _finding(case: Case, who: str, *, window: Span, blocks: Sequence[Block]) -> Finding | None:
    day = case.day(window.start)
    if window.length <= case.length("daily_hours", window.start):
        return None  # no more can be counted than has passed: most periods are done with here
    measured = case.worked(who).hours(window.start, window.end)
    ordinary = ordinary_limit(case, who, window=window)
    most = case.limit("daily_total", day)
    if measured <= min(ordinary.value, most.value):
        return None
    shifts = tuple(s.id for block in blocks for s in block.shifts if s.span.overlaps(window))
    place = Place(who, shifts, window)
    if measured > most.value:
        return exceeded(RULE.name, place, weight=Weight.MUST, measure=Measure(measured, most))
    return exceeded(RULE.name, place, weight=Weight.SHOULD, measure=Measure(measured, ordinary))


def ordinary_limit(case: Case, who: str, *, window: Span) -> Limit:
    """Return the ordinary hours allowed in 24 hours: more where part of the work is passive. AML § 10-4 (2)."""
    day = case.day(window.start)
    limit = case.limit("daily_hours", day)
    passive = case.worked(who).passive_hours(window.start, window.end)
    if not passive:
        return limit
    longer = min(passive * case.limit("passive_share", day).value, case.limit("passive_daily_extension", day).value)
    return replace(limit, value=limit.value + _tidy(longer))


def _tidy(hours: Decimal) -> Decimal:
    return hours.quantize(Decimal("0.01"))


def _days(period: Sequence[Block], within: timedelta) -> Iterator[tuple[Span, Sequence[Block]]]:
    """Yield each 24 hours of a work period, from its start, with the blocks in them; most periods have but one."""
    start, first = period[0].start, 0
    while True:
        stop, after = start + within, first
        while after < len(period) and period[after].start < stop:
            after += 1
        inside = period[first:after]
        yield Span(start, min(stop, inside[-1].end)), inside
        first = after - 1 if inside[-1].end > stop else after
        if first == len(period):
            return
        start = max(stop, period[first].start)


RULE = Rule("daily_hours", _findings)
"""Should above the ordinary hours, must above what ordinary hours and overtime may be together. AML §§ 10-4 to 10-6.

The count ends with the daily rest: an evening and a morning with a lawful rest between are two work periods.
"""
