"""Labour cost as values: parts, each with what it rests on; assistants; the month; and what is not counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.pay.kind import Kind
from bpa_desktop.pay.mark import Mark

ZERO = Decimal(0)


@dataclass(frozen=True)
class Basis:
    """Where a part's figure is from; `years` is the step of the ladder, None for what is no ladder's."""

    mark: Mark
    source: str
    years: int | None = None


@dataclass(frozen=True)
class Part:
    """One line in kroner: paid hours at a rate in kroner an hour, or a percentage of an amount.

    `hours` are those worked, which are more than the paid ones on a resting night. `percent` beside hours is that of
    the hourly wage. `basis` is None for an assistant's own wage.
    """

    kind: Kind
    amount: Decimal
    basis: Basis | None
    hours: Decimal | None = None
    paid_hours: Decimal | None = None
    rate: Decimal | None = None
    percent: Decimal | None = None
    of: Decimal | None = None


@dataclass(frozen=True)
class AssistantCost:
    """What one assistant's month costs; `hours` are those worked."""

    assistant: str
    hours: Decimal
    parts: tuple[Part, ...]

    @property
    def amount(self) -> Decimal | None:
        """The parts' sum in kroner; None where nothing says what any hour costs."""
        return sum((part.amount for part in self.parts), ZERO) if self.parts else None

    def of_kind(self, kind: Kind) -> Decimal:
        """Return what the parts of a kind come to."""
        return sum((part.amount for part in self.parts if part.kind is kind), ZERO)


class NoteCode(StrEnum):
    """What must be said with a labour cost; the facts that go with it stand beside it."""

    NOTHING_KNOWN = "nothing_known"  # neither an agreement nor anybody's wage: stands alone
    NO_AGREEMENT = "no_agreement"
    NO_WAGE = "no_wage"  # assistant, hours
    UNKNOWN = "unknown"  # kind, hours where they are counted by the hour
    OPEN = "open"  # hours
    ABSENT = "absent"  # assistant, hours
    OVERLAPPING = "overlapping"  # assistant, hours
    AVERAGED = "averaged"  # hours
    SENIORITY = "seniority"  # assistant
    ACTIVATIONS = "activations"
    OLD = "old"  # day
    ZONE = "zone"  # zone


@dataclass(frozen=True)
class Note:
    """Something that is not counted, or was assumed."""

    code: NoteCode
    assistant: str | None = None
    kind: Kind | None = None
    hours: Decimal | None = None
    day: date | None = None
    zone: str = ""


@dataclass(frozen=True)
class LabourCost:
    """A month's labour cost, assistant by assistant."""

    month: date
    people: tuple[AssistantCost, ...]
    notes: tuple[Note, ...]

    @property
    def total(self) -> Decimal | None:
        """The assistants' sum in kroner, with what is on top of the pay; None where no hour worked has a price."""
        priced = [person.amount for person in self.people if person.amount is not None]
        return sum(priced, ZERO) if priced or not (self.people or self.is_unknown) else None

    @property
    def is_unknown(self) -> bool:
        """Tell whether there is neither an agreement nor anybody's wage."""
        return any(note.code is NoteCode.NOTHING_KNOWN for note in self.notes)

    @property
    def hours(self) -> Decimal:
        """The hours worked."""
        return sum((person.hours for person in self.people), ZERO)

    def of_kind(self, kind: Kind) -> Decimal:
        """Return what the parts of a kind come to."""
        return sum((person.of_kind(kind) for person in self.people), ZERO)
