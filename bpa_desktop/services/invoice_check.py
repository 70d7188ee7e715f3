"""What was billed against what the list says, and the single errors that would explain the difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.domain.roster import Roster
from bpa_desktop.services.cost import MonthCost, PriceBook, month_cost
from bpa_desktop.services.invoice_errors import errors_of
from bpa_desktop.services.invoice_reason import SAME, Reason, ReasonCode
from bpa_desktop.services.invoice_trial import Trial, trial_of
from bpa_desktop.tariff.price_list import Tariff

NEAR = Decimal("0.1")
"""The share of the difference that an explanation may leave over, and the share of a bill that a fee may be."""
MOST_REASONS = 6
_COMMONNESS = {code: place for place, code in enumerate(ReasonCode)}


@dataclass(frozen=True)
class InvoiceCheck:
    """A bill beside the month's cost by a list; `reasons` come likeliest first, none where the two are the same."""

    invoice: Invoice
    cost: MonthCost
    tariff: Tariff
    reasons: tuple[Reason, ...]

    @property
    def difference(self) -> Decimal:
        """Kroner billed beyond what the list says; below 0 when less was billed."""
        return self.invoice.amount - self.cost.total

    @property
    def is_same(self) -> bool:
        """Whether the bill is what the list says, within a krone."""
        return abs(self.difference) <= SAME

    @property
    def is_too_much(self) -> bool:
        """Whether more was billed than the list says, by more than a krone."""
        return self.difference > SAME

    def gap(self, reason: Reason) -> Decimal:
        """Return the kroner a reason leaves over: none within a krone."""
        gap = abs(self.invoice.amount - reason.amount)
        return gap if gap > SAME else Decimal(0)


def check_invoice(roster: Roster, invoice: Invoice, *, prices: PriceBook) -> InvoiceCheck:
    """Return a bill compared with its month's cost, with what would explain the difference by itself.

    Each reason is tried: the month is counted anew with that one error in it. Those that give the billed amount come
    first, then those that come near, the commonest before the rarer. Raises as month_cost does.
    """
    cost = month_cost(roster, invoice.month, prices=prices)
    tariff = prices.tariff(roster.arrangement.tariff)
    check = InvoiceCheck(invoice, cost, tariff, ())
    if check.is_same:
        return check
    tried = _tried(roster, trial_of(tariff, cost, prices=prices), check=check)
    return InvoiceCheck(invoice, cost, tariff, _likeliest(check, tried))


def _tried(roster: Roster, right: Trial, *, check: InvoiceCheck) -> Iterator[Reason]:
    """Yield every error that changes the month's amount, with what it comes to."""
    expected, billed = check.cost.total, check.invoice.amount
    if not right.questions:
        return
    for code, facts, trial in errors_of(roster, right, billed=billed):
        amount = trial.total()
        if amount is not None and amount != expected:
            yield Reason(code, amount, facts)
    if expected:
        yield Reason(ReasonCode.TWO_MONTHS, 2 * expected)
    if 0 < check.difference <= expected * NEAR:
        yield Reason(ReasonCode.ON_TOP, billed, {"extra": check.difference})


def _likeliest(check: InvoiceCheck, tried: Iterator[Reason]) -> tuple[Reason, ...]:
    """Return the closest reason of each kind, in their order, without those that leave much of the difference."""
    most, best = max(abs(check.difference) * NEAR, SAME), dict[ReasonCode, Reason]()
    for reason in tried:
        gap = check.gap(reason)
        if gap <= most and (reason.code not in best or gap < check.gap(best[reason.code])):
            best[reason.code] = reason
    ordered = sorted(best.values(), key=lambda reason: (check.gap(reason), _COMMONNESS[reason.code]))
    return tuple(ordered[:MOST_REASONS])
