"""Another recovery code: proved, made, shown, and the backups that the old one still opens."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from bpa_desktop.services.backup import Reason
from bpa_desktop.services.trouble import DiskFullError, WrongKeyError
from bpa_desktop.ui.holding_dialog import HoldingDialog
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.new_code import NewCodeDialog
from bpa_desktop.ui.start.recovery import RecoveryPage
from bpa_desktop.ui.start.unlock import UnlockPage
from tests.memory import FakeClock
from tests.ui.conftest import ShellMaker, opened_by
from tests.ui.doors import CODE, NEW_CODE, FakeDoors, FakeShelf
from tests.ui.found import found, there


@pytest.fixture
def doors() -> FakeDoors:
    """Doors to a store with two backups."""
    doors = FakeDoors(exists=True)
    before = FakeClock()
    before.go_on(-timedelta(days=1))
    doors.backups = FakeShelf(now=before.now)
    doors.backups.make(Reason.ROUTINE)
    doors.backups.make(Reason.BULK)
    doors.backups._now = FakeClock(before.at + timedelta(days=2)).now
    return doors


@pytest.fixture
def shell(shell_of: ShellMaker, doors: FakeDoors) -> Shell:
    """A window with the store open."""
    return opened_by(shell_of, doors)


def submit(shell: Shell) -> NewCodeDialog:
    shell.window.run("new_code")
    dialog = found(shell.window, NewCodeDialog)
    field = dialog.page._keys.field
    assert dialog.focusWidget() is field
    QTest.keyClicks(field, "correct horse")
    QTest.keyClick(field, Qt.Key.Key_Return)
    return dialog


def test_a_new_code_is_shown_and_the_arrangement_opens_again(qtbot: QtBot, shell: Shell, doors: FakeDoors) -> None:
    submit(shell)
    qtbot.waitUntil(lambda: there(shell.window, RecoveryPage))
    assert shell.session is None  # it was closed while its key was changed
    assert doors.asked[-2:] == [("renewal", "passphrase", "correct horse", "correct horse"), ("renewed",)]
    page = found(shell.window, RecoveryPage)
    assert found(page, QPlainTextEdit).toPlainText() == NEW_CODE
    page.kept.emit()
    assert shell.session is not None
    assert shell.window.shown == "roster"


def test_the_backups_of_before_are_shown_and_deleted_once_there_is_a_newer_one(
    qtbot: QtBot, shell: Shell, doors: FakeDoors
) -> None:
    assert doors.backups is not None
    submit(shell)
    qtbot.waitUntil(lambda: there(shell.window, RecoveryPage))
    found(shell.window, RecoveryPage).kept.emit()
    dialog = found(shell.window, HoldingDialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    dialog.delete.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    assert [one.reason for one in doors.backups.backups] == [Reason.BY_HAND]
    assert shell.window.status.text == "The older backups are deleted; a new one is made."
    assert dialog.told.text() == "No older backup is left."
    assert not dialog.delete.isEnabled()


def test_a_backup_that_cannot_be_made_deletes_nothing(qtbot: QtBot, shell: Shell, doors: FakeDoors) -> None:
    assert doors.backups is not None
    shell.backups.show_holding(FakeClock().now(), "")
    dialog = found(shell.window, HoldingDialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 2 and not shell.worker.is_busy)
    doors.backups.refusal = DiskFullError(doors.backups.backups[0].folder)
    dialog.delete.click()
    qtbot.waitUntil(dialog.delete.isEnabled)
    assert len(doors.backups.backups) == 2
    assert "disk is full" in shell.window.status.text


def test_a_wrong_passphrase_closes_nothing(qtbot: QtBot, shell: Shell, doors: FakeDoors) -> None:
    doors.refusal = WrongKeyError()
    dialog = submit(shell)
    qtbot.waitUntil(lambda: "does not open" in dialog.page.error.text())
    assert shell.session is not None
    assert dialog.isVisible()


def test_where_the_renewal_fails_the_passphrase_is_asked_for(qtbot: QtBot, shell: Shell, doors: FakeDoors) -> None:
    doors.fails_renewing = DiskFullError(Path("data"))
    submit(shell)
    qtbot.waitUntil(lambda: there(shell.window, UnlockPage))
    assert "disk is full" in found(shell.window, UnlockPage).error.text()


def by_code(shell: Shell) -> NewCodeDialog:
    """Ask for a new code by the old one, by keys; the focus is where a new passphrase is typed."""
    shell.window.run("new_code")
    dialog = found(shell.window, NewCodeDialog)
    tick = dialog.page._keys._use_code
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert dialog.focusWidget() is dialog.page._keys.field
    QTest.keyClicks(dialog.page._keys.field, CODE)
    QTest.keyClick(dialog.page._keys.field, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.page._new.fields[0]
    return dialog


def type_twice(dialog: NewCodeDialog, first: str, second: str) -> None:
    for field, typed in zip(dialog.page._new.fields, (first, second), strict=True):
        field.clear()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_who_forgot_the_passphrase_chooses_another_and_gives_the_old_code(
    qtbot: QtBot, shell: Shell, doors: FakeDoors
) -> None:
    dialog = by_code(shell)
    type_twice(dialog, "battery staple", "battery staple")
    qtbot.waitUntil(lambda: there(shell.window, RecoveryPage))
    assert doors.asked[-2:] == [("renewal", "code", CODE, "battery staple"), ("renewed",)]


@pytest.mark.parametrize(
    ("first", "second", "said", "at"),
    [("battery staple", "battery stable", "differ", 1), ("short", "short", "at least 8", 0)],
)
def test_a_new_passphrase_that_will_not_do_asks_the_doors_for_nothing(
    shell: Shell, doors: FakeDoors, first: str, second: str, said: str, at: int
) -> None:
    dialog = by_code(shell)
    type_twice(dialog, first, second)
    assert said in dialog.page.error.text()
    assert dialog.focusWidget() is dialog.page._new.fields[at]
    assert all(asked[0] != "renewal" for asked in doors.asked)


def test_a_new_passphrase_is_asked_for_only_by_the_code(shell: Shell) -> None:
    dialog = by_code(shell)
    assert dialog.page._new.isVisible()
    dialog.page._keys._use_code.setChecked(False)
    assert not dialog.page._new.isVisible()
    assert dialog.page._keys.field.isVisible()


def test_nothing_typed_proves_nothing(shell: Shell, doors: FakeDoors) -> None:
    shell.window.run("new_code")
    dialog = found(shell.window, NewCodeDialog)
    QTest.keyClick(dialog.page._keys.field, Qt.Key.Key_Return)
    assert "Nothing is typed yet" in dialog.page.error.text()
    assert all(asked[0] != "renewal" for asked in doors.asked)
