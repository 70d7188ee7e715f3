"""What holds for every question, and Asker's list worked out a second time, slowly and by other means."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.tariff.lists import G, ask, shipped

INCOMES = st.decimals(min_value=0, max_value=2_000_000, places=2)
HOURS = st.decimals(min_value=0, max_value=300, places=2)
DAYS = st.dates(min_value=G.entries[0].from_day, max_value=G.entries[-1].from_day.replace(month=12))
ASKER = shipped("asker-seed")
OSLO = shipped("oslo-2019")


def by_the_page(income: Decimal, hours: Decimal, g: Decimal) -> Fraction:
    """Asker's page read line by line, in fractions: half hours begun at a quarter, an edge in the lower line."""
    ratio = Fraction(income) / Fraction(g)
    half_hours = (Fraction(hours) * 4 + 1) // 2
    for edge, most in (("2.5", 0), ("3", 2), ("4", 3), ("5", 4), ("6", 6)):
        if ratio <= Fraction(edge):
            return min(Fraction(half_hours, 2), Fraction(most)) * 430
    return min(Fraction(half_hours, 2), Fraction(8)) * 430


@given(INCOMES, HOURS, DAYS)
def test_asker_is_charged_as_a_slow_reading_of_its_page_says(income: Decimal, hours: Decimal, day: object) -> None:
    charge = ask(ASKER, str(income), str(hours), str(day))
    assert Fraction(charge.amount) == by_the_page(income, hours, charge.g.amount)


@given(INCOMES, INCOMES, HOURS, DAYS)
def test_asker_never_charges_a_richer_household_less(one: Decimal, other: Decimal, hours: Decimal, day: object) -> None:
    poorer, richer = (ask(ASKER, str(income), str(hours), str(day)) for income in sorted((one, other)))
    assert poorer.amount <= richer.amount


@given(INCOMES, HOURS, DAYS)
def test_asker_never_charges_above_eight_hours_nor_above_its_own_ceiling(
    income: Decimal, hours: Decimal, day: object
) -> None:
    charge = ask(ASKER, str(income), str(hours), str(day))
    assert charge.amount <= 8 * 430
    if charge.ceiling is not None and charge.rate is not None:
        assert charge.amount == charge.ceiling.limit * charge.rate


@given(INCOMES, st.lists(HOURS, min_size=12, max_size=12))
def test_twelve_months_never_exceed_oslos_yearly_ceiling(income: Decimal, months: list[Decimal]) -> None:
    paid = Decimal(0)
    for number, hours in enumerate(months, start=1):
        paid += ask(OSLO, str(income), str(hours), f"2019-{number:02}-01", paid=str(paid)).amount
    band = ask(OSLO, str(income), "1", "2019-12-01").case.band
    ceiling = {0: 12 * 210, 2: 7600, 3: 19400, 4: 31900}[int(band.from_g)]
    assert paid <= ceiling


@given(INCOMES, HOURS, DAYS)
def test_the_steps_are_the_edges_the_income_lies_between(income: Decimal, hours: Decimal, day: object) -> None:
    charge = ask(ASKER, str(income), str(hours), str(day))
    assert charge.below is None or charge.below.income < income
    assert charge.above is None or charge.above.income >= income
    assert charge.income_in_g == (income / charge.g.amount).quantize(Decimal("0.001"), ROUND_HALF_UP)
