"""weekly_rest: in each week, fixed or from a start of work, there is one unbroken rest of 35 hours, or as agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bpa_desktop.domain.span import Span, Week
from bpa_desktop.rules.case import Case, as_length, present_in
from bpa_desktop.rules.daily_rest import rest_facts
from bpa_desktop.rules.duty import Block, ShortRest, longest_rest, periods_of
from bpa_desktop.rules.rule import Finding, Measure, Place, Rule, Weight, exceeded


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    if who is None:
        return
    broken = []
    for short in weekly_rests(case, who):
        limit = case.limit("weekly_rest", case.day(short.window.start))
        if short.rest is None or short.rest.length < as_length(limit.value):
            broken.append(short.window)
            measure = Measure(short.hours, limit)
            yield exceeded(RULE.name, _place(case, who, short=short), weight=Weight.MUST, measure=measure)
    yield from _rolling(case, who, broken=broken)


def weekly_rests(case: Case, who: str) -> Iterator[ShortRest]:
    """Yield the longest rest of each ISO week with some work in it."""
    for week, blocks in _weeks(case, who).items():
        window = case.week_span(week)
        rest = _longest(window, blocks)
        yield ShortRest(window, rest and Span(*rest), tuple(blocks))


def _rolling(case: Case, who: str, *, broken: Sequence[Span]) -> Iterator[Finding]:
    """Yield the work periods too long for a weekly rest within seven days, where the fixed weeks are in order.

    A stretch of work without a weekly rest holds no whole week that is in order, so it is told of once at most.
    """
    for period in periods_of(case.blocks(who), lambda end: case.length("weekly_rest_rolling", end)):
        start = period[0].start
        limit = case.limit("weekly_rest_rolling", case.day(start))
        within = case.length("weekly_window", start)
        if period[-1].end <= start + within - as_length(limit.value):
            continue
        short = longest_rest(period, 0, within=within)
        if not any(week.overlaps(short.window) for week in broken):
            place = _place(case, who, short=short)
            place = replace(place, facts=(*place.facts, ("rolling", "rolling")))
            yield exceeded(RULE.name, place, weight=Weight.SHOULD, measure=Measure(short.hours, limit))


def _weeks(case: Case, who: str) -> dict[Week, list[Block]]:
    """Return the blocks that share time with each ISO week."""
    weeks: dict[Week, list[Block]] = {}
    until: datetime | None = None
    for block in case.blocks(who):
        if until is None or block.start >= until:
            week = Week.of(case.day(block.start))
            here, until = weeks.setdefault(week, []), case.week_span(week).end
        here.append(block)
        while block.end > until:
            week = week.later(1)
            here, until = weeks.setdefault(week, [block]), case.week_span(week).end
    return weeks


def _longest(window: Span, blocks: Sequence[Block]) -> tuple[datetime, datetime] | None:
    """Return the longest rest in a week with some work in it, as start and end."""
    ends = (window.start, *(block.end for block in blocks))
    starts = (*(block.start for block in blocks), window.end)
    rests = ((end, start) for end, start in zip(ends, starts, strict=True) if end < start)
    return max(rests, key=lambda rest: rest[1] - rest[0], default=None)


def _place(case: Case, who: str, *, short: ShortRest) -> Place:
    return Place(who, present_in(case, who, window=short.window), short.window, rest_facts(short))


RULE = Rule("weekly_rest", near=_findings)
"""Measured: the longest rest in hours. Must in Monday to Sunday; should in seven days from a work period's start."""
