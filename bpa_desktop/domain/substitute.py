"""SubstituteRequest (vikarforespørsel): who is asked to take a shift, and what they answered."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bpa_desktop.domain.span import Span, instant, optional_instant


class RequestState(StrEnum):
    """How far a request has come."""

    OPEN = "open"
    ASKING = "asking"
    FILLED = "filled"
    UNFILLED = "unfilled"
    WITHDRAWN = "withdrawn"


_FOLLOWS: dict[RequestState, frozenset[RequestState]] = {
    RequestState.OPEN: frozenset(
        {RequestState.ASKING, RequestState.FILLED, RequestState.UNFILLED, RequestState.WITHDRAWN}
    ),
    RequestState.ASKING: frozenset({RequestState.FILLED, RequestState.UNFILLED, RequestState.WITHDRAWN}),
    RequestState.UNFILLED: frozenset(
        {RequestState.OPEN, RequestState.ASKING, RequestState.FILLED, RequestState.WITHDRAWN}
    ),
    RequestState.FILLED: frozenset({RequestState.ASKING, RequestState.OPEN, RequestState.WITHDRAWN}),
    RequestState.WITHDRAWN: frozenset(),
}


class Channel(StrEnum):
    """How somebody is asked."""

    PHONE = "phone"
    SMS = "sms"
    EMAIL = "email"
    IN_PERSON = "in_person"


class Answer(StrEnum):
    """What somebody answered; `none` is not yet."""

    NONE = "none"
    YES = "yes"
    NO = "no"
    MAYBE = "maybe"
    PART = "part"


class Outcome(StrEnum):
    """What is done about a shift that no assistant took: nothing yet, or how the user gets by."""

    NONE = "none"
    WITHOUT = "without"
    RELATIVE = "relative"
    PROVIDER = "provider"


class NotAllowedError(Exception):
    """A state that may not follow the present one, or an answer nobody asked for."""


class WithdrawnError(NotAllowedError):
    """The search was stopped: nothing more is asked, answered or booked in it."""


class CoveredError(NotAllowedError):
    """Somebody takes the shift already."""


class NotAskedError(NotAllowedError):
    """An answer of somebody who was not asked."""


@dataclass(frozen=True)
class Ask:
    """One question to one assistant: when, how, until when an answer is waited for, and the answer.

    An answer `none` with `answered_at` says that they were tried and could not be reached then. `part` is what somebody
    can take who answered `part`; `told_at` is when they were told how it ended. Those asked at the same instant are one
    wave.
    """

    assistant: str
    at: datetime
    channel: Channel
    answer: Answer = Answer.NONE
    answered_at: datetime | None = None
    answer_by: datetime | None = None
    part: Span | None = None
    told_at: datetime | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", instant(self.at))
        for name in ("answered_at", "answer_by", "told_at"):
            object.__setattr__(self, name, optional_instant(getattr(self, name)))

    @property
    def is_waiting(self) -> bool:
        """Tell whether nothing was heard yet."""
        return self.answer is Answer.NONE and self.answered_at is None


def counts_as_no(ask: Ask, *, now: datetime, passive: bool) -> bool:
    """Tell whether a question is answered no; where silence is a no (`passive`), so is one whose time ran out."""
    if ask.answer is Answer.NO:
        return True
    is_late = ask.answer_by is not None and ask.answer_by <= now
    return passive and ask.answer is Answer.NONE and is_late


@dataclass(frozen=True)
class SubstituteRequest:
    """The search for somebody to take one shift; a yes is not booked until somebody is chosen.

    `outcome` is what is done where nobody was found: only of an unfilled request.
    """

    id: str
    shift: str
    state: RequestState = RequestState.OPEN
    deadline: datetime | None = None
    asks: tuple[Ask, ...] = ()
    chosen: str | None = None
    outcome: Outcome = Outcome.NONE

    def __post_init__(self) -> None:
        object.__setattr__(self, "deadline", optional_instant(self.deadline))

    @property
    def is_live(self) -> bool:
        """Tell whether somebody is still looked for."""
        return self.state in (RequestState.OPEN, RequestState.ASKING)

    @property
    def latest_asks(self) -> tuple[Ask, ...]:
        """The latest question to each assistant who was asked, in the order they were first asked."""
        return tuple({ask.assistant: ask for ask in self.asks}.values())

    def ask_of(self, assistant: str) -> Ask | None:
        """Return the latest question to an assistant, or None."""
        return next((ask for ask in reversed(self.asks) if ask.assistant == assistant), None)

    def moved_to(self, state: RequestState, *, chosen: str | None = None) -> SubstituteRequest:
        """Return the request in a state that may follow. Raises NotAllowedError."""
        if state is not self.state and state not in _FOLLOWS[self.state]:
            raise _REFUSALS.get(self.state, NotAllowedError)(f"{self.state} to {state}")
        return replace(self, state=state, chosen=chosen, outcome=Outcome.NONE)

    def reopened(self) -> SubstituteRequest:
        """Return the request with the search going on, nobody chosen. Raises NotAllowedError."""
        return self.moved_to(RequestState.ASKING if self.asks else RequestState.OPEN)

    def asked(self, ask: Ask) -> SubstituteRequest:
        """Return the request with one more question. Raises NotAllowedError when nobody is looked for any more."""
        if self.state is RequestState.FILLED:
            raise CoveredError(self.id)
        return replace(self.moved_to(RequestState.ASKING), asks=(*self.asks, ask))

    def answered(self, assistant: str, answer: Answer, *, at: datetime, part: Span | None = None) -> SubstituteRequest:
        """Return the request with an answer to the latest question; one that comes late is kept too.

        Raises NotAskedError when nobody asked, WithdrawnError when the search was stopped.
        """
        if self.state is RequestState.WITHDRAWN:
            raise WithdrawnError(self.id)
        ask = self.ask_of(assistant)
        if ask is None:
            raise NotAskedError(assistant)
        given = replace(ask, answer=answer, answered_at=at, part=part if answer is Answer.PART else None)
        return replace(self, asks=tuple(given if other is ask else other for other in self.asks))

    def told(self, assistants: Collection[str], *, at: datetime | None) -> SubstituteRequest:
        """Return the request with those of some who were asked told how it ended; None: not told after all."""
        latest = [self.ask_of(assistant) for assistant in assistants]
        asks = (replace(ask, told_at=at) if any(ask is one for one in latest) else ask for ask in self.asks)
        return replace(self, asks=tuple(asks))

    def without(self, assistant: str) -> SubstituteRequest:
        """Return the request as if an assistant had not been asked; where nobody else was, nobody is yet."""
        asks = tuple(ask for ask in self.asks if ask.assistant != assistant)
        is_new = self.state is RequestState.ASKING and not asks
        return replace(self, asks=asks, state=RequestState.OPEN if is_new else self.state)


_REFUSALS: dict[RequestState, type[NotAllowedError]] = {
    RequestState.FILLED: CoveredError,
    RequestState.WITHDRAWN: WithdrawnError,
}
