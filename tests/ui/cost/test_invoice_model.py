"""What was billed, as it is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bpa_desktop.domain.invoice import Invoice, invoice_id
from bpa_desktop.i18n import Language
from bpa_desktop.services.cost import NoIncomeError
from bpa_desktop.ui.cost.invoice_model import BilledMonth, build_invoice
from bpa_desktop.ui.cost.invoice_wording import invoice_lead, year_facts
from tests.plain_text import plain
from tests.ui.desks import HOME, price_book, week_49

EN = Language("en")
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


def billed(month: date, amount: int) -> Invoice:
    return Invoice(invoice_id(month), month, Decimal(amount))


BILLS = (billed(DECEMBER, 1600), billed(NOVEMBER, 1565), billed(date(2025, 12, 1), 999))


def test_the_bills_of_the_year_stand_beside_what_the_list_says() -> None:
    model = build_invoice(week_49(), DECEMBER, invoices=BILLS, prices=price_book())
    assert model.year == (
        BilledMonth(NOVEMBER, Decimal(1565), Decimal(1565)),
        BilledMonth(DECEMBER, Decimal(1600), Decimal(1565)),
    )
    assert model.check is not None
    assert model.check.difference == 35
    assert [(plain(month), plain(said)) for month, said in year_facts(EN, model)] == [
        ("November 2026", "1,565 kr billed, as the list says"),
        ("December 2026", "1,600 kr billed, 1,565 kr by the list: 35 kr too much"),
        ("In all", "3,165 kr billed, 3,130 kr by the list: 35 kr too much"),
    ]


def test_a_month_without_a_bill_says_what_to_write() -> None:
    model = build_invoice(week_49(), date(2026, 10, 1), invoices=BILLS, prices=price_book())
    assert (model.invoice, model.found, model.check) == (None, None, None)
    assert plain(invoice_lead(EN, model)).startswith("Write what the municipality billed for October 2026.")


def test_a_bill_is_kept_and_shown_where_the_cost_cannot_be_told() -> None:
    poor = replace(week_49(), arrangement=replace(HOME, household_income=None))
    model = build_invoice(poor, NOVEMBER, invoices=BILLS, prices=price_book())
    assert isinstance(model.found, NoIncomeError)
    assert model.comparable == ()
    assert "income" in invoice_lead(EN, model)
    assert [plain(said) for _, said in year_facts(EN, model)] == [
        "1,565 kr billed; what the list says is not known",
        "1,600 kr billed; what the list says is not known",
    ]
