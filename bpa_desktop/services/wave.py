"""Whom to ask next: a proposal with its reason. The user decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.substitute import Ask, SubstituteRequest
from bpa_desktop.domain.team import EmploymentKind
from bpa_desktop.services.substitute import reserves

BEST = 3
"""How many are asked at once while there is time."""
TIME_ENOUGH = timedelta(hours=24)
"""How long before a shift one can still ask a few at a time."""


class WaveKind(StrEnum):
    """What is proposed, and so why.

    Somebody said yes; answers are waited for; the best first, there is time; all one's own at once, time is short; then
    those on call; at last whoever is outside the team.
    """

    CONFIRM = "confirm"
    WAIT = "wait"
    BEST = "best"
    ALL = "all"
    ON_CALL = "on_call"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Wave:
    """A proposal, and whom it is about; `until` is when the first of the answers that are waited for is due."""

    kind: WaveKind
    assistants: tuple[str, ...] = ()
    until: datetime | None = None


def next_wave(roster: Roster, request: SubstituteRequest, *, order: Sequence[str], now: datetime) -> Wave:
    """Return whom to ask next of those who can come, given in the order of the ranking; nobody is proposed twice.

    Who is late with an answer is waited for no longer, whatever that counts as.
    """
    said_yes = tuple(who for who in reserves(request) if who in order)
    if said_yes:
        return Wave(WaveKind.CONFIRM, said_yes)
    shift = roster.shifts_by_id[request.shift]
    waiting = _waiting(request, now)
    unasked = tuple(who for who in order if request.ask_of(who) is None)
    if shift.span.start - now > TIME_ENOUGH:
        return _patient(unasked, waiting)
    on_call = tuple(who for who in unasked if _is_on_call(roster, request, who=who))
    own = tuple(who for who in unasked if who not in on_call)
    if own:
        return Wave(WaveKind.ALL, own)
    return Wave(WaveKind.ON_CALL, on_call) if on_call else _last(waiting)


def _patient(unasked: tuple[str, ...], waiting: tuple[Ask, ...]) -> Wave:
    if waiting or not unasked:
        return _last(waiting)
    return Wave(WaveKind.BEST, unasked[:BEST])


def _last(waiting: tuple[Ask, ...]) -> Wave:
    """Return that answers are waited for, or that everybody has been asked."""
    if not waiting:
        return Wave(WaveKind.OUTSIDE)
    until = min((ask.answer_by for ask in waiting if ask.answer_by is not None), default=None)
    return Wave(WaveKind.WAIT, tuple(ask.assistant for ask in waiting), until)


def _waiting(request: SubstituteRequest, now: datetime) -> tuple[Ask, ...]:
    asks = (ask for ask in request.latest_asks if ask.is_waiting)
    return tuple(ask for ask in asks if ask.answer_by is None or ask.answer_by > now)


def _is_on_call(roster: Roster, request: SubstituteRequest, *, who: str) -> bool:
    shift = roster.shifts_by_id[request.shift]
    post = roster.assistants_by_id[who].employment_on(shift.span.first_day(roster.arrangement.zone))
    return post is not None and post.kind is EmploymentKind.ON_CALL
