"""The palette finds every command, says why one can't be done, and runs one by Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y
from bpa_desktop.ui.actions import ACTIONS
from bpa_desktop.ui.main_window import MainWindow
from bpa_desktop.ui.palette import Palette, commands, matching
from tests.ui.accessibility import Recorder, nameless
from tests.ui.found import found

ENGLISH = Language("en")


def opened(qtbot: QtBot, window: MainWindow, language: Language = ENGLISH) -> Palette:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    a11y.install()
    qtbot.addWidget(window)
    window.show()
    palette = Palette(window, window.actions_by_id, language)
    palette.open()
    palette.activateWindow()
    qtbot.waitUntil(palette.isActiveWindow)
    return palette


def test_it_lists_every_action_of_the_registry_but_its_own(qtbot: QtBot) -> None:
    window = MainWindow(ENGLISH)
    palette = opened(qtbot, window)
    assert {command.id for command in palette.found()} == {spec.id for spec in ACTIONS} - {"palette"}


def test_a_command_is_found_by_parts_of_its_name_in_any_order(qtbot: QtBot) -> None:
    window = MainWindow(ENGLISH)
    qtbot.addWidget(window)
    found = matching(commands(window.actions_by_id, ENGLISH), "sub find")
    assert [command.id for command in found] == ["find_substitute"]


def test_the_number_found_is_announced(qtbot: QtBot) -> None:
    palette = opened(qtbot, MainWindow(ENGLISH))
    with Recorder() as recorder:
        QTest.keyClicks(found(palette, QLineEdit), "Find a substitute")
    assert recorder.announcements[-1] == "1 command"


def test_enter_runs_the_first_command_that_can_be_done(qtbot: QtBot) -> None:
    window = MainWindow(ENGLISH)
    window.set_handlers(lambda: {"about": lambda: None})
    palette = opened(qtbot, window)
    QTest.keyClicks(found(palette, QLineEdit), "about")
    QTest.keyClick(found(palette, QLineEdit), Qt.Key.Key_Return)
    assert palette.chosen == "about"
    assert palette.isHidden()


def test_a_command_that_no_view_answers_says_so_and_does_not_run(qtbot: QtBot) -> None:
    palette = opened(qtbot, MainWindow(ENGLISH))
    QTest.keyClicks(found(palette, QLineEdit), "new shift")
    with Recorder() as recorder:
        QTest.keyClick(found(palette, QLineEdit), Qt.Key.Key_Return)
    assert "not in this view" in recorder.announcements[0]
    assert palette.chosen == ""
    assert palette.isVisible()


def test_arrows_go_through_the_lines_and_letters_back_to_the_field(qtbot: QtBot) -> None:
    palette = opened(qtbot, MainWindow(ENGLISH))
    field = found(palette, QLineEdit)
    field.setFocus()
    with Recorder() as recorder:
        QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(palette.focusWidget(), Qt.Key.Key_Down)
        QTest.keyClick(palette.focusWidget(), Qt.Key.Key_Up)
        QTest.keyClick(palette.focusWidget(), Qt.Key.Key_X)
    assert recorder.focused[0] == recorder.focused[2] != recorder.focused[1]
    assert field.text() == "x"
    assert palette.focusWidget() is field


def test_escape_closes_it_and_chooses_nothing(qtbot: QtBot) -> None:
    palette = opened(qtbot, MainWindow(ENGLISH))
    QTest.keyClick(palette, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert palette.chosen == ""


def test_everything_in_it_has_a_name_in_both_languages(qtbot: QtBot) -> None:
    for code in ("en", "nb"):
        assert nameless(opened(qtbot, MainWindow(Language(code)), Language(code))) == []
