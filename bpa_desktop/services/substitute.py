"""Verbs about substitutes: asking, answering, choosing. A yes is not booked until it is confirmed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span, instant
from bpa_desktop.domain.substitute import (
    Answer,
    Ask,
    Channel,
    CoveredError,
    NotAllowedError,
    Outcome,
    RequestState,
    SubstituteRequest,
)
from bpa_desktop.services.booking import has_shift, refuse_not_employed, refuse_over, refuse_taken
from bpa_desktop.services.history import History, Recorder
from bpa_desktop.services.identity import new_id


class OutsideShiftError(Exception):
    """A part that does not lie within the shift."""


class DeadlineError(Exception):
    """A time to answer by that is gone already, or after the shift is over."""


def open_requests(
    history: History, shift_ids: Collection[str], *, deadline: datetime | None = None
) -> tuple[SubstituteRequest, ...]:
    """Look for somebody to take shifts, in one step; return a request for each, the one that stands where there is one.

    A search that was given up goes on. Raises UnknownRecordError, PastShiftError, DeadlineError.
    """
    now = history.clock.now()
    with history.step("open_requests") as record:
        return tuple(_opened(record, shift_id, deadline=deadline, now=now) for shift_id in shift_ids)


def _opened(record: Recorder, shift_id: str, *, deadline: datetime | None, now: datetime) -> SubstituteRequest:
    shift = record.get(Shift, shift_id)
    refuse_over(record.roster, shift, now=now)
    _refuse_deadline(shift, deadline, now=now)
    standing = record.roster.request_for(shift_id)
    search = look_for(record, shift, at=now)
    if deadline is None or search == standing:
        return search
    dated = replace(search, deadline=deadline)
    record.put(dated)
    return dated


def look_for(record: Recorder, shift: Shift, *, at: datetime) -> SubstituteRequest:
    """Look for somebody inside a step; return the request: the one that stands, or a new one.

    One that came to nothing, or whose substitute is absent, goes on.
    """
    search = record.roster.request_for(shift.id) or SubstituteRequest(new_id(at), shift.id)
    if search.state is RequestState.FILLED and record.roster.holder(shift) is None:
        search_again(record, search)
        return record.get(SubstituteRequest, search.id)
    found = search.reopened() if search.state is RequestState.UNFILLED else search
    record.put(found)
    return found


def stand_in(record: Recorder, shift: Shift, *, assistant: str, at: datetime) -> None:
    """Have an assistant take a shift whose planned person is absent and stays linked to it."""
    request = record.roster.request_for(shift.id) or SubstituteRequest(new_id(at), shift.id)
    record.put(request.moved_to(RequestState.FILLED, chosen=assistant))


def search_again(record: Recorder, request: SubstituteRequest) -> None:
    """Look again for somebody to take a shift that was covered.

    Whoever was planned stays linked only while they are absent, and have no other shift then: who is not needed has
    other plans, and does not get the shift back unasked. Raises NotAllowedError.
    """
    record.put(request.reopened())
    shift, roster = record.get(Shift, request.shift), record.roster
    planned = shift.assistant
    if planned is None:
        return
    if roster.absence_of(planned, shift.span) is None or has_shift(roster, shift, assistant=planned):
        record.put(shift.changed_to(replace(shift, assistant=None)))


@dataclass(frozen=True)
class Way:
    """How somebody is asked, and until when an answer is waited for; without that, until the request's deadline."""

    channel: Channel
    answer_by: datetime | None = None


def ask_assistants(history: History, request_ids: Collection[str], *, assistants: Collection[str], way: Way) -> None:
    """Log that assistants were asked, all at once, about shifts; who has not answered yet is not asked twice.

    Raises UnknownRecordError, NotAllowedError for a request that is covered or withdrawn, PastShiftError,
    DeadlineError, NotEmployedError.
    """
    now = history.clock.now()
    with history.step("ask_assistants") as record:
        for request_id in request_ids:
            request = record.get(SubstituteRequest, request_id)
            shift = record.get(Shift, request.shift)
            refuse_over(record.roster, shift, now=now)
            _refuse_deadline(shift, way.answer_by, now=now)
            for assistant in assistants:
                refuse_not_employed(record, shift, assistant=assistant)
                asked = request.asked(Ask(assistant, now, way.channel, answer_by=way.answer_by or request.deadline))
                known = request.ask_of(assistant)
                request = request if known is not None and known.is_waiting else asked
            record.put(request)


def log_answer(history: History, request_id: str, *, assistant: str, answer: Answer) -> None:
    """Log what somebody answered, `none` where they could not be reached; nothing is booked by it, nobody let go.

    Raises UnknownRecordError, NotAskedError, WithdrawnError.
    """
    with history.step("log_answer") as record:
        request = record.get(SubstituteRequest, request_id)
        record.put(request.answered(assistant, answer, at=history.clock.now()))


