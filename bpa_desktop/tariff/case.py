"""One question put to one price list on one day: its bill in any band, so that the neighbouring steps can be told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from .base_amount import BaseAmount
from .errors import NotInListError
from .g_policy import GInUse, g_in_use
from .national_maximum import NationalMaximum, NationalMaximumEntry
from .price import Bill, Ceiling, CeilingKind, Free, Period, Price
from .price_list import Band, CapGroup, Service, Tariff

ZERO = Decimal(0)
ONE = Decimal(1)
FREE = Free()

Under = Callable[[Decimal], bool]
"""Tells whether an income is at or under so many G."""


@dataclass(frozen=True)
class OtherService:
    """Kroner charged for another service, this month and earlier in the calendar year: a shared ceiling counts them."""

    service: str
    this_month: Decimal = ZERO
    earlier_this_year: Decimal = ZERO


@dataclass(frozen=True)
class Question:
    """What is asked of a price list: so many units in a month, a household income in kroner a year, a day.

    `paid_this_year` are the kroner charged earlier in the calendar year for the service, which a yearly ceiling counts;
    `others` are the services charged before it this month, and what the rest of them cost earlier in the year.
    """

    service: str
    units: Decimal
    income: Decimal
    day: date
    paid_this_year: Decimal = ZERO
    others: tuple[OtherService, ...] = ()


@dataclass(frozen=True)
class Figures:
    """The state's figures: the base amounts, and the maxima for households under 2 G, None to leave them out."""

    base_amounts: BaseAmount
    national: NationalMaximum | None = None


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
    figures: Figures = field(compare=False, repr=False)

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

    @cached_property
    def own_bill(self) -> Bill | None:
        """The bill of the question's own income, below all ceilings; None where the list has no price for the units."""
        return self.bill(self.band, lambda limit: self.question.income <= limit * self.g.amount)

    def bill(self, band: Band, under: Under) -> Bill | None:
        """Return the bill in a band below all ceilings, or None where the list has no price for the units."""
        bill = self.price(band).bill(self.units, self.question.paid_this_year)
        if bill is None:
            return None
        for group in self.tariff.cap_groups:
            if self.service.id in group.services and (group.to_g is None or under(group.to_g)):
                bill = _capped(bill, Ceiling(CeilingKind.GROUP, group.amount, group.per), used=self._used_of(group))
        if self.maximum is not None and under(self.maximum.to_g):
            bill = _capped(bill, Ceiling(CeilingKind.NATIONAL, self.maximum.amount, Period.MONTH), used=ZERO)
        return bill

    def _used_of(self, group: CapGroup) -> Decimal:
        """Return the kroner of a shared ceiling that are used up, by this service and those that share it."""
        sharing = [other for other in self.question.others if other.service in group.services]
        this_month = sum((other.this_month for other in sharing), ZERO)
        if group.per is not Period.YEAR:
            return this_month
        return this_month + self.question.paid_this_year + sum((other.earlier_this_year for other in sharing), ZERO)


def case_of(tariff: Tariff, question: Question, *, figures: Figures) -> Case:
    """Return a question with all it is answered from.

    Raises UnknownServiceError, BeforeFirstBaseAmountError, and NotInListError for an income in no band.
    """
    service = tariff.service(question.service)
    g = g_in_use(tariff.g, question.day, base_amounts=figures.base_amounts)
    index = _band_index(service, question, g=g.amount)
    national = figures.national if service.is_practical_assistance else None
    maximum = national.in_year(question.day.year) if national else None
    return Case(tariff, service, question, rounded(question.units, service.step), g, index, maximum, figures)


def rounded(units: Decimal, step: Decimal | None) -> Decimal:
    """Return units rounded to the nearest step, a tie up; unchanged without a step."""
    if not step:
        return units
    return (units / step).quantize(ONE, ROUND_HALF_UP) * step


def _band_index(service: Service, question: Question, *, g: Decimal) -> int:
    """Return the place of the first band that holds the income. Raises NotInListError in a gap and above the top.

    Kroner are compared with kroner: the ratio of income to G is rarely a finite decimal, an edge times G always is.
    """
    income = question.income
    for index, band in enumerate(service.bands):
        if (band.to_g is None or income <= band.to_g * g) and (not band.from_g or income > band.from_g * g):
            return index
    raise NotInListError(service.id, units=question.units, income=income)


def _capped(bill: Bill, ceiling: Ceiling, *, used: Decimal) -> Bill:
    left = max(ceiling.limit - used, ZERO)
    return replace(bill, amount=left, ceiling=ceiling) if bill.amount > left else bill
