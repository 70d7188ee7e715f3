"""What the page that asks "what if" says. Plain Python, no Qt."""

from __future__ import annotations

from decimal import Decimal

from bpa_desktop.i18n import Language
from bpa_desktop.tariff.price_list import Tariff
from bpa_desktop.texts import error_text
from bpa_desktop.ui.cost.view_model import CostModel, Unknown
from bpa_desktop.ui.cost.what_if_model import WhatIfModel
from bpa_desktop.ui.cost.wording import cautions, service_reasons


def what_if_lead(language: Language, model: WhatIfModel, *, is_changed: bool) -> str:
    """Return the difference in a sentence."""
    month, year = model.month_difference, model.year_difference
    if month is None:
        return language.text("The difference cannot be told: one of the two is not known.")
    if not is_changed:
        return language.text(
            "Change the income, the hours or the price list, and see what you would pay. Nothing is kept."
        )
    if not month and not year:
        return language.text("You would pay the same.")
    if year is None or not month or (month > 0) != (year > 0):
        return language.text("You would pay {month} this month.", month=_more(language, month))
    facts = {"month": language.money(abs(month)), "year": language.money(abs(year)), "number": model.today.month.year}
    if month > 0:
        return language.text("You would pay {month} more a month, {year} more in {number}.", **facts)
    return language.text("You would pay {month} less a month, {year} less in {number}.", **facts)


def _more(language: Language, amount: Decimal) -> str:
    if not amount:
        return language.text("the same")
    if amount > 0:
        return language.text("{amount} more", amount=language.money(amount))
    return language.text("{amount} less", amount=language.money(-amount))


def side_amount(language: Language, side: CostModel | Unknown) -> str:
    """Return what a side comes to."""
    if isinstance(side, Unknown):
        return language.text("Not known")
    facts = {"month": language.money(side.total), "year": language.money(side.year_total), "number": side.month.year}
    return language.text("{month} a month, {year} in {number}", **facts)


def side_reasons(language: Language, side: CostModel | Unknown) -> str:
    """Return why a side comes to that: a line a service; where it is not known, what is missing."""
    if isinstance(side, Unknown):
        return error_text(language, side.error) or str(side.error)
    told = zip(side.lines, service_reasons(language, side), strict=True)
    return "\n".join(language.text("{service}: {why}", service=line.label, why=why) for line, why in told)


def side_cautions(language: Language, side: CostModel | Unknown, *, left_out: tuple[str, ...] = ()) -> str:
    """Return what a side must not be read without."""
    lines = [
        "△ " + language.text("The list has no {service}: what that costs is not in the sum.", service=name)
        for name in left_out
    ]
    return "\n".join((*lines, *(cautions(language, side) if isinstance(side, CostModel) else ())))


def list_name(language: Language, tariff: Tariff) -> str:
    """Return a list's title and its time."""
    if tariff.undated or tariff.valid_from is None:
        return language.text("{title}, without a date", title=tariff.title)
    return language.text("{title}, from {day}", title=tariff.title, day=language.date(tariff.valid_from, "date"))
