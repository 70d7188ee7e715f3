"""What the cost rests on, changed in its drawers by keys alone: kept in one step, undone, left, or refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.data.price_list_writer import tariff_text
from bpa_desktop.domain.arrangement import ServiceUse
from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.household import HouseholdMember, Role
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.services.price_list import keep_price_list
from bpa_desktop.ui import theme
from bpa_desktop.ui.cost.view import CostScreen
from bpa_desktop.ui.desk import Desk
from tests.ui.a11y_walk import settle
from tests.ui.desks import listen, make_desk, price_book
from tests.ui.screens import focused, press, read, shown

ENTER, TAB, ESCAPE, DOWN, SPACE = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    theme.apply(qapp, theme.LIGHT)
    yield make_desk()[0]


def opened(qtbot: QtBot, desk: Desk, button: str) -> CostScreen:
    """Show the screen and press one of the panel's buttons."""
    screen = shown(qtbot, CostScreen, desk)
    press_button(screen, button)
    return screen


def press_button(screen: CostScreen, name: str) -> None:
    button = next(one for one in screen.findChildren(QPushButton) if one.text() == name and one.isVisible())
    button.setFocus()
    press(SPACE)
    settle()


def write(text: str) -> None:
    """Put a text in the place of what stands in the field."""
    field = QApplication.focusWidget()
    field.selectAll()  # type: ignore[union-attr]  # a line
    press(*((text,) if text else (Qt.Key.Key_Delete,)))


def choose(value: str) -> None:
    """Go to a value of the choice that has the focus."""
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    while box.currentData() != value:
        before = box.currentIndex()
        press(DOWN)
        assert box.currentIndex() != before, f"{value} is not offered"


def test_the_household_is_written_member_by_member_and_undone(qtbot: QtBot, desk: Desk) -> None:
    screen = opened(qtbot, desk, "Income")
    assert focused() == "Household's income a year, in kroner"
    assert "Parents never count for a grown-up" in read(screen)
    press(Qt.Key.Key_Backtab)
    choose("by_member")
    press(TAB)
    write("330 000")
    press(TAB)
    write("12 000")
    press(TAB)
    choose("cohabitant")
    press(TAB)
    write("180000")
    press(ENTER)
    settle()
    household = desk.roster.household
    assert household is not None
    assert household.members == (
        HouseholdMember(Role.SELF, Decimal(330_000), Decimal(12_000)),
        HouseholdMember(Role.COHABITANT, Decimal(180_000)),
    )
    assert desk.roster.arrangement.household_income == 522_000
    assert focused() == "Income"
    for said in ("of which your own", "342,000 kr", "of which your cohabitant's", "3.73 G"):
        assert said in read(screen)
    desk.history.undo()
    settle()
    assert desk.roster.household is None
    assert "of which your own" not in read(screen)
    assert "3.52 G" in read(screen)


def test_a_partners_income_that_is_not_written_is_asked_for_and_nothing_is_kept(qtbot: QtBot, desk: Desk) -> None:
    heard, screen = listen(desk.bulletin), opened(qtbot, desk, "Income")
    press(Qt.Key.Key_Backtab)
    choose("by_member")
    press(TAB)
    write("300000")
    press(TAB, TAB)
    choose("spouse")
    press(TAB, ENTER)
    assert heard.refused == ["Write an amount like 480 000."]
    assert focused() == "Their income a year, in kroner"
    assert desk.history.undoable is None
    press(ESCAPE)
    assert focused() == "Income"
    assert "of which" not in read(screen)


def test_another_list_is_chosen_and_the_sum_follows(qtbot: QtBot, desk: Desk) -> None:
    screen = opened(qtbot, desk, "Price list")
    assert focused() == "Price list"
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    assert box.itemData(1) == "asker-seed"  # the municipality's own come first
    choose("lier-2020")
    press(TAB, SPACE)
    settle()
    assert desk.roster.arrangement.tariff == "lier-2020"
    assert "Lier" in read(screen)
    desk.history.undo()
    settle()
    assert "You pay 1,565 kr" in read(screen)


