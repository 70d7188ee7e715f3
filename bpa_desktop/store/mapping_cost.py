"""Household, own price list, own pay agreement, expected base amount and invoice: row to value and back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.household import Household, HouseholdMember, Role
from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.store.columns import Columns
from bpa_desktop.store.tables import (
    ExpectedBaseAmountRow,
    HouseholdRow,
    InvoiceRow,
    Json,
    OwnPayAgreementRow,
    OwnPriceListRow,
)


def household_columns(value: Household) -> Columns:
    """Return the row of a household."""
    return {"id": value.id, "members": [_member_entry(member) for member in value.members]}


def household_of(row: HouseholdRow) -> Household:
    """Return the household of a row."""
    return Household(row.id, tuple(_member_of(entry) for entry in row.members))


def _member_entry(member: HouseholdMember) -> Json:
    return {"role": member.role.value, "taxable_net": str(member.taxable_net), "added": str(member.added)}


def _member_of(entry: Json) -> HouseholdMember:
    return HouseholdMember(
        Role(str(entry["role"])), Decimal(str(entry["taxable_net"])), added=Decimal(str(entry["added"]))
    )


def price_list_columns(value: OwnPriceList) -> Columns:
    """Return the row of a price list of the user's own."""
    return {"id": value.id, "text": value.text}


def price_list_of(row: OwnPriceListRow) -> OwnPriceList:
    """Return the price list of a row."""
    return OwnPriceList(row.id, row.text)


def pay_agreement_columns(value: OwnPayAgreement) -> Columns:
    """Return the row of a pay agreement of the user's own."""
    return {"id": value.id, "text": value.text}


def pay_agreement_of(row: OwnPayAgreementRow) -> OwnPayAgreement:
    """Return the pay agreement of a row."""
    return OwnPayAgreement(row.id, row.text)


def base_amount_columns(value: ExpectedBaseAmount) -> Columns:
    """Return the row of a base amount that is expected."""
    return {"id": value.id, "from_day": value.from_day.isoformat(), "amount": str(value.amount)}


def base_amount_of(row: ExpectedBaseAmountRow) -> ExpectedBaseAmount:
    """Return the base amount of a row."""
    return ExpectedBaseAmount(row.id, date.fromisoformat(row.from_day), Decimal(row.amount))


def invoice_columns(value: Invoice) -> Columns:
    """Return the row of an invoice."""
    return {"id": value.id, "month": value.month.isoformat(), "amount": str(value.amount)}


def invoice_of(row: InvoiceRow) -> Invoice:
    """Return the invoice of a row."""
    return Invoice(row.id, date.fromisoformat(row.month), Decimal(row.amount))
