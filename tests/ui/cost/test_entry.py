"""What the cost rests on, as people type it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bpa_desktop.domain.arrangement import ServiceUse
from bpa_desktop.domain.household import HOUSEHOLD_ID, Household, HouseholdMember, Role
from bpa_desktop.ui.cost.entry import (
    BY_MEMBER,
    IncomeEntry,
    Problem,
    income_entry,
    read_income,
    read_services,
)

NOTHING = income_entry(None, None)
SELF = HouseholdMember(Role.SELF, Decimal(310_000), added=Decimal(15_000))
PARTNER = HouseholdMember(Role.COHABITANT, Decimal(170_000))


@pytest.mark.parametrize("typed", ["480 000", "480000 kr", " 480000,00 ", "480\N{NO-BREAK SPACE}000"])
def test_an_income_is_understood_as_people_write_it(typed: str) -> None:
    assert read_income({**NOTHING, "income": typed}) == IncomeEntry(Decimal(480_000))


@pytest.mark.parametrize("typed", ["much", "-1", "1.000.000"])
def test_what_is_no_income_is_refused(typed: str) -> None:
    assert read_income({**NOTHING, "income": typed}) == {"income": Problem.NO_AMOUNT}


def test_an_empty_income_is_not_given() -> None:
    assert read_income(NOTHING) == IncomeEntry()


@pytest.mark.parametrize("members", [(SELF,), (SELF, PARTNER)])
def test_a_household_stands_in_the_form_as_it_is_read_from_it(members: tuple[HouseholdMember, ...]) -> None:
    household = Household(HOUSEHOLD_ID, members)
    assert read_income(income_entry(household, household.income)) == IncomeEntry(members=members)


def test_a_partner_without_an_income_is_asked_for_it_and_one_who_is_gone_is_not() -> None:
    values = {**NOTHING, "how": BY_MEMBER, "own": "1", "partner": "spouse", "partners_added": "x"}
    assert read_income(values) == {"partners": Problem.NO_AMOUNT, "partners_added": Problem.NO_AMOUNT}
    assert read_income({**values, "partner": ""}) == IncomeEntry(members=(HouseholdMember(Role.SELF, Decimal(1)),))


def test_services_that_are_empty_or_nought_are_not_used() -> None:
    values = {"alarm": "1", "meal": "", "day": "0", "taxi": "2,5"}
    assert read_services(values, ["alarm", "meal", "day", "taxi"]) == (
        ServiceUse("alarm", Decimal(1)),
        ServiceUse("taxi", Decimal("2.5")),
    )
    assert read_services({"alarm": "one"}, ["alarm"]) == {"alarm": Problem.NO_AMOUNT}
