"""Verbs about part of a shift: somebody takes it, and the rest is still looked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.domain.substitute import CoveredError, RequestState, SubstituteRequest
from bpa_desktop.services.history import History, Recorder
from bpa_desktop.services.identity import new_id
from bpa_desktop.services.overdraw import within_awards
from bpa_desktop.services.shift import end_search, parted
from bpa_desktop.services.substitute import OutsideShiftError, book


def confirm_part(history: History, request_id: str, *, assistant: str, part: Span) -> Shift:
    """Split the shift of a request, book an assistant for a part of it, and return that part, under an id of its own.

    The rest keeps the shift's id and its request, which goes on without the assistant's answer: that stands with the
    part. A rest after the part has a request of its own. The whole shift is booked as it is. Raises as
    `confirm_substitute`, and OutsideShiftError, NoSplitError, OverdrawnError.
    """
    now = history.clock.now()
    with history.step("confirm_part") as record, within_awards(history, record):
        request = record.get(SubstituteRequest, request_id)
        shift = record.get(Shift, request.shift)
        if part != shift.span:
            if request.state is RequestState.FILLED:
                raise CoveredError(request_id)
            taken, rests = _cut(shift, part, at=now)
            record.put(taken)
            _look_on(record, request.without(assistant), rests=rests, at=now)
            theirs = tuple(ask for ask in request.asks if ask.assistant == assistant)
            request = replace(request, id=new_id(now), shift=taken.id, asks=theirs)
        book(record, request, assistant=assistant)
        return record.get(Shift, request.shift)


def _cut(shift: Shift, part: Span, *, at: datetime) -> tuple[Shift, tuple[Shift, ...]]:
    """Return the part of a shift, and what is left of it before and after: the first of that keeps the id."""
    if not shift.span.covers(part):
        raise OutsideShiftError(shift.id)
    pieces = [shift]
    for moment in (part.start, part.end):
        if shift.span.start < moment < shift.span.end:
            pieces[-1:] = parted(pieces[-1], moment)
    changed = [shift.changed_to(piece) for piece in pieces]
    first, *later = (piece for piece in changed if piece.span != part)
    taken = next(replace(piece, id=new_id(at)) for piece in changed if piece.span == part)
    return taken, (first, *(replace(piece, id=new_id(at)) for piece in later))


def _look_on(record: Recorder, search: SubstituteRequest, *, rests: tuple[Shift, ...], at: datetime) -> None:
    """Go on looking for somebody for what is left, unless the planned assistant comes to it after all."""
    for rest in rests:
        record.put(rest)
        record.put(search if search.shift == rest.id else replace(search, id=new_id(at), shift=rest.id))
        end_search(record, rest)
