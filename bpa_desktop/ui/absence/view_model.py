"""What must be answered now: requests by urgency with their candidates, as frozen values. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.roster import Roster, held_ahead
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import Answer, Ask, RequestState, SubstituteRequest
from bpa_desktop.domain.team import Assistant
from bpa_desktop.ranking.result import Candidate as Ranked
from bpa_desktop.ranking.result import Excluded, Ranking, Reason, ReasonCode
from bpa_desktop.services.substitute import reserves, to_be_told
from bpa_desktop.services.wave import Wave, next_wave

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
    """Somebody who can come or cannot, why, and the latest question to them about this shift.

    `wages` in kroner, where no reason tells what the shift costs with supplements.
    """

    assistant: Assistant
    reasons: tuple[Reason, ...]
    ask: Ask | None
    wages: Decimal | None = None

    @property
    def can_be_asked(self) -> bool:
        """Tell whether they can be asked now: they were not yet, or were tried in vain."""
        return self.ask is None or (self.ask.answer is Answer.NONE and not self.ask.is_waiting)

    @property
    def can_be_confirmed(self) -> bool:
        """Tell whether they said yes, or which part they can take."""
        return self.ask is not None and (self.ask.answer is Answer.YES or self.ask.part is not None)


@dataclass(frozen=True)
class Card:
    """A shift that nobody holds. `first` of the candidates are shown at once: the best, and everybody asked.

    `wave` is whom to ask next, `backup` the planned one where they can come and were not asked; `others` are the other
    searches for shifts of the same absent person.
    """

    shift: Shift
    stage: Stage
    request: SubstituteRequest | None = None
    candidates: tuple[Candidate, ...] = ()
    first: int = 0
    cannot: tuple[Candidate, ...] = ()
    wave: Wave | None = None
    backup: Assistant | None = None
    others: tuple[SubstituteRequest, ...] = ()


class Word(StrEnum):
    """What somebody is told: the shift is theirs, another comes, or another comes and they are the reserve."""

    YOURS = "yours"
    TAKEN = "taken"
    RESERVE = "reserve"


@dataclass(frozen=True)
class Receiver:
    """Somebody who waits for word of how it ended."""

    assistant: Assistant
    word: Word


@dataclass(frozen=True)
class Covered:
    """A shift that a substitute takes, who still waits for word, and who comes where the substitute cannot."""

    shift: Shift
    request: SubstituteRequest
    chosen: Assistant
    waiting: tuple[Receiver, ...]
    reserves: tuple[Assistant, ...] = ()


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
    still_open = held_ahead(roster, None, now=now)
    return AbsenceModel(
        now,
        cards=tuple(_card(roster, shift, ranker=ranker, now=now) for shift in still_open[:MOST_CARDS]),
        later=max(0, len(still_open) - MOST_CARDS),
        covered=tuple(_covered(roster, now)),
        absences=tuple(
            sorted(
                (one for one in roster.absences if one.span.end > now or one.open_ended),
                key=lambda one: (one.span, one.id),
            )
        ),
    )


def _card(roster: Roster, shift: Shift, *, ranker: Ranker, now: datetime) -> Card:
    request = roster.request_for(shift.id)
    if request is None or request.state is RequestState.UNFILLED:
        return Card(shift, Stage.NOT_BEGUN if request is None else Stage.GIVEN_UP, request)
    ranking = ranker(shift.id)
    order = [one.assistant for one in ranking.candidates]
    ordered = [_candidate(roster, request, ranked=one) for one in ranking.candidates]
    said_yes = reserves(request)
    front = [one for place, one in enumerate(ordered) if place < BEST or one.ask is not None]
    front.sort(key=lambda one: said_yes.index(one.assistant.id) if one.assistant.id in said_yes else len(said_yes))
    has_backup = shift.backup in order and request.ask_of(shift.backup) is None
    return Card(
        shift,
        Stage.SEARCHING,
        request,
        candidates=(*front, *(one for one in ordered if one not in front)),
        first=len(front),
        cannot=tuple(_candidate(roster, request, ranked=one) for one in ranking.excluded),
        wave=next_wave(roster, request, order=order, now=now),
        backup=roster.assistants_by_id.get(shift.backup or "") if has_backup else None,
        others=tuple(_others(roster, shift, now=now)),
    )


def _others(roster: Roster, shift: Shift, *, now: datetime) -> Iterator[SubstituteRequest]:
    """Yield the other live searches for shifts of the one who is absent from a shift, in time order."""
    for other in held_ahead(roster, None, now=now):
        search = roster.request_for(other.id)
        is_same = shift.assistant is not None and other.assistant == shift.assistant and other.id != shift.id
        if is_same and search is not None and search.is_live:
            yield search


def _candidate(roster: Roster, request: SubstituteRequest, *, ranked: Ranked | Excluded) -> Candidate:
    assistant = roster.assistants_by_id[ranked.assistant]
    is_told = any(reason.code == ReasonCode.EXTRA_COST for reason in ranked.reasons)
    wages = ranked.cost_delta if isinstance(ranked, Ranked) and not is_told else None
    return Candidate(assistant, ranked.reasons, request.ask_of(assistant.id), wages)


def _covered(roster: Roster, now: datetime) -> list[Covered]:
    found = []
    for request in roster.requests:
        shift, chosen = roster.shifts_by_id.get(request.shift), roster.assistants_by_id.get(request.chosen or "")
        if request.state is not RequestState.FILLED or shift is None or chosen is None or shift.span.end <= now:
            continue
        if roster.holder(shift) == chosen.id:
            known = (roster.assistants_by_id.get(who) for who in reserves(request))
            said_yes = tuple(one for one in known if one is not None)
            found.append(Covered(shift, request, chosen, tuple(_receivers(roster, request, chosen=chosen)), said_yes))
    return sorted(found, key=lambda one: (one.shift.span, one.shift.id))


def _receivers(roster: Roster, request: SubstituteRequest, *, chosen: Assistant) -> Iterator[Receiver]:
    """Yield who was not told yet how it ended: the chosen one first."""
    asked = request.ask_of(chosen.id)
    if asked is not None and asked.told_at is None:
        yield Receiver(chosen, Word.YOURS)
    said_yes = reserves(request)
    for who in to_be_told(request, chosen.id):
        if who in roster.assistants_by_id:
            yield Receiver(roster.assistants_by_id[who], Word.RESERVE if who in said_yes else Word.TAKEN)


def searches_about(card: Card, *, also: bool) -> tuple[SubstituteRequest, ...]:
    """Return the search of a card, and those for the other shifts of the same absence if they are asked about too."""
    own = (card.request,) if card.request is not None else ()
    return (*own, *card.others) if also else own


def shifts_about(card: Card, roster: Roster, *, also: bool) -> tuple[Shift, ...]:
    """Return the shifts that a question is about, in time order."""
    shifts = (roster.shifts_by_id[search.shift] for search in searches_about(card, also=also))
    return tuple(sorted(shifts, key=lambda shift: (shift.span, shift.id)))


def latest_answer(request: SubstituteRequest, shift: Shift, *, now: datetime) -> datetime | None:
    """Return until when an answer is asked for: the request's deadline, else a day or half the time that is left.

    To the half hour before; None where there is no time to wait and one has to call.
    """
    if request.deadline is not None and request.deadline > now:
        return request.deadline
    wait = min(_LONG_NOTICE, (shift.span.start - now) / 2)
    until = now + wait
    until -= timedelta(minutes=until.minute % 30, seconds=until.second, microseconds=until.microsecond)
    return until if until - now >= _STEP else None
