"""Titles of windows, the clipboard and the log hold no note, no task, no address, no preference, no kind of absence."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from bpa_desktop.services.roster import records_of
from bpa_desktop.services.shift import remove_shifts
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui.absence.view import AbsenceScreen
from bpa_desktop.ui.roster.hand_out_dialog import HandOutDialog
from bpa_desktop.ui.roster.publish_dialog import PublishDialog
from bpa_desktop.ui.said_list import SaidList
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from tests.seeds import leaked, sown
from tests.ui.a11y_walk import settle
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors
from tests.ui.found import found
from tests.ui.windows import WAYS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
both_languages = pytest.mark.parametrize("spoken", ["en", "nb"])
OPEN = "w49-fri-day"


@pytest.fixture
def shell(shell_of: ShellMaker) -> Shell:
    """A window with week 49 open, and private words in it."""
    shell = shell_of(FakeDoors())
    _open(shell)
    return shell


def _open(shell: Shell) -> None:
    shell._opened(Opening(MemoryStore(records_of(sown(week_49()))), None, False))
    settle()


def _close_all() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QDialog) and one.isVisible():
            one.reject()
    settle()


@both_languages
def test_no_window_has_a_title_that_tells_anything_private(shell: Shell, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    titles: list[str] = []
    for way in WAYS.values():
        _open(shell)
        way.open(shell)
        settle()
        titles += [one.windowTitle() for one in QApplication.allWidgets() if one.isVisible()]
        _close_all()
    said = [one.text for one in shell.window.status.log.newest_first]
    assert any("Asker" in one for one in titles)
    assert said
    assert leaked("\n".join((*titles, *said, caplog.text))) == []


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def press(root: QWidget, text: str) -> None:
    next(one for one in root.findChildren(QPushButton) if one.text() == text and one.isVisible()).click()


@both_languages
def test_what_is_copied_tells_nothing_private(shell: Shell) -> None:
    assert shell.session is not None
    desk = shell.session.desk
    text, copied = desk.language.text, []

    def take() -> None:
        copied.append(clipboard())
        QGuiApplication.clipboard().clear()

    shell.window.show_screen("roster", OPEN)
    shell.window.run("find_substitute")
    assert isinstance(shell.window.current_screen(), AbsenceScreen)
    shell.window.run("copy_message")
    take()
    shell.window.show_screen("roster", "w49-mon-day")
    shell.window.run("clip_shift")
    QGuiApplication.clipboard().text()
    shell.window.run("hand_out")
    press(found(shell.window, HandOutDialog), text("&Copy as text"))
    take()
    _close_all()
    remove_shifts(desk.history, ["w49-mon-eve"])
    shell.window.run("publish_week")
    dialog = found(shell.window, PublishDialog)
    dialog.publish.click()
    settle()
    press(dialog, text("Copy the message"))
    take()
    _close_all()
    shell.window.run("what_was_said")
    said = found(shell.window, SaidList)
    said.list.selectAll()
    said.copy()
    take()
    _close_all()
    assert all(copied)
    assert leaked("\n".join(copied)) == []
