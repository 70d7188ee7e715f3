"""RollOut: a rotation laid over the plan, and the lines in which the two differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from bpa_desktop.domain.rotation import Rotation, made_id
from bpa_desktop.domain.shift import Shift, ShiftState


class Hold(StrEnum):
    """Why a line is left alone until somebody asks for it by name."""

    EDITED = "edited"
    DELETED = "deleted"
    TOLD = "told"
    BUSY = "busy"
    ABSENT = "absent"
    LOCKED = "locked"


@dataclass(frozen=True)
class RollOut:
    """A rotation's id, and the days it is laid out on, both included."""

    rotation: str
    first: date
    last: date


@dataclass(frozen=True)
class Known:
    """A shift that was made from the rotation: for which day, as it was made, and as it is now.

    `made` is None where nothing tells how it was made, `now` where somebody has deleted it; one of them is there.
    `is_promised` says that a substitute is looked for, or found.
    """

    id: str
    day: date
    made: Shift | None
    now: Shift | None
    is_promised: bool = False

    @property
    def seen(self) -> Shift:
        """What the pattern is compared with to find its line: as it was made, where that is known."""
        shift = self.made or self.now
        assert shift is not None
        return shift

    @property
    def hold(self) -> Hold | None:
        """Why the pattern may not change it unasked, or None."""
        if self.now is None:
            return Hold.DELETED
        if self.made is None or self.is_promised or _apart_from_state(self.made) != _apart_from_state(self.now):
            return Hold.EDITED
        return None if self.now.state is ShiftState.DRAFT else Hold.TOLD


@dataclass(frozen=True)
class Difference:
    """One line in which pattern and plan differ: added without `before`, taken away without `after`, else changed."""

    before: Shift | None
    after: Shift | None
    hold: Hold | None = None

    @property
    def shift(self) -> Shift:
        """The shift it is about, as it would be, or as it was where it goes."""
        shift = self.after or self.before
        assert shift is not None
        return shift

    @property
    def id(self) -> str:
        """The id of the shift it is about."""
        return self.shift.id


def differences(rotation: Rotation, known: Iterable[Known], *, plan: RollOut, zone: ZoneInfo) -> tuple[Difference, ...]:
    """Return the lines in which the plan differs from the pattern on the days of a roll-out, in time order."""
    wanted_on: dict[date, list[Shift]] = {}
    for shift in rotation.occurrences(plan.first, plan.last, zone=zone):
        wanted_on.setdefault(shift.span.first_day(zone), []).append(shift)
    known_on: dict[date, list[Known]] = {}
    for one in known:
        if plan.first <= one.day <= plan.last:
            known_on.setdefault(one.day, []).append(one)
    found = (
        line
        for day in {*wanted_on, *known_on}
        for line in _on_day(day, wanted_on.get(day, []), known=known_on.get(day, []), zone=zone)
    )
    return tuple(sorted(found, key=lambda line: (line.shift.span, line.id)))


def _on_day(day: date, wanted: list[Shift], *, known: list[Known], zone: ZoneInfo) -> Iterator[Difference]:
    taken = {one.id for one in known}
    for one, shift in _paired(wanted, known):
        if one is None and shift is not None:
            fresh = _fresh_id(shift, day, taken=taken, zone=zone)
            taken.add(fresh)
            yield Difference(None, replace(shift, id=fresh))
        elif one is not None:
            yield from _difference(one, shift)


def _difference(one: Known, wanted: Shift | None) -> Iterator[Difference]:
    if wanted is None:
        if one.now is not None:
            yield Difference(one.now, None, one.hold)
    elif one.now is None:
        yield Difference(None, replace(wanted, id=one.id), one.hold)
    elif not one.now.is_same_work(wanted):
        after = replace(
            one.now, span=wanted.span, assistant=wanted.assistant, kind=wanted.kind, rotation=wanted.rotation
        )
        yield Difference(one.now, after, one.hold)


def _paired(wanted: list[Shift], known: list[Known]) -> Iterator[tuple[Known | None, Shift | None]]:
    """Yield which shift of a day stands for which line of the pattern; what is left stands alone.

    First what is exactly as the line says, then what bears the line's id, then what shares some time with it, then what
    is the same person's or the same seat: a line whose times changed is still about the shift that was deleted or
    edited by hand, and moves the one that was not. Of several alike the earlier ones go together.
    """
    lines, shifts = sorted(wanted, key=_in_time), sorted(known, key=lambda one: _in_time(one.seen))
    for is_alike in _LIKENESSES:
        for one in tuple(shifts):
            line = next((line for line in lines if is_alike(one, line)), None)
            if line is not None:
                shifts.remove(one)
                lines.remove(line)
                yield one, line
    yield from ((one, None) for one in shifts)
    yield from ((None, line) for line in lines)


_LIKENESSES: tuple[Callable[[Known, Shift], bool], ...] = (
    lambda one, line: one.seen.is_same_work(line),
    lambda one, line: one.id == line.id,
    lambda one, line: one.seen.span.overlaps(line.span),
    lambda one, line: (one.seen.assistant, one.seen.kind) == (line.assistant, line.kind),
    lambda one, _line: one.made is None,  # moved to where it shares no time with its line, in another store
)


def _in_time(shift: Shift) -> tuple[object, ...]:
    return shift.span, shift.id


def _apart_from_state(shift: Shift) -> Shift:
    """Return a shift as it was drafted: publishing it is no edit by hand."""
    return replace(shift, state=ShiftState.DRAFT, published_at=None)


def _fresh_id(shift: Shift, day: date, *, taken: set[str], zone: ZoneInfo) -> str:
    """Return the line's own id, or the next number where another shift of the day has it."""
    start: time = shift.span.start.astimezone(zone).time()
    fresh, number = shift.id, 1
    while fresh in taken:
        fresh = made_id(shift.rotation or "", day, start=start, number=number)
        number += 1
    return fresh
