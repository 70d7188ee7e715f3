"""Award (vedtak): the municipality's decision that grants hours."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import DayRange


class AccountPeriod(StrEnum):
    """How long unused hours last before they are settled."""

    CALENDAR_YEAR = "calendar_year"
    QUARTER = "quarter"
    AWARD = "award"


class CarryOver(StrEnum):
    """What of the unused hours follows into the next period, where it is not a number of hours."""

    NONE = "none"
    FULL = "full"


class Overdraw(StrEnum):
    """What happens to a plan that takes more than is granted: a warning, or no such step at all."""

    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True)
class WeeklyHours:
    """Hours granted a week, by what they are for."""

    personal: Decimal
    practical: Decimal
    other: Decimal

    @property
    def total(self) -> Decimal:
        """All hours granted a week."""
        return self.personal + self.practical + self.other


@dataclass(frozen=True)
class Award:
    """Hours granted, from the first day to the last; `overnight_factor` is how much of a resting night is drawn.

    `also_drawn` names what is drawn though it covers no need: training, meetings.
    """

    id: str
    days: DayRange
    weekly_hours: WeeklyHours
    account_period: AccountPeriod = AccountPeriod.CALENDAR_YEAR
    carry_over: CarryOver | Decimal = CarryOver.NONE
    overnight_factor: Decimal = Decimal(1)
    reference: str = ""
    also_drawn: tuple[ShiftKind, ...] = ()
    overdraw: Overdraw = Overdraw.WARN
