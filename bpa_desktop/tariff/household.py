"""Whose income counts: the user's own and that of a spouse or cohabitant; never that of an adult's parents.

Source: regulation FOR-2011-12-16-1349 chapter 2 on the household's income (SEEN in municipal lists); that a spouse or a
cohabitant makes the household is KNOWN.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .errors import AbsurdAmountError, IncomeCountedTwiceError

MOST_INCOME = Decimal(1_000_000_000)
"""Kroner a year above which a figure is a slip of the finger and no income."""


class Member(StrEnum):
    """A person whose income counts. There is at most one spouse or cohabitant."""

    SELF = "self"
    SPOUSE = "spouse"
    COHABITANT = "cohabitant"


@dataclass(frozen=True)
class MemberIncome:
    """Taxable net income before special deductions, and what a list adds to it (hjelpestønad), in kroner a year."""

    member: Member
    taxable_net: Decimal
    added: Decimal = Decimal(0)

    @property
    def total(self) -> Decimal:
        """What counts of this member, in kroner a year."""
        return self.taxable_net + self.added


@dataclass(frozen=True)
class Household:
    """The members whose income counts. Raises IncomeCountedTwiceError, AbsurdAmountError."""

    members: tuple[MemberIncome, ...]

    def __post_init__(self) -> None:
        roles = ["self" if income.member is Member.SELF else "partner" for income in self.members]
        for role in roles:
            if roles.count(role) > 1:
                raise IncomeCountedTwiceError(role)
        for income in self.members:
            check_amount("income", income.taxable_net, most=MOST_INCOME)
            check_amount("added", income.added, most=MOST_INCOME)

    @property
    def income(self) -> Decimal:
        """The household's income, in kroner a year."""
        return sum((income.total for income in self.members), Decimal(0))


def check_amount(name: str, value: Decimal, *, most: Decimal) -> None:
    """Refuse a number below 0, above the most, or not finite. Raises AbsurdAmountError."""
    if not value.is_finite() or not 0 <= value <= most:
        raise AbsurdAmountError(name, value, most=most)