def test_a_broken_list_is_refused_beside_the_choice(qtbot: QtBot, desk: Desk) -> None:
    asker = price_book().tariff("asker-seed")
    broken = replace(asker, id="broken", services=(replace(asker.services[0], bands=asker.services[0].bands[:2]),))
    keep_price_list(desk.history, OwnPriceList("broken", tariff_text(broken)))
    heard, screen = listen(desk.bulletin), opened(qtbot, desk, "Price list")
    choose("broken")
    press(TAB, SPACE)
    settle()
    assert len(heard.refused) == 1
    assert f"▲ {heard.refused[0]}".replace("\N{NO-BREAK SPACE}", " ") in read(screen)
    assert desk.roster.arrangement.tariff == "asker-seed"
    assert focused() == "Price list"


def test_what_else_is_used_is_written_and_what_the_list_has_no_price_for_is_refused(qtbot: QtBot, desk: Desk) -> None:
    heard, screen = listen(desk.bulletin), opened(qtbot, desk, "Other services")
    assert focused() == "Trygghetsalarm: how many, each month"
    write("")
    press(TAB)
    name = focused()
    assert ":" in name
    write("many")
    press(ENTER)
    assert heard.refused == ["Write a number, or nothing where it is not used."]
    assert desk.history.undoable is None
    write("1")
    press(ENTER)
    settle()
    uses = desk.roster.arrangement.services
    assert len(uses) == 1
    assert uses[0].units == 1
    assert uses[0].service != "alarm"
    assert focused() == "Other services"
    desk.history.undo()
    settle()
    assert desk.roster.arrangement.services == (ServiceUse("alarm", Decimal(1)),)
    assert "Trygghetsalarm" in read(screen)


def test_a_g_is_expected_counted_with_and_forgotten_again(qtbot: QtBot, desk: Desk) -> None:
    screen = opened(qtbot, desk, "Expect a G")
    assert focused() == "Expected G, in kroner"
    write("141 000")
    press(ENTER)
    settle()
    kept = desk.history.records.all(ExpectedBaseAmount)
    assert [(one.from_day, one.amount) for one in kept] == [(date(2027, 5, 1), Decimal(141_000))]
    assert "141,000 kr from 1 May 2027" in read(screen)
    assert desk.prices.base_amounts.on(date(2027, 6, 1)).amount == 141_000
    press_button(screen, "Expect a G")
    press_button(screen, "Expect nothing")
    assert desk.history.records.all(ExpectedBaseAmount) == ()
    desk.history.undo()
    settle()
    assert "141,000 kr from 1 May 2027" in read(screen)


@pytest.mark.parametrize(
    ("amount", "day", "refused"),
    [
        ("", "1.5.2027", "Write an amount like 141 000."),
        ("-1", "1.5.2027", "Write an amount like 141 000."),
        ("141000", "soon", "Write a day like 1.5.2027."),
        ("141000", "1.5.2025", "G from 1 May 2026 is announced. Write a later day."),
    ],
)
def test_a_g_that_makes_no_sense_is_refused(qtbot: QtBot, desk: Desk, amount: str, day: str, refused: str) -> None:
    heard = listen(desk.bulletin)
    opened(qtbot, desk, "Expect a G")
    write(amount)
    press(TAB)
    write(day)
    press(ENTER)
    assert [said.replace("\N{NO-BREAK SPACE}", " ") for said in heard.refused] == [refused]
    assert desk.history.undoable is None


@pytest.mark.parametrize("button", ["Income", "Price list", "Other services", "Expect a G"])
def test_escape_leaves_a_drawer_with_the_focus_where_it_was_opened(qtbot: QtBot, desk: Desk, button: str) -> None:
    opened(qtbot, desk, button)
    press(ESCAPE)
    assert focused() == button
    assert desk.history.undoable is None
