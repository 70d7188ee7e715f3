"""Booking: whether an assistant can be booked for a shift at all."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bpa_desktop.domain.roster import Roster, held_by
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.history import Recorder


class TakenError(Exception):
    """The assistant cannot be booked: they have a shift at that time, or are absent."""


class PastShiftError(Exception):
    """Nobody is looked for any more: the shift is over."""

    def __init__(self, shift: Shift, zone: ZoneInfo) -> None:
        super().__init__(shift.id)
        self.shift = shift
        self.zone = zone


class NotEmployedError(Exception):
    """The assistant is not employed on the day of the shift: they have left, or not begun."""

    def __init__(self, assistant: Assistant, day: date) -> None:
        super().__init__(assistant.id)
        self.assistant = assistant
        self.day = day


def refuse_over(roster: Roster, shift: Shift, *, now: datetime) -> None:
    """Raise PastShiftError where a shift is over."""
    if shift.span.end <= now:
        raise PastShiftError(shift, roster.arrangement.zone)


def refuse_not_employed(record: Recorder, shift: Shift, *, assistant: str) -> None:
    """Raise NotEmployedError where an assistant has no post on the day of a shift.

    Of who has none listed nothing is known. Raises UnknownRecordError.
    """
    known, day = record.get(Assistant, assistant), shift.span.first_day(record.roster.arrangement.zone)
    if known.employments and known.employment_on(day) is None:
        raise NotEmployedError(known, day)


def refuse_taken(roster: Roster, shift: Shift, *, assistant: str) -> None:
    """Raise TakenError where an assistant cannot be booked for a shift."""
    if is_taken(roster, shift, assistant=assistant):
        raise TakenError(assistant)


def is_taken(roster: Roster, shift: Shift, *, assistant: str) -> bool:
    """Tell whether an assistant cannot be booked for a shift: they have another at that time, or are absent."""
    return has_shift(roster, shift, assistant=assistant) or roster.absence_of(assistant, shift.span) is not None


def has_shift(roster: Roster, shift: Shift, *, assistant: str) -> bool:
    """Tell whether an assistant is at work, or would be if they were not absent, while another shift lasts."""
    absent_from = (one for one in held_by(roster, None, span=shift.span) if roster.expected(one) == assistant)
    theirs = (*held_by(roster, assistant, span=shift.span), *absent_from)
    return any(other.id != shift.id and other.is_presence for other in theirs)
