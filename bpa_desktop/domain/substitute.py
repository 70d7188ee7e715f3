"""SubstituteRequest (vikarforespørsel): who is asked to take a shift, and what they answered."""

from __future__ import annotations

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
    RequestState.UNFILLED: frozenset({RequestState.ASKING, RequestState.FILLED, RequestState.WITHDRAWN}),
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


@dataclass(frozen=True)
class Ask:
    """One question to one assistant: when, how, until when an answer is waited for, and the answer.

    `part` is what somebody can take who answered `part`; `told_at` is when they were told how it ended. Those asked at
    the same instant are one wave.
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

    def ask_of(self, assistant: str) -> Ask | None:
        """Return the latest question to an assistant, or None."""
        return next((ask for ask in reversed(self.asks) if ask.assistant == assistant), None)

    def moved_to(self, state: RequestState, *, chosen: str | None = None) -> SubstituteRequest:
        """Return the request in a state that may follow. Raises NotAllowedError."""
        if state is not self.state and state not in _FOLLOWS[self.state]:
            raise NotAllowedError(f"{self.state} to {state}")
        return replace(self, state=state, chosen=chosen, outcome=Outcome.NONE)

    def asked(self, ask: Ask) -> SubstituteRequest:
        """Return the request with one more question. Raises NotAllowedError when nobody is looked for any more."""
        return replace(self.moved_to(RequestState.ASKING), asks=(*self.asks, ask))

    def answered(self, assistant: str, answer: Answer, *, at: datetime) -> SubstituteRequest:
        """Return the request with an answer to the latest question. Raises NotAllowedError when nobody asked."""
        ask = self.ask_of(assistant)
        if ask is None:
            raise NotAllowedError(assistant)
        given = replace(ask, answer=answer, answered_at=at)
        return replace(self, asks=tuple(given if other is ask else other for other in self.asks))
