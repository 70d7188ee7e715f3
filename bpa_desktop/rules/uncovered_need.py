"""uncovered_need: fewer people are there than the needs ask for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from itertools import chain, groupby, islice
from typing import NamedTuple

from bpa_desktop.domain.need import Need
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import Span, hours
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.limits import Unit
from bpa_desktop.rules.rule import Finding, Rule, Weight
from bpa_desktop.rules.stretch import AFTER_ALL, BEFORE_ALL, changed_span, longest_of, longest_within, sharing

_NOBODY = timedelta(0)
_DAYS_A_WEEK = 7


_Held = Mapping[str, Sequence[Shift]]


class _Supply(NamedTuple):
    """Somebody who is there, or waits at home."""

    start: datetime
    end: datetime
    holder: str
    is_home: bool


class _Needed(NamedTuple):
    """Needs that overlap, with their order in the file, between moments at which nothing is needed."""

    start: datetime
    end: datetime
    occurrences: tuple[tuple[int, Need, Span], ...]


class _Week(NamedTuple):
    """What is needed from one week's first scene to its last."""

    start: datetime
    end: datetime
    scenes: tuple[_Needed, ...]


@dataclass(frozen=True, eq=False)
class _Seen:
    """What was found in each week, of who holds what; and at least the length of the longest shift of each."""

    weeks: tuple[_Week, ...]
    held: _Held
    longest: Mapping[str, timedelta]
    found: tuple[tuple[Finding, ...], ...]


@dataclass
class _Demand:
    """A need while it runs, and the stretch in which people are lacking right now."""

    order: int
    need: Need
    span: Span
    since: datetime | None = None
    until: datetime | None = None
    lacking: int = 0
    time: timedelta = _NOBODY


@dataclass(frozen=True)
class _Gap:
    need: Need
    span: Span
    lacking: int
    time: timedelta


@dataclass
class _Scene:
    """Who is there, and what is needed, at one instant of the sweep."""

    there: Counter[str] = field(default_factory=Counter)
    at_home: Counter[str] = field(default_factory=Counter)
    demands: dict[int, _Demand] = field(default_factory=dict)

    def lacking(self) -> Iterator[tuple[_Demand, int]]:
        """Yield how many each need lacks: those there serve the needs by the file's order, who waits at home last."""
        there, at_home = len(self.there), len(self.at_home)
        ordered = sorted(self.demands.values(), key=lambda demand: (_is_home(demand.need), demand.order))
        for demand in ordered:
            people = demand.need.people
            served = min(there, people)
            there -= served
            if _is_home(demand.need):
                more = min(at_home, people - served)
                at_home -= more
                served += more
            yield demand, people - served


_Event = tuple[datetime, _Demand | tuple[str, bool], bool]


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    """Yield the findings of every week: only those of one in which a need, or who is there, has changed are new."""
    if who is not None:
        return
    given = case.roster.needs, case.data, case.zone
    weeks = case.memory.recall("needs", given, work_out=lambda: _by_week(_scenes(case)))
    held = {holder: shifts for holder, shifts in case.roster.shifts_by_holder.items() if holder is not None}
    known: _Seen | None = case.memory.last(RULE.name)

    def work_out() -> _Seen:
        if known is None or known.weeks is not weeks:
            return _whole(case, held, weeks=weeks)
        return _after(case, held, known=known)

    yield from chain.from_iterable(case.memory.recall(RULE.name, (given, held), work_out=work_out).found)


def _whole(case: Case, held: _Held, *, weeks: tuple[_Week, ...]) -> _Seen:
    longest = {holder: longest_of(shifts) for holder, shifts in held.items()}
    there = _there(held, BEFORE_ALL, end=AFTER_ALL, longest=longest)
    told = _told_of(case, chain.from_iterable(week.scenes for week in weeks), there=there)
    return _Seen(weeks, held, longest, tuple(_together(islice(told, len(week.scenes))) for week in weeks))


def _after(case: Case, held: _Held, *, known: _Seen) -> _Seen:
    """Return what is found after a change: what was known, but for the weeks that it shares time with."""
    longest, changes = dict(known.longest), list[Span]()
    for holder in {**known.held, **held}:
        change = changed_span(known.held.get(holder, ()), held.get(holder, ()))
        if change is not None:
            changes.append(change)
            longest[holder] = max(longest.get(holder, _NOBODY), longest_within(held.get(holder, ()), change))
    found = list(known.found)
    for at in _touched(known.weeks, changes):
        week = known.weeks[at]
        there = _there(held, week.start, end=week.end, longest=longest)
        found[at] = _together(_told_of(case, week.scenes, there=there))
    return _Seen(known.weeks, held, longest, tuple(found))


def _together(found: Iterable[tuple[Finding, ...]]) -> tuple[Finding, ...]:
    return tuple(chain.from_iterable(found))


def _touched(weeks: Sequence[_Week], changes: Iterable[Span]) -> set[int]:
    """Return the places of the weeks that share time with a change."""
    return {
        at
        for change in changes
        for at in range(
            bisect_right(weeks, change.start, key=lambda week: week.end),
            bisect_left(weeks, change.end, key=lambda week: week.start),
        )
    }


def _there(held: _Held, start: datetime, *, end: datetime, longest: Mapping[str, timedelta]) -> Iterator[_Supply]:
    """Yield who is there between two instants, in an order by name and time; none holds a longer shift than so long."""
    for holder in sorted(held):
        for shift in sharing(held[holder], start, end=end, longest=longest[holder]):
            if shift.covers_need:
                yield _Supply(shift.span.start, shift.span.end, holder, shift.kind is ShiftKind.STANDBY_HOME)


