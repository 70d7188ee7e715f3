"""Verbs about shifts."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.services.history import History, Recorder
from bpa_desktop.services.identity import new_id
from bpa_desktop.services.overdraw import within_awards


def add_shift(history: History, plan: Shift) -> Shift:
    """Add a shift like the plan, under an id of its own; return it. Raises OverdrawnError."""
    shift = replace(plan, id=new_id(history.clock.now()))
    with history.step("add_shift") as record, within_awards(history, record):
        record.put(shift)
    return shift


def edit_shift(history: History, shift: Shift) -> None:
    """Put an edited shift in the place of the one with its id. Raises UnknownRecordError, OverdrawnError."""
    with history.step("edit_shift") as record, within_awards(history, record):
        before = record.get(Shift, shift.id)
        if before.assistant != shift.assistant:
            forget_substitute(record, shift.id)
        record.put(shift)


def assign_shift(history: History, shift_id: str, *, assistant: str | None) -> None:
    """Give a shift to an assistant, or open it; a substitute chosen before is let go. Raises UnknownRecordError."""
    with history.step("assign_shift") as record:
        forget_substitute(record, shift_id)
        record.put(replace(record.get(Shift, shift_id), assistant=assistant))


def move_shift(history: History, shift_id: str, *, span: Span) -> None:
    """Move a shift in time; whoever holds it keeps it. Raises UnknownRecordError, OverdrawnError."""
    with history.step("move_shift") as record, within_awards(history, record):
        record.put(replace(record.get(Shift, shift_id), span=span))


def place_shift(history: History, shift_id: str, *, span: Span, holder: str | None) -> None:
    """Move a shift in time and to a holder, as a drag over the grid does. Raises UnknownRecordError, OverdrawnError."""
    with history.step("move_shift") as record, within_awards(history, record):
        shift = record.get(Shift, shift_id)
        if record.roster.holder(shift) != holder:
            forget_substitute(record, shift_id)
            shift = replace(shift, assistant=holder)
        record.put(replace(shift, span=span))


def remove_shift(history: History, shift_id: str) -> None:
    """Take a shift away, and the requests about it. Raises UnknownRecordError."""
    with history.step("remove_shift") as record:
        for request in record.roster.requests:
            if request.shift == shift_id:
                record.remove(request)
        record.remove(record.get(Shift, shift_id))


def forget_substitute(record: Recorder, shift_id: str) -> None:
    """Withdraw the request for a shift, where there is one: who was chosen is let go."""
    request = record.roster.request_for(shift_id)
    if request is not None:
        record.put(_withdrawn(request))


def _withdrawn(request: SubstituteRequest) -> SubstituteRequest:
    return request.moved_to(RequestState.WITHDRAWN)
