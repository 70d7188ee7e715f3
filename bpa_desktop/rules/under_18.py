"""under_18: the stricter limits of the young: no night, eight hours a day, forty a week, longer rests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bpa_desktop.domain.span import ONE_DAY, Span, to_hundredths
from bpa_desktop.rules.age import is_young, is_younger
from bpa_desktop.rules.case import Case, as_length, present_in
from bpa_desktop.rules.daily_rest import rest_place
from bpa_desktop.rules.duty import days_of, periods_of, short_rests
from bpa_desktop.rules.limits import Limit
from bpa_desktop.rules.nights import clock
from bpa_desktop.rules.rule import Finding, Measure, Place, Rule, Weight, exceeded
from bpa_desktop.rules.weekly_rest import weekly_rests
from bpa_desktop.rules.weeks import worked_weeks


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    held = case.held(who) if who is not None else ()
    if who is None or not held or not is_young(case, who, day=case.day(held[0].span.start)):
        return
    yield from _nights(case, who)
    yield from _days(case, who)
    yield from _weeks(case, who)
    yield from _rests(case, who)


def _limit(case: Case, who: str, *, key: str, first: Span) -> Limit | None:
    """Return the limit for somebody's age on the day a span starts, None from 18 on."""
    day = case.day(first.start)
    if not is_young(case, who, day=day):
        return None
    is_child = is_younger(case, who, day=day, key="child_below")
    return case.limit(f"child_{key}" if is_child else f"young_{key}", day)


def _finding(place: Place, *, what: str, measure: Measure) -> Finding:
    told = replace(place, facts=(*place.facts, ("what", what)))
    measured = Measure(to_hundredths(measure.measured), measure.limit)
    return exceeded(RULE.name, told, weight=Weight.MUST, measure=measured)


def _nights(case: Case, who: str) -> Iterator[Finding]:
    """Yield the shifts that reach into the night: it is to be off, from 23 to 6."""
    for shift in case.held(who):
        day, last = case.day(shift.span.start) - ONE_DAY, case.day(shift.span.end)
        while shift.is_presence and day <= last:
            opens = _limit(case, who, key="night_opens", first=shift.span)
            closes = _limit(case, who, key="night_closes", first=shift.span)
            if opens is None or closes is None:
                break
            night = Span(clock(case, day, key=opens.key), clock(case, day + ONE_DAY, key=closes.key))
            common = night.common(shift.span)
            if common is not None:
                none = replace(closes, value=closes.value * 0)
                yield _finding(Place(who, (shift.id,), common), what="night", measure=Measure(common.hours, none))
            day += ONE_DAY


def _days(case: Case, who: str) -> Iterator[Finding]:
    for period in case.work_periods(who):
        for window in days_of(period, case.length("daily_window", period[0].start)):
            limit = _limit(case, who, key="daily_hours", first=window)
            measured = case.worked(who).hours(window.start, window.end)
            if limit is not None and measured > limit.value:
                place = Place(who, present_in(case, who, window=window), window)
                yield _finding(place, what="day", measure=Measure(measured, limit))


def _weeks(case: Case, who: str) -> Iterator[Finding]:
    for worked in case.once(worked_weeks, who):
        week = case.week_span(worked.week)
        limit = _limit(case, who, key="weekly_hours", first=week)
        if limit is not None and worked.hours > limit.value:
            yield _finding(Place(who, worked.shifts, week), what="week", measure=Measure(worked.hours, limit))


def _rests(case: Case, who: str) -> Iterator[Finding]:
    blocks = case.blocks(who)
    for period in periods_of(blocks, lambda end: case.length("young_daily_rest", end)):
        limit = _limit(case, who, key="daily_rest", first=Span(period[0].start, period[0].end))
        if limit is not None:
            within = case.length("daily_window", period[0].start)
            for short in short_rests(period, needed=as_length(limit.value), within=within):
                yield _finding(rest_place(who, short), what="rest", measure=Measure(short.hours, limit))
    for short in weekly_rests(case, who):
        limit = _limit(case, who, key="weekly_rest", first=short.window)
        if limit is not None and short.hours < limit.value:
            yield _finding(rest_place(who, short), what="weekly_rest", measure=Measure(short.hours, limit))


RULE = Rule("under_18", near=_findings)
"""Must, of whom it is known that they are under 18. Fact `what`: night (measured: hours in it, limit 0), day, week
(hours; there is no overtime), rest, weekly_rest. AML §§ 11-2, 11-3, 11-5. Under 15 the limits are narrower.
"""
