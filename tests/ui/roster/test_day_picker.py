"""The small month of the dialog "Go to": a day is chosen by keys, by a click, or by assistive technology."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from bpa_desktop.domain.span import Week
from bpa_desktop.ui.roster.day_cell import DayCell
from bpa_desktop.ui.roster.go_to import GoToDialog
from tests.ui.accessibility import Recorder, nameless, showing
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import Key, Stage, focused, settle


@pytest.fixture
def asked(stage: Stage) -> Stage:
    """The dialog over the example week, with the focus in its month, on Wednesday 2 December."""
    stage.focus("w49-wed-day")
    stage.act("go_to_week")
    tab_into_month(stage)
    return stage


def tab_into_month(stage: Stage) -> None:
    for _ in range(6):
        if isinstance(focused(), DayCell):
            return
        stage.key(Key.Key_Tab)
    raise AssertionError(focused())


def dialog(stage: Stage) -> GoToDialog:
    found = stage.dialog()
    assert isinstance(found, GoToDialog)
    return found


def cell() -> DayCell:
    found = focused()
    assert isinstance(found, DayCell)
    return found


def back(stage: Stage) -> None:
    stage.window.activateWindow()
    settle()


def test_the_field_has_the_focus_first_and_the_month_is_one_tab_stop(stage: Stage) -> None:
    stage.act("go_to_week")
    assert isinstance(focused(), QLineEdit)
    tab_into_month(stage)
    stage.key(Key.Key_Tab)
    assert isinstance(focused(), QPushButton)
    stage.key(Key.Key_Escape)


def test_a_day_says_its_week_and_its_shifts(asked: Stage) -> None:
    assert cell().face.name == "Wednesday 2 December, week 49, 2 shifts, Ola, Per"
    with Recorder() as heard:
        asked.key(Key.Key_Right)
    assert heard.focused == ["Thursday 3 December, week 49, 2 shifts, Kari, Amina"]
    asked.key(Key.Key_Escape)


def test_a_day_is_a_button_after_its_week_s_number(asked: Stage) -> None:
    seen = showing(dialog(asked).picker.grid)
    place = [node.name for node in seen].index("week 49")
    assert seen[place + 1].role == QAccessible.Role.Button
    assert seen[place + 1].name.startswith("Monday 30 November, week 49")
    asked.key(Key.Key_Escape)


def test_arrows_lead_into_another_month_and_enter_goes_there(asked: Stage) -> None:
    asked.key(Key.Key_Up)
    assert cell().day == date(2026, 11, 25)
    asked.key(Key.Key_Down)
    for _ in range(5):
        asked.key(Key.Key_Down)
    assert cell().day == date(2027, 1, 6)
    asked.key(Key.Key_Return)
    back(asked)
    assert asked.screen.week == Week(2027, 1)
    assert asked.current.name == "Ola Berg, Wednesday 6 January, no shift"
    assert asked.current.hasFocus()


def test_the_page_keys_turn_the_month_and_the_heading_says_which(asked: Stage) -> None:
    asked.key(Key.Key_PageDown)
    asked.key(Key.Key_PageDown)
    assert cell().day == date(2027, 2, 2)
    assert "February 2027" in [label.text() for label in dialog(asked).picker.findChildren(QLabel)]
    asked.key(Key.Key_PageUp)
    assert cell().day == date(2027, 1, 2)
    asked.key(Key.Key_Escape)


def test_the_arrows_beside_the_month_turn_it_too(asked: Stage) -> None:
    arrows = {one.accessibleName(): one for one in dialog(asked).picker.findChildren(QPushButton)}
    arrows["Previous month"].click()
    assert dialog(asked).picker.day == date(2026, 11, 2)
    arrows["Next month"].click()
    arrows["Next month"].click()
    assert dialog(asked).picker.day == date(2027, 1, 2)
    asked.key(Key.Key_Escape)


def test_a_click_goes_to_a_day(asked: Stage) -> None:
    ninth = next(one for one in dialog(asked).picker.grid.cells if one.day == date(2026, 12, 9))
    QTest.mouseClick(ninth, Qt.MouseButton.LeftButton)
    back(asked)
    assert asked.screen.week == Week(2026, 50)


def test_typing_still_goes_there(stage: Stage) -> None:
    stage.act("go_to_week")
    stage.write("2027-5")
    stage.key(Key.Key_Return)
    back(stage)
    assert stage.screen.week == Week(2027, 5)


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_everything_that_takes_the_focus_has_a_name(make_stage: StageMaker, code: str) -> None:
    stage = make_stage(code=code)
    stage.act("go_to_week")
    assert nameless(stage.dialog()) == []
    stage.key(Key.Key_Escape)
