"""What was said can be read again: results and refusals with their times, to select and copy."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from bpa_desktop.i18n import Language
from bpa_desktop.ui.said import MOST, SaidLog, Saying
from bpa_desktop.ui.said_list import SaidList
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.demo import demo_store
from bpa_desktop.ui.start.stage import Opening
from tests.memory import FakeClock
from tests.ui.accessibility import Recorder, nameless
from tests.ui.conftest import ShellMaker
from tests.ui.doors import FakeDoors

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def shell(shell_of: ShellMaker) -> Shell:
    """A window with the demo open."""
    shell = shell_of(FakeDoors())
    shell._opened(Opening(demo_store(date(2026, 11, 24)), None, True))
    return shell


def opened() -> SaidList:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SaidList)
    return dialog


def lines(dialog: SaidList) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


@given(st.integers(0, MOST + 30))
def test_only_the_latest_are_kept(many: int) -> None:
    log = SaidLog()
    for number in range(many):
        log.add(Saying(NOON, str(number)))
    assert [saying.text for saying in log.newest_first] == [str(n) for n in range(many)][::-1][:MOST]


def test_a_key_shows_what_was_said_and_refused_with_the_time_newest_first(shell: Shell) -> None:
    assert shell.session is not None
    clock = shell.session.history.clock
    assert isinstance(clock, FakeClock)
    shell.session.desk.bulletin.said.emit("Kari joined the team.")
    clock.go_on(timedelta(minutes=5))
    shell.session.desk.bulletin.refused.emit("There is no shift here")
    QTest.keyClick(shell.window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    dialog = opened()
    nbsp = "\N{NO-BREAK SPACE}"
    assert lines(dialog)[:2] == [f"19:05{nbsp}· ✗ There is no shift here", f"19:00{nbsp}· Kari joined the team."]
    assert dialog.list.item(0).data(SPOKEN) == "19:05, refused, There is no shift here"
    assert dialog.list.item(1).data(SPOKEN) == "19:00, Kari joined the team."
    assert dialog.focusWidget() is dialog.list
    assert dialog.list.currentRow() == 0
    assert nameless(dialog) == []
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_it_can_be_read_before_anything_is_open_or_said(shell_of: ShellMaker) -> None:
    shell = shell_of(FakeDoors())
    shell.window.run("what_was_said")
    assert lines(opened()) == []
    assert not opened().copy_button.isEnabled()
    opened().reject()


def test_nothing_that_was_said_is_there_when_the_program_begins_anew(shell: Shell, shell_of: ShellMaker) -> None:
    shell.window.status.say("Kari joined the team.")
    assert shell.window.status.log.newest_first
    assert shell_of(FakeDoors()).window.status.log.newest_first == ()


@pytest.fixture
def above(qtbot: QtBot) -> QMainWindow:
    """What the list stands over."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def three(above: QMainWindow) -> SaidList:
    """Three lines, shown."""
    sayings = [Saying(NOON, "Third"), Saying(NOON, "Second", is_refusal=True), Saying(NOON, "First")]
    dialog = SaidList(sayings, Language("en"), above, zone=UTC)
    dialog.open()
    dialog.activateWindow()
    return dialog


def copied(dialog: SaidList) -> list[str]:
    QTest.keyClick(dialog.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return [line.partition("· ")[2] for line in QApplication.clipboard().text().splitlines()]


def test_several_lines_are_selected_and_copied_by_keys(three: SaidList) -> None:
    assert copied(three) == ["Third"]
    QTest.keyClick(three.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert copied(three) == ["Third", "✗ Second"]
    QTest.keyClick(three.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with Recorder() as heard:
        three.copy_button.click()
    assert heard.announcements == ["3 lines copied"]
    assert copied(three) == ["Third", "✗ Second", "First"]


def test_that_no_line_is_selected_is_said(three: SaidList) -> None:
    QApplication.clipboard().setText("before")
    three.list.clearSelection()
    with Recorder() as heard:
        three.copy()
    assert heard.announcements == ["No line is selected."]
    assert QApplication.clipboard().text() == "before"
