"""A choice is chosen by keys, by the pointer, and by who selects a line of its list from outside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpa_desktop.ui.widgets.choice import Choice
from tests.ui.a11y_walk import name_of, settle
from tests.ui.conftest import PATIENCE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def choice(qtbot: QtBot) -> Choice:
    """A choice of three that is shown."""
    choice = Choice()
    choice.setAccessibleName("Colour")
    choice.addItems(["red", "green", "blue"])
    qtbot.addWidget(choice)
    choice.show()
    choice.setFocus()
    return choice


def select_from_outside(choice: Choice, row: int) -> None:
    """Select a line of the list as assistive technology does."""
    box = QAccessible.queryAccessibleInterface(choice)
    assert box is not None
    line = box.child(0).child(row)
    assert line is not None
    line.actionInterface().doAction("Toggle")
    settle()


@pytest.mark.parametrize("is_open", [False, True])
def test_a_line_that_is_selected_from_outside_is_chosen(qtbot: QtBot, choice: Choice, is_open: bool) -> None:
    if is_open:
        choice.showPopup()
        settle()
    with qtbot.waitSignal(choice.activated, timeout=PATIENCE) as chosen:
        select_from_outside(choice, 2)
    assert chosen.args == [2]
    assert choice.currentText() == "blue"
    assert not choice.view().isVisible()


def test_what_was_chosen_by_keys_before_can_be_left_and_chosen_again_from_outside(choice: Choice) -> None:
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() == "green"
    select_from_outside(choice, 0)
    assert choice.currentText() == "red"
    select_from_outside(choice, 1)
    assert choice.currentText() == "green"


def test_arrows_in_the_open_list_choose_nothing_before_enter(choice: Choice) -> None:
    choice.showPopup()
    QTest.keyClick(choice.view(), Qt.Key.Key_Down)
    settle()
    assert choice.currentText() == "red"
    assert choice.view().isVisible()
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    assert choice.currentText() == "green"


def test_the_open_list_is_named_as_its_choice(choice: Choice) -> None:
    choice.showPopup()
    assert name_of(choice.view()) == "Colour"
    choice.hidePopup()


def test_what_is_chosen_is_the_tooltip(choice: Choice) -> None:
    choice.setCurrentText("blue")
    assert choice.toolTip() == "blue"
