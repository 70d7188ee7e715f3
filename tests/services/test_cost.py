"""The month's co-payment by the arrangement's price list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.data.base_amount import shipped_base_amounts
from bpa_desktop.data.municipality_numbers import shipped_municipality_numbers
from bpa_desktop.data.tariffs import shipped_tariffs
from bpa_desktop.domain.arrangement import Arrangement, ServiceUse
from bpa_desktop.domain.award import Award, WeeklyHours
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import DayRange
from bpa_desktop.services.cost import (
    NoAwardError,
    NoIncomeError,
    NoTariffError,
    PriceBook,
    fitting_list,
    month_cost,
    practical_hours,
    year_cost,
)
from bpa_desktop.tariff.price_list import Status, Tariff

PRICES = PriceBook(shipped_tariffs(), shipped_base_amounts())
WEEK = WeeklyHours(Decimal(62), Decimal(21), Decimal(6))
AWARD = Award("award", DayRange(date(2018, 1, 1), date(2026, 12, 15)), WEEK)
ALARM = ServiceUse("alarm", Decimal(1))
HOME = Arrangement("home", "Home", "3203", tariff="asker-seed", household_income=Decimal(480000), services=(ALARM,))
WHOLE = Roster(HOME, awards=(AWARD,))


def test_a_month_has_the_practical_hours_granted_day_by_day() -> None:
    assert practical_hours(WHOLE, date(2026, 11, 1)) == 30 * 3
    assert practical_hours(WHOLE, date(2026, 12, 1)) == 15 * 3


def test_a_month_costs_the_practical_hours_and_every_other_service() -> None:
    cost = month_cost(WHOLE, date(2026, 12, 1), prices=PRICES)
    assert [(charge.service, charge.amount) for charge in cost.charges] == [
        ("practical", Decimal("1290.00")),
        ("alarm", Decimal("275.00")),
    ]
    assert cost.total == Decimal(1565)


def test_the_first_of_may_changes_the_band_of_that_month_and_not_of_the_one_before() -> None:
    poor = replace(WHOLE, arrangement=replace(HOME, household_income=Decimal(240000), services=()))
    assert month_cost(poor, date(2018, 4, 1), prices=PRICES).total == 860
    assert month_cost(poor, date(2018, 5, 1), prices=PRICES).total == 0


def test_a_yearly_ceiling_counts_the_months_before() -> None:
    oslo = replace(WHOLE, arrangement=replace(HOME, tariff="oslo-2019", household_income=Decimal(350000), services=()))
    year = year_cost(oslo, date(2019, 12, 1), prices=PRICES)
    assert sum(month.total for month in year) == 19400
    assert year[0].total == 194 * Decimal("93")
    assert year[-1].total == 0


def test_months_without_an_award_are_left_out_but_the_asked_one_is_refused() -> None:
    late = replace(WHOLE, awards=(replace(AWARD, days=DayRange(date(2026, 11, 16))),))
    assert [month.month.month for month in year_cost(late, date(2026, 12, 1), prices=PRICES)] == [11, 12]
    with pytest.raises(NoAwardError):
        month_cost(late, date(2026, 10, 1), prices=PRICES)


def test_what_is_not_given_is_said_and_never_taken_for_nothing() -> None:
    with pytest.raises(NoIncomeError):
        month_cost(replace(WHOLE, arrangement=replace(HOME, household_income=None)), date(2026, 12, 1), prices=PRICES)
    for unknown in (None, "nowhere-1999"):
        with pytest.raises(NoTariffError):
            month_cost(replace(WHOLE, arrangement=replace(HOME, tariff=unknown)), date(2026, 12, 1), prices=PRICES)


JANUARY = date(2027, 1, 1)
NEXT_YEAR = replace(
    PRICES.tariff("asker-seed"), id="asker-2027", undated=False, valid_from=JANUARY, valid_to=None, assumed=()
)
OLD_NUMBER = replace(NEXT_YEAR, municipality_no="0220")


@pytest.mark.parametrize(
    ("known", "day", "found"),
    [
        (NEXT_YEAR, date(2027, 1, 1), True),
        (NEXT_YEAR, date(2026, 12, 1), False),  # it is to come
        (OLD_NUMBER, date(2027, 1, 1), True),  # the municipality had another number
        (replace(NEXT_YEAR, municipality_no="0301"), date(2027, 1, 1), False),
        (replace(NEXT_YEAR, status=Status.PROPOSED), date(2027, 1, 1), False),
        (replace(NEXT_YEAR, undated=True, valid_from=None), date(2027, 1, 1), False),
        (replace(NEXT_YEAR, services=(replace(NEXT_YEAR.services[0], bands=()),)), date(2027, 1, 1), False),  # broken
    ],
)
def test_a_list_that_holds_is_proposed_where_the_one_in_use_does_not(known: Tariff, day: date, found: bool) -> None:
    prices = PriceBook((PRICES.tariff("asker-seed"), known), PRICES.base_amounts, None, shipped_municipality_numbers())
    assert fitting_list(HOME, day, prices=prices) == (known if found else None)
    assert fitting_list(replace(HOME, tariff=known.id), day, prices=prices) is None


def test_a_list_that_takes_the_place_of_the_one_in_use_is_proposed_though_both_hold() -> None:
    before = replace(NEXT_YEAR, id="asker-2026", valid_from=date(2026, 1, 1))
    after = replace(NEXT_YEAR, replaces=("asker-2026",))
    numbers = shipped_municipality_numbers()
    prices = PriceBook((before, after), PRICES.base_amounts, None, numbers)
    assert fitting_list(replace(HOME, tariff="asker-2026"), JANUARY, prices=prices) is after
    plain = PriceBook((before, NEXT_YEAR), PRICES.base_amounts, None, numbers)
    assert fitting_list(replace(HOME, tariff="asker-2026"), JANUARY, prices=plain) is None
