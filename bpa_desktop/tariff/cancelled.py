"""Help that was cancelled: whether a list charges it, does not, or is silent, and the units that are left to charge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .charge import MOST_UNITS
from .household import check_amount
from .price_list import AbsenceRules

ZERO = Decimal(0)


class CancelledBecause(StrEnum):
    """Why help was not given."""

    CANCELLED = "cancelled"
    HOSPITALISED = "hospitalised"
    NOT_DELIVERED = "not_delivered"


@dataclass(frozen=True)
class Cancellation:
    """Hours that were not given, why, and how many hours before it was told; None when that is not known.

    Raises AbsurdAmountError.
    """

    hours: Decimal
    because: CancelledBecause
    notice_hours: Decimal | None = None

    def __post_init__(self) -> None:
        check_amount("hours", self.hours, most=MOST_UNITS)
        check_amount("notice_hours", self.notice_hours or ZERO, most=MOST_UNITS)


@dataclass(frozen=True)
class ChargeableUnits:
    """Units that are charged for certain, and those of which the list does not say whether they are."""

    certain: Decimal
    uncertain: Decimal

    @property
    def at_most(self) -> Decimal:
        """The units when all that is uncertain is charged."""
        return self.certain + self.uncertain


def is_charged(rules: AbsenceRules | None, cancellation: Cancellation) -> bool | None:
    """Tell whether cancelled hours are charged; None where the list is silent: ask the municipality.

    A list that says nothing of a hospital stay, or that it is no excuse, is asked as for any other cancellation; help
    told off in time is free whatever the reason.
    """
    if rules is None:
        return None
    if cancellation.because is CancelledBecause.NOT_DELIVERED:
        return _not(rules.free_when_not_delivered)
    charged = _charged_by_notice(rules, cancellation.notice_hours)
    if cancellation.because is CancelledBecause.HOSPITALISED and rules.free_when_hospitalised is not False:
        return False if rules.free_when_hospitalised or charged is False else None
    return charged


def chargeable_units(
    delivered: Decimal, cancellations: Iterable[Cancellation], *, rules: AbsenceRules | None
) -> ChargeableUnits:
    """Return the hours given and those cancelled that are charged all the same. Raises AbsurdAmountError."""
    check_amount("delivered", delivered, most=MOST_UNITS)
    sums: dict[bool | None, Decimal] = {True: delivered, False: ZERO, None: ZERO}
    for cancellation in cancellations:
        sums[is_charged(rules, cancellation)] += cancellation.hours
    return ChargeableUnits(sums[True], sums[None])


def _charged_by_notice(rules: AbsenceRules, notice: Decimal | None) -> bool | None:
    if rules.charge_when_late is False:
        return False
    if rules.notice_hours is None or notice is None:
        return None
    return False if notice >= rules.notice_hours else rules.charge_when_late


def _not(free: bool | None) -> bool | None:
    return None if free is None else not free
