"""The team as `bpa-roster/1` writes it: each object of the file beside the value it stands for."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bpa_desktop.domain.span import DayRange, Span
from bpa_desktop.domain.team import Assistant, Availability, Employment, EmploymentKind, Grade
from bpa_desktop.interchange.fields import (
    SINCE_EVER,
    Amount,
    Day,
    FileModel,
    Id,
    Instant,
    Minutes,
    Share,
    Text,
    always_written,
    whole,
)


class EmploymentModel(FileModel):
    """One of `employments`."""

    first: Day = Field(alias="from")
    last: Day | None = Field(default=None, alias="to")
    kind: Annotated[EmploymentKind, Field(strict=False)]
    percent: Share
    hourly_wage: Amount | None = None
    seniority_from: Day | None = None
    employee_no: Text = ""

    def value(self) -> Employment:
        """Return the value."""
        return Employment(
            DayRange(self.first, self.last),
            self.kind,
            self.percent,
            hourly_wage=self.hourly_wage,
            seniority_from=self.seniority_from,
            employee_no=self.employee_no,
        )

    @classmethod
    def of(cls, value: Employment) -> EmploymentModel:
        """Return the object for a value."""
        return cls.model_construct(
            first=value.days.first or SINCE_EVER,
            last=value.days.last,
            kind=value.kind,
            percent=value.percent,
            hourly_wage=value.hourly_wage,
            seniority_from=value.seniority_from,
            employee_no=value.employee_no,
        )


class AssistantModel(FileModel):
    """One of `assistants`."""

    id: Id
    name: Text
    birth_date: Day | None = None
    phone: Text = ""
    email: Text = ""
    address: Text = ""
    languages: list[Text] = Field(default_factory=list)
    skills: list[Text] = Field(default_factory=list)
    notes: Text = ""
    user_preference: Annotated[int, whole(1, 5)] = 3
    employments: list[EmploymentModel] = always_written()
    travel_minutes: Minutes | None = None
    never_with: list[Id] = Field(default_factory=list)
    child_days: Annotated[int, whole(0, 366)] | None = None

    def value(self) -> Assistant:
        """Return the value."""
        return Assistant(
            self.id,
            self.name,
            birth_date=self.birth_date,
            phone=self.phone,
            email=self.email,
            address=self.address,
            languages=tuple(self.languages),
            skills=tuple(self.skills),
            notes=self.notes,
            user_preference=self.user_preference,
            employments=tuple(post.value() for post in self.employments),
            travel_minutes=self.travel_minutes,
            never_with=tuple(self.never_with),
            child_days=self.child_days,
        )

    @classmethod
    def of(cls, value: Assistant) -> AssistantModel:
        """Return the object for a value."""
        return cls.model_construct(
            id=value.id,
            name=value.name,
            birth_date=value.birth_date,
            phone=value.phone,
            email=value.email,
            address=value.address,
            languages=list(value.languages),
            skills=list(value.skills),
            notes=value.notes,
            user_preference=value.user_preference,
            employments=[EmploymentModel.of(post) for post in value.employments],
            travel_minutes=value.travel_minutes,
            never_with=list(value.never_with),
            child_days=value.child_days,
        )


class AvailabilityModel(FileModel):
    """One of `availability`; the file gives it no id, the reader does."""

    assistant: Id
    start: Instant
    end: Instant
    grade: Annotated[Grade, Field(strict=False)]
    note: Text = ""

    def value(self, new_id: str) -> Availability:
        """Return the value under an id of its own."""
        return Availability(new_id, self.assistant, Span(self.start, self.end), self.grade, note=self.note)

    @classmethod
    def of(cls, value: Availability) -> AvailabilityModel:
        """Return the object for a value."""
        return cls.model_construct(
            assistant=value.assistant,
            start=value.span.start,
            end=value.span.end,
            grade=value.grade,
            note=value.note,
        )