def _told_of(case: Case, scenes: Iterable[_Needed], *, there: Iterable[_Supply]) -> Iterator[tuple[Finding, ...]]:
    """Yield what is found in each scene."""
    for scene, present in _played(scenes, there):
        work_out = partial(_found_in, case, scene, present=present)
        yield case.memory.recall(("scene", scene.start), (scene, present), work_out=work_out)


def _found_in(case: Case, scene: _Needed, *, present: Iterable[_Supply]) -> tuple[Finding, ...]:
    return tuple(_finding(case, gap) for gap in _gaps([*_demanded(scene), *_comings(present)]))


def _finding(case: Case, gap: _Gap) -> Finding:
    basis = case.limits.basis(RULE.name)
    facts = (("need", gap.need.id), ("lacking", gap.lacking), ("people", gap.need.people))
    return Finding(
        RULE.name,
        Weight.SHOULD,
        None,
        (),
        gap.span,
        hours(gap.time),
        Decimal(0),
        Unit.HOURS,
        basis.reference,
        basis.mark,
        facts,
    )


def _played(scenes: Iterable[_Needed], supplies: Iterable[_Supply]) -> Iterator[tuple[_Needed, tuple[_Supply, ...]]]:
    """Yield scenes, what is needed between two moments at which nothing is, each with who is there meanwhile."""
    waiting = sorted(supplies, key=lambda supply: supply.start, reverse=True)
    present: tuple[_Supply, ...] = ()
    for scene in scenes:
        came = list(present)
        while waiting and waiting[-1].start < scene.end:
            came.append(waiting.pop())
        present = tuple([supply for supply in came if supply.end > scene.start])
        yield scene, present


def _by_week(scenes: Iterable[_Needed]) -> tuple[_Week, ...]:
    """Return the scenes of each week that they begin in."""
    by_week = groupby(scenes, key=lambda scene: scene.start.toordinal() // _DAYS_A_WEEK)
    found = [tuple(group) for _, group in by_week]
    return tuple(_Week(group[0].start, group[-1].end, group) for group in found)


def _gaps(events: list[_Event]) -> Iterator[_Gap]:
    scene = _Scene()
    before: datetime | None = None
    for now, group in groupby(sorted(events, key=lambda event: event[0]), key=lambda event: event[0]):
        if before is not None and scene.demands:
            for demand, lacking in scene.lacking():
                yield from _told(demand, Span(before, now), lacking=lacking)
        yield from _changed(scene, group)
        before = now


def _told(demand: _Demand, span: Span, *, lacking: int) -> Iterator[_Gap]:
    """Note how many a need lacks in a span; yield the gap that this ends."""
    if not lacking:
        yield from _closed(demand)
        return
    demand.since = demand.since or span.start
    demand.until = span.end
    demand.lacking = max(demand.lacking, lacking)
    demand.time += span.length * lacking


def _closed(demand: _Demand) -> Iterator[_Gap]:
    if demand.since is not None and demand.until is not None:
        yield _Gap(demand.need, Span(demand.since, demand.until), demand.lacking, demand.time)
    demand.since, demand.until, demand.lacking, demand.time = None, None, 0, _NOBODY


def _changed(scene: _Scene, events: Iterable[_Event]) -> Iterator[_Gap]:
    """Let needs and people come and go; yield the gaps of needs that end."""
    for _, what, comes in events:
        if isinstance(what, _Demand):
            if comes:
                scene.demands[what.order] = what
            else:
                yield from _closed(scene.demands.pop(what.order))
        else:
            holder, is_home = what
            place = scene.at_home if is_home else scene.there
            place[holder] += 1 if comes else -1
            if not place[holder]:
                del place[holder]


def _comings(there: Iterable[_Supply]) -> Iterator[_Event]:
    for supply in there:
        yield supply.start, (supply.holder, supply.is_home), True
        yield supply.end, (supply.holder, supply.is_home), False


def _demanded(scene: _Needed) -> Iterator[_Event]:
    for order, need, span in scene.occurrences:
        demand = _Demand(order, need, span)
        yield span.start, demand, True
        yield span.end, demand, False


def _scenes(case: Case) -> tuple[_Needed, ...]:
    """Return the needs that overlap or touch, together."""
    found = [(order, need, span) for order, need in enumerate(case.roster.needs) for span in _occurrences(case, need)]
    scenes: list[list[tuple[int, Need, Span]]] = []
    end: datetime | None = None
    for occurrence in sorted(found, key=lambda each: (each[2].start, each[0])):
        if end is None or occurrence[2].start >= end:
            scenes.append([])
            end = occurrence[2].end
        scenes[-1].append(occurrence)
        end = max(end, occurrence[2].end)
    return tuple(_Needed(scene[0][2].start, max(span.end for _, _, span in scene), tuple(scene)) for scene in scenes)


def _occurrences(case: Case, need: Need) -> Iterator[Span]:
    """Yield when a need arises: on its own days; where it has no first or last day, on those of the roster's shifts."""
    data = case.data
    first, last = need.days.first, need.days.last
    if first is None or last is None:
        if data is None:
            return
        first = data[0] if first is None else max(first, data[0])
        last = data[1] if last is None else min(last, data[1])
    yield from need.occurrences(first, min(last, _LAST_DAY), zone=case.zone)


def _is_home(need: Need) -> bool:
    return need.kind is ShiftKind.STANDBY_HOME


_LAST_DAY = date.max - timedelta(days=14)  # so that the day after the last is one too
RULE = Rule("uncovered_need", _findings)
"""Measured: hours times people lacking, in one unbroken stretch of one need; limit 0. Should.

Training and meetings cover nothing; standby at home covers only a need for standby at home.
"""
