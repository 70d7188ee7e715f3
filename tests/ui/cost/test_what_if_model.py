"""Today beside what would be; and what is typed for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.i18n import Language
from bpa_desktop.services.what_if import WhatIf
from bpa_desktop.ui.cost.entry import Problem
from bpa_desktop.ui.cost.view_model import CostModel, Unknown
from bpa_desktop.ui.cost.what_if_model import (
    build_what_if,
    lists_of,
    municipalities,
    read_what_if,
    what_if_entry,
)
from bpa_desktop.ui.cost.what_if_wording import side_amount, side_cautions, side_reasons, what_if_lead
from tests.plain_text import plain
from tests.ui.desks import HOME, price_book, week_49

EN = Language("en")
DECEMBER = date(2026, 12, 1)
TODAY = {"income": "480000", "hours": "97.43", "municipality": "Asker", "tariff": "asker-seed"}


def lead(change: WhatIf) -> str:
    model = build_what_if(week_49(), DECEMBER, change=change, prices=price_book())
    return plain(what_if_lead(EN, model, is_changed=change != WhatIf()))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (WhatIf(), "Change the income, the hours or the price list"),
        (WhatIf(income=Decimal(560_000)), "You would pay 430 kr more a month, 5,160 kr more in 2026."),
        (WhatIf(income=Decimal(380_000)), "You would pay 430 kr less a month, 5,160 kr less in 2026."),
        # Under 3 G only from May, when G rises to 136 549: eight months of 430 kr.
        (WhatIf(income=Decimal(400_000)), "You would pay 430 kr less a month, 3,440 kr less in 2026."),
        (WhatIf(income=Decimal(481_000)), "You would pay the same."),
        (WhatIf(hours=Decimal(1)), "You would pay 860 kr less a month, 10,320 kr less in 2026."),
        (WhatIf(income=Decimal(10**12)), "The difference cannot be told"),
    ],
)
def test_the_difference_leads(change: WhatIf, said: str) -> None:
    assert lead(change).startswith(said)


def test_both_ladders_are_drawn_to_the_dearer_of_the_two() -> None:
    model = build_what_if(week_49(), DECEMBER, change=WhatIf(tariff="lier-2020"), prices=price_book())
    assert isinstance(model.today, CostModel)
    assert isinstance(model.other, CostModel)
    assert model.today.ladder is not None
    assert model.other.ladder is not None
    assert model.highest == max(model.today.ladder.highest, model.other.ladder.highest)
    assert model.today.ladder.highest < model.other.ladder.highest


def test_years_of_different_months_are_not_held_against_each_other() -> None:
    model = build_what_if(week_49(), DECEMBER, change=WhatIf(income=Decimal(560_000)), prices=price_book())
    assert isinstance(model.other, CostModel)
    shorter = replace(model, other=replace(model.other, months=model.other.months[6:]))
    assert shorter.year_difference is None
    assert plain(what_if_lead(EN, shorter, is_changed=True)) == "You would pay 430 kr more this month."


def test_a_side_that_is_not_known_says_why_and_the_other_stands() -> None:
    poor = replace(week_49(), arrangement=replace(HOME, household_income=None))
    model = build_what_if(poor, DECEMBER, change=WhatIf(income=Decimal(480_000)), prices=price_book())
    assert isinstance(model.today, Unknown)
    assert side_amount(EN, model.today) == "Not known"
    assert "income is not given" in side_reasons(EN, model.today)
    assert plain(side_amount(EN, model.other)) == "1,565 kr a month, 18,780 kr in 2026"


def test_what_the_other_list_lacks_is_named_and_never_free() -> None:
    without = next(one for one in price_book().tariffs if all(service.id != "alarm" for service in one.services))
    model = build_what_if(week_49(), DECEMBER, change=WhatIf(tariff=without.id), prices=price_book())
    assert model.left_out == ("Trygghetsalarm",)
    cautions = side_cautions(EN, model.other, left_out=model.left_out)
    assert cautions.startswith("△ The list has no Trygghetsalarm: what that costs is not in the sum.")


def test_the_form_begins_with_today() -> None:
    assert what_if_entry(week_49(), DECEMBER, prices=price_book()) == TODAY
    bare = replace(week_49(), arrangement=replace(HOME, household_income=None, tariff=None), awards=())
    assert what_if_entry(bare, DECEMBER, prices=price_book()) == dict.fromkeys(TODAY, "")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ({}, WhatIf()),
        ({"income": "560 000 kr"}, WhatIf(income=Decimal(560_000))),
        ({"hours": "12,5"}, WhatIf(hours=Decimal("12.5"))),
        ({"tariff": "lier-2020", "municipality": "Lier"}, WhatIf(tariff="lier-2020")),
        ({"income": ""}, {"income": Problem.NO_AMOUNT}),
        ({"income": "much", "hours": "-1"}, {"income": Problem.NO_AMOUNT, "hours": Problem.NO_AMOUNT}),
    ],
)
def test_only_what_differs_from_today_is_a_change(typed: dict[str, str], read: object) -> None:
    assert read_what_if(TODAY | typed, TODAY) == read


def test_lists_are_offered_by_municipality_the_likeliest_first_and_broken_ones_never() -> None:
    prices = price_book()
    asker = prices.tariff("asker-seed")
    coming = replace(asker, id="asker-2027", undated=False, valid_from=date(2027, 1, 1))
    broken = replace(asker, id="broken", services=(replace(asker.services[0], bands=()),))
    both = replace(prices, tariffs=(broken, coming, *prices.tariffs))
    assert [one.id for one in lists_of("Asker", DECEMBER, prices=both)] == ["asker-seed", "asker-2027"]
    assert [one.id for one in lists_of("Asker", date(2027, 1, 1), prices=both)] == ["asker-2027", "asker-seed"]
    assert lists_of("Nowhere", DECEMBER, prices=both) == ()
    assert {"Asker", "Lier", "Oslo"} <= set(municipalities(both))
