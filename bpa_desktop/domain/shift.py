"""Shift (vakt): somebody is there, from one instant to another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bpa_desktop.domain.span import Span, instant


class ShiftKind(StrEnum):
    """What the time is: work, a resting night, standby, or time with the assistant that covers no need."""

    ACTIVE = "active"
    RESTING_NIGHT = "resting_night"
    STANDBY_ON_SITE = "standby_on_site"
    STANDBY_HOME = "standby_home"
    TRAINING = "training"
    MEETING = "meeting"


class ShiftState(StrEnum):
    """How far a shift has come: a draft, offered to the assistant, or published."""

    DRAFT = "draft"
    OFFERED = "offered"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Shift:
    """One shift; without an assistant it is open. Minutes for `active_minutes` and `break_minutes`.

    `actual` is when the assistant really was there, once that is known.
    """

    id: str
    span: Span
    assistant: str | None = None
    kind: ShiftKind = ShiftKind.ACTIVE
    active_minutes: int | None = None
    break_minutes: int = 0
    state: ShiftState = ShiftState.DRAFT
    published_at: datetime | None = None
    backup: str | None = None
    place: str = ""
    skills: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    note: str = ""
    rotation: str | None = None
    actual: Span | None = None

    def __post_init__(self) -> None:
        if self.published_at is not None:  # of most shifts there is none, and ten years of them are read at start
            object.__setattr__(self, "published_at", instant(self.published_at))

    @property
    def is_presence(self) -> bool:
        """Tell whether the assistant is at work in the law's sense: home standby without call-out is rest."""
        return self.kind is not ShiftKind.STANDBY_HOME or bool(self.active_minutes)

    @property
    def covers_need(self) -> bool:
        """Tell whether the shift can cover a need: training and meetings are an extra person."""
        return self.kind not in (ShiftKind.TRAINING, ShiftKind.MEETING)

    def changed_to(self, other: Shift) -> Shift:
        """Return what a change makes of the shift: somebody who was told of it must first agree to other working time.

        Until they do, it is offered. One that nobody has any more is a draft again. When it was published stays with
        both: by that it is known again, once it is brought back (`brought_back`).
        """
        if self.state is ShiftState.DRAFT or self.is_same_work(other):
            return other
        return replace(other, state=ShiftState.DRAFT if other.assistant is None else ShiftState.OFFERED)

    def is_same_work(self, other: Shift) -> bool:
        """Tell whether another is the same in all that somebody has to agree to: when, who, and what kind of time."""
        return (self.span, self.assistant, self.kind) == (other.span, other.assistant, other.kind)

    def brought_back(self, before: Iterable[Shift]) -> Shift:
        """Return the shift published again, if it is now as its person agreed to last; else the shift as it is.

        `before` is how it was, oldest first. What it was when it was published as it says is what they agreed to: what
        they confirmed anew, and what they were told differently since, says another time.
        """
        never_told = self.state is ShiftState.DRAFT and self.published_at is None
        if self.state is ShiftState.PUBLISHED or never_told:
            return self
        told = (one for one in before if one.state is ShiftState.PUBLISHED and one.published_at == self.published_at)
        agreed = next(iter(deque(told, maxlen=1)), None)
        return replace(self, state=ShiftState.PUBLISHED) if agreed and self.is_same_work(agreed) else self
