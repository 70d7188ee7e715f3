"""A choice is chosen by keys, by the pointer, and by who selects a line of its list from outside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpa_desktop.ui import a11y
from bpa_desktop.ui.widgets.choice import Choice
from tests.ui.a11y_walk import name_of, settle
from tests.ui.accessibility import Recorder
from tests.ui.conftest import PATIENCE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def choice(qtbot: QtBot) -> Choice:
    """A choice of three that is shown."""
    a11y.install()
    choice = Choice()
    choice.setAccessibleName("Colour")
    choice.addItems(["red", "green", "blue"])
    qtbot.addWidget(choice)
    choice.show()
    choice.setFocus()
    return choice


def select_from_outside(choice: Choice, row: int) -> None:
    """Select a line of the list as assistive technology does."""
    line = interface(choice).child(0).child(row)
    assert line is not None
    line.actionInterface().doAction("Toggle")
    settle()


def interface(choice: Choice) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(choice)
    assert found is not None
    return found


def test_it_is_called_what_is_asked_and_has_what_is_chosen_as_its_value(choice: Choice) -> None:
    text, box = QAccessible.Text, interface(choice)
    assert (box.role(), box.text(text.Name), box.text(text.Value)) == (QAccessible.Role.ComboBox, "Colour", "red")
    choice.setCurrentText("blue")
    assert [box.text(one) for one in (text.Name, text.Value, text.Description)] == ["Colour", "blue", "blue"]


def test_the_list_below_it_says_which_line_is_chosen_also_while_it_is_closed(choice: Choice) -> None:
    choice.setCurrentText("green")
    box = interface(choice)
    assert box.childCount() == 1
    lines = box.child(0)
    assert lines.parent().object() is choice
    assert box.indexOfChild(lines) == 0
    chosen = [lines.child(row) for row in range(3)]
    assert [one.text(QAccessible.Text.Name) for one in chosen if one.state().selected] == ["green"]


@pytest.mark.parametrize("action", ["Press", "ShowMenu"])
def test_it_is_opened_and_closed_from_outside_and_says_so(choice: Choice, action: str) -> None:
    box = interface(choice)
    for is_open in (True, False):
        box.actionInterface().doAction(action)
        assert choice.view().isVisible() is is_open
        assert bool(box.state().expanded) is is_open
    choice.setEnabled(False)
    box.actionInterface().doAction(action)
    assert not choice.view().isVisible()


def test_the_tree_tells_of_another_value(choice: Choice) -> None:
    with Recorder() as recorder:
        choice.setCurrentText("blue")
    assert [event.name for event in recorder.of(QAccessible.Event.ValueChanged)] == ["Colour"]


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


def test_the_list_is_named_as_its_choice(choice: Choice) -> None:
    assert name_of(choice.view()) == "Colour"


def test_what_is_chosen_is_the_tooltip(choice: Choice) -> None:
    choice.setCurrentText("blue")
    assert choice.toolTip() == "blue"
