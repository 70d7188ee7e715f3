"""Shows a screen in a test as the window would, and presses keys where the focus is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from bpa_desktop.ui import a11y
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.screen import Screen
from tests.plain_text import plain
from tests.ui.a11y_walk import name_of, settle

S = TypeVar("S", bound=Screen)
_SHOWN: list[Screen] = []
"""The screen of the running test: qtbot holds it weakly only."""
WIDTH, HEIGHT = 1050, 700
"""What a window of 1280 by 800 leaves to a screen."""


class _Flashes(QObject):
    """Writes down every widget that is shown as a window of its own: one without a parent yet flashes as one."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: list[str] = []
        QCoreApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one in every test

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look, and change nothing."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._seen.append(type(watched).__name__)
        return False

    def ended(self) -> list[str]:
        """Stop looking and return what was seen."""
        QCoreApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        return self._seen


def shown(qtbot: QtBot, make: Callable[[Desk], S], desk: Desk, target: str = "") -> S:
    """Return a screen that is shown, with the focus where it puts it."""
    a11y.install()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))  # the screens of earlier tests go now
    flashes = _Flashes()
    screen = make(desk)
    assert flashes.ended() == []
    qtbot.addWidget(screen)
    _SHOWN[:] = [screen]
    screen.resize(WIDTH, HEIGHT)
    screen.show()
    screen.activateWindow()
    settle()
    screen.show_target(target)
    return screen


def read(widget: QWidget) -> str:
    """Return every text that is seen in a widget, a line each."""
    return plain("\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)))


def focused() -> str:
    """Return the name of what has the focus."""
    widget = QApplication.focusWidget()
    return name_of(widget) if widget is not None else ""


def press(*keys: Qt.Key | str) -> None:
    """Press keys where the focus is, and nowhere else."""
    for key in keys:
        widget = QApplication.focusWidget()
        assert isinstance(widget, QWidget)
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key)
