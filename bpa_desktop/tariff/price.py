"""The kinds of price found in municipal lists, each with its own formula. Kroner and units are exact decimals.

Formulas after the table of kinds in the price list schema `bpa-tariff/1`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import ClassVar

ZERO = Decimal(0)
ORE = Decimal("0.01")


class Kind(StrEnum):
    """How a price is worked out."""

    FREE = "free"
    FLAT = "flat"
    METERED = "metered"
    SWITCH = "switch"
    CHEAPEST = "cheapest"
    TIERS = "tiers"


class Period(StrEnum):
    """What an amount or a ceiling is for."""

    YEAR = "year"
    TERM = "term"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    PORTION = "portion"
    TRIP = "trip"
    ONCE = "once"


class CeilingKind(StrEnum):
    """What held a charge down: counted units, kroner, the subscription, services together, or the state's maximum."""

    UNITS = "units"
    AMOUNT = "amount"
    SUBSCRIPTION = "subscription"
    GROUP = "group"
    NATIONAL = "national"


@dataclass(frozen=True)
class Ceiling:
    """The ceiling that decided: its limit in units or kroner, and the period it is for."""

    kind: CeilingKind
    limit: Decimal
    period: Period


@dataclass(frozen=True)
class Bill:
    """Kroner, the units they were worked out from, kroner a unit if there is such a rate, and what held it down."""

    amount: Decimal
    units: Decimal
    rate: Decimal | None = None
    ceiling: Ceiling | None = None


@dataclass(frozen=True)
class Free:
    """No charge."""

    kind: ClassVar[Kind] = Kind.FREE
    per: ClassVar[None] = None

    def bill(self, units: Decimal, _paid: Decimal) -> Bill:
        """Return 0 kroner, whatever the units."""
        return Bill(ZERO, units)


@dataclass(frozen=True)
class Flat:
    """The same amount, whatever the units."""

    kind: ClassVar[Kind] = Kind.FLAT
    amount: Decimal
    per: Period = Period.MONTH

    def bill(self, units: Decimal, _paid: Decimal) -> Bill:
        """Return the amount."""
        return Bill(self.amount, units)


@dataclass(frozen=True)
class Metered:
    """So much a unit, with a ceiling in units, a ceiling in kroner, both or none."""

    kind: ClassVar[Kind] = Kind.METERED
    per: ClassVar[None] = None
    rate: Decimal
    max_units: Decimal | None = None
    max_period: Period | None = None
    cap: Decimal | None = None
    cap_period: Period = Period.MONTH

    def bill(self, units: Decimal, paid: Decimal) -> Bill:
        """Return units at the rate, below both ceilings; `paid` are the kroner charged earlier in the year.

        A ceiling in units by the year is held in kroner, since it is what was charged that is known.
        """
        bill = Bill(units * self.rate, units, self.rate)
        if self.max_units is not None:
            bill = self._below_units(bill, self.max_units, paid=paid)
        if self.cap is not None:
            bill = _below(bill, Ceiling(CeilingKind.AMOUNT, self.cap, self.cap_period), most=self.cap, paid=paid)
        return bill

    def _below_units(self, bill: Bill, most: Decimal, *, paid: Decimal) -> Bill:
        period = self.max_period or Period.MONTH
        ceiling = Ceiling(CeilingKind.UNITS, most, period)
        if period is Period.YEAR:
            return _below(bill, ceiling, most=most * self.rate, paid=paid)
        return Bill(most * self.rate, most, self.rate, ceiling) if bill.units > most else bill


@dataclass(frozen=True)
class Switch:
    """So much a unit up to a number of units, a subscription above it.

    `switch_from` is the first number of units the list names for the subscription; only the checker reads it.
    """

    kind: ClassVar[Kind] = Kind.SWITCH
    rate: Decimal
    switch_at: Decimal
    amount: Decimal
    per: Period = Period.MONTH
    switch_from: Decimal | None = None

    def bill(self, units: Decimal, _paid: Decimal) -> Bill:
        """Return units at the rate, or the subscription when there are more than `switch_at`."""
        if units <= self.switch_at:
            return Bill(units * self.rate, units, self.rate)
        return Bill(self.amount, units, None, Ceiling(CeilingKind.SUBSCRIPTION, self.amount, self.per))


@dataclass(frozen=True)
class Cheapest:
    """The cheaper of a subscription and so much a unit, but never below the minimum."""

    kind: ClassVar[Kind] = Kind.CHEAPEST
    rate: Decimal
    amount: Decimal
    per: Period = Period.MONTH
    minimum: Decimal = ZERO

    def bill(self, units: Decimal, _paid: Decimal) -> Bill:
        """Return the cheaper of the two, lifted to the minimum."""
        if units * self.rate < self.amount:
            return Bill(max(units * self.rate, self.minimum), units, self.rate)
        ceiling = Ceiling(CeilingKind.SUBSCRIPTION, self.amount, self.per)
        return Bill(max(self.amount, self.minimum), units, None, ceiling)


@dataclass(frozen=True)
class Tier:
    """An amount for so many units, both ends included."""

    min: Decimal
    max: Decimal
    amount: Decimal


@dataclass(frozen=True)
class Tiers:
    """An amount by number of units; what lies outside all tiers is not in the list."""

    kind: ClassVar[Kind] = Kind.TIERS
    tiers: tuple[Tier, ...]
    per: Period = Period.MONTH

    def bill(self, units: Decimal, _paid: Decimal) -> Bill | None:
        """Return the amount of the tier that holds the units, or None when none does."""
        return next((Bill(tier.amount, units) for tier in self.tiers if tier.min <= units <= tier.max), None)


Price = Free | Flat | Metered | Switch | Cheapest | Tiers


def in_ore(amount: Decimal) -> Decimal:
    """Return an amount in kroner with two decimals, a tie up."""
    return amount.quantize(ORE, ROUND_HALF_UP)


def _below(bill: Bill, ceiling: Ceiling, *, most: Decimal, paid: Decimal) -> Bill:
    """Return the bill held below a ceiling in kroner, of which a yearly one is partly used up by what was paid."""
    left = max(most - paid, ZERO) if ceiling.period is Period.YEAR else most
    return Bill(left, bill.units, bill.rate, ceiling) if bill.amount > left else bill
