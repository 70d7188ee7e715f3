"""Another time for a shift, as far as the need allows: somebody comes an hour later, and nobody is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from bpa_desktop.domain.need import Need
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import ONE_DAY, Span
from bpa_desktop.services.booking import TakenError, has_shift
from bpa_desktop.services.history import History
from bpa_desktop.services.overdraw import within_awards
from bpa_desktop.services.shift import end_search


@dataclass(frozen=True)
class Room:
    """What the need allows a shift: it keeps what is `needed` and nobody else covers, and stays `within` the need.

    Without a need that the shift touches both are None, and it may be at any time.
    """

    needed: Span | None = None
    within: Span | None = None

    def allows(self, span: Span) -> bool:
        """Tell whether the shift may have a span."""
        keeps = self.needed is None or span.covers(self.needed)
        return keeps and (self.within is None or self.within.covers(span))


class OutsideNeedError(Exception):
    """The shift would leave somebody alone who needs help, or be where no help is needed; what the need allows."""

    def __init__(self, room: Room, zone: ZoneInfo) -> None:
        super().__init__(room)
        self.room = room
        self.zone = zone


def fit_shift(history: History, shift_id: str, *, span: Span) -> None:
    """Give a shift another time within what the need allows; who has it keeps it.

    Raises UnknownRecordError, OutsideNeedError, TakenError where who has it cannot then, OverdrawnError.
    """
    with history.step("fit_shift") as record, within_awards(history, record):
        shift = record.get(Shift, shift_id)
        room = room_for(record.roster, shift)
        if not room.allows(span):
            raise OutsideNeedError(room, record.roster.arrangement.zone)
        fitted = shift.changed_to(replace(shift, span=span))
        _refuse_clash(record.roster, shift, fitted=fitted)
        record.put(fitted)
        end_search(record, fitted)


def _refuse_clash(roster: Roster, shift: Shift, *, fitted: Shift) -> None:
    expected, holder = roster.expected(shift), roster.holder(shift)
    if expected is not None and has_shift(roster, fitted, assistant=expected):
        raise TakenError(expected)
    if holder is not None and roster.absence_of(holder, fitted.span) is not None:
        raise TakenError(holder)


def room_for(roster: Roster, shift: Shift) -> Room:
    """Return what the need allows a shift."""
    demands = tuple(_demands(roster, shift))
    if not demands:
        return Room()
    within = Span(
        min(shift.span.start, *(span.start for _, span in demands)),
        max(shift.span.end, *(span.end for _, span in demands)),
    )
    needed = tuple(_needed(roster, shift, demands=demands))
    return Room(Span(needed[0].start, needed[-1].end) if needed else None, within)


def _demands(roster: Roster, shift: Shift) -> Iterator[tuple[Need, Span]]:
    """Yield the needs that a shift can cover, with when they arise while it lasts."""
    if not shift.covers_need:
        return
    zone = roster.arrangement.zone
    first, last = shift.span.first_day(zone) - ONE_DAY, shift.span.last_day(zone)
    for need in roster.needs:
        if shift.kind is ShiftKind.STANDBY_HOME and need.kind is not ShiftKind.STANDBY_HOME:
            continue
        for span in need.occurrences(first, last, zone=zone):
            if span.overlaps(shift.span):
                yield need, span


def _needed(roster: Roster, shift: Shift, *, demands: tuple[tuple[Need, Span], ...]) -> Iterator[Span]:
    """Yield the stretches of a shift, in time order, in which too few others are there."""
    others = tuple(_others(roster, shift))
    spans = (*(span for _, span in demands), *(other.span for _, other in others))
    edges = {edge for span in spans for edge in _ends(span) if shift.span.contains(edge)}
    for start, end in pairwise(sorted({*_ends(shift.span), *edges})):
        people = sum(need.people for need, span in demands if span.contains(start))
        there = {holder for holder, other in others if other.span.contains(start)}
        if len(there) < people:
            yield Span(start, end)


def _others(roster: Roster, shift: Shift) -> Iterator[tuple[str, Shift]]:
    """Yield who else is there while a shift lasts; who waits at home is there for a need of that kind only."""
    at_home = shift.kind is ShiftKind.STANDBY_HOME
    for other in roster.shifts_in(shift.span):
        holder = roster.holder(other)
        if holder is None or other.id == shift.id or not other.covers_need:
            continue
        if at_home or other.kind is not ShiftKind.STANDBY_HOME:
            yield holder, other


def _ends(span: Span) -> tuple[datetime, datetime]:
    return span.start, span.end
