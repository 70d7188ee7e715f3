"""Time on duty and off: blocks of presence, work periods, short rests, and hours as the law counts them."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import Span

# Standby at home counts by a share of the law that cannot be written as a decimal: what is counted is rounded to this.
_FINEST = Decimal("0.0001")
_TICK = timedelta(microseconds=1)
_TICKS_AN_HOUR = timedelta(hours=1) // _TICK
PASSIVE = (ShiftKind.RESTING_NIGHT, ShiftKind.STANDBY_ON_SITE)


@dataclass(frozen=True)
class Block:
    """Unbroken presence: shifts that overlap or touch, as one."""

    start: datetime
    end: datetime
    shifts: tuple[Shift, ...]

    @property
    def last(self) -> Shift:
        """The shift that ends with it."""
        return max(self.shifts, key=lambda shift: shift.span.end)


def blocks_of(shifts: Iterable[Shift]) -> Iterator[Block]:
    """Yield the blocks of presence of shifts in time order."""
    held: list[Shift] = []
    end: datetime | None = None
    for shift in shifts:
        if end is not None and shift.span.start > end:
            yield Block(held[0].span.start, end, tuple(held))
            held, end = [], None
        held.append(shift)
        end = shift.span.end if end is None else max(end, shift.span.end)
    if end is not None:
        yield Block(held[0].span.start, end, tuple(held))


def periods_of(blocks: Sequence[Block], rest_after: Callable[[datetime], timedelta]) -> Iterator[tuple[Block, ...]]:
    """Yield the blocks between rests that are long enough; `rest_after` says how long from an instant on."""
    held: list[Block] = []
    for block in blocks:
        if held and block.start - held[-1].end >= rest_after(held[-1].end):
            yield tuple(held)
            held = []
        held.append(block)
    if held:
        yield tuple(held)


def days_of(period: Sequence[Block], within: timedelta) -> Iterator[Span]:
    """Yield each 24 hours of a work period, from its start to where work ends in them; most periods have but one."""
    start, first = period[0].start, 0
    while True:
        stop, after = start + within, first
        while after < len(period) and period[after].start < stop:
            after += 1
        last = period[after - 1].end
        yield Span(start, min(stop, last))
        first = after - 1 if last > stop else after
        if first == len(period):
            return
        start = max(stop, period[first].start)


@dataclass(frozen=True)
class ShortRest:
    """The longest rest in the time from the start of a work period, if there is one, and the blocks round it."""

    window: Span
    rest: Span | None
    blocks: tuple[Block, ...]

    @property
    def hours(self) -> Decimal:
        """How long the rest is, in hours."""
        return self.rest.hours if self.rest is not None else Decimal(0)


def short_rests(period: Sequence[Block], *, needed: timedelta, within: timedelta) -> Iterator[ShortRest]:
    """Yield where a period, which has no rest as long as needed inside, has none in the time from its start either.

    The work after the longest rest is then looked at as a start of its own, so that each short rest is found.
    """
    first = 0
    while first < len(period) and period[-1].end > period[first].start + within - needed:
        found = longest_rest(period, first, within=within)
        yield found
        first += sum(1 for block in found.blocks if found.rest is None or block.end <= found.rest.start) or 1


def longest_rest(period: Sequence[Block], first: int, *, within: timedelta) -> ShortRest:
    """Return the longest rest, the last of several, in the time from the start of a block on."""
    start = period[first].start
    stop = start + within
    rest: tuple[timedelta, int] | None = None
    for at in range(first, len(period)):
        if period[at].end >= stop:
            break
        length = _rest_end(period, at, stop=stop) - period[at].end
        if rest is None or length >= rest[0]:
            rest = length, at
    if rest is None:
        return ShortRest(Span(start, stop), None, (period[first],))
    before = rest[1]
    around = period[first : before + 2] if _rest_end(period, before, stop=stop) < stop else period[first : before + 1]
    return ShortRest(Span(start, stop), Span(period[before].end, period[before].end + rest[0]), tuple(around))


def _rest_end(period: Sequence[Block], at: int, *, stop: datetime) -> datetime:
    return min(period[at + 1].start, stop) if at + 1 < len(period) else stop


class _Rate(NamedTuple):
    """How much of each hour counts as working time, and how much of it is passive."""

    counted: Fraction | int
    passive: Fraction | int


_WORK = _Rate(1, 0)
_WHOLLY_PASSIVE = _Rate(1, 1)


def _rate(shift: Shift, standby_divisor: Decimal) -> _Rate:
    is_home = shift.kind is ShiftKind.STANDBY_HOME
    if not is_home and shift.kind not in PASSIVE:
        return _WORK
    if not shift.active_minutes and not is_home:
        return _WHOLLY_PASSIVE
    active = min(timedelta(minutes=shift.active_minutes or 0), shift.span.length)
    share = Fraction(active // _TICK, shift.span.length // _TICK)
    if is_home:
        return _Rate((1 - share) / Fraction(standby_divisor) + share, 0)
    return _Rate(1, 1 - share)


class Worked:
    """Hours as the law counts them: elapsed time once, however many shifts run; standby at home by its share."""

    def __init__(self, shifts: Sequence[Shift], standby_divisor: Decimal) -> None:
        self._stretches = list(_stretches(shifts, standby_divisor))
        self._starts = [start for start, _, _ in self._stretches]
        self._sums: list[_Rate] = [_Rate(0, 0)]
        for start, end, rate in self._stretches:
            ticks, before = (end - start) // _TICK, self._sums[-1]
            self._sums.append(_Rate(before.counted + ticks * rate.counted, before.passive + ticks * rate.passive))

    def hours(self, start: datetime, end: datetime) -> Decimal:
        """Return the hours counted between two instants."""
        return _as_hours(self._until(end).counted - self._until(start).counted)

    def passive_hours(self, start: datetime, end: datetime) -> Decimal:
        """Return the hours of passive work between two instants."""
        return _as_hours(self._until(end).passive - self._until(start).passive)

    def _until(self, moment: datetime) -> _Rate:
        before = bisect_right(self._starts, moment)
        if not before:
            return self._sums[0]
        start, end, rate = self._stretches[before - 1]
        if moment >= end:
            return self._sums[before]
        ticks, sums = (moment - start) // _TICK, self._sums[before - 1]
        return _Rate(sums.counted + ticks * rate.counted, sums.passive + ticks * rate.passive)


def _as_hours(ticks: Fraction | int) -> Decimal:
    counted = Decimal(ticks.numerator) / _TICKS_AN_HOUR
    return counted if ticks.denominator == 1 else (counted / ticks.denominator).quantize(_FINEST)


def _stretches(shifts: Sequence[Shift], standby_divisor: Decimal) -> Iterator[tuple[datetime, datetime, _Rate]]:
    """Cut time where shifts begin and end; where several run, the one that counts most, then the least passive."""
    running: list[tuple[Fraction | int, Fraction | int, datetime]] = []
    waiting = list(reversed(shifts))
    now = waiting[-1].span.start if waiting else None
    while now is not None:
        while waiting and waiting[-1].span.start <= now:
            shift = waiting.pop()
            rate = _rate(shift, standby_divisor)
            heapq.heappush(running, (-rate.counted, rate.passive, shift.span.end))
        while running and running[0][2] <= now:
            heapq.heappop(running)
        following = waiting[-1].span.start if waiting else None
        if running:
            counted, passive, end = running[0]
            until = end if following is None else min(end, following)
            yield now, until, _Rate(-counted, passive)
            now = until
        else:
            now = following
