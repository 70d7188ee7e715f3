"""The team: assistants, their employments, and when they can work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.domain.span import DayRange, Span

NEUTRAL_PREFERENCE = 3


class EmploymentKind(StrEnum):
    """How an assistant is employed: permanent, temporary, or on call (tilkalling)."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    ON_CALL = "on_call"


@dataclass(frozen=True)
class Employment:
    """A post from the first day to the last: share of full time in percent, hourly wage in kroner."""

    days: DayRange
    kind: EmploymentKind
    percent: Decimal
    hourly_wage: Decimal | None = None
    seniority_from: date | None = None
    employee_no: str = ""


@dataclass(frozen=True)
class Assistant:
    """Somebody who assists. `user_preference` runs from 1 to 5, is private, and never leaves in an export of others.

    `travel_minutes` is the way to work; `never_with` names, by id, whom they never work at the same time as, and says
    so for both; `child_days` is how many days a calendar year they may be away with a sick child, where it is known.
    """

    id: str
    name: str
    birth_date: date | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    notes: str = ""
    user_preference: int = NEUTRAL_PREFERENCE
    employments: tuple[Employment, ...] = ()
    travel_minutes: int | None = None
    never_with: tuple[str, ...] = ()
    child_days: int | None = None

    def employment_on(self, day: date) -> Employment | None:
        """Return the employment in force on a day, or None; the first listed where two overlap."""
        return next((post for post in self.employments if day in post.days), None)


class Grade(StrEnum):
    """What an assistant has said about a stretch of time; time not mentioned is `can`."""

    WANTS = "wants"
    CAN = "can"
    PART = "part"
    ASK_FIRST = "ask_first"
    CANNOT = "cannot"


@dataclass(frozen=True)
class Availability:
    """What an assistant has said about when they can work."""

    id: str
    assistant: str
    span: Span
    grade: Grade
    note: str = ""
