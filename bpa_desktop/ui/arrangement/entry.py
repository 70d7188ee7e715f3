"""An arrangement as it is typed into its editor. Plain Python, no Qt, no texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.ui.widgets.entry import NoAmountError, amount_entry, parse_amount

_MUNICIPALITY_NO = re.compile(r"\d{4}")


class Problem(StrEnum):
    """What is wrong with a field."""

    NO_NAME = "no_name"
    NO_MUNICIPALITY = "no_municipality"
    NO_AMOUNT = "no_amount"


def entry_of(arrangement: Arrangement) -> dict[str, str]:
    """Return what stands in the editor."""
    return {
        "name": arrangement.name,
        "municipality_no": arrangement.municipality_no,
        "tariff": arrangement.tariff or "",
        "income": amount_entry(arrangement.household_income),
    }


def read_entry(values: Mapping[str, str], before: Arrangement) -> Arrangement | dict[str, Problem]:
    """Return the arrangement that the editor describes, or a problem by field; an empty income is not given."""
    problems: dict[str, Problem] = {}
    name, number = values["name"].strip(), values["municipality_no"].strip()
    if not name:
        problems["name"] = Problem.NO_NAME
    if _MUNICIPALITY_NO.fullmatch(number) is None:
        problems["municipality_no"] = Problem.NO_MUNICIPALITY
    income, typed = None, values["income"].strip().lower().removesuffix("kr").strip()
    try:
        income = parse_amount(typed) if typed else None
    except NoAmountError:
        problems["income"] = Problem.NO_AMOUNT
    if income is not None and income < 0:
        problems["income"] = Problem.NO_AMOUNT
    if problems:
        return problems
    tariff = values["tariff"] or None
    return replace(before, name=name, municipality_no=number, tariff=tariff, household_income=income)
