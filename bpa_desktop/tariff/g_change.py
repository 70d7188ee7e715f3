"""The change of G near a day, where it puts a household into another band: what it cost before, and what after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from .case import ZERO, Case, case_of
from .errors import BeforeFirstBaseAmountError, NotInListError
from .g_policy import GPolicyKind
from .price import in_ore

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class GChange:
    """The first day of a new G, both base amounts, and the amounts of the same income and units with either.

    `applies_after` tells that the charge's own day is not before the change; `provisional` that the new G is.
    """

    day: date
    g_before: Decimal
    g_after: Decimal
    amount_before: Decimal
    amount_after: Decimal
    applies_after: bool
    provisional: bool

    @property
    def flips(self) -> bool:
        """Whether the amount differs, and not the band alone."""
        return self.amount_before != self.amount_after

    @property
    def last_day_before(self) -> date:
        """The last day of the old G."""
        return self.day - ONE_DAY


def g_change_of(case: Case) -> GChange | None:
    """Return the change in the month of the question's day or beside it, None when no band differs or G is not known.

    A list that follows the G in force is asked in April and May; one that holds to the G of 1 January in December and
    January, and there what was paid in the other year fills no ceiling.
    """
    day = _change_day(case.tariff.g.kind, case.question.day)
    if day is None:
        return None
    try:
        before, after = _asked_on(case, day - ONE_DAY), _asked_on(case, day)
    except (BeforeFirstBaseAmountError, NotInListError):
        return None
    if before.own_bill is None or after.own_bill is None or before.index == after.index or not after.g.announced:
        return None
    return GChange(
        day=day,
        g_before=before.g.amount,
        g_after=after.g.amount,
        amount_before=in_ore(before.own_bill.amount),
        amount_after=in_ore(after.own_bill.amount),
        applies_after=case.question.day >= day,
        provisional=after.g.provisional,
    )


def _change_day(policy: GPolicyKind, day: date) -> date | None:
    """Return the first day of a new G that a month touches: 1 May, or New Year for a list that takes G then."""
    if policy is GPolicyKind.IN_FORCE and day.month in (4, 5):
        return date(day.year, 5, 1)
    if policy is GPolicyKind.JAN1 and day.month in (12, 1):
        return date(day.year + (day.month == 12), 1, 1)
    return None


def _asked_on(case: Case, day: date) -> Case:
    asked = replace(case.question, day=day)
    if day.year != case.question.day.year:
        others = tuple(replace(other, earlier_this_year=ZERO) for other in asked.others)
        asked = replace(asked, paid_this_year=ZERO, others=others)
    return case_of(case.tariff, asked, figures=case.figures)
