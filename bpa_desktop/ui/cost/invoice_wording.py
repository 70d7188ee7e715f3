"""What the page about invoices says. Plain Python, no Qt."""

from __future__ import annotations

from decimal import Decimal

from bpa_desktop.i18n import Language
from bpa_desktop.services.invoice_check import InvoiceCheck
from bpa_desktop.services.invoice_reason import SAME
from bpa_desktop.texts import error_text
from bpa_desktop.texts.invoice import check_text, invoice_advice, invoice_reason_text
from bpa_desktop.ui.cost.invoice_model import BilledMonth, InvoiceModel


def invoice_lead(language: Language, model: InvoiceModel) -> str:
    """Return how the month's bill stands to the list, or what is missing, in a sentence."""
    if isinstance(model.found, Exception):
        return error_text(language, model.found) or str(model.found)
    if model.found is not None:
        return check_text(language, model.found)
    return language.text(
        "Write what the municipality billed for {month}. Then you see whether it is right, what a mistake may come "
        "from, and a letter you can send.",
        month=language.date(model.month, "month"),
    )


def exact_reasons(language: Language, check: InvoiceCheck) -> str:
    """Return what gives the billed amount to the krone, one reason a line."""
    return _reasons(language, check, exact=True)


def near_reasons(language: Language, check: InvoiceCheck) -> str:
    """Return what comes near the billed amount, one reason a line."""
    return _reasons(language, check, exact=False)


def _reasons(language: Language, check: InvoiceCheck, *, exact: bool) -> str:
    lines = [
        " ".join(part for part in (invoice_reason_text(language, one), invoice_advice(language, one)) if part)
        for one in check.reasons
        if (not check.gap(one)) is exact
    ]
    return "\n".join(f"{place}. {line}" for place, line in enumerate(lines, 1))


def no_reason_text(language: Language, check: InvoiceCheck) -> str:
    """Return what to do about a difference that no single error explains; "" where one does, or there is none."""
    if check.is_same or check.reasons:
        return ""
    return language.text(
        "No single mistake explains the difference. See that income, services and price list are right here, and ask "
        "the municipality to show how it counted."
    )


def year_facts(language: Language, model: InvoiceModel) -> tuple[tuple[str, str], ...]:
    """Return each bill of the year beside the list, and their sum."""
    lines = [(language.date(one.month, "month"), _line(language, one)) for one in model.year]
    known = model.comparable
    if len(known) > 1:
        billed = sum((one.billed for one in known), Decimal(0))
        expected = sum((one.expected or Decimal(0) for one in known), Decimal(0))
        total = BilledMonth(model.month, billed, expected)
        lines.append((language.text("In all"), _line(language, total)))
    return tuple(lines)


def _line(language: Language, one: BilledMonth) -> str:
    billed = language.money(one.billed)
    if one.expected is None:
        return language.text("{billed} billed; what the list says is not known", billed=billed)
    facts = {"billed": billed, "expected": language.money(one.expected)}
    difference = one.billed - one.expected
    if abs(difference) <= SAME:
        return language.text("{billed} billed, as the list says", **facts)
    facts["difference"] = language.money(abs(difference))
    if difference > 0:
        return language.text("{billed} billed, {expected} by the list: {difference} too much", **facts)
    return language.text("{billed} billed, {expected} by the list: {difference} too little", **facts)
