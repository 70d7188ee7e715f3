"""A whole window over doors that open at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import count

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bpa_desktop.services.settings import Settings
from bpa_desktop.ui import a11y, theme
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.main_window import MainWindow
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.demo import demo_store
from bpa_desktop.ui.start.stage import Opening
from tests.memory import FakeClock
from tests.ui.a11y_walk import settle
from tests.ui.desks import make_desk
from tests.ui.doors import FakeDoors

ShellMaker = Callable[..., Shell]
PATIENCE = 60_000
"""Milliseconds until what a test waits for counts as never coming: on a busy machine its own five seconds go by."""


class PatientBot(QtBot):
    """Waits long, in every test."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The patient one."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _nothing_is_left_over() -> Iterator[None]:
    """Let go of a test's windows before the next: Qt deletes them only when its events run, and restyles all it has."""
    yield
    _delete_what_was_closed()


def _delete_what_was_closed() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_left_to_paste() -> Iterator[None]:
    """Empty the clipboard at the end: Qt would delete what Python made for it when Python is no more."""
    yield
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()


@pytest.fixture
def spoken() -> str:
    """The language of the window; a test in several languages says which."""
    return "en"


@pytest.fixture
def look(qapp: QApplication, spoken: str) -> Iterator[Look]:
    """The look of the application; taken back afterwards."""
    a11y.install()
    look = Look(qapp, Settings(), fixed_language=spoken)
    yield look
    look.withdraw()
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def shell_of(qtbot: QtBot, look: Look) -> Iterator[ShellMaker]:
    """Return what makes a shown window over doors; each ends before its window is taken away, with its jobs done."""

    def make(doors: FakeDoors) -> Shell:
        shell = Shell(MainWindow(look.language, ticks=count().__next__), look, doors=doors, clock=FakeClock())

        def end(_window: QWidget) -> None:
            qtbot.waitUntil(lambda: not shell.worker.is_busy)
            shell.end()
            qtbot.waitUntil(lambda: not shell._file_look._worker.is_busy)

        qtbot.addWidget(shell.window, before_close_func=end)
        shell.window.show()
        shell.window.activateWindow()
        qtbot.waitUntil(shell.window.isActiveWindow)
        return shell

    yield make
    _delete_what_was_closed()  # before the look is taken back: all of it would be restyled


def opened_by(shell_of: ShellMaker, doors: FakeDoors) -> Shell:
    """Return a shown window with what is behind the doors open."""
    shell = shell_of(doors)
    shell._opened(Opening(doors.store))
    return shell


def with_demo(shell_of: ShellMaker) -> Shell:
    """Return a shown window with the demo open."""
    shell = shell_of(FakeDoors())
    shell.window.resize(1240, 800)
    shell._opened(Opening(demo_store(date(2026, 11, 24)), None, True))
    settle()
    return shell


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    """A desk with the example week, in light colours."""
    theme.apply(qapp, theme.LIGHT)
    yield make_desk()[0]
    theme.apply(qapp, theme.LIGHT)
