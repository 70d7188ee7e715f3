"""What a month costs, as it is shown; without Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.services.cost import NoAwardError, NoIncomeError, NoTariffError
from bpa_desktop.tariff.errors import AbsurdAmountError
from bpa_desktop.ui.cost.view_model import CostModel, Unknown, build_cost, months_later
from bpa_desktop.ui.cost.wording import cautions, edges, ladder_text, lead, list_text, year_text
from tests.plain_text import plain
from tests.ui.desks import HOME, price_book, week_49

DECEMBER = date(2026, 12, 1)
EN = Language("en")


def with_income(kroner: int | None) -> Roster:
    income = Decimal(kroner) if kroner is not None else None
    return replace(week_49(), arrangement=replace(HOME, household_income=income))


def known(roster: Roster | None = None, month: date = DECEMBER) -> CostModel:
    model = build_cost(roster if roster is not None else week_49(), month, prices=price_book())
    assert isinstance(model, CostModel)
    return model


def test_the_month_is_the_sum_of_its_services() -> None:
    model = known()
    assert [line.charge.amount for line in model.lines] == [Decimal(1290), Decimal(275)]
    assert model.total == 1565
    assert len(model.months) == 12
    assert model.year_total == sum(month.total for month in model.months)


def test_the_sentence_says_what_and_why() -> None:
    assert (
        plain(lead(EN, known())) == "You pay 1,565 kr a month, 18,780 kr in 2026, because the household is at 3.52 G."
    )


def test_the_ladder_has_every_step_and_one_is_the_households() -> None:
    ladder = known().ladder
    assert ladder is not None
    assert [rung.amount for rung in ladder.rungs] == [0, 860, 1290, 1720, 2580, 3440]
    assert [rung.is_here for rung in ladder.rungs].index(True) == 2
    assert ladder.share(ladder.rungs[2]) == ladder.at - 3
    assert ladder.highest == 3440


@pytest.mark.parametrize("income", [0, 136_549, 341_372, 409_647, 409_648, 600_000, 5_000_000])
def test_every_household_stands_on_one_step_that_costs_what_it_pays(income: int) -> None:
    model = known(with_income(income))
    assert model.ladder is not None
    here = [rung for rung in model.ladder.rungs if rung.is_here]
    assert [rung.amount for rung in here] == [model.lines[0].charge.amount]
    assert 0 <= model.ladder.share(here[0]) <= 1


def test_the_neighbouring_steps_of_the_charge_are_those_of_the_ladder() -> None:
    model = known()
    charge = model.lines[0].charge
    assert model.ladder is not None
    assert charge.below is not None
    assert charge.above is not None
    assert charge.below.amount == model.ladder.rungs[1].amount
    assert charge.above.amount == model.ladder.rungs[3].amount


def test_the_distance_to_both_edges_is_said_in_kroner() -> None:
    below, above = edges(EN, known().lines[0].charge)
    assert plain(below) == "With 70,353 kr less in income, at 3 G (409,647 kr): 860 kr a month."
    assert plain(above) == "With 66,196 kr more in income, above 4 G (546,196 kr): 1,720 kr a month."


def test_a_household_near_a_limit_is_told_to_ask() -> None:
    assert edges(EN, known(with_income(410_000)).lines[0].charge)[-1].startswith("△ The income is very near a limit")


def test_the_ladder_in_words_has_all_that_the_picture_has() -> None:
    ladder = known().ladder
    assert ladder is not None
    lines = plain(ladder_text(EN, ladder)).splitlines()
    assert len(lines) == len(ladder.rungs)
    assert lines[0] == "up to 2.5 G: 0 kr"
    assert lines[2] == "above 3 and up to 4 G: 1,290 kr, here is the household"
    assert lines[-1] == "above 6 G: 3,440 kr"


def test_the_lists_age_its_doubts_and_what_was_assumed_are_shown_once_each() -> None:
    model = known()
    shown = cautions(EN, model)
    assert len(set(shown)) == len(shown)
    assert sum("carries no date" in line for line in shown) == 1
    assert any(line.startswith("Assumed ") for line in shown)
    assert "without a date" in list_text(EN, model.tariff)


def test_the_year_is_told_month_by_month() -> None:
    assert plain(year_text(EN, known())).splitlines()[0] == "January 2026: 1,565 kr"


@pytest.mark.parametrize(
    ("roster", "error", "said"),
    [
        (with_income(None), NoIncomeError, "income is not given"),
        (replace(week_49(), arrangement=replace(HOME, tariff=None)), NoTariffError, "No price list"),
        (replace(week_49(), awards=()), NoAwardError, "No award"),
        (with_income(-5), AbsurdAmountError, "must be from 0"),
    ],
)
def test_what_is_missing_is_said(roster: Roster, error: type[Exception], said: str) -> None:
    model = build_cost(roster, DECEMBER, prices=price_book())
    assert isinstance(model, Unknown)
    assert isinstance(model.error, error)
    assert said in lead(EN, model)


def test_every_shipped_list_can_be_shown() -> None:
    for tariff in price_book().tariffs:
        roster = replace(week_49(), arrangement=replace(HOME, tariff=tariff.id, services=()))
        model = build_cost(roster, DECEMBER, prices=price_book())
        assert lead(EN, model)
        if isinstance(model, CostModel):
            cautions(EN, model)
            list_text(EN, model.tariff)


def test_months_turn_over_the_year() -> None:
    assert months_later(DECEMBER, 1) == date(2027, 1, 1)
    assert months_later(date(2027, 1, 1), -1) == DECEMBER
    assert months_later(DECEMBER, -24) == date(2024, 12, 1)


def test_another_list_of_the_municipality_that_holds_is_pointed_out() -> None:
    prices = price_book()
    asker = prices.tariff("asker-seed")
    coming = replace(
        asker, id="asker-2027", title="Priser 2027", undated=False, valid_from=date(2027, 1, 1), assumed=()
    )
    both = replace(prices, tariffs=(*prices.tariffs, coming))
    january = build_cost(week_49(), date(2027, 1, 1), prices=both)
    assert isinstance(january, CostModel)
    assert cautions(EN, january)[0] == "△ “Priser 2027” holds in January 2027. You can choose it under Price list."
    december = build_cost(week_49(), DECEMBER, prices=both)
    assert isinstance(december, CostModel)
    assert "Priser 2027" not in "".join(cautions(EN, december))
