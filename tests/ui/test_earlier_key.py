"""A backup from before the recovery code was renewed: its passphrase is asked for beside the list, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpa_desktop.services.backup import Reason
from bpa_desktop.services.roster import records_of
from bpa_desktop.services.shift import remove_shifts
from bpa_desktop.services.trouble import DiskFailedError, EarlierKeyError, OtherStoreError, WrongKeyError
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui.backup_dialog import BackupsDialog
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from tests.memory import FakeClock
from tests.ui.accessibility import nameless
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors, FakeShelf
from tests.ui.found import found


@pytest.fixture
def shelf() -> FakeShelf:
    """Two backups of week 49."""
    shelf = FakeShelf(records_of(week_49()), now=FakeClock().now)
    shelf.make(Reason.ROUTINE)
    shelf.make(Reason.BY_HAND)
    return shelf


@pytest.fixture
def shown(qtbot: QtBot, shell_of: ShellMaker, shelf: FakeShelf) -> BackupsDialog:
    """The backups of week 49, of which a shift was removed since, in their window."""
    doors = FakeDoors(exists=True)
    doors.backups = shelf
    shell: Shell = shell_of(doors)
    shell._opened(Opening(MemoryStore(records_of(week_49()))))
    assert shell.session is not None
    remove_shifts(shell.session.history, ("w49-mon-day",))
    qtbot.waitUntil(lambda: not shell.worker.is_busy)
    shell.window.actions_by_id["backups"].trigger()
    return found(shell.window, BackupsDialog)


def look_at(qtbot: QtBot, shown: BackupsDialog, shelf: FakeShelf, error: Exception) -> None:
    """Have the chosen backup refused."""
    shelf.refusal = error
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    qtbot.waitUntil(shown.difference.isVisible)


def test_its_passphrase_opens_it_by_enter(qtbot: QtBot, shown: BackupsDialog, shelf: FakeShelf) -> None:
    assert not shown.then.isVisible()
    look_at(qtbot, shown, shelf, EarlierKeyError())
    assert "before the recovery code was renewed" in shown.difference.text()
    assert shown.focusWidget() is shown.then
    assert nameless(shown) == []
    QTest.keyClicks(shown.then, "the old one")
    QTest.keyClick(shown.then, Qt.Key.Key_Return)
    qtbot.waitUntil(shown.restore.isEnabled)
    assert shelf.typed == [None, "the old one"]
    assert shown.difference.text() == "1 shift comes back."
    assert shown.then.text() not in shown.difference.text()


def test_a_wrong_one_is_asked_for_again(qtbot: QtBot, shown: BackupsDialog, shelf: FakeShelf) -> None:
    look_at(qtbot, shown, shelf, EarlierKeyError())
    QTest.keyClicks(shown.then, "wrong")
    shelf.refusal = WrongKeyError()
    QTest.keyClick(shown.then, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open" in shown.difference.text())
    assert shown.focusWidget() is shown.then
    assert shown.then.selectedText() == "wrong"
    assert not shown.restore.isEnabled()


def test_another_choice_forgets_what_was_typed(qtbot: QtBot, shown: BackupsDialog, shelf: FakeShelf) -> None:
    look_at(qtbot, shown, shelf, EarlierKeyError())
    QTest.keyClicks(shown.then, "the old one")
    shown.list.setCurrentRow(1)
    assert not shown.then.isVisible()
    assert shown.then.text() == ""


@pytest.mark.parametrize("error", [OtherStoreError(), DiskFailedError(Path("stick"))])
def test_nothing_is_asked_for_where_no_passphrase_would_help(
    qtbot: QtBot, shown: BackupsDialog, shelf: FakeShelf, error: Exception
) -> None:
    look_at(qtbot, shown, shelf, error)
    assert not shown.then.isVisible()
