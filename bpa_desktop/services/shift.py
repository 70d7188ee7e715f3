"""Verbs about shifts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.services.history import History, Recorder
from bpa_desktop.services.identity import new_id
from bpa_desktop.services.overdraw import within_awards


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
    with history.step("edit_shift") as record, within_awards(history, record):
        before = record.get(Shift, shift.id)
        if before.assistant != shift.assistant:
            forget_substitute(record, shift.id)
        record.put(before.changed_to(shift))


def assign_shift(history: History, shift_id: str, *, assistant: str | None) -> None:
    """Give a shift to an assistant, or open it; a substitute chosen before is let go. Raises UnknownRecordError."""
    with history.step("assign_shift") as record:
        forget_substitute(record, shift_id)
        before = record.get(Shift, shift_id)
        record.put(before.changed_to(replace(before, assistant=assistant)))


def place_shifts(history: History, places: Iterable[Place]) -> None:
    """Move shifts in time and to holders, in one step. Raises UnknownRecordError, OverdrawnError."""
    with history.step("move_shift") as record, within_awards(history, record):
        for place in places:
            before = shift = record.get(Shift, place.shift)
            if record.roster.holder(shift) != place.holder:
                forget_substitute(record, place.shift)
                shift = replace(shift, assistant=place.holder)
            record.put(before.changed_to(replace(shift, span=place.span)))


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


def forget_substitute(record: Recorder, shift_id: str) -> None:
    """Withdraw the request for a shift, where there is one: who was chosen is let go."""
    request = record.roster.request_for(shift_id)
    if request is not None:
        record.put(_withdrawn(request))


def _withdrawn(request: SubstituteRequest) -> SubstituteRequest:
    return request.moved_to(RequestState.WITHDRAWN)
