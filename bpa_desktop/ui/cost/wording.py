"""What the cost screen says. Plain Python, no Qt."""

from __future__ import annotations

from decimal import Decimal

from bpa_desktop.domain.household import Role
from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language, mark
from bpa_desktop.services.cost import PriceBook
from bpa_desktop.tariff.charge_facts import Charge, Step
from bpa_desktop.tariff.price_list import Tariff
from bpa_desktop.texts import assumed_text, charge_text, doubt_text, error_text, sum_text, warning_text
from bpa_desktop.texts.charge import band_text, each, g_change_text, near_edge_text
from bpa_desktop.ui.cost.view_model import CostModel, Ladder, Rung, Unknown

_ROLES = {
    Role.SELF: mark("of which your own"),
    Role.SPOUSE: mark("of which your spouse's"),
    Role.COHABITANT: mark("of which your cohabitant's"),
}
Facts = tuple[tuple[str, str], ...]
"""A label and what stands beside it."""
_NOT_ASKED_TWICE = frozenset({"undated"})
"""Doubts that the charge's own warning says already."""


def lead(language: Language, model: CostModel | Unknown, *, with_income: bool = True) -> str:
    """Return the month in one sentence, with where the household stands unless its income is not to be told."""
    if isinstance(model, Unknown):
        return error_text(language, model.error) or str(model.error)
    facts = {
        "total": language.money(model.total),
        "year": language.money(model.year_total),
        "number": model.month.year,
    }
    if model.ladder is None or not with_income:
        return language.text("You pay {total} a month, {year} in {number}.", **facts)
    ratio = language.number(round(model.ladder.at, 2))
    return language.text(
        "You pay {total} a month, {year} in {number}, because the household is at {ratio} G.", ratio=ratio, **facts
    )


def service_reasons(language: Language, model: CostModel, *, with_income: bool = True) -> tuple[str, ...]:
    """Return the sum behind each service's amount; where the household stands is said once, before the first."""
    told = tuple(sum_text(language, line.charge) for line in model.lines)
    if not told or not with_income:
        return told
    return (charge_text(language, model.lines[0].charge), *told[1:])


def edges(language: Language, charge: Charge) -> tuple[str, ...]:
    """Return how far it is to the steps below and above, what it costs there, and what a change of G does."""
    text, found = language.text, []
    if charge.below is not None:
        facts = _edge_facts(language, charge, step=charge.below)
        found.append(text("With {distance} less in income, at {limit} G ({income}): {amount}.", **facts))
    if charge.above is not None:
        facts = _edge_facts(language, charge, step=charge.above)
        found.append(text("With {distance} more in income, above {limit} G ({income}): {amount}.", **facts))
    if charge.is_near_edge:
        found.append(f"△ {near_edge_text(language, charge)}")
    found.append(g_change_text(language, charge))
    return tuple(filter(None, found))


def _edge_facts(language: Language, charge: Charge, *, step: Step) -> dict[str, str]:
    if step.amount is None:
        amount = language.text("not in the list")
    else:
        amount = f"{language.money(step.amount)} {each(language, charge.per)}"
    return {
        "limit": language.number(step.in_g),
        "income": _kroner(language, step.income),
        "distance": _kroner(language, abs(step.income - charge.income)),
        "amount": amount,
    }


def rung_amount(language: Language, rung: Rung) -> str:
    """Return what a step of the ladder costs."""
    return language.money(rung.amount) if rung.amount is not None else language.text("not in the list")


def rung_text(language: Language, rung: Rung) -> str:
    """Return one step of the ladder in words."""
    said = f"{band_text(language, rung.from_g, to_g=rung.to_g)}: {rung_amount(language, rung)}"
    return language.text("{said}, here is the household", said=said) if rung.is_here else said


def ladder_text(language: Language, ladder: Ladder) -> str:
    """Return the whole ladder in words, one step a line."""
    return "\n".join(rung_text(language, rung) for rung in ladder.rungs)


def year_text(language: Language, model: CostModel) -> str:
    """Return the year in words, one month a line."""
    return "\n".join(f"{language.date(one.month, 'month')}: {language.money(one.total)}" for one in model.months)


def list_text(language: Language, tariff: Tariff) -> str:
    """Return the list's name and from when it is."""
    source = tariff.sources[0] if tariff.sources else None
    parts = [language.text("{municipality}: {title}", municipality=tariff.municipality, title=tariff.title)]
    if tariff.undated:
        parts.append(language.text("without a date"))
    elif tariff.valid_from is not None:
        parts.append(language.text("from {day}", day=language.date(tariff.valid_from, "date")))
    retrieved = next((one.retrieved for one in tariff.sources if one.retrieved is not None), None)
    if source is not None and retrieved is not None:
        parts.append(language.text("read {day}", day=language.date(retrieved, "date")))
    return " · ".join(parts)


def cautions(language: Language, model: CostModel) -> tuple[str, ...]:
    """Return warnings, doubts and what was assumed, each once."""
    warnings = [warning_text(language, one) for line in model.lines for one in line.charge.warnings]
    found = [doubt_text(language, one) for one in model.doubts if one.code.value not in _NOT_ASKED_TWICE]
    assumed = dict.fromkeys(field for line in model.lines for field in line.charge.assumed)
    lines = [f"△ {text}" for text in dict.fromkeys((*_fitting(language, model), *warnings, *found))]
    lines += [language.text("Assumed {what}.", what=assumed_text(language, field)) for field in assumed]
    return tuple(dict.fromkeys(lines))


def _fitting(language: Language, model: CostModel) -> tuple[str, ...]:
    if model.fitting is None:
        return ()
    facts = {"title": model.fitting.title, "month": language.date(model.month, "month")}
    return (language.text("“{title}” holds in {month}. You can choose it under Price list.", **facts),)


def household_facts(language: Language, roster: Roster, *, prices: PriceBook) -> Facts:
    """Return what the cost rests on: income and whose it is, list, other services, an expected G."""
    income, text = roster.arrangement.household_income, language.text
    tariff = prices.in_use(roster.arrangement)
    facts = [(text("Household's income"), language.money(income) if income is not None else _unknown(language))]
    for member in roster.household.members if roster.household is not None else ():
        facts.append((text(_ROLES[member.role]), language.money(member.taxable_net + member.added)))
    facts.append((text("Price list"), tariff.municipality if tariff is not None else _unknown(language)))
    for use in roster.arrangement.services:
        service = next((one for one in tariff.services if one.id == use.service), None) if tariff is not None else None
        facts.append((service.label if service is not None else use.service, language.number(use.units)))
    last = prices.base_amounts.entries[-1]
    if last.provisional:
        day, amount = language.date(last.from_day, "date"), language.money(last.amount)
        facts.append((text("Expected G"), text("{amount} from {day}", amount=amount, day=day)))
    return tuple(facts)


def _unknown(language: Language) -> str:
    return language.text("not given")


def _kroner(language: Language, amount: Decimal) -> str:
    """Return an amount in whole kroner."""
    return language.money(round(amount, 0))
