"""What a month's work costs, as it is shown: frozen values. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bpa_desktop.domain.roster import Roster
from bpa_desktop.pay.agreement import PayAgreement, PayRules
from bpa_desktop.pay.cost import LabourCost
from bpa_desktop.pay.kind import FigureName, Kind
from bpa_desktop.services.labour import NoPayAgreementError, PayBook, labour_cost

_BY_FIGURE = (
    (Kind.RESTING_NIGHT, FigureName.RESTING_NIGHT),
    (Kind.STANDBY_HOME, FigureName.STANDBY_HOME),
    (Kind.OVERTIME, FigureName.OVERTIME),
    (Kind.HOLIDAY_PAY, FigureName.HOLIDAY_PAY),
    (Kind.PENSION, FigureName.PENSION),
    (Kind.EMPLOYER_CONTRIBUTION, FigureName.EMPLOYER_CONTRIBUTION),
)


@dataclass(frozen=True)
class LabourModel:
    """A month's work: what it is paid by, what of that nobody has read, and the cost.

    `cost` is an error where the arrangement names an agreement that is not known.
    """

    roster: Roster
    agreements: tuple[PayAgreement, ...]
    agreement: PayAgreement | None
    unknown: tuple[Kind, ...]
    cost: LabourCost | NoPayAgreementError


def build_labour(roster: Roster, month: date, *, book: PayBook) -> LabourModel:
    """Return what the work in the month that begins on a day costs."""
    try:
        cost = labour_cost(roster, month, agreements=book)
    except NoPayAgreementError as error:
        return LabourModel(roster, book.agreements, None, (), error)
    rules = book.rules(roster.arrangement.pay_agreement)
    unknown = tuple(_unknown(rules, month)) if rules.agreement is not None else ()
    return LabourModel(roster, book.agreements, rules.agreement, unknown, cost)


def _unknown(rules: PayRules, day: date) -> Iterator[Kind]:
    """Yield what the agreement has and nobody has read."""
    if rules.agreement is not None and not rules.agreement.ladder_on(day):
        yield Kind.BASE
    yield from (row.kind for row in rules.supplements_on(day) if row.value is None)
    yield from (kind for kind, name in _BY_FIGURE if rules.value(name, day) is None)
