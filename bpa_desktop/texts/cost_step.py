"""Phrases of the steps that change what the cost rests on: price lists, household, G, invoices, pay."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.texts.told import Told


def _price_list_id(told: Told) -> str:
    kept = told.after(OwnPriceList) or told.before(OwnPriceList)
    return kept.id if kept is not None else ""


def _keep_price_list(told: Told) -> str:
    return told.language.text("Price list {id} saved", id=_price_list_id(told))


def _remove_price_list(told: Told) -> str:
    return told.language.text("Price list {id} taken away", id=_price_list_id(told))


def _choose_price_list(told: Told) -> str:
    arrangement = told.after(Arrangement)
    if arrangement is None or arrangement.tariff is None:
        return told.language.text("No price list chosen any more")
    return told.language.text("Price list {id} chosen", id=arrangement.tariff)


def _choose_services(told: Told) -> str:
    return told.language.text("What else the municipality charges for changed")


def _set_household(told: Told) -> str:
    return told.language.text("The household's income changed")


def _invoice_month(told: Told) -> str:
    invoice = told.after(Invoice) or told.before(Invoice)
    return told.language.date(invoice.month, "month") if invoice is not None else ""


def _enter_invoice(told: Told) -> str:
    return told.language.text("Invoice for {month} entered", month=_invoice_month(told))


def _remove_invoice(told: Told) -> str:
    return told.language.text("Invoice for {month} taken away", month=_invoice_month(told))


def _expected_g(told: Told) -> tuple[str, str]:
    expected = told.after(ExpectedBaseAmount) or told.before(ExpectedBaseAmount)
    if expected is None:
        return "", ""
    return told.language.date(expected.from_day, "date"), told.language.money(expected.amount)


def _expect_base_amount(told: Told) -> str:
    day, amount = _expected_g(told)
    return told.language.text("Expecting G to be {amount} from {day}", amount=amount, day=day)


def _forget_base_amount(told: Told) -> str:
    day, _ = _expected_g(told)
    return told.language.text("The expected G from {day} taken away", day=day)


def _keep_pay_agreement(told: Told) -> str:
    return told.language.text("Pay agreement of your own saved")


def _choose_pay_agreement(told: Told) -> str:
    return told.language.text("Pay agreement chosen")


COST_PHRASES: dict[str, Callable[[Told], str]] = {
    "keep_price_list": _keep_price_list,
    "remove_price_list": _remove_price_list,
    "choose_price_list": _choose_price_list,
    "choose_services": _choose_services,
    "set_household": _set_household,
    "enter_invoice": _enter_invoice,
    "remove_invoice": _remove_invoice,
    "expect_base_amount": _expect_base_amount,
    "forget_base_amount": _forget_base_amount,
    "keep_pay_agreement": _keep_pay_agreement,
    "choose_pay_agreement": _choose_pay_agreement,
}
