"""Needs, rotations, shifts, absences, requests as `bpa-roster/1` writes them, each beside the value it stands for."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bpa_desktop.domain.absence import WHOLE, Absence, AbsenceKind
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.domain.shift import Shift, ShiftKind, ShiftState
from bpa_desktop.domain.span import DayRange, Span
from bpa_desktop.domain.substitute import Answer, Ask, Channel, Outcome, RequestState, SubstituteRequest
from bpa_desktop.interchange.fields import (
    SINCE_EVER,
    Clock,
    Day,
    FileModel,
    Id,
    Instant,
    Minutes,
    Share,
    Text,
    Weekday,
    always_written,
    whole,
)

Kind = Annotated[ShiftKind, Field(strict=False)]


class SpanModel(FileModel):
    """A start and an end."""

    start: Instant
    end: Instant

    def value(self) -> Span:
        """Return the value."""
        return Span(self.start, self.end)

    @classmethod
    def of(cls, value: Span | None) -> SpanModel | None:
        """Return the object for a value, or None for None."""
        return None if value is None else cls.model_construct(start=value.start, end=value.end)


class NeedModel(FileModel):
    """One of `needs`."""

    id: Id
    weekday: Weekday
    start: Clock
    end: Clock
    people: Annotated[int, whole(1, 100)] = 1
    kind: Kind = ShiftKind.ACTIVE
    skills: list[Text] = Field(default_factory=list)
    first: Day | None = Field(default=None, alias="from")
    last: Day | None = Field(default=None, alias="to")

    def value(self) -> Need:
        """Return the value."""
        return Need(
            self.id,
            self.weekday,
            self.start,
            self.end,
            people=self.people,
            kind=self.kind,
            skills=tuple(self.skills),
            days=DayRange(self.first, self.last),
        )

    @classmethod
    def of(cls, value: Need) -> NeedModel:
        """Return the object for a value."""
        return cls.model_construct(
            id=value.id,
            weekday=value.weekday,
            start=value.start,
            end=value.end,
            people=value.people,
            kind=value.kind,
            skills=list(value.skills),
            first=value.days.first,
            last=value.days.last,
        )


class LineModel(FileModel):
    """One of the `lines` of a rotation."""

    week: Annotated[int, whole(1, 104)]
    weekday: Weekday
    start: Clock
    end: Clock
    assistant: Id | None = None
    kind: Kind = ShiftKind.ACTIVE

    def value(self) -> RotationLine:
        """Return the value."""
        return RotationLine(self.week, self.weekday, self.start, self.end, assistant=self.assistant, kind=self.kind)

    @classmethod
    def of(cls, value: RotationLine) -> LineModel:
        """Return the object for a value."""
        return cls.model_construct(
            week=value.week,
            weekday=value.weekday,
            start=value.start,
            end=value.end,
            assistant=value.assistant,
            kind=value.kind,
        )


class RotationModel(FileModel):
    """One of `rotations`."""

    id: Id
    name: Text
    weeks: Annotated[int, whole(1, 104)]
    first: Day = Field(alias="from")
    last: Day | None = Field(default=None, alias="to")
    lines: list[LineModel] = always_written()

    def value(self) -> Rotation:
        """Return the value."""
        lines = tuple(line.value() for line in self.lines)
        return Rotation(self.id, self.name, self.weeks, DayRange(self.first, self.last), lines=lines)

    @classmethod
    def of(cls, value: Rotation) -> RotationModel:
        """Return the object for a value."""
        return cls.model_construct(
            id=value.id,
            name=value.name,
            weeks=value.weeks,
            first=value.days.first or SINCE_EVER,
            last=value.days.last,
            lines=[LineModel.of(line) for line in value.lines],
        )


class ShiftModel(FileModel):
    """One of `shifts`."""

    id: Id
    start: Instant
    end: Instant
    assistant: Id | None = None
    kind: Kind = ShiftKind.ACTIVE
    active_minutes: Minutes | None = None
    break_minutes: Minutes = 0
    state: Annotated[ShiftState, Field(strict=False)] = ShiftState.DRAFT
    published_at: Instant | None = None
    backup: Id | None = None
    place: Text = ""
    skills: list[Text] = Field(default_factory=list)
    tasks: list[Text] = Field(default_factory=list)
    note: Text = ""
    rotation: Id | None = None
    actual: SpanModel | None = None

    def value(self) -> Shift:
        """Return the value."""
        return Shift(
            self.id,
            Span(self.start, self.end),
            assistant=self.assistant,
            kind=self.kind,
            active_minutes=self.active_minutes,
            break_minutes=self.break_minutes,
            state=self.state,
            published_at=self.published_at,
            backup=self.backup,
            place=self.place,
            skills=tuple(self.skills),
            tasks=tuple(self.tasks),
            note=self.note,
            rotation=self.rotation,
            actual=None if self.actual is None else self.actual.value(),
        )

    @classmethod
    def of(cls, value: Shift) -> ShiftModel:
        """Return the object for a value."""
        return cls.model_construct(
            id=value.id,
            start=value.span.start,
            end=value.span.end,
            assistant=value.assistant,
            kind=value.kind,
            active_minutes=value.active_minutes,
            break_minutes=value.break_minutes,
            state=value.state,
            published_at=value.published_at,
            backup=value.backup,
            place=value.place,
            skills=list(value.skills),
            tasks=list(value.tasks),
            note=value.note,
            rotation=value.rotation,
            actual=SpanModel.of(value.actual),
        )


class AbsenceModel(FileModel):
    """One of `absences`."""

    id: Id
    assistant: Id
    start: Instant
    end: Instant
    kind: Annotated[AbsenceKind, Field(strict=False)]
    grade: Share = WHOLE
    reported_at: Instant | None = None
    reported_how: Annotated[Channel, Field(strict=False)] | None = None
    open_ended: bool = False

    def value(self) -> Absence:
        """Return the value."""
        return Absence(
            self.id,
            self.assistant,
            Span(self.start, self.end),
            self.kind,
            grade=self.grade,
            reported_at=self.reported_at,
            reported_how=self.reported_how,
            open_ended=self.open_ended,
        )

    @classmethod
    def of(cls, value: Absence) -> AbsenceModel:
        """Return the object for a value."""
        return cls.model_construct(
            id=value.id,
            assistant=value.assistant,
            start=value.span.start,
            end=value.span.end,
            kind=value.kind,
            grade=value.grade,
            reported_at=value.reported_at,
            reported_how=value.reported_how,
            open_ended=value.open_ended,
        )


class AskModel(FileModel):
    """One of the `asks` of a request."""

    assistant: Id
    at: Instant
    channel: Annotated[Channel, Field(strict=False)]
    answer: Annotated[Answer, Field(strict=False)]
    answered_at: Instant | None = None
    answer_by: Instant | None = None
    part: SpanModel | None = None
    told_at: Instant | None = None

    def value(self) -> Ask:
        """Return the value."""
        return Ask(
            self.assistant,
            self.at,
            self.channel,
            answer=self.answer,
            answered_at=self.answered_at,
            answer_by=self.answer_by,
            part=None if self.part is None else self.part.value(),
            told_at=self.told_at,
        )

    @classmethod
    def of(cls, value: Ask) -> AskModel:
        """Return the object for a value."""
        return cls.model_construct(
            assistant=value.assistant,
            at=value.at,
            channel=value.channel,
            answer=value.answer,
            answered_at=value.answered_at,
            answer_by=value.answer_by,
            part=SpanModel.of(value.part),
            told_at=value.told_at,
        )


class RequestModel(FileModel):
    """One of `substitute_requests`."""

    id: Id
    shift: Id
    state: Annotated[RequestState, Field(strict=False)]
    deadline: Instant | None = None
    asks: list[AskModel] = always_written()
    chosen: Id | None = None
    outcome: Annotated[Outcome, Field(strict=False)] = Outcome.NONE

    def value(self) -> SubstituteRequest:
        """Return the value."""
        asks = tuple(ask.value() for ask in self.asks)
        return SubstituteRequest(
            self.id,
            self.shift,
            self.state,
            deadline=self.deadline,
            asks=asks,
            chosen=self.chosen,
            outcome=self.outcome,
        )

    @classmethod
    def of(cls, value: SubstituteRequest) -> RequestModel:
        """Return the object for a value."""
        return cls.model_construct(
            id=value.id,
            shift=value.shift,
            state=value.state,
            deadline=value.deadline,
            asks=[AskModel.of(ask) for ask in value.asks],
            chosen=value.chosen,
            outcome=value.outcome,
        )
