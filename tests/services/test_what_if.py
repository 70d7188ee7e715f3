"""What would be paid otherwise: the same as for a roster that really is otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.data.base_amount import shipped_base_amounts
from bpa_desktop.data.tariffs import shipped_tariffs
from bpa_desktop.domain.arrangement import Arrangement, ServiceUse
from bpa_desktop.domain.award import Award, WeeklyHours
from bpa_desktop.domain.household import HOUSEHOLD_ID, Household, HouseholdMember, Role
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import DayRange
from bpa_desktop.services.cost import NoTariffError, PriceBook, month_cost, year_cost
from bpa_desktop.services.what_if import WhatIf, services_left_out, what_if
from bpa_desktop.tariff.price_list import Unit

PRICES = PriceBook(shipped_tariffs(), shipped_base_amounts())
NOVEMBER = date(2026, 11, 1)
MEMBERS = Household(HOUSEHOLD_ID, (HouseholdMember(Role.SELF, Decimal(300_000)),))
HOME = Arrangement(
    "home",
    "Home",
    "3203",
    tariff="asker-seed",
    household_income=Decimal(300_000),
    services=(ServiceUse("alarm", Decimal(1)),),
)


def granted(weekly: int) -> Roster:
    """Return a roster with so many hours of practical assistance a week; November has thirty days of them."""
    week = WeeklyHours(Decimal(0), Decimal(weekly), Decimal(0))
    award = Award("award", DayRange(date(2026, 1, 1), date(2026, 12, 31)), week)
    return Roster(HOME, awards=(award,), household=MEMBERS)


def total(roster: Roster, *, hours: Decimal | None = None) -> Decimal:
    return month_cost(roster, NOVEMBER, prices=PRICES, hours=hours).total


@given(st.integers(0, 1_200_000), st.integers(1, 30), st.sampled_from([one.id for one in PRICES.tariffs]))
def test_it_is_what_a_roster_costs_that_really_is_otherwise(income: int, weekly: int, tariff: str) -> None:
    change = WhatIf(Decimal(income), Decimal(30 * weekly) / 7, tariff)
    arrangement = replace(HOME, household_income=Decimal(income), tariff=tariff, services=())
    really = replace(granted(weekly), arrangement=arrangement, household=None)
    asked = what_if(replace(granted(3), arrangement=replace(HOME, services=())), change, prices=PRICES)
    assert _told(asked, hours=change.hours) == _told(really)


def _told(roster: Roster, *, hours: Decimal | None = None) -> Decimal | str:
    try:
        return total(roster, hours=hours)
    except Exception as error:  # noqa: BLE001  # both must fail alike
        return type(error).__name__


def test_nothing_changed_is_as_today() -> None:
    assert what_if(granted(7), WhatIf(), prices=PRICES) == granted(7)


def test_another_income_takes_the_place_of_the_members() -> None:
    other = what_if(granted(7), WhatIf(income=Decimal(600_000)), prices=PRICES)
    assert other.household is None
    assert total(other) > total(granted(7))


def test_other_hours_hold_in_every_month_that_an_award_covers() -> None:
    year = year_cost(granted(7), date(2026, 12, 1), prices=PRICES, hours=Decimal(1))
    assert [month.practical_hours for month in year] == [Decimal(1)] * 12
    assert all(month.charges[0].units == 1 for month in year)


def test_a_service_that_the_other_list_does_not_have_is_left_out_and_named() -> None:
    without = next(one for one in PRICES.tariffs if all(service.id != "alarm" for service in one.services))
    assert services_left_out(granted(7), without.id, prices=PRICES) == ("alarm",)
    assert what_if(granted(7), WhatIf(tariff=without.id), prices=PRICES).arrangement.services == ()
    assert services_left_out(granted(7), "asker-seed", prices=PRICES) == ()


def test_a_service_counted_in_another_unit_and_practical_assistance_that_is_missing_are_left_out() -> None:
    asker = PRICES.tariff("asker-seed")
    by_day = tuple(replace(one, unit=Unit.DAY) if one.id == "alarm" else one for one in asker.services)
    alarm_only = tuple(one for one in asker.services if one.id == "alarm")
    others = (replace(asker, id="by-day", services=by_day), replace(asker, id="alarm-only", services=alarm_only))
    prices = replace(PRICES, tariffs=(asker, *others))
    assert services_left_out(granted(7), "by-day", prices=prices) == ("alarm",)
    assert services_left_out(granted(7), "alarm-only", prices=prices) == ("practical",)


def test_a_list_that_nobody_knows_is_refused() -> None:
    with pytest.raises(NoTariffError):
        what_if(granted(7), WhatIf(tariff="nowhere-1999"), prices=PRICES)
