"""What was billed, as it is shown: frozen values. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bpa_desktop.domain.invoice import Invoice, invoice_id
from bpa_desktop.domain.roster import Roster
from bpa_desktop.services.cost import CostUnknownError, PriceBook
from bpa_desktop.services.invoice_check import InvoiceCheck, check_invoice
from bpa_desktop.tariff.errors import TariffError
from bpa_desktop.ui.cost.view_model import months_of_year


@dataclass(frozen=True)
class BilledMonth:
    """What was billed for a month, and what the list says; None where that cannot be told."""

    month: date
    billed: Decimal
    expected: Decimal | None


@dataclass(frozen=True)
class InvoiceModel:
    """A month's bill, None where none is entered; `found` is the comparison, or why there is none."""

    month: date
    invoice: Invoice | None
    found: InvoiceCheck | Exception | None
    year: tuple[BilledMonth, ...]

    @property
    def check(self) -> InvoiceCheck | None:
        """The comparison, where the month's cost is known."""
        return self.found if isinstance(self.found, InvoiceCheck) else None

    @property
    def comparable(self) -> tuple[BilledMonth, ...]:
        """The year's bills that can be held against the list."""
        return tuple(month for month in self.year if month.expected is not None)


def build_invoice(roster: Roster, month: date, *, invoices: Sequence[Invoice], prices: PriceBook) -> InvoiceModel:
    """Return what was billed for the month that begins on a day, and in its year."""
    invoice = next((one for one in invoices if one.id == invoice_id(month)), None)
    found: InvoiceCheck | Exception | None = None
    if invoice is not None:
        try:
            found = check_invoice(roster, invoice, prices=prices)
        except (CostUnknownError, TariffError) as error:
            found = error
    return InvoiceModel(month, invoice, found, _year(roster, month.year, invoices=invoices, prices=prices))


def _year(roster: Roster, year: int, *, invoices: Sequence[Invoice], prices: PriceBook) -> tuple[BilledMonth, ...]:
    of_year = sorted((one for one in invoices if one.month.year == year), key=lambda one: one.month)
    if not of_year:
        return ()
    try:
        expected = {cost.month: cost.total for cost in months_of_year(roster, year, prices=prices)}
    except CostUnknownError:
        expected = {}
    return tuple(BilledMonth(one.month, one.amount, expected.get(one.month)) for one in of_year)
