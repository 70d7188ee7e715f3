"""A hand that trembles and a gaze that dwells make one shift, not two."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from bpa_desktop.ui.once import Once
from bpa_desktop.ui.roster.shift_editor import ShiftEditor
from tests.ui.roster.stage import FakeTicks, Stage, settle

MAKERS = ("copy_shift", "copy_shift_week", "paste_shift")
AT_ONCE, JUST_IN_TIME = 0.29, 0.31


def test_the_same_again_is_meant_after_a_while_and_something_else_at_once() -> None:
    ticks = FakeTicks(between=0.0)
    once = Once(ticks)
    meant = []
    for what, later in (("a", 0.0), ("b", 0.0), ("a", 0.2), ("a", 0.2), ("b", 0.0), ("a", 0.31)):
        ticks.now += later
        meant.append(once.is_meant(what))
    assert meant == [True, True, False, False, True, True]


@pytest.mark.parametrize("action", MAKERS)
@pytest.mark.parametrize(("between", "times"), [(AT_ONCE, 1), (JUST_IN_TIME, 3)])
def test_what_is_chosen_again_in_no_time_is_done_once(stage: Stage, action: str, between: float, times: int) -> None:
    stage.focus("w49-mon-day")
    stage.act("clip_shift")
    stage.ticks.between = between
    for _ in range(3):
        stage.act(action)
    assert stage.verbs == ["add_shift"] * times


def test_n_pressed_twice_in_no_time_copies_once(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.ticks.between = AT_ONCE
    for _ in range(2):
        stage.key(Qt.Key.Key_N)
    assert stage.verbs == ["add_shift"]


def editors() -> list[ShiftEditor]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, ShiftEditor) and one.isVisible()]


@pytest.mark.parametrize(("between", "times"), [(AT_ONCE, 1), (JUST_IN_TIME, 2)])
def test_a_free_day_pressed_twice_in_no_time_opens_one_editor(stage: Stage, between: float, times: int) -> None:
    card = stage.cell("jonas", 2)
    press, _keys = card.accessible_actions()["Press"]
    stage.ticks.between = between
    press()
    press()
    assert len(editors()) == times
    for editor in editors():
        editor.reject()


def test_a_button_pressed_twice_in_no_time_copies_once(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.ticks.between = AT_ONCE
    buttons = stage.screen.details.findChildren(QPushButton)
    button = next(one for one in buttons if one.text() == "Copy to the next day")
    for _ in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()
    assert stage.verbs == ["add_shift"]


def test_what_is_meant_to_be_done_again_and_again_is(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.ticks.between = 0.0
    week = stage.screen.week
    for _ in range(3):
        stage.act("next_week")
    assert stage.screen.week == week.later(3)
