"""Verbs about shifts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.services.booking import refuse_taken
from bpa_desktop.services.history import History, Recorder
from bpa_desktop.services.identity import new_id
from bpa_desktop.services.overdraw import within_awards
from bpa_desktop.services.substitute import stand_in

SHORTEST = timedelta(minutes=15)
"""What a shift lasts at least, where it is made shorter or split."""


class NoSplitError(Exception):
    """A moment that would leave less than the shortest shift before or after it."""


@dataclass(frozen=True)
class Place:
    """Where a shift is to stand: by its id, when, and with whom."""

    shift: str
    span: Span
    holder: str | None


def add_shift(history: History, plan: Shift) -> Shift:
    """Add a shift like the plan, under an id of its own; return it. Raises OverdrawnError."""
    return add_shifts(history, (plan,))[0]


def add_shifts(history: History, plans: Iterable[Shift]) -> tuple[Shift, ...]:
    """Add shifts like the plans, each under an id of its own, in one step; return them. Raises OverdrawnError."""
    shifts = tuple(replace(plan, id=new_id(history.clock.now())) for plan in plans)
    with history.step("add_shift") as record, within_awards(history, record):
        for shift in shifts:
            record.put(shift)
    return shifts


def edit_shift(history: History, shift: Shift) -> None:
    """Put an edited shift in the place of the one with its id. Raises UnknownRecordError, OverdrawnError."""
    edit_shifts(history, (shift,))


def edit_shifts(history: History, shifts: Iterable[Shift]) -> None:
    """Put edited shifts in the places of those with their ids, in one step. Raises as `edit_shift`."""
    with history.step("edit_shift") as record, within_awards(history, record):
        for shift in shifts:
            before = record.get(Shift, shift.id)
            if before.assistant != shift.assistant:
                forget_substitute(record, shift.id)
            put_changed(history, record, before=before, after=shift)


def assign_shifts(history: History, holders: Mapping[str, str | None]) -> None:
    """Give shifts, by their ids, to assistants, or open them, in one step.

    Where the planned assistant is absent, whoever takes the shift is the substitute; else one chosen before is let go.
    Raises UnknownRecordError, TakenError for a substitute who is absent too, or has another shift then.
    """
    with history.step("assign_shift") as record:
        _hand_over(history, record, holders=holders)


def swap_shifts(history: History, first: str, *, second: str) -> None:
    """Let who is to come to a shift and to another, by the shifts' ids, change places, in one step.

    Who is absent gives their shift away all the same, and whoever gets it stands in for them. Raises
    UnknownRecordError, TakenError as `assign_shifts`.
    """
    with history.step("swap_shifts") as record:
        one, other = (record.roster.expected(record.get(Shift, shift_id)) for shift_id in (first, second))
        _hand_over(history, record, holders={first: other, second: one})


def split_shift(history: History, shift_id: str, *, at: datetime) -> Shift:
    """Make two shifts of one, and return the second, under an id of its own; whoever comes to the one comes to both.

    Active minutes and break are shared by length. Raises UnknownRecordError, NoSplitError, OverdrawnError.
    """
    now = history.clock.now()
    with history.step("split_shift") as record, within_awards(history, record):
        shift = record.get(Shift, shift_id)
        request = record.roster.request_for(shift_id)
        first, rest = (shift.changed_to(part) for part in parted(shift, at))
        second = replace(rest, id=new_id(now))
        record.put(first)
        record.put(second)
        if request is not None:
            record.put(replace(request, id=new_id(now), shift=second.id))
        for part in (first, second):
            end_search(record, part)
    return second


def end_search(record: Recorder, shift: Shift) -> None:
    """Stop looking for somebody where the planned assistant comes after all: absent during the other part only."""
    request = record.roster.request_for(shift.id)
    if request is not None and request.is_live and record.roster.holder(shift) is not None:
        record.put(_withdrawn(request))


def parted(shift: Shift, at: datetime) -> tuple[Shift, Shift]:
    """Return the parts of a shift before and after a moment. Raises NoSplitError where either is too short."""
    for span in (shift.span, shift.actual):
        if span is not None and min(at - span.start, span.end - at) < SHORTEST:
            raise NoSplitError(shift.id)
    share = (at - shift.span.start) / shift.span.length
    active = None if shift.active_minutes is None else round(shift.active_minutes * share)
    pause = round(shift.break_minutes * share)
    first = replace(
        shift,
        span=Span(shift.span.start, at),
        actual=None if shift.actual is None else Span(shift.actual.start, at),
        active_minutes=active,
        break_minutes=pause,
    )
    second = replace(
        shift,
        span=Span(at, shift.span.end),
        actual=None if shift.actual is None else Span(at, shift.actual.end),
        active_minutes=None if shift.active_minutes is None or active is None else shift.active_minutes - active,
        break_minutes=shift.break_minutes - pause,
    )
    return first, second


def _hand_over(history: History, record: Recorder, *, holders: Mapping[str, str | None]) -> None:
    substitutes: dict[str, str] = {}
    for shift_id, assistant in holders.items():
        shift = record.get(Shift, shift_id)
        if assistant is not None and record.roster.absence_of(shift.assistant, shift.span) is not None:
            substitutes[shift_id] = assistant
            stand_in(record, shift, assistant=assistant, at=history.clock.now())
        else:
            forget_substitute(record, shift_id)
            put_changed(history, record, before=shift, after=replace(shift, assistant=assistant))
    for shift_id, assistant in substitutes.items():  # once all have changed hands
        refuse_taken(record.roster, record.get(Shift, shift_id), assistant=assistant)


def place_shifts(history: History, places: Iterable[Place]) -> None:
    """Move shifts in time and to holders, in one step. Raises UnknownRecordError, OverdrawnError."""
    with history.step("move_shift") as record, within_awards(history, record):
        for place in places:
            before = shift = record.get(Shift, place.shift)
            if record.roster.holder(shift) != place.holder:
                forget_substitute(record, place.shift)
                shift = replace(shift, assistant=place.holder)
            put_changed(history, record, before=before, after=replace(shift, span=place.span))


def roster_placed(history: History, place: Place) -> Roster:
    """Return the roster as `place_shifts` would leave it: brought back as agreed, a shift is published again."""
    roster = history.roster
    after = roster.placed(roster.shifts_by_id[place.shift], span=place.span, holder=place.holder)
    moved = after.shifts_by_id[place.shift]
    agreed = _as_agreed(history, moved)
    return after if agreed is moved else after.with_shift(agreed)


def remove_shifts(history: History, shift_ids: Collection[str]) -> None:
    """Take shifts away, and the requests about them, in one step. Raises UnknownRecordError."""
    with history.step("remove_shift") as record:
        drop_shifts(record, shift_ids)


def drop_shifts(record: Recorder, shift_ids: Collection[str]) -> None:
    """Take shifts away inside a step, and the requests about them. Raises UnknownRecordError."""
    for request in record.roster.requests:
        if request.shift in shift_ids:
            record.remove(request)
    for shift_id in shift_ids:
        record.remove(record.get(Shift, shift_id))


def put_changed(history: History, record: Recorder, *, before: Shift, after: Shift) -> None:
    """Put what a change makes of a shift inside a step: it waits for its person's yes, unless that was given.

    Of how the shift was only its own versions are looked at, and only where somebody was told of it.
    """
    record.put(_as_agreed(history, before.changed_to(after)))


def _as_agreed(history: History, shift: Shift) -> Shift:
    return shift.brought_back(was for _, was in history.past(Shift, of=shift.id) if was is not None)


def forget_substitute(record: Recorder, shift_id: str) -> None:
    """Withdraw the request for a shift, where there is one: who was chosen is let go."""
    request = record.roster.request_for(shift_id)
    if request is not None:
        record.put(_withdrawn(request))


def _withdrawn(request: SubstituteRequest) -> SubstituteRequest:
    return request.moved_to(RequestState.WITHDRAWN)
