"""daily_hours: the hours of a work period, counted by elapsed time from its start after a daily rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bpa_desktop.domain.span import Span
from bpa_desktop.rules.case import Case, present_in
from bpa_desktop.rules.duty import days_of
from bpa_desktop.rules.limits import Limit
from bpa_desktop.rules.rule import Finding, Measure, Place, Rule, Weight, exceeded
from bpa_desktop.rules.weeks import passive_extension


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    if who is None:
        return
    for period in case.work_periods(who):
        if period[-1].end - period[0].start <= case.length("daily_hours", period[0].start):
            continue  # no more can be counted than has passed: most periods are done with here
        told: tuple[str, ...] = ()
        for window in days_of(period, case.length("daily_window", period[0].start)):
            finding = _finding(case, who, window=window)
            if finding is not None and finding.shifts != told:
                told = finding.shifts
                yield finding


def _finding(case: Case, who: str, *, window: Span) -> Finding | None:
    day = case.day(window.start)
    if window.length <= case.length("daily_hours", window.start):
        return None
    measured = case.worked(who).hours(window.start, window.end)
    ordinary = ordinary_limit(case, who, window=window)
    most = case.limit("daily_total", day)
    if measured <= min(ordinary.value, most.value):
        return None
    place = Place(who, present_in(case, who, window=window), window)
    if measured > most.value:
        return exceeded(RULE.name, place, weight=Weight.MUST, measure=Measure(measured, most))
    return exceeded(RULE.name, place, weight=Weight.SHOULD, measure=Measure(measured, ordinary))


def ordinary_limit(case: Case, who: str, *, window: Span) -> Limit:
    """Return the ordinary hours allowed in 24 hours: more where part of the work is passive. AML § 10-4 (2)."""
    limit = case.limit("daily_hours", case.day(window.start))
    longer = passive_extension(case, who, window=window)
    return replace(limit, value=limit.value + _tidy(longer)) if longer else limit


def _tidy(hours: Decimal) -> Decimal:
    return hours.quantize(Decimal("0.01"))


RULE = Rule("daily_hours", near=_findings)
"""Should above the ordinary hours, must above what ordinary hours and overtime may be together. AML §§ 10-4 to 10-6.

The count ends with the daily rest: an evening and a morning with a lawful rest between are two work periods.
"""
