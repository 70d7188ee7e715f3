"""What the cost rests on as it is typed: incomes, units, an expected G. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bpa_desktop.domain.arrangement import ServiceUse
from bpa_desktop.domain.household import Household, HouseholdMember, Role
from bpa_desktop.ui.widgets.entry import NoAmountError, amount_entry, parse_amount

ONE_FIGURE = "one_figure"
BY_MEMBER = "by_member"


class Problem(StrEnum):
    """What is wrong with a field."""

    NO_AMOUNT = "no_amount"


@dataclass(frozen=True)
class IncomeEntry:
    """One figure, or the members; both None and empty where no income is given."""

    income: Decimal | None = None
    members: tuple[HouseholdMember, ...] = ()


def income_entry(household: Household | None, income: Decimal | None) -> dict[str, str]:
    """Return what stands in the income's form."""
    members = {member.role: member for member in household.members} if household is not None else {}
    own = members.get(Role.SELF)
    partner = next((member for role, member in members.items() if role is not Role.SELF), None)
    return {
        "how": BY_MEMBER if members else ONE_FIGURE,
        "income": amount_entry(income),
        "own": amount_entry(own.taxable_net if own else None),
        "own_added": amount_entry(own.added if own and own.added else None),
        "partner": partner.role.value if partner else "",
        "partners": amount_entry(partner.taxable_net if partner else None),
        "partners_added": amount_entry(partner.added if partner and partner.added else None),
    }


def read_income(values: Mapping[str, str]) -> IncomeEntry | dict[str, Problem]:
    """Return the income that the form describes, or a problem by field; an empty one figure is not given."""
    if values["how"] == ONE_FIGURE:
        amounts, problems = read_amounts(values, ("income",))
        return problems or IncomeEntry(amounts.get("income"))
    fields = ("own", "own_added", *(("partners", "partners_added") if values["partner"] else ()))
    amounts, problems = read_amounts(values, fields)
    missing = [field for field in fields if not field.endswith("_added") and field not in amounts]
    problems |= dict.fromkeys(missing, Problem.NO_AMOUNT)
    if problems:
        return problems
    members = [HouseholdMember(Role.SELF, amounts["own"], amounts.get("own_added", Decimal(0)))]
    if values["partner"]:
        added = amounts.get("partners_added", Decimal(0))
        members.append(HouseholdMember(Role(values["partner"]), amounts["partners"], added))
    return IncomeEntry(members=tuple(members))


def read_services(values: Mapping[str, str], offered: Sequence[str]) -> tuple[ServiceUse, ...] | dict[str, Problem]:
    """Return what is used of the services offered, or a problem by field; an empty field, or 0, is not used."""
    amounts, problems = read_amounts(values, offered)
    return problems or tuple(ServiceUse(service, amounts[service]) for service in offered if amounts.get(service))


def read_kroner(typed: str) -> Decimal | None:
    """Return an amount, with or without "kr" after it; None where nothing is typed. Raises NoAmountError."""
    figures = typed.strip().lower().removesuffix("kr").strip()
    if not figures:
        return None
    amount = parse_amount(figures)
    if amount < 0:
        raise NoAmountError(typed)
    return amount


def read_amounts(values: Mapping[str, str], fields: Sequence[str]) -> tuple[dict[str, Decimal], dict[str, Problem]]:
    """Return the amounts that are typed into some fields, and what is wrong with the others."""
    amounts: dict[str, Decimal] = {}
    problems: dict[str, Problem] = {}
    for field in fields:
        try:
            amount = read_kroner(values[field])
        except NoAmountError:
            problems[field] = Problem.NO_AMOUNT
            continue
        if amount is not None:
            amounts[field] = amount
    return amounts, problems
