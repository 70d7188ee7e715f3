"""One choice of view in the header: it says what is shown, and leads to every view by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from bpa_desktop.i18n import Language
from bpa_desktop.ui.actions import plain
from bpa_desktop.ui.keymap import SPECS
from bpa_desktop.ui.view_choice import ViewChoice
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import Key, Stage, settle

VIEWS = ("day_grid", "week_grid", "week_hours", "agenda", "month", "four_weeks", "rotation")


def choice(stage: Stage) -> ViewChoice:
    return stage.screen.header.choice


def menu(stage: Stage) -> QMenu:
    found = choice(stage).menu()
    assert isinstance(found, QMenu)
    return found


def ticked(stage: Stage) -> list[str]:
    return [entry.text() for entry in menu(stage).actions() if entry.isChecked()]


IN_ROSTER = [one for one in VIEWS if one != "rotation"]


@pytest.mark.parametrize("before", IN_ROSTER)
def test_from_every_view_every_other_is_reached(stage: Stage, before: str) -> None:
    for action in IN_ROSTER:
        stage.act(before)
        settle()
        stage.act(action)
        settle()
        assert choice(stage).text() == plain(stage.desk.language.text(SPECS[action].text))


@pytest.mark.parametrize("action", IN_ROSTER)
def test_it_says_which_view_is_shown_however_one_got_there(stage: Stage, action: str) -> None:
    stage.act(action)
    name = plain(stage.desk.language.text(SPECS[action].text))
    assert choice(stage).text() == name
    assert choice(stage).accessibleName() == f"View: {name}"
    assert ticked(stage) == [name]


def test_every_view_of_the_roster_is_offered_and_chosen_from(stage: Stage) -> None:
    chosen: list[str] = []
    choice(stage).wanted.connect(chosen.append)
    for entry in menu(stage).actions():
        entry.trigger()
        settle()
    assert chosen == list(VIEWS)
    assert stage.heard.wanted[-1][0] == "rotation"


def test_what_leads_elsewhere_leaves_the_tick_where_it_is(stage: Stage) -> None:
    menu(stage).actions()[-1].trigger()
    settle()
    assert ticked(stage) == ["Week as grid"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_it_is_reached_and_opened_by_keys_and_gives_the_focus_to_the_view(stage: Stage) -> None:
    choice(stage).setFocus()
    opened: list[bool] = []

    def press() -> None:
        popup = QApplication.activePopupWidget()
        opened.append(popup is menu(stage))
        QTest.keyClick(menu(stage), Key.Key_Down)
        QTest.keyClick(menu(stage), Key.Key_Down)
        QTest.keyClick(menu(stage), Key.Key_Down)
        QTest.keyClick(menu(stage), Key.Key_Return)

    menu(stage).aboutToShow.connect(press, Qt.ConnectionType.QueuedConnection)
    QTest.keyClick(choice(stage), Key.Key_Space)
    settle()
    assert opened == [True]
    assert choice(stage).text() == "Week by the hour"
    assert stage.window.focusWidget() is stage.current


def test_it_is_a_button_with_a_menu_to_assistive_technology(stage: Stage) -> None:
    node = QAccessible.queryAccessibleInterface(choice(stage))
    assert node is not None
    assert node.role() is QAccessible.Role.ButtonMenu
    assert menu(stage).accessibleName() == choice(stage).accessibleName()


def test_it_speaks_the_language_at_once(make_stage: StageMaker) -> None:
    stage = make_stage()
    stage.desk.language = Language("nb")
    stage.screen.retranslate()
    assert choice(stage).text() == "Uka som rutenett"
    assert menu(stage).actions()[0].text() == "Dag, time for time"
