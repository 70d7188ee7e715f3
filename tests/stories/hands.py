"""Somebody at the keyboard of the whole program: keys go where the focus is, and nothing is reached in another way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.roster import Roster
from bpa_desktop.services.history import History
from bpa_desktop.ui.start.store_doors import StoreDoors
from tests.memory import FakeClock
from tests.ui.a11y_walk import name_of, settle
from tests.ui.conftest import ShellMaker

PASSPHRASE = "correct horse"
_FARTHEST = 40
"""How many arrows lead across the week, and more."""


class Hands:
    """Opens the store in a folder by its passphrase; presses keys from then on, and reads the status line."""

    def __init__(self, qtbot: QtBot, shell_of: ShellMaker, folder: Path) -> None:
        self._qtbot = qtbot
        self._shell = shell_of(StoreDoors(folder, FakeClock(), None))
        self._shell.begin(demo=False)
        qtbot.waitUntil(lambda: not self._shell.worker.is_busy)
        self.write(PASSPHRASE)
        self.press("Return")
        qtbot.waitUntil(lambda: self._shell.session is not None)

    @property
    def language(self) -> str:
        """The language of the window."""
        return self._shell.window.language.code

    @property
    def kept(self) -> Roster:
        """What the store holds, read anew."""
        assert self._shell.session is not None
        return History(self._shell.session.store, FakeClock(), author="story").roster

    @property
    def heard(self) -> str:
        """What was said last."""
        return self._shell.window.status.text

    @property
    def stands_on(self) -> str:
        """The name of what has the focus."""
        return name_of(self._focused())

    def press(self, *keys: str) -> None:
        """Press keys one after the other, such as Ctrl+G."""
        for key in keys:
            QTest.keySequence(self._focused(), QKeySequence(key))
            settle()

    def write(self, text: str) -> None:
        """Type a text, over what is selected."""
        QTest.keyClicks(self._focused(), text)

    def wait(self) -> None:
        """Wait for what the program does beside the window."""
        self._qtbot.waitUntil(lambda: not self._shell.worker.is_busy)
        settle()

    def go_to(self, week: str) -> None:
        """Go to a week, or to a day, in the row where one is."""
        self.press("Alt+1", "Ctrl+G")
        self.write(week)
        self.press("Return")

    def walk_to(self, row: str, weekday: int) -> None:
        """Go by arrows from the first card of the week to a row and a day, Monday being 1."""
        self.press("Ctrl+Home")
        for _ in range(_FARTHEST):
            if self.stands_on.startswith(row):
                break
            self.press("Down")
        self.press(*["Right"] * (weekday - 1))

    def publish(self) -> None:
        """Look over what is new by person, publish the week that is shown, and leave the review."""
        self.press("Ctrl+Shift+P", "Space", "Escape")

    def close(self) -> None:
        """Leave the program."""
        self._shell.end()

    def _focused(self) -> QWidget:
        """Return what gets the keys. Offscreen no window manager gives the focus back when a dialog has closed."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        if QApplication.focusWidget() is None:
            (QApplication.activeModalWidget() or self._shell.window).activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget
