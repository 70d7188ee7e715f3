"""Price lists as they are shown: their order and state, and the steps a typed list makes for the household."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.services.cost import PriceBook
from bpa_desktop.tariff.doubt import DoubtCode
from bpa_desktop.tariff.price_list import Status
from bpa_desktop.ui.cost.list_changes import put
from bpa_desktop.ui.cost.list_draft import Spot, copy_of, draft_of
from bpa_desktop.ui.cost.list_model import ListState, build_draft, known_lists, list_state
from bpa_desktop.ui.cost.view_model import build_cost
from tests.ui.desks import HOME, price_book, week_49

TODAY = date(2026, 11, 24)


def own_book() -> PriceBook:
    book = price_book()
    own = replace(book.tariff("lier-2020"), id="mine")
    return replace(book, tariffs=(own, *book.tariffs))


def ids(arrangement: Arrangement) -> list[str]:
    return [one.tariff.id for one in known_lists(own_book(), {"mine"}, arrangement=arrangement, today=TODAY)]


def test_own_lists_stand_first_then_those_of_the_municipality() -> None:
    assert ids(HOME)[:2] == ["mine", "asker-seed"]
    oslo = replace(HOME, municipality_no="0301", tariff=None)
    assert ids(oslo)[:2] == ["mine", "oslo-2019"]
    assert len(ids(oslo)) == len(price_book().tariffs) + 1


def test_a_list_tells_whether_it_is_own_in_use_and_usable() -> None:
    own, asker, *others = known_lists(own_book(), {"mine"}, arrangement=HOME, today=TODAY)
    assert (own.is_own, own.in_use, own.usable) == (True, False, True)
    assert (asker.is_own, asker.in_use, asker.state) == (False, True, ListState.UNDATED)
    assert not any(one.is_own or one.in_use for one in others)
    broken = replace(price_book(), tariffs=(replace(asker.tariff, sources=()),))
    assert not known_lists(broken, set(), arrangement=HOME, today=TODAY)[0].usable


@pytest.mark.parametrize(
    ("start", "end", "status", "state"),
    [
        (date(2026, 1, 1), None, Status.IN_FORCE, ListState.IN_FORCE),
        (date(2026, 1, 1), date(2026, 11, 24), Status.IN_FORCE, ListState.IN_FORCE),
        (date(2026, 1, 1), date(2026, 11, 23), Status.IN_FORCE, ListState.OUT_OF_DATE),
        (date(2026, 11, 25), None, Status.IN_FORCE, ListState.TO_COME),
        (date(2026, 1, 1), None, Status.WITHDRAWN, ListState.NOT_IN_FORCE),
    ],
)
def test_the_state_follows_the_day(start: date, end: date | None, status: Status, state: ListState) -> None:
    tariff = replace(price_book().tariff("asker-seed"), undated=False, valid_from=start, valid_to=end, status=status)
    assert list_state(tariff, TODAY) is state


def test_the_steps_of_a_draft_are_those_of_the_month_page() -> None:
    roster, prices = week_49(), price_book()
    model = build_draft(draft_of(prices.tariff("asker-seed")), roster, prices=prices, today=TODAY)
    shown = build_cost(roster, date(2026, 11, 1), prices=prices)
    assert model.ladder == shown.ladder  # type: ignore[union-attr]  # the month is known in the example
    assert model.doubts == shown.doubts  # type: ignore[union-attr]


def test_the_steps_follow_what_is_typed_and_are_left_out_while_it_cannot_be_read() -> None:
    roster, prices = week_49(), price_book()
    draft = copy_of(prices.tariff("asker-seed"), TODAY)
    dearer = build_draft(put(draft, Spot("rate", 0, 2), text="500"), roster, prices=prices, today=TODAY)
    assert dearer.ladder is not None
    assert dearer.ladder.rungs[2].amount == 1500
    assert [doubt.code for doubt in dearer.doubts if doubt.breaking] == [DoubtCode.NO_SOURCE]
    assert not dearer.usable
    unread = build_draft(put(draft, Spot("rate", 0, 2), text="5oo"), roster, prices=prices, today=TODAY)
    assert (unread.ladder, unread.doubts, unread.usable) == (None, (), False)


def test_without_an_income_the_household_stands_nowhere_and_without_an_award_twenty_hours_are_shown() -> None:
    prices = price_book()
    roster = replace(week_49(), arrangement=replace(HOME, household_income=None), awards=())
    model = build_draft(draft_of(prices.tariff("asker-seed")), roster, prices=prices, today=TODAY)
    assert model.ladder is not None
    assert not any(rung.is_here for rung in model.ladder.rungs)
    assert model.units == 20


def test_a_list_of_a_service_without_bands_is_no_mishap() -> None:
    prices, tariff = price_book(), price_book().tariff("asker-seed")
    bare = replace(tariff, services=(replace(tariff.services[0], bands=()),))
    assert build_draft(draft_of(bare), week_49(), prices=prices, today=TODAY).ladder is not None
    none = build_draft(draft_of(replace(tariff, services=())), week_49(), prices=prices, today=TODAY)
    assert (none.ladder, none.units) == (None, Decimal(0))
