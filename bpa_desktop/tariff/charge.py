"""Hours and income to kroner, with the reason: the co-payment for one service in one month.

In this order: units rounded to the service's step; G by the list's policy; the band (an exact edge is in the lower
one); the price's formula; ceilings shared by services; the state's maximum, which only caps. What help was cancelled is
the caller's to leave out of the units. The amount is rounded to whole øre last, a tie up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from .base_amount import BaseAmount
from .case import Figures, OtherService, Question, case_of, rounded
from .charge_facts import Charge
from .errors import NotInListError
from .household import MOST_INCOME, check_amount
from .national_maximum import NationalMaximum
from .price import Period, Price, in_ore
from .price_list import Service, Tariff, Unit

__all__ = ["Charge", "OtherService", "Question", "charge", "charge_all", "rounded"]

ZERO = Decimal(0)
MOST_UNITS = Decimal(10_000)
"""Units a month above which a number is a slip of the finger."""
MOST_DAYS_PER_WEEK = Decimal(7)


def charge(
    tariff: Tariff, question: Question, *, base_amounts: BaseAmount, national: NationalMaximum | None = None
) -> Charge:
    """Return what a month's units cost, with the facts that explain it.

    `national` are the state's maxima for households under 2 G, None to leave them out of account.
    Raises AbsurdAmountError, UnknownServiceError, BeforeFirstBaseAmountError, and NotInListError where the list has
    no price.
    """
    _check(question, tariff.service(question.service))
    case = case_of(tariff, question, figures=Figures(base_amounts, national))
    bill = case.own_bill
    if bill is None:
        raise NotInListError(question.service, units=question.units, income=question.income)
    return Charge(
        service=question.service,
        amount=in_ore(bill.amount),
        per=_period(case.price(case.band), case.service.unit),
        units=question.units,
        units_charged=bill.units,
        rate=bill.rate,
        ceiling=bill.ceiling,
        income=question.income,
        g=case.g,
        free_in_bpa=case.service.is_free_in_bpa,
        case=case,
    )


def charge_all(
    tariff: Tariff,
    questions: Sequence[Question],
    *,
    base_amounts: BaseAmount,
    national: NationalMaximum | None = None,
) -> tuple[Charge, ...]:
    """Return a charge for each service asked for in one month; where services share a ceiling, the first fills it.

    Raises as charge does.
    """
    earlier = {question.service: question.paid_this_year for question in questions}
    charges: list[Charge] = []
    for question in questions:
        this_month = (OtherService(charged.service, charged.amount) for charged in charges)
        this_year = (OtherService(name, ZERO, paid) for name, paid in earlier.items() if name != question.service)
        asked = replace(question, others=(*question.others, *this_month, *this_year))
        charges.append(charge(tariff, asked, base_amounts=base_amounts, national=national))
    return tuple(charges)


def _check(question: Question, service: Service) -> None:
    most_units = MOST_DAYS_PER_WEEK if service.unit is Unit.DAYS_PER_WEEK else MOST_UNITS
    check_amount("units", question.units, most=most_units)
    check_amount("income", question.income, most=MOST_INCOME)
    check_amount("paid_this_year", question.paid_this_year, most=MOST_INCOME)
    for other in question.others:
        check_amount("this_month", other.this_month, most=MOST_INCOME)
        check_amount("earlier_this_year", other.earlier_this_year, most=MOST_INCOME)


def _period(price: Price, unit: Unit) -> Period:
    """Return what the amount is for: units that are counted are those of a month, except what is done once."""
    if price.per is not None:
        return price.per
    return Period.ONCE if unit is Unit.ONCE else Period.MONTH
