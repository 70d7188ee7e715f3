"""G by day, by year and by policy; and whose income counts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.tariff.base_amount import BaseAmount
from bpa_desktop.tariff.errors import AbsurdAmountError, BeforeFirstBaseAmountError, IncomeCountedTwiceError
from bpa_desktop.tariff.g_policy import GPolicy, GPolicyKind, g_in_use
from bpa_desktop.tariff.household import Household, Member, MemberIncome
from tests.tariff.lists import G

D = Decimal


def test_the_base_amount_changes_on_the_first_of_may() -> None:
    assert (G.on(date(2026, 4, 30)).amount, G.on(date(2026, 5, 1)).amount) == (D(130160), D(136549))


def test_a_day_before_the_first_base_amount_names_that_day() -> None:
    with pytest.raises(BeforeFirstBaseAmountError) as refused:
        G.on(date(2014, 4, 30))
    assert (refused.value.day, refused.value.first) == (date(2014, 4, 30), date(2014, 5, 1))


@pytest.mark.parametrize(
    ("year", "average"),
    [
        (2015, 89502),
        (2016, 91740),
        (2017, 93281),
        (2018, 95800),
        (2019, 98866),
        (2020, 100853),
        (2021, 104716),
        (2022, 109784),
        (2023, 116239),
        (2024, 122225),
        (2025, 128116),
        (2026, 134419),
    ],
)
def test_the_average_of_a_year_is_the_one_the_state_publishes(year: int, average: int) -> None:
    assert G.average(year) == average


def test_base_amounts_out_of_order_are_refused() -> None:
    for entries in ((), (G.entries[1], G.entries[0]), (G.entries[0], G.entries[0])):
        with pytest.raises(ValueError, match="oldest first"):
            BaseAmount(entries)


def test_a_provisional_amount_is_put_in_its_place_and_replaces_one_of_that_day() -> None:
    guessed = G.with_provisional(date(2027, 5, 1), D(142000))
    again = guessed.with_provisional(date(2027, 5, 1), D(143000))
    assert guessed.on(date(2027, 6, 1)).provisional
    assert len(again.entries) == len(G.entries) + 1
    assert again.on(date(2027, 6, 1)).amount == 143000
    assert again.on(date(2027, 4, 30)) == G.entries[-1]


def test_a_base_amount_is_announced_until_the_next_first_of_may() -> None:
    assert G.announced_for(date(2027, 4, 30))
    assert not G.announced_for(date(2027, 5, 1))


@pytest.mark.parametrize(
    ("policy", "amount", "from_day"),
    [
        (GPolicy(), 99858, date(2019, 5, 1)),
        (GPolicy(GPolicyKind.JAN1), 96883, date(2018, 5, 1)),
        (GPolicy(GPolicyKind.FIXED, D(93634)), 93634, date(2017, 5, 1)),
        (GPolicy(GPolicyKind.ANNUAL_AVERAGE, D(95800)), 95800, None),
    ],
)
def test_each_policy_uses_its_own_base_amount(policy: GPolicy, amount: int, from_day: date | None) -> None:
    g = g_in_use(policy, date(2019, 6, 1), base_amounts=G)
    assert (g.amount, g.from_day) == (D(amount), from_day)


@pytest.mark.parametrize("kind", [GPolicyKind.FIXED, GPolicyKind.ANNUAL_AVERAGE])
def test_a_fixed_or_average_policy_without_an_amount_is_refused(kind: GPolicyKind) -> None:
    for amount in (None, D(0)):
        with pytest.raises(ValueError, match="needs an amount"):
            GPolicy(kind, amount)


def test_a_households_income_is_that_of_the_user_and_a_partner_with_what_is_added() -> None:
    user = MemberIncome(Member.SELF, D(300000), added=D(12000))
    assert Household((user, MemberIncome(Member.COHABITANT, D(200000)))).income == 512000
    assert Household(()).income == 0


@pytest.mark.parametrize(
    ("members", "named"),
    [((Member.SELF, Member.SELF), "self"), ((Member.SELF, Member.SPOUSE, Member.COHABITANT), "partner")],
)
def test_nobody_is_counted_twice_and_there_is_one_partner(members: tuple[Member, ...], named: str) -> None:
    with pytest.raises(IncomeCountedTwiceError) as refused:
        Household(tuple(MemberIncome(member, D(1)) for member in members))
    assert refused.value.member == named


def test_a_negative_income_is_refused() -> None:
    with pytest.raises(AbsurdAmountError):
        Household((MemberIncome(Member.SELF, D(-1)),))
    with pytest.raises(AbsurdAmountError):
        Household((MemberIncome(Member.SELF, D(1), added=D(-1)),))
