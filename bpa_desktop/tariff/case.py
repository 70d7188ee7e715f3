"""One question put to one price list on one day: its bill in any band, so that the neighbouring steps can be told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from .g_policy import GInUse
from .national_maximum import NationalMaximumEntry
from .price import Bill, Ceiling, CeilingKind, Free, Period, Price
from .price_list import Band, Service, Tariff

ZERO = Decimal(0)
FREE = Free()

Under = Callable[[Decimal], bool]
"""Tells whether an income is at or under so many G."""


@dataclass(frozen=True)
class Question:
    """What is asked of a price list: so many units in a month, a household income in kroner a year, a day.

    `paid_this_year` are the kroner charged earlier in the calendar year for the service, which a yearly ceiling counts;
    `charged_in_group` those charged this month for services that share a ceiling with it.
    """

    service: str
    units: Decimal
    income: Decimal
    day: date
    paid_this_year: Decimal = ZERO
    charged_in_group: Decimal = ZERO


@dataclass(frozen=True)
class Case:
    """A question with all it is answered from: `units` are rounded to the service's step, `index` is the band's place.

    `maximum` is the state's for households under 2 G, None where it does not hold or is not known.
    """

    tariff: Tariff
    service: Service
    question: Question
    units: Decimal
    g: GInUse
    index: int
    maximum: NationalMaximumEntry | None

    @property
    def band(self) -> Band:
        """The band the income is in."""
        return self.service.bands[self.index]

    @property
    def is_on_edge(self) -> bool:
        """Whether the income is exactly on the upper edge of its band."""
        return self.band.to_g is not None and self.question.income == self.band.to_g * self.g.amount

    def price(self, band: Band) -> Price:
        """Return the price in a band: none for hours that are free because they are given as BPA."""
        return FREE if self.service.is_free_in_bpa else band.price

    def bill(self, band: Band, under: Under) -> Bill | None:
        """Return the bill in a band below all ceilings, or None where the list has no price for the units."""
        bill = self.price(band).bill(self.units, self.question.paid_this_year)
        if bill is None:
            return None
        for group in self.tariff.cap_groups:
            if self.service.id in group.services and (group.to_g is None or under(group.to_g)):
                used = self.question.paid_this_year if group.per is Period.YEAR else self.question.charged_in_group
                bill = _capped(bill, Ceiling(CeilingKind.GROUP, group.amount, group.per), used=used)
        if self.maximum is not None and under(self.maximum.to_g):
            bill = _capped(bill, Ceiling(CeilingKind.NATIONAL, self.maximum.amount, Period.MONTH), used=ZERO)
        return bill


def _capped(bill: Bill, ceiling: Ceiling, *, used: Decimal) -> Bill:
    left = max(ceiling.limit - used, ZERO)
    return replace(bill, amount=left, ceiling=ceiling) if bill.amount > left else bill
