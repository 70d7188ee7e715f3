"""A change of G that puts a household into another band: told before it, and after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.tariff.charge import Question, charge
from bpa_desktop.tariff.g_change import GChange
from bpa_desktop.tariff.g_policy import GPolicy, GPolicyKind
from bpa_desktop.tariff.price import Flat, Free, Metered, Period, Tier, Tiers
from tests.tariff.lists import G, ask, band, service, shipped, tariff

D = Decimal
ASKER = shipped("asker-seed")
JAN1 = replace(ASKER, g=GPolicy(GPolicyKind.JAN1))
MAY_2018 = GChange(date(2018, 5, 1), D(93634), D(96883), D("860.00"), D("0.00"), False, False)


@pytest.mark.parametrize(("day", "after"), [("2018-04-01", False), ("2018-04-30", False), ("2018-05-01", True)])
def test_april_tells_what_may_brings_and_may_what_april_cost(day: str, after: bool) -> None:
    charge = ask(ASKER, "240000", "20", day)
    assert charge.g_change == replace(MAY_2018, applies_after=after)
    assert charge.g_change.flips
    assert charge.g_change.last_day_before == date(2018, 4, 30)
    assert charge.amount == (charge.g_change.amount_after if after else charge.g_change.amount_before)


@pytest.mark.parametrize("day", ["2018-03-31", "2018-06-01", "2018-12-31"])
def test_other_months_tell_of_no_change(day: str) -> None:
    assert ask(ASKER, "240000", "20", day).g_change is None


def test_an_income_that_stays_in_its_band_is_told_of_no_change() -> None:
    assert ask(ASKER, "430000", "20", "2018-05-01").g_change is None


def test_another_band_at_the_same_amount_is_a_change_that_does_not_flip() -> None:
    change = ask(ASKER, "285000", "1", "2018-05-01").g_change
    assert change is not None
    assert (change.amount_before, change.amount_after, change.flips) == (D("430.00"), D("430.00"), False)


def test_a_may_that_is_not_announced_is_told_of_once_the_user_gives_an_expected_amount() -> None:
    question = Question("practical", D(20), D(345000), date(2027, 4, 10))
    assert charge(ASKER, question, base_amounts=G).g_change is None
    expected = G.with_provisional(date(2027, 5, 1), D(142000))
    change = charge(ASKER, question, base_amounts=expected).g_change
    assert change is not None
    assert (change.amount_before, change.amount_after, change.provisional) == (D("860.00"), D("0.00"), True)


@pytest.mark.parametrize("kind", [GPolicyKind.FIXED, GPolicyKind.ANNUAL_AVERAGE])
def test_a_list_with_its_own_g_has_no_change(kind: GPolicyKind) -> None:
    own = replace(ASKER, g=GPolicy(kind, D(93634)))
    assert ask(own, "240000", "20", "2018-05-01").g_change is None


@pytest.mark.parametrize(("day", "after"), [("2018-12-01", False), ("2019-01-31", True)])
def test_a_list_that_takes_g_at_new_year_changes_at_new_year(day: str, after: bool) -> None:
    change = ask(JAN1, "240000", "20", day).g_change
    assert change == replace(MAY_2018, day=date(2019, 1, 1), applies_after=after)
    assert ask(JAN1, "240000", "20", "2018-05-01").g_change is None


def test_a_yearly_ceiling_begins_anew_with_the_new_year() -> None:
    yearly = Metered(D(100), cap=D(2000), cap_period=Period.YEAR)
    jan1 = tariff(service(band("0", "2.5", yearly), band("2.5", None, yearly)), g=GPolicy(GPolicyKind.JAN1))
    change = ask(jan1, "240000", "20", "2018-12-01", paid="1500").g_change
    assert change is not None
    assert (change.amount_before, change.amount_after) == (D("500.00"), D("2000.00"))


def test_the_first_year_of_the_table_has_no_april_before_it() -> None:
    assert ask(ASKER, "225000", "20", "2014-05-01").g_change is None


def test_a_band_without_a_price_for_the_units_has_no_amount_to_compare() -> None:
    few = Tiers((Tier(D(1), D(2), D(9)),))
    for lower, upper in ((few, Free()), (Flat(D(1)), few)):
        prices = tariff(service(band("0", "2.5", lower), band("2.5", None, upper)), valid_from=date(2018, 1, 1))
        day = "2018-04-01" if upper is not few else "2018-05-01"
        assert ask(prices, "240000", "7", day).g_change is None


def test_an_income_that_the_change_puts_above_the_top_of_the_list_has_no_amount_to_compare() -> None:
    closed = tariff(service(band("0", "2.5", Flat(D(5)))))
    assert ask(closed, "240000", "7", "2018-05-01").g_change is None


@given(
    st.decimals(min_value=0, max_value=1_500_000, places=2), st.sampled_from([e.from_day.year for e in G.entries[1:]])
)
def test_both_months_tell_the_same_change_and_each_its_own_amount(income: Decimal, year: int) -> None:
    april, may = (ask(ASKER, str(income), "20", f"{year}-{day}") for day in ("04-17", "05-17"))
    assert (april.g_change is None) == (may.g_change is None) == (april.band == may.band)
    if april.g_change is not None and may.g_change is not None:
        assert replace(april.g_change, applies_after=True) == may.g_change
        assert (april.amount, may.amount) == (may.g_change.amount_before, may.g_change.amount_after)
