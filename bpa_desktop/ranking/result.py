"""Ranking: who can take a shift, in what order, and why; who cannot, and why not. Facts, never a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.domain.team import Grade
from bpa_desktop.pay.extra import ExtraPay
from bpa_desktop.rules.rule import Fact, Finding


class ReasonCode(StrEnum):
    """Why somebody stands where they stand; why somebody is excluded is said by the rule's name."""

    BACKUP = "backup"
    FREE = "free"
    GRADE_WANTS = "grade_wants"
    GRADE_CAN = "grade_can"
    GRADE_PART = "grade_part"
    GRADE_ASK_FIRST = "grade_ask_first"
    PART_TIME_PRIORITY = "part_time_priority"
    UNDER_CONTRACT = "under_contract"
    WOULD_BE_OVERTIME = "would_be_overtime"
    ON_CALL = "on_call"
    ASKED_BEFORE = "asked_before"
    KNOWS_SHIFT = "knows_shift"
    EXTRA_COST = "extra_cost"
    TRAVEL = "travel"
    DAYS_IN_A_ROW = "days_in_a_row"
    SHORT_NIGHT = "short_night"
    NIGHTS_LATELY = "nights_lately"
    WEEKENDS_WORKED = "weekends_worked"
    BACKUP_ELSEWHERE = "backup_elsewhere"
    SPOILS_REST = "spoils_rest"


@dataclass(frozen=True)
class Reason:
    """One reason, with the facts a sentence can be made of; `finding` is the breach that excludes."""

    code: str
    facts: tuple[tuple[str, Fact], ...] = ()
    finding: Finding | None = None

    def fact(self, name: str) -> Fact | None:
        """Return a fact by name, or None."""
        return dict(self.facts).get(name)


@dataclass(frozen=True)
class Candidate:
    """Somebody who can take the shift.

    `rank` counts from 1. `extra_hours` are the hours above the contract in the shift's week, the shift included.
    `cost` is what the shift costs in pay, with supplements and overtime where a pay agreement is known; None where no
    wage is.
    """

    assistant: str
    rank: int
    grade: Grade
    extra_hours: Decimal
    cost: ExtraPay | None
    reasons: tuple[Reason, ...]

    @property
    def cost_delta(self) -> Decimal | None:
        """The extra cost in kroner; None where no wage is known."""
        return self.cost.amount if self.cost is not None else None


@dataclass(frozen=True)
class Excluded:
    """Somebody who cannot take the shift, and every reason why."""

    assistant: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Ranking:
    """Everybody but who holds or was planned for the shift, in one of two lists."""

    shift: str
    candidates: tuple[Candidate, ...]
    excluded: tuple[Excluded, ...]
