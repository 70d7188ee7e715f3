"""Household (husstand): whose income the co-payment follows, where it is known member by member."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

HOUSEHOLD_ID = "household"
"""An arrangement has one household."""


class Role(StrEnum):
    """Who somebody is in the household. There is at most one spouse or cohabitant; nobody's parents are in it."""

    SELF = "self"
    SPOUSE = "spouse"
    COHABITANT = "cohabitant"


@dataclass(frozen=True)
class HouseholdMember:
    """A member's taxable net income before special deductions, and help benefits (hjelpestønad), in kroner a year."""

    role: Role
    taxable_net: Decimal
    added: Decimal = Decimal(0)


@dataclass(frozen=True)
class Household:
    """The members, the user first."""

    id: str
    members: tuple[HouseholdMember, ...]

    @property
    def income(self) -> Decimal:
        """All incomes with what is added to them, in kroner a year."""
        return sum((member.taxable_net + member.added for member in self.members), Decimal(0))
