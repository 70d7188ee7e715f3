"""Verbs about invoices: what the municipality billed, month by month."""

from __future__ import annotations

from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.services.history import History
from bpa_desktop.tariff.household import MOST_INCOME, check_amount


def enter_invoice(history: History, invoice: Invoice) -> None:
    """Keep what was billed for a month, in the place of what was kept for it. Raises AbsurdAmountError."""
    check_amount("amount", invoice.amount, most=MOST_INCOME)
    with history.step("enter_invoice") as record:
        record.put(invoice)


def remove_invoice(history: History, invoice_id: str) -> None:
    """Forget what was billed for a month. Raises UnknownRecordError."""
    with history.step("remove_invoice") as record:
        record.remove(record.get(Invoice, invoice_id))
