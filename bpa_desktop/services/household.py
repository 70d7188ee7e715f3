"""Whose income counts: verbs about the household, and what of it a price list asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bpa_desktop.domain.household import HOUSEHOLD_ID, Household, HouseholdMember, Role
from bpa_desktop.domain.roster import Roster
from bpa_desktop.services.history import History
from bpa_desktop.tariff.household import MOST_INCOME, Member, MemberIncome, check_amount
from bpa_desktop.tariff.household import Household as CountedHousehold
from bpa_desktop.tariff.price_list import IncomeBasis


def set_household(history: History, members: Sequence[HouseholdMember]) -> None:
    """Keep the household member by member, with their sum as its income; nobody takes the members away.

    Raises IncomeCountedTwiceError for two partners, AbsurdAmountError for an amount that can be no income.
    """
    household = Household(HOUSEHOLD_ID, tuple(members)) if members else None
    _counted(members)  # refuses what makes no household
    _keep(history, household, income=household.income if household is not None else None)


def set_income(history: History, income: Decimal | None) -> None:
    """Keep the household's income as one figure in kroner a year, or as not given; what was known by member goes.

    Raises AbsurdAmountError.
    """
    if income is not None:
        check_amount("income", income, most=MOST_INCOME)
    _keep(history, None, income=income)


def _keep(history: History, household: Household | None, *, income: Decimal | None) -> None:
    with history.step("set_household") as record:
        roster = record.roster
        if household is not None:
            record.put(household)
        elif roster.household is not None:
            record.remove(roster.household)
        record.put(replace(roster.arrangement, household_income=income))


def counted_income(roster: Roster, basis: IncomeBasis) -> Decimal | None:
    """Return the income in kroner a year that a list counts, or None where none is given.

    The user's own always counts, a partner's where the list names such a partner, help benefits where the list adds
    them. An income given as one figure is taken as it is.
    """
    if roster.household is None:
        return roster.arrangement.household_income
    counted = tuple(
        replace(member, added=member.added if basis.add else Decimal(0))
        for member in roster.household.members
        if member.role is Role.SELF or Member(member.role) in basis.members
    )
    return _counted(counted).income


def without_income(roster: Roster) -> Roster:
    """Return the roster as others may see it: without the household and its income."""
    return replace(roster, household=None, arrangement=replace(roster.arrangement, household_income=None))


def with_kept_income(roster: Roster, kept: Roster) -> Roster:
    """Return a roster that was brought in with the income that is kept, where its file left it out."""
    brought = roster.arrangement
    if brought.id != kept.arrangement.id or brought.household_income is not None:
        return roster
    return replace(roster, arrangement=replace(brought, household_income=kept.arrangement.household_income))


def _counted(members: Sequence[HouseholdMember]) -> CountedHousehold:
    return CountedHousehold(tuple(MemberIncome(Member(one.role), one.taxable_net, one.added) for one in members))
