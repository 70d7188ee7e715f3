"""Verbs about substitutes: asking, answering, choosing. A yes is not booked until it is confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import Answer, Ask, Channel, RequestState, SubstituteRequest
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.history import History, Recorder
from bpa_desktop.services.identity import new_id


class TakenError(Exception):
    """The assistant cannot be booked: they hold a shift at that time, or are absent."""


def open_request(history: History, shift_id: str, *, deadline: datetime | None = None) -> SubstituteRequest:
    """Look for somebody to take a shift; return the request, the one that stands where there is one already.

    Raises UnknownRecordError.
    """
    with history.step("open_request") as record:
        shift = record.get(Shift, shift_id)
        standing = _standing_request(record, shift)
        if standing is not None:
            return standing
        request = SubstituteRequest(new_id(history.clock.now()), shift.id, deadline=deadline)
        record.put(request)
    return request


def stand_in(record: Recorder, shift: Shift, *, assistant: str, at: datetime) -> None:
    """Have an assistant take a shift whose planned person is absent and stays linked to it."""
    request = _standing_request(record, shift) or SubstituteRequest(new_id(at), shift.id)
    record.put(request.moved_to(RequestState.FILLED, chosen=assistant))


def _standing_request(record: Recorder, shift: Shift) -> SubstituteRequest | None:
    """Return the request about a shift, unless it came to nothing: then a new one is begun."""
    standing = record.roster.request_for(shift.id)
    return standing if standing is not None and standing.state is not RequestState.UNFILLED else None


def ask_assistant(history: History, request_id: str, *, assistant: str, channel: Channel) -> None:
    """Log that an assistant was asked. Raises UnknownRecordError, NotAllowedError for a request that is closed."""
    with history.step("ask_assistant") as record:
        asked = record.get(Assistant, assistant)
        request = record.get(SubstituteRequest, request_id)
        record.put(request.asked(Ask(asked.id, history.clock.now(), channel)))


def log_answer(history: History, request_id: str, *, assistant: str, answer: Answer) -> None:
    """Log what an assistant answered; nothing is booked by it. Raises UnknownRecordError, NotAllowedError."""
    with history.step("log_answer") as record:
        request = record.get(SubstituteRequest, request_id)
        record.put(request.answered(assistant, answer, at=history.clock.now()))


def confirm_substitute(history: History, request_id: str, *, assistant: str) -> tuple[str, ...]:
    """Book an assistant for the shift; return the assistants who were asked and have to be told that it is taken.

    An open shift becomes the assistant's own; where somebody is absent the planned person stays linked.
    Raises TakenError, UnknownRecordError, NotAllowedError.
    """
    with history.step("confirm_substitute") as record:
        request = record.get(SubstituteRequest, request_id)
        shift = record.get(Shift, request.shift)
        refuse_taken(record.roster, shift, assistant=record.get(Assistant, assistant).id)
        record.put(request.moved_to(RequestState.FILLED, chosen=assistant))
        if shift.assistant is None:
            record.put(replace(shift, assistant=assistant))
    return to_be_told(request, assistant)


def withdraw_request(history: History, request_id: str) -> None:
    """Stop looking. Raises UnknownRecordError, NotAllowedError."""
    with history.step("withdraw_request") as record:
        record.put(record.get(SubstituteRequest, request_id).moved_to(RequestState.WITHDRAWN))


def give_up_request(history: History, request_id: str) -> None:
    """Say that nobody was found; the shift stays open and is shown. Raises UnknownRecordError, NotAllowedError."""
    with history.step("give_up_request") as record:
        record.put(record.get(SubstituteRequest, request_id).moved_to(RequestState.UNFILLED))


def to_be_told(request: SubstituteRequest, chosen: str) -> tuple[str, ...]:
    """Return who was asked, has not said no, and was not chosen: they wait for word."""
    waiting = (ask.assistant for ask in request.asks if ask.answer is not Answer.NO and ask.assistant != chosen)
    return tuple(dict.fromkeys(waiting))


def refuse_taken(roster: Roster, shift: Shift, *, assistant: str) -> None:
    """Raise TakenError where an assistant is absent during a shift, or holds another."""
    held = roster.shifts_by_holder.get(assistant, ())
    busy = any(other.id != shift.id and other.is_presence and other.span.overlaps(shift.span) for other in held)
    if busy or roster.absence_of(assistant, shift.span) is not None:
        raise TakenError(assistant)