def log_answers(history: History, request_ids: Collection[str], *, assistant: str, answer: Answer) -> None:
    """Log one answer about several shifts, in one step. Raises as `log_answer`."""
    now = history.clock.now()
    with history.step("log_answers") as record:
        for request_id in request_ids:
            record.put(record.get(SubstituteRequest, request_id).answered(assistant, answer, at=now))


def log_part(history: History, request_id: str, *, assistant: str, part: Span) -> None:
    """Log that somebody can take a part of the shift, and which. Raises as `log_answer`, OutsideShiftError."""
    with history.step("log_part") as record:
        request = record.get(SubstituteRequest, request_id)
        if not record.get(Shift, request.shift).span.covers(part):
            raise OutsideShiftError(request.shift)
        record.put(request.answered(assistant, Answer.PART, at=history.clock.now(), part=part))


def confirm_substitute(history: History, request_id: str, *, assistant: str) -> tuple[str, ...]:
    """Book an assistant for the shift; return the assistants who were asked and have to be told that it is taken.

    An open shift becomes the assistant's own; where somebody is absent the planned person stays linked.
    Raises TakenError, NotEmployedError, UnknownRecordError, CoveredError where another was chosen, WithdrawnError.
    """
    with history.step("confirm_substitute") as record:
        return book(record, record.get(SubstituteRequest, request_id), assistant=assistant)


def book(record: Recorder, request: SubstituteRequest, *, assistant: str) -> tuple[str, ...]:
    """Book an assistant inside a step, as `confirm_substitute`."""
    if request.state is RequestState.FILLED and request.chosen != assistant:
        raise CoveredError(request.id)
    shift = record.get(Shift, request.shift)
    refuse_not_employed(record, shift, assistant=assistant)
    refuse_taken(record.roster, shift, assistant=assistant)
    booked = request.moved_to(RequestState.FILLED, chosen=assistant)
    record.put(booked)
    if shift.assistant is None:
        record.put(replace(shift, assistant=assistant))
    return to_be_told(booked, assistant)


def mark_told(history: History, request_id: str, *, assistants: Collection[str]) -> None:
    """Note that assistants were told how it ended; who was never asked is passed over. Raises UnknownRecordError."""
    with history.step("mark_told") as record:
        record.put(record.get(SubstituteRequest, request_id).told(assistants, at=history.clock.now()))


def fall_out(history: History, request_id: str) -> None:
    """Note that the chosen assistant cannot after all: the search goes on, and what others were told holds no more.

    Raises UnknownRecordError, NotAllowedError where nobody is chosen.
    """
    with history.step("fall_out") as record:
        request = record.get(SubstituteRequest, request_id)
        chosen = request.chosen
        if request.state is not RequestState.FILLED or chosen is None:
            raise NotAllowedError(request.id)
        if request.ask_of(chosen) is not None:
            request = request.answered(chosen, Answer.NO, at=history.clock.now())
        search_again(record, request.told({ask.assistant for ask in request.asks}, at=None))


def set_deadline(history: History, request_id: str, *, deadline: datetime | None) -> None:
    """Set until when an answer is waited for from now on. Raises UnknownRecordError, DeadlineError."""
    with history.step("set_deadline") as record:
        request = record.get(SubstituteRequest, request_id)
        _refuse_deadline(record.get(Shift, request.shift), deadline, now=history.clock.now())
        record.put(replace(request, deadline=deadline))


def withdraw_request(history: History, request_id: str) -> None:
    """Stop looking. Raises UnknownRecordError, NotAllowedError."""
    with history.step("withdraw_request") as record:
        request = record.get(SubstituteRequest, request_id)
        if request.state is RequestState.FILLED:
            raise CoveredError(request_id)
        record.put(request.moved_to(RequestState.WITHDRAWN))


def give_up_request(history: History, request_id: str, *, outcome: Outcome = Outcome.NONE) -> None:
    """Say that nobody was found, and how the user gets by; the shift stays open and is shown.

    It can be said again with another outcome. Raises UnknownRecordError, NotAllowedError.
    """
    with history.step("give_up_request") as record:
        unfilled = record.get(SubstituteRequest, request_id).moved_to(RequestState.UNFILLED)
        record.put(replace(unfilled, outcome=outcome))


def to_be_told(request: SubstituteRequest, chosen: str) -> tuple[str, ...]:
    """Return who was asked, has not said no, was not chosen and was not told yet: they wait for word."""
    waiting = (ask for ask in request.latest_asks if ask.answer is not Answer.NO and ask.told_at is None)
    return tuple(ask.assistant for ask in waiting if ask.assistant != chosen)


def reserves(request: SubstituteRequest) -> tuple[str, ...]:
    """Return who said yes and was not chosen, the first to say it first: they come where the chosen cannot."""
    yes = [ask for ask in request.latest_asks if ask.answer is Answer.YES and ask.assistant != request.chosen]
    return tuple(ask.assistant for ask in sorted(yes, key=lambda ask: ask.answered_at or ask.at))


def _refuse_deadline(shift: Shift, deadline: datetime | None, *, now: datetime) -> None:
    if deadline is not None and not now < instant(deadline) < shift.span.end:
        raise DeadlineError(shift.id)
