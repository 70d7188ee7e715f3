"""What charge says of a day near a change of G, and of an income near a limit."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Call

ASKED = ("charge", "--tariff", "asker-seed", "--hours", "20")


def said(call: Call, *options: str) -> str:
    """Return the words of a charge, with plain spaces."""
    return call(*ASKED, *options).out.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("day", "amount", "applies"), [("2018-04-30", "860.00", "before"), ("2018-05-01", "0.00", "after")]
)
def test_both_sides_of_a_first_of_may_are_in_the_data(call: Call, day: str, amount: str, applies: str) -> None:
    data = call(*ASKED, "--income", "240000", "--date", day, "--json").data
    assert data["amount"] == amount
    assert data["g_change"] == {
        "day": "2018-05-01",
        "g_before": "93634",
        "g_after": "96883",
        "amount_before": "860.00",
        "amount_after": "0.00",
        "applies": applies,
    }


def test_april_says_what_may_brings_and_may_what_april_cost(call: Call) -> None:
    april, may = (said(call, "--income", "240000", "--date", day) for day in ("2018-04-30", "2018-05-01"))
    assert "From 1 May 2018, when G is 96,883 kr, it will cost 0 kr." in april
    assert "Until 30 Apr 2018, when G was 93,634 kr, it cost 860 kr; 0 kr applies now." in may


def test_a_month_without_a_change_has_none_in_the_data_and_no_sentence(call: Call) -> None:
    asked = (*ASKED, "--income", "240000", "--date", "2018-12-01")
    assert call(*asked, "--json").data["g_change"] is None
    assert "when G" not in call(*asked).out


@pytest.mark.parametrize(
    ("income", "edge", "near"),
    [("546196", True, True), ("543500", False, True), ("548900", False, True), ("543400", False, False)],
)
def test_an_income_on_a_limit_or_within_half_a_per_cent_of_it_is_to_be_asked_about(
    call: Call, income: str, edge: bool, near: bool
) -> None:
    asked = ("--income", income, "--date", "2026-12-01")
    data = call(*ASKED, *asked, "--json").data
    assert ("edge" in data["assumed"], data["near_edge"]) == (edge, near)
    words = said(call, *asked)
    assert ("Ask the municipality how it counts." in words) is near
    assert ("exactly on a limit belongs below it: ask the municipality" in words) is edge
