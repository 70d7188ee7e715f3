"""The story the program is for: a gap on Friday, somebody ill, both covered by keyboard, published, and still there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import ShiftState
from bpa_desktop.services.history import History
from bpa_desktop.services.roster import import_roster
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.store_doors import StoreDoors
from tests.memory import FakeClock
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49

WORDS = "correct horse"
DAY, EVENING = "w49-fri-day", "w49-fri-eve"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with the Asker week in it: Friday evening open, Ola absent on Friday."""
    made = StoreDoors(tmp_path, FakeClock(), None).create(WORDS, remember=False)
    import_roster(History(made.store, FakeClock(), author="story"), week_49())
    made.store.close()
    return tmp_path


def opened(qtbot: QtBot, shell_of: ShellMaker, folder: Path) -> Shell:
    shell = shell_of(StoreDoors(folder, FakeClock(), WORDS))
    shell.begin(demo=False)
    qtbot.waitUntil(lambda: shell.session is not None, timeout=20_000)
    return shell


def roster_of(shell: Shell) -> Roster:
    assert shell.session is not None
    return shell.session.history.roster


class Hands:
    """Somebody at the keyboard: nothing in this story is reached in another way."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot = qtbot
        self._window = window

    def _focused(self) -> QWidget:
        """Return what has the focus. Offscreen no window manager gives it back when a dialog has closed."""
        if QApplication.activeWindow() is None:
            self._window.activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self._focused(), key, modifier)
        QApplication.processEvents()

    def go_to_friday(self) -> None:
        """Go to week 49, and to its Friday among the open shifts."""
        self.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        self.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(self._focused(), "4.12.2026")
        self.press(Qt.Key.Key_Return)
        self.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        for _ in range(4):
            self.press(Qt.Key.Key_Right)

    def cover(self) -> None:
        """Find a substitute for the shift in focus: the first on the list is asked, says yes, and is confirmed."""
        for key in (Qt.Key.Key_F4, Qt.Key.Key_A, Qt.Key.Key_J, Qt.Key.Key_B):
            self.press(key)


def test_both_gaps_of_friday_are_covered_by_keys_published_and_still_there_after_a_restart(
    qtbot: QtBot, shell_of: ShellMaker, folder: Path
) -> None:
    shell = opened(qtbot, shell_of, folder)
    hands = Hands(qtbot, shell.window)
    before = roster_of(shell)
    assert {before.holder(before.shifts_by_id[shift]) for shift in (DAY, EVENING)} == {None}

    hands.go_to_friday()
    hands.cover()
    hands.go_to_friday()
    hands.cover()
    covered = roster_of(shell)
    holders = {shift: covered.holder(covered.shifts_by_id[shift]) for shift in (DAY, EVENING)}
    assert None not in holders.values()
    assert covered.shifts_by_id[DAY].assistant == "ola"

    hands.go_to_friday()
    hands.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert roster_of(shell).shifts_by_id[EVENING].state is ShiftState.PUBLISHED
    published = roster_of(shell)
    shell.end()

    again = opened(qtbot, shell_of, folder)
    assert roster_of(again) == published
    hands = Hands(qtbot, again.window)
    steps = 0
    while roster_of(again) != before:
        hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        steps += 1
        assert steps < 20
    again.end()
