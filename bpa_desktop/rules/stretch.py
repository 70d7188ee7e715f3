"""How far a change of shifts reaches: what the rules that look near said of all else stays as it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bpa_desktop.domain.difference import difference
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span

NEAR = timedelta(days=15)
"""Most rules look no further than two weeks to either side: the weekly rest's seven days, from a start of work that
itself may lie a week back."""
BEFORE_ALL, AFTER_ALL = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Rests:
    """A rest so long as `quiet` parts what somebody holds: no rule that looks near sees across it.

    `longest` is at least as long as any of their shifts.
    """

    quiet: timedelta
    longest: timedelta


@dataclass(frozen=True)
class Stretch:
    """What a change can touch: findings that start from `start` until `end`, and on which shifts these stand.

    The shifts are those from a place in time order up to another; none is longer than `longest`.
    """

    start: datetime
    end: datetime
    first: int
    after: int
    longest: timedelta


def stretch_round(held: Sequence[Shift], change: Span, *, rests: Rests) -> Stretch:
    """Return what a change within a span can touch of what somebody holds, in time order."""
    first = _parted_before(held, earlier(change.start, NEAR), rests=rests)
    after = _parted_after(held, _later(change.end, NEAR), rests=rests)
    start = earlier(held[first].span.start, rests.quiet) if first else BEFORE_ALL
    end = held[after].span.start if after < len(held) else AFTER_ALL
    return Stretch(
        start,
        end,
        _parted_before(held, earlier(start, NEAR), rests=rests),
        _parted_after(held, _later(end, NEAR), rests=rests),
        rests.longest,
    )


def changed_span(before: Sequence[Shift], after: Sequence[Shift]) -> Span | None:
    """Return the time in which two rows of shifts, in time order, are not the same shifts; None where they all are."""
    spans = [shift.span for row in difference(before, after) for shift in row]
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None


def sharing(held: Sequence[Shift], start: datetime, *, end: datetime, longest: timedelta) -> Iterator[Shift]:
    """Yield the shifts, in time order and none longer than so long, that share time with what lies between two ends."""
    first = bisect_left(held, earlier(start, longest), key=_start)
    for at in range(first, bisect_left(held, end, lo=first, key=_start)):
        if held[at].span.end > start:
            yield held[at]


def earlier(moment: datetime, by: timedelta) -> datetime:
    """Return an instant so much earlier; never before all."""
    return moment - by if moment - BEFORE_ALL > by else BEFORE_ALL


def longest_within(held: Sequence[Shift], change: Span) -> timedelta:
    """Return the length of the longest shift that begins in a change: what is new lies wholly within it."""
    return longest_of([*sharing(held, change.start, end=change.end, longest=timedelta(0))])


def longest_of(shifts: Sequence[Shift]) -> timedelta:
    """Return the length of the longest shift, none where there is no shift."""
    return max((shift.span.length for shift in shifts), default=timedelta(0))


def _later(moment: datetime, by: timedelta) -> datetime:
    return moment + by if AFTER_ALL - moment > by else AFTER_ALL


def _start(shift: Shift) -> datetime:
    return shift.span.start


def _parted_before(held: Sequence[Shift], moment: datetime, *, rests: Rests) -> int:
    """Return the place of the last shift that begins before a moment and after a long rest; the first, if none does."""
    at = bisect_right(held, moment, key=_start) - 1
    while at > 0 and not _is_parted(held, at, rests=rests):
        at -= 1
    return max(at, 0)


def _parted_after(held: Sequence[Shift], moment: datetime, *, rests: Rests) -> int:
    """Return the place of the first shift that begins after a moment and a long rest; that after the last, if none."""
    at = bisect_left(held, moment, key=_start)
    while at < len(held) and not _is_parted(held, at, rests=rests):
        at += 1
    return at


def _is_parted(held: Sequence[Shift], at: int, *, rests: Rests) -> bool:
    """Tell whether all shifts before a place end so long before the one there begins."""
    latest = earlier(held[at].span.start, rests.quiet)
    before = at - 1
    while before >= 0 and latest - held[before].span.start < rests.longest:
        if held[before].span.end > latest:
            return False
        before -= 1
    return True
