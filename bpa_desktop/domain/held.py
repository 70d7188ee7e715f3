"""Held: the shifts that one has, in time order, as a value that shares what a change leaves alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import accumulate, chain

from bpa_desktop.domain.kept import BLOCK
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span


def in_time(shift: Shift) -> tuple[datetime, datetime, str]:
    """Return what shifts are put in the order of time by."""
    return shift.span.start, shift.span.end, shift.id


@dataclass(frozen=True)
class _Block:
    shifts: tuple[Shift, ...]

    @cached_property
    def ends(self) -> tuple[datetime, ...]:
        """Beside each shift the latest end until then: it never falls, so it can be searched."""
        return tuple(accumulate((shift.span.end for shift in self.shifts), max))


@dataclass(frozen=True)
class Held:
    """Shifts in time order, in blocks none of which is empty. `changed` makes another."""

    blocks: tuple[_Block, ...] = ()

    @classmethod
    def of(cls, shifts: Iterable[Shift]) -> Held:
        """Return shifts, which stand in time order."""
        return cls(tuple(_cut(tuple(shifts))))

    @cached_property
    def all(self) -> tuple[Shift, ...]:
        """The shifts in one row, put together once somebody asks."""
        return tuple(chain.from_iterable(block.shifts for block in self.blocks))

    @property
    def first(self) -> Shift:
        """The first shift."""
        return self.blocks[0].shifts[0]

    @property
    def last(self) -> Shift:
        """The last shift."""
        return self.blocks[-1].shifts[-1]

    @cached_property
    def _ends(self) -> tuple[datetime, ...]:
        return tuple(accumulate((block.ends[-1] for block in self.blocks), max))

    def sharing(self, span: Span) -> Iterator[Shift]:
        """Yield the shifts that share time with a span, in time order: found by search."""
        for block in self.blocks[bisect_right(self._ends, span.start) :]:
            if block.shifts[0].span.start >= span.end:
                return
            first = bisect_right(block.ends, span.start)
            last = bisect_left(block.shifts, span.end, lo=first, key=_start)
            yield from (shift for shift in block.shifts[first:last] if span.start < shift.span.end)

    def other_than(self, before: Held) -> Iterator[Shift]:
        """Yield the shifts that do not stand in a block of another too; what both share is not looked at."""
        shared = {id(block) for block in before.blocks}
        return (shift for block in self.blocks if id(block) not in shared for shift in block.shifts)

    def changed(self, gone: Iterable[Shift], came: Iterable[Shift]) -> Held:
        """Return what is held once some shifts are gone, and others came."""
        if not self.blocks:
            return Held.of(sorted(came, key=in_time))
        without, new = self._by_block(gone), self._by_block(came)
        blocks = list(self.blocks)
        for at in sorted({*without, *new}, reverse=True):
            ids = {shift.id for shift in without.get(at, ())}
            stay = [shift for shift in blocks[at].shifts if shift.id not in ids]
            blocks[at : at + 1] = _cut(_put_among(stay, new.get(at, ())))
        return Held(tuple(blocks))

    def _by_block(self, shifts: Iterable[Shift]) -> dict[int, list[Shift]]:
        found: dict[int, list[Shift]] = {}
        for shift in shifts:
            at = bisect_right(self.blocks, in_time(shift), key=lambda block: in_time(block.shifts[0]))
            found.setdefault(max(at - 1, 0), []).append(shift)
        return found


def _cut(shifts: tuple[Shift, ...]) -> Iterator[_Block]:
    """Yield shifts in blocks: as one as long as it is not twice too long."""
    size = BLOCK if len(shifts) >= 2 * BLOCK else 2 * BLOCK
    for at in range(0, len(shifts), size):
        yield _Block(shifts[at : at + size])


def _put_among(stay: list[Shift], new: Collection[Shift]) -> tuple[Shift, ...]:
    """Return shifts in time order, with others put among them: only the few that came are sorted."""
    every: list[Shift] = []
    begin = 0
    for shift in sorted(new, key=in_time):
        at = bisect_left(stay, in_time(shift), lo=begin, key=in_time)
        every += (*stay[begin:at], shift)
        begin = at
    return (*every, *stay[begin:])


def _start(shift: Shift) -> datetime:
    return shift.span.start
