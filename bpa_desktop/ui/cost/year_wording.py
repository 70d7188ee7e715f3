"""The year as a table of months. Plain Python, no Qt."""

from __future__ import annotations

from datetime import date

from bpa_desktop.i18n import Language
from bpa_desktop.services.cost import MonthCost
from bpa_desktop.tariff.charge_facts import Charge
from bpa_desktop.tariff.price_list import Unit
from bpa_desktop.texts import capital
from bpa_desktop.texts.charge import band_text
from bpa_desktop.ui.cost.view_model import CostModel, first_days

YearCells = tuple[str, str, str, str]
"""The month, what it comes to, the services it is made of, G and the household's step."""


def year_columns(language: Language, *, with_income: bool = True) -> YearCells:
    """Return what stands in which cell; the household's step only where its income may be told."""
    text = language.text
    return text("Month"), text("In all"), text("Made of"), text("G and step") if with_income else text("G")


def year_cells(language: Language, model: CostModel, *, with_income: bool = True) -> tuple[YearCells, ...]:
    """Return the twelve months; one that no award covers or the list has no price for is not known, never 0."""
    known = {one.month: one for one in model.months}
    return tuple(
        (*_cells(language, model, day=day, month=known.get(day)), _g(language, known.get(day), with_income=with_income))
        for day in first_days(model.month.year)
    )


def _cells(language: Language, model: CostModel, *, day: date, month: MonthCost | None) -> tuple[str, str, str]:
    name = capital(language.date(day, "month"))
    if month is None:
        return name, language.text("not known"), language.text("no award, or no price in the list")
    made_of = "; ".join(_service(language, model, charge=charge) for charge in month.charges)
    return name, language.money(month.total), made_of


def _service(language: Language, model: CostModel, *, charge: Charge) -> str:
    service, amount = model.tariff.service(charge.service), language.money(charge.amount)
    if service.unit is not Unit.HOUR:
        return f"{service.label} {amount}"
    return language.text(
        "{service} {amount} for {hours}", service=service.label, amount=amount, hours=language.hours(charge.units)
    )


def _g(language: Language, month: MonthCost | None, *, with_income: bool) -> str:
    if month is None or not month.charges:
        return ""
    first = month.charges[0]
    g = language.money(first.g.amount)
    return f"{g}, {band_text(language, first.band.from_g, to_g=first.band.to_g)}" if with_income else g


def year_total(language: Language, model: CostModel) -> str:
    """Return the sum, and of how many months it is where it is not of all."""
    facts, count = {"total": language.money(model.year_total), "year": model.month.year}, len(model.months)
    if count == len(first_days(model.month.year)):
        return language.text("{total} in {year}", **facts)
    return language.plural("{total} in {n} month of {year}", "{total} in {n} months of {year}", n=count, **facts)
