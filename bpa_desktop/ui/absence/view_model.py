"""What must be answered now: requests by urgency with their candidates, as frozen values. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import Ask, RequestState, SubstituteRequest
from bpa_desktop.domain.team import Assistant
from bpa_desktop.ranking.result import Candidate as Ranked
from bpa_desktop.ranking.result import Excluded, Ranking, Reason
from bpa_desktop.services.substitute import to_be_told

BEST = 3
MOST_CARDS = 12
_LONG_NOTICE = timedelta(hours=24)
_STEP = timedelta(minutes=30)


Ranker = Callable[[str], Ranking]
"""Ranks the team for a shift by its id."""
ReasonWords = Callable[[Reason], str]
"""A reason of the ranking in a few words."""


class Stage(StrEnum):
    """How far the search for one shift is."""

    NOT_BEGUN = "not_begun"
    GIVEN_UP = "given_up"
    SEARCHING = "searching"


@dataclass(frozen=True)
class Candidate:
    """Somebody who can come or cannot, why, and the latest question to them about this shift; wages in kroner."""

    assistant: Assistant
    reasons: tuple[Reason, ...]
    ask: Ask | None
    wages: Decimal | None = None


@dataclass(frozen=True)
class Card:
    """A shift that nobody holds. `first` of the candidates are shown at once: the best, and everybody asked."""

    shift: Shift
    stage: Stage
    request: SubstituteRequest | None = None
    candidates: tuple[Candidate, ...] = ()
    first: int = 0
    cannot: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class Covered:
    """A shift that a substitute takes, and who still waits for word."""

    shift: Shift
    request: SubstituteRequest
    chosen: Assistant
    waiting: tuple[Assistant, ...]


@dataclass(frozen=True)
class AbsenceModel:
    """Everything on the screen. `later` is how many open shifts are not shown."""

    now: datetime
    cards: tuple[Card, ...]
    later: int
    covered: tuple[Covered, ...]
    absences: tuple[Absence, ...]

    @property
    def waiting(self) -> int:
        """How many shifts nobody holds."""
        return len(self.cards) + self.later


def build_absence(roster: Roster, now: datetime, *, ranker: Ranker) -> AbsenceModel:
    """Return what is open from now on, the most urgent first, what was covered, and who is or will be away."""
    still_open = [shift for shift in roster.shifts_by_holder.get(None, ()) if shift.span.end > now]
    return AbsenceModel(
        now,
        cards=tuple(_card(roster, shift, ranker=ranker) for shift in still_open[:MOST_CARDS]),
        later=max(0, len(still_open) - MOST_CARDS),
        covered=tuple(_covered(roster, now)),
        absences=tuple(
            sorted(
                (one for one in roster.absences if one.span.end > now or one.open_ended),
                key=lambda one: (one.span, one.id),
            )
        ),
    )


def _card(roster: Roster, shift: Shift, *, ranker: Ranker) -> Card:
    request = roster.request_for(shift.id)
    if request is None or request.state is RequestState.UNFILLED:
        return Card(shift, Stage.NOT_BEGUN if request is None else Stage.GIVEN_UP, request)
    ranking = ranker(shift.id)
    ordered = [_candidate(roster, request, ranked=one) for one in ranking.candidates]
    front = [one for place, one in enumerate(ordered) if place < BEST or one.ask is not None]
    return Card(
        shift,
        Stage.SEARCHING,
        request,
        candidates=(*front, *(one for one in ordered if one not in front)),
        first=len(front),
        cannot=tuple(_candidate(roster, request, ranked=one) for one in ranking.excluded),
    )


def _candidate(roster: Roster, request: SubstituteRequest, *, ranked: Ranked | Excluded) -> Candidate:
    assistant = roster.assistants_by_id[ranked.assistant]
    wages = ranked.cost_delta if isinstance(ranked, Ranked) else None
    return Candidate(assistant, ranked.reasons, request.ask_of(assistant.id), wages)


def _covered(roster: Roster, now: datetime) -> list[Covered]:
    found = []
    for request in roster.requests:
        shift, chosen = roster.shifts_by_id.get(request.shift), roster.assistants_by_id.get(request.chosen or "")
        if request.state is not RequestState.FILLED or shift is None or chosen is None or shift.span.end <= now:
            continue
        if roster.holder(shift) == chosen.id:
            waiting = (roster.assistants_by_id.get(one) for one in to_be_told(request, chosen.id))
            found.append(Covered(shift, request, chosen, tuple(one for one in waiting if one is not None)))
    return sorted(found, key=lambda one: (one.shift.span, one.shift.id))


def latest_answer(request: SubstituteRequest, shift: Shift, *, now: datetime) -> datetime | None:
    """Return until when an answer is asked for: the request's deadline, else a day or half the time that is left.

    To the half hour before; None where there is no time to wait and one has to call.
    """
    if request.deadline is not None:
        return request.deadline
    wait = min(_LONG_NOTICE, (shift.span.start - now) / 2)
    until = now + wait
    until -= timedelta(minutes=until.minute % 30, seconds=until.second, microseconds=until.microsecond)
    return until if until - now >= _STEP else None
