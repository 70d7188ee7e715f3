"""Income and price list as they are typed. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.ui.widgets.entry import NoAmountError, amount_entry, parse_amount


class Problem(StrEnum):
    """What is wrong with the income."""

    NO_AMOUNT = "no_amount"


def entry_of(arrangement: Arrangement) -> dict[str, str]:
    """Return what stands in the form."""
    return {"income": amount_entry(arrangement.household_income), "tariff": arrangement.tariff or ""}


def read_entry(values: Mapping[str, str], before: Arrangement) -> Arrangement | Problem:
    """Return the arrangement with income and list; an empty income is not given."""
    income = None
    typed = values["income"].strip().lower().removesuffix("kr").strip()
    if typed:
        try:
            income = parse_amount(typed)
        except NoAmountError:
            return Problem.NO_AMOUNT
        if income < 0:
            return Problem.NO_AMOUNT
    return replace(before, household_income=income, tariff=values["tariff"] or None)
