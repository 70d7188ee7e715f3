"""Titles of windows, the clipboard and the log hold no note, no task, no address, no preference, no kind of absence."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from bpa_desktop.services.absence import remove_absence
from bpa_desktop.services.roster import records_of
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui.roster.hand_out_dialog import HandOutDialog
from bpa_desktop.ui.roster.publish_dialog import PublishDialog
from bpa_desktop.ui.said_list import SaidList
from bpa_desktop.ui.screen import Screen
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from tests.seeds import leaked, sown
from tests.ui.a11y_walk import settle
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors
from tests.ui.found import found
from tests.ui.windows import SHIFT, WAYS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
every_language = pytest.mark.parametrize("spoken", ["en", "nb", "nn"])
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


@every_language
def test_no_window_has_a_title_that_tells_anything_private(shell: Shell, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    titles: list[str] = []
    for way in (one for one in WAYS.values() if issubclass(one.shows, QDialog | Screen)):
        _open(shell)
        way.open(shell)
        settle()
        titles += [one.windowTitle() for one in QApplication.topLevelWidgets() if one.isVisible()]
        _close_all()
    said = [one.text for one in shell.window.status.log.newest_first]
    assert any("Asker" in one for one in titles)
    assert said
    assert leaked("\n".join((*titles, *said, caplog.text))) == []


def _copy_message(shell: Shell) -> None:
    shell.window.show_screen("absence", OPEN)
    shell.window.run("copy_message")


def _hand_out(shell: Shell) -> None:
    WAYS["hand out"].open(shell)
    text = shell.window.language.text("&Copy as text")
    next(one for one in found(shell.window, HandOutDialog).findChildren(QPushButton) if one.text() == text).click()


def _publish(shell: Shell) -> None:
    WAYS["what was published"].open(shell)
    next(one for one in found(shell.window, PublishDialog).blocks if one.isVisible()).copy.click()


def _read_what_was_said(shell: Shell) -> None:
    assert shell.session is not None
    remove_absence(shell.session.history, "abs-1")
    shell.window.run("what_was_said")
    said = found(shell.window, SaidList)
    said.list.selectAll()
    said.copy()


COPYING = {
    "message": _copy_message,
    "hand out": _hand_out,
    "publish": _publish,
    "what was said": _read_what_was_said,
}


@every_language
@pytest.mark.parametrize("copy", COPYING)
def test_what_is_copied_tells_nothing_private(shell: Shell, copy: str) -> None:
    QGuiApplication.clipboard().clear()
    COPYING[copy](shell)
    copied = QGuiApplication.clipboard().text()
    assert copied
    assert leaked(copied) == []
    _close_all()


@every_language
def test_a_shift_that_is_copied_stays_in_the_program(shell: Shell) -> None:
    QGuiApplication.clipboard().clear()
    shell.window.show_screen("roster", SHIFT)
    shell.window.run("clip_shift")
    assert shell.window.status.text
    assert QGuiApplication.clipboard().text() == ""
