"""Worked examples that a list prints, against its own table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.tariff.doubt import DoubtCode
from bpa_desktop.tariff.doubts import doubts
from bpa_desktop.tariff.price import Free, Metered
from bpa_desktop.tariff.price_list import Example, Tariff
from tests.tariff.lists import G, band, service, tariff

D = Decimal
TWO_G = D(237240)
"""2 G before May 2024."""
TABLE = tariff(service(band("0", "2", Free()), band("2", "3", Metered(D(400), cap=D(1000)))))


def told(example: Example, of: Tariff = TABLE) -> list[tuple[str, str, str]]:
    found = doubts(replace(of, examples=(example,)), G)
    return [(each.code.value, each.place, each.value) for each in found if each.place.startswith("example")]


def example(income: Decimal, units: str, amount: str, *, below: bool = False) -> Example:
    return Example("practical", income, D(units), D(amount), below)


@pytest.mark.parametrize(
    "sound",
    [
        example(D(300000), "2", "800"),
        example(D(300000), "7", "1000"),
        example(TWO_G, "7", "0", below=True),
        example(TWO_G + 200, "7", "0", below=True),  # printed in round figures
        example(D(240000), "7", "0"),  # by G from May
        example(D(240000), "7", "1000"),  # and by G until then
    ],
)
def test_an_example_that_the_table_gives_is_no_doubt(sound: Example) -> None:
    assert told(sound) == []


def test_an_amount_that_the_table_does_not_give_is_a_doubt_with_the_tables_own() -> None:
    wrong = example(D(300000), "2", "860")
    assert told(wrong) == [("example_disagrees", "example[0].amount", "860")]
    (doubt,) = [d for d in doubts(replace(TABLE, examples=(wrong,)), G) if d.code is DoubtCode.EXAMPLE_DISAGREES]
    assert doubt.facts == {"expected": D("800.00"), "units": D(2), "income": D(300000)}


def test_a_limit_that_the_table_does_not_have_is_a_doubt_with_the_tables_own() -> None:
    wrong = example(D(118620), "7", "0", below=True)
    assert told(wrong) == [("example_of_other_limit", "example[0].income", "118620")]
    (doubt,) = [d for d in doubts(replace(TABLE, examples=(wrong,)), G) if d.code is DoubtCode.EXAMPLE_OF_OTHER_LIMIT]
    assert doubt.facts == {"ratio": D("1.000"), "to_g": D(2), "expected": TWO_G}


def test_a_limit_above_the_last_is_told_beside_the_last_and_a_table_without_limits_has_none_to_differ_from() -> None:
    endless = tariff(service(band("0", "2", Free()), band("2", None, Metered(D(400)))))
    assert told(example(D(900000), "1", "400", below=True), endless) == [
        ("example_of_other_limit", "example[0].income", "900000")
    ]
    assert told(example(D(900000), "1", "400", below=True), tariff(service(band("0", None, Metered(D(400)))))) == []


@pytest.mark.parametrize(
    "unanswered",
    [
        example(D(999999), "1", "0"),
        replace(example(D(1), "1", "0"), service="alarm"),
        example(D(1), "99999", "0"),
    ],
)
def test_an_example_that_the_table_has_no_price_for_is_a_doubt(unanswered: Example) -> None:
    assert told(unanswered) == [("example_unanswered", "example[0]", unanswered.service)]


def test_an_undated_list_may_have_taken_its_example_from_any_year() -> None:
    undated = replace(TABLE, undated=True, valid_from=None, valid_to=None)
    assert told(example(2 * D(88370), "1", "0", below=True), undated) == []
    assert told(example(D(300000), "1", "1"), undated)[0][0] == "example_disagrees"


def test_a_list_older_than_the_table_of_base_amounts_is_not_asked() -> None:
    old = replace(TABLE, valid_from=date(2010, 1, 1), valid_to=date(2010, 12, 31))
    assert told(example(D(1), "1", "99"), old) == []
