"""Amounts worked out by hand from the municipalities' own lists."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bpa_desktop.tariff.charge_facts import BandLimits
from bpa_desktop.tariff.price import Ceiling, CeilingKind, Period
from tests.tariff.lists import ask, shipped

VECTORS = [
    ("asker-seed", "240000", "20", "2018-12-01", "0.00"),
    ("asker-seed", "242207.50", "20", "2018-12-01", "0.00"),
    ("asker-seed", "242208", "20", "2018-12-01", "860.00"),
    ("asker-seed", "290649", "20", "2018-12-01", "860.00"),
    ("asker-seed", "290650", "20", "2018-12-01", "1290.00"),
    ("asker-seed", "500000", "1.5", "2018-12-01", "645.00"),
    ("asker-seed", "500000", "20", "2018-12-01", "2580.00"),
    ("asker-seed", "240000", "20", "2018-04-30", "860.00"),
    ("asker-seed", "240000", "20", "2018-05-01", "0.00"),
    ("asker-seed", "480000", "20", "2026-12-01", "1290.00"),
    ("asker-seed", "900000", "200", "2026-12-01", "3440.00"),
    ("asker-seed", "0", "20", "2026-12-01", "0.00"),
    ("oslo-2019", "180000", "10", "2019-06-01", "210.00"),
    ("oslo-2019", "250000", "10", "2019-06-01", "760.00"),
    ("oslo-2019", "350000", "15", "2019-06-01", "2910.00"),
    ("oslo-2019", "500000", "20", "2019-06-01", "6380.00"),
    ("hoyanger-2019", "350000", "8", "2019-06-01", "1640.00"),
    ("hoyanger-2019", "350000", "9", "2019-06-01", "1845.00"),
    ("hoyanger-2019", "100000", "1", "2019-06-01", "210.00"),
    ("holmestrand-2016", "300000", "2", "2016-06-01", "620.00"),
    ("holmestrand-2016", "300000", "10", "2016-06-01", "1170.00"),
    ("holmestrand-2016", "300000", "0.5", "2016-06-01", "190.00"),
    ("lillestrom-2020", "90000", "2", "2020-06-01", "140.00"),
    ("lillestrom-2020", "90000", "20", "2020-06-01", "210.00"),
    ("lillestrom-2020", "350000", "4", "2020-06-01", "936.00"),
    ("lillestrom-2020", "350000", "5", "2020-06-01", "1168.00"),
    ("vefsn-2022", "300000", "3", "2022-06-01", "1107.00"),
    ("vefsn-2022", "600000", "20", "2022-06-01", "3793.00"),
    ("lier-2020", "90000", "20", "2020-06-01", "0.00"),
    ("lier-2020", "150000", "20", "2020-06-01", "210.00"),
    ("lier-2020", "700000", "20", "2020-06-01", "3915.00"),
    ("lier-2020", "900000", "20", "2020-06-01", "4975.00"),
    ("hustadvika-2024", "300000", "6", "2024-06-01", "2460.00"),
    ("hustadvika-2024", "300000", "6.5", "2024-06-01", "1484.00"),
    ("frosta-2024", "300000", "2", "2024-06-01", "848.00"),
    ("frosta-2024", "300000", "3", "2024-06-01", "957.00"),
    ("karasjok-2026", "300000", "20", "2026-06-01", "3105.00"),
    ("karasjok-2026", "200000", "20", "2026-06-01", "241.00"),
    ("fla-2026", "200000", "3", "2026-06-01", "243.00"),
    ("fla-2026", "200000", "4", "2026-06-01", "245.00"),
    ("fla-2026", "800000", "20", "2026-06-01", "7120.00"),
    ("kviteseid-2020", "250000", "7", "2020-06-01", "1696.00"),
    ("kviteseid-2020", "400000", "20", "2020-06-01", "2830.00"),
    ("kviteseid-2020", "600000", "20", "2020-06-01", "5660.00"),
    ("meraker-2020", "600000", "20", "2020-06-01", "0.00"),
]


@pytest.mark.parametrize(("tariff", "income", "hours", "day", "amount"), VECTORS)
def test_practical_assistance_costs_what_the_list_says(
    tariff: str, income: str, hours: str, day: str, amount: str
) -> None:
    charge = ask(shipped(tariff), income, hours, day)
    assert str(charge.amount) == amount
    assert charge.per is Period.MONTH


@pytest.mark.parametrize(
    ("service", "units", "amount"),
    [
        ("alarm", "1", "275.00"),
        ("daycentre", "1", "157.00"),
        ("daycentre", "3", "385.00"),
        ("daycentre", "5", "640.00"),
        ("after_school_est", "3", "922.00"),
        ("after_school_est", "5", "1295.00"),
        ("dinner", "20", "1560.00"),
        ("dessert", "1", "16.00"),
    ],
)
def test_the_other_tables_of_asker_cost_what_the_list_says(service: str, units: str, amount: str) -> None:
    assert str(ask(shipped("asker-seed"), "300000", units, "2018-12-01", service=service).amount) == amount


def test_below_the_limit_alarm_and_day_centre_are_free_and_after_school_is_not() -> None:
    asker = shipped("asker-seed")
    amounts = {name: ask(asker, "100000", "2", "2018-12-01", service=name).amount for name in ("alarm", "daycentre")}
    assert amounts == {"alarm": 0, "daycentre": 0}
    assert ask(asker, "100000", "2", "2018-12-01", service="after_school_est").amount == Decimal("662.00")


def test_a_yearly_ceiling_leaves_what_was_not_yet_charged_this_year() -> None:
    oslo = shipped("oslo-2019")
    assert ask(oslo, "350000", "15", "2019-06-01", paid="18000").amount == Decimal("1400.00")
    assert ask(oslo, "350000", "15", "2019-06-01", paid="25000").amount == Decimal("0.00")


def test_a_monthly_ceiling_does_not_count_what_was_charged_earlier_in_the_year() -> None:
    assert ask(shipped("oslo-2019"), "180000", "10", "2019-06-01", paid="18000").amount == Decimal("210.00")


def test_the_issues_own_example_is_explained_by_three_hours_of_430() -> None:
    charge = ask(shipped("asker-seed"), "480000", "20", "2026-12-01")
    assert (str(charge.income_in_g), charge.units_charged, charge.rate) == ("3.515", Decimal(3), Decimal(430))
    assert charge.ceiling == Ceiling(CeilingKind.UNITS, Decimal(3), Period.MONTH)
    assert (charge.g.amount, str(charge.g.from_day), charge.currency) == (Decimal(136549), "2026-05-01", "NOK")
    assert charge.band == BandLimits(Decimal(3), Decimal(4))


def test_something_done_once_is_charged_once() -> None:
    charge = ask(shipped("hustadvika-2024"), "300000", "1", "2024-06-01", service="alarm_installation")
    assert (charge.amount, charge.per) == (Decimal("1113.00"), Period.ONCE)
