"""A month's cost on paper: everything with the income, nothing of the income without it."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import date
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from bpa_desktop.i18n import Language
from bpa_desktop.interchange.cost_sheet import CostSheet
from bpa_desktop.ui.cost.sheet_content import Paper, cost_sheet
from bpa_desktop.ui.cost.view_model import CostModel, build_cost
from tests.ui.desks import HOME, price_book, week_49

NOVEMBER, TODAY = date(2026, 11, 1), date(2026, 11, 24)
G = {"136549", "130160"}


def sheet_of(income: int, *, code: str = "en", with_income: bool = False) -> CostSheet:
    roster = replace(week_49(), arrangement=replace(HOME, household_income=Decimal(income)))
    model = build_cost(roster, NOVEMBER, prices=price_book())
    assert isinstance(model, CostModel)
    return cost_sheet(Language(code), model, paper=Paper("Ordning i Asker", TODAY, with_income))


def everything(sheet: CostSheet) -> str:
    return str(astuple(sheet)).replace("\\xa0", " ").replace("\N{NO-BREAK SPACE}", " ")


def test_with_the_income_the_sheet_says_where_the_household_stands() -> None:
    said = everything(sheet_of(480_000, with_income=True))
    for part in ("at 3.52 G", "480,000 kr", "here is the household", "66,196 kr more", "above 3 and up to 4 G"):
        assert part in said


def test_the_sheet_says_what_is_paid_and_by_which_list_in_both_languages() -> None:
    english, norwegian = everything(sheet_of(480_000)), everything(sheet_of(480_000, code="nb"))
    for part in (
        "You pay 1,565 kr a month, 18,780 kr in 2026.",
        "3 at 430 kr make 1,290 kr",
        "Asker",
        "carries no date",
    ):
        assert part in english
    for part in ("Egenandel for november 2026", "Du betaler 1 565 kr i måneden", "Skrevet ut 24. nov. 2026"):
        assert part in norwegian


@given(st.integers(100_000, 1_500_000), st.sampled_from(["en", "nb"]))
def test_without_it_no_sign_of_the_income_stands_on_the_sheet(income: int, code: str) -> None:
    assume(str(income) not in G)
    sheet = sheet_of(income, code=code)
    said = everything(sheet)
    assert str(income) not in said.replace(" ", "").replace(",", "")
    assert not any(step.here for step in sheet.steps)
    assert sheet.notes == ()
    ratios = {f"{round(Decimal(income) / Decimal(g), places)}" for g in G for places in (2, 3)}
    assert not any(f" {ratio} G" in said.replace(",", ".") for ratio in ratios)


def test_an_income_on_a_limit_is_not_given_away_by_what_was_assumed() -> None:
    on_a_limit = 4 * 136_549
    assert "exactly on a limit" in everything(sheet_of(on_a_limit, with_income=True))
    assert "exactly on a limit" not in everything(sheet_of(on_a_limit))


def test_a_change_of_g_that_moves_the_household_stands_on_the_sheet_with_the_income_only() -> None:
    roster = replace(week_49(), arrangement=replace(HOME, household_income=Decimal(400_000)))
    april = build_cost(roster, date(2026, 4, 1), prices=price_book())
    assert isinstance(april, CostModel)
    said = "it will cost 860 kr"
    assert said in everything(
        cost_sheet(Language("en"), april, paper=Paper("Ordning i Asker", TODAY, with_income=True))
    )
    assert said not in everything(cost_sheet(Language("en"), april, paper=Paper("Ordning i Asker", TODAY)))
