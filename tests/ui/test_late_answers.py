"""What comes home after its dialog or page was left: nothing breaks, and what came of it is still said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from bpa_desktop.services.backup import Reason
from bpa_desktop.services.roster import records_of
from bpa_desktop.services.trouble import DamagedStoreError, DiskFullError, WrongKeyError
from bpa_desktop.ui.backup_dialog import BackupsDialog
from bpa_desktop.ui.problem_list import ProblemList
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.bring_back import BringBackPage, FolderPage
from bpa_desktop.ui.start.bringing import Bringing
from bpa_desktop.ui.start.change_passphrase import ChangePassphraseDialog
from bpa_desktop.ui.start.create import CreatePage
from bpa_desktop.ui.start.doors import Way
from bpa_desktop.ui.start.new_code import NewCodeDialog
from bpa_desktop.ui.start.page_dialog import PageDialog
from bpa_desktop.ui.start.recovery import RecoveryPage
from bpa_desktop.ui.start.rescue import RescuePage
from bpa_desktop.ui.start.welcome import WelcomePage
from tests.memory import FakeClock
from tests.ui.a11y_walk import settle
from tests.ui.conftest import ShellMaker, opened_by
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors, FakeShelf, small_roster
from tests.ui.found import found, there
from tests.ui.test_let_go import let_go

DAMAGED = DamagedStoreError(Path("arrangement.bpa"))


@pytest.fixture
def doors() -> FakeDoors:
    """Doors to a store with a backup."""
    doors = FakeDoors(exists=True)
    doors.backups = FakeShelf(records_of(week_49()), now=FakeClock().now)
    doors.backups.make(Reason.ROUTINE)
    return doors


@pytest.fixture
def shell(qtbot: QtBot, shell_of: ShellMaker, doors: FakeDoors) -> Shell:
    """A window with the store open, and nothing under way."""
    shell = opened_by(shell_of, doors)
    qtbot.waitUntil(lambda: not shell.worker.is_busy)
    return shell


@contextmanager
def waiting(qtbot: QtBot, shell: Shell) -> Iterator[None]:
    """Have every job wait until what is left meanwhile is gone; then have all of them come home."""
    go_on = Event()
    shell.worker.run(lambda _progress: go_on.wait(60), done=lambda _waited: None, failed=lambda _error: None)
    try:
        yield
        let_go()
    finally:
        go_on.set()
    qtbot.waitUntil(lambda: not shell.worker.is_busy)


def typed(dialog: PageDialog | CreatePage) -> None:
    """Type the same into every field that is shown."""
    for field in dialog.findChildren(QLineEdit):
        if field.isVisible():
            field.setText("correct horse")


def leave(dialog: QDialog) -> None:
    """Close it as Esc does."""
    dialog.reject()


def test_a_passphrase_changed_after_the_dialog_was_left_is_told(qtbot: QtBot, shell: Shell) -> None:
    with waiting(qtbot, shell):
        shell.window.run("change_passphrase")
        dialog = found(shell.window, ChangePassphraseDialog)
        typed(dialog)
        dialog.page._submit()
        leave(dialog)
    assert shell.window.status.text == "The passphrase is changed."


def test_a_passphrase_that_was_wrong_is_told_after_the_dialog_was_left(
    qtbot: QtBot, shell: Shell, doors: FakeDoors
) -> None:
    with waiting(qtbot, shell):
        shell.window.run("change_passphrase")
        dialog = found(shell.window, ChangePassphraseDialog)
        typed(dialog)
        doors.refusal = WrongKeyError()
        dialog.page._submit()
        leave(dialog)
    assert "does not open" in shell.window.status.text


@pytest.mark.parametrize("refusal", [None, WrongKeyError()], ids=["proved", "refused"])
def test_who_left_the_dialog_of_a_new_code_gets_none(
    qtbot: QtBot, shell: Shell, doors: FakeDoors, refusal: Exception | None
) -> None:
    with waiting(qtbot, shell):
        shell.window.run("new_code")
        dialog = found(shell.window, NewCodeDialog)
        typed(dialog)
        doors.refusal = refusal
        dialog.page._submit()
        leave(dialog)
    assert ("renewal", Way.PASSPHRASE, "correct horse", "correct horse") in doors.asked
    assert ("renewed",) not in doors.asked
    assert shell.session is not None


@pytest.mark.parametrize("refusal", [None, DAMAGED], ids=["read", "refused"])
def test_a_backup_read_after_its_dialog_was_left_is_shown_to_nobody(
    qtbot: QtBot, shell: Shell, doors: FakeDoors, refusal: Exception | None
) -> None:
    assert doors.backups is not None
    with waiting(qtbot, shell):
        shell.window.run("backups")
        dialog = found(shell.window, BackupsDialog)
        doors.backups.refusal = refusal
        dialog.look()
        leave(dialog)
    assert not there(shell.window, BackupsDialog)


def test_an_arrangement_that_cannot_be_kept_is_told_after_its_page_was_left(qtbot: QtBot, shell_of: ShellMaker) -> None:
    doors = FakeDoors()
    doors.refusal = DiskFullError(Path("store.db"))
    shell = shell_of(doors)
    with waiting(qtbot, shell):
        shell.first_time.begin_with(small_roster())
        page = found(shell.window, CreatePage)
        typed(page)
        page._submit()
        page.back_wanted.emit()
    assert there(shell.window, WelcomePage)
    assert not there(shell.window, RecoveryPage)
    assert "disk is full" in shell.window.status.text


def test_what_is_wrong_with_a_file_is_not_listed_over_what_was_locked_meanwhile(
    qtbot: QtBot, shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "roster.json"
    file.write_text('{"format": "bpa-roster/1"}', "utf-8")
    with waiting(qtbot, shell):
        shell.files.import_path(file)
        shell.locking.lock()
    assert not there(shell.window, ProblemList)
    assert shell.window.status.text.endswith("in roster.json. Nothing was brought in.")


def stick(shell: Shell, doors: FakeDoors, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> BringBackPage:
    """Return the page with the backups of a folder."""
    doors.is_there = False
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path))
    Bringing(shell._stage, doors, clock=FakeClock(), back=shell.first_time.show_welcome).show(tmp_path)
    return found(shell.window, BringBackPage)


@pytest.mark.parametrize("refusal", [None, DAMAGED, WrongKeyError()], ids=["read", "damaged", "wrong"])
def test_a_backup_looked_into_from_a_page_that_was_left_breaks_nothing(
    qtbot: QtBot,
    shell_of: ShellMaker,
    doors: FakeDoors,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    refusal: Exception | None,
) -> None:
    shell = shell_of(doors)
    page = stick(shell, doors, monkeypatch, tmp_path)
    with waiting(qtbot, shell):
        page._keys.field.setText("correct horse")
        doors.refusal = refusal
        page._look()
        page.back_wanted.emit()
    assert there(shell.window, WelcomePage)
    assert bool(shell.window.status.text) is (refusal is not None)


def leave_for_a_folder(
    page: FolderPage | RescuePage, shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    """Ask for another folder, and choose it only once what is under way has opened the arrangement."""

    def answer(*_: object, **__: object) -> str:
        qtbot.waitUntil(lambda: shell.session is not None)
        return str(folder)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer)
    page.folder_wanted.emit()
    settle()


def test_what_was_brought_here_while_another_folder_was_looked_for_stays_open(
    qtbot: QtBot, shell_of: ShellMaker, doors: FakeDoors, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shell = shell_of(doors)
    page = stick(shell, doors, monkeypatch, tmp_path)
    page._want()
    leave_for_a_folder(page, shell, qtbot, monkeypatch, tmp_path)
    assert shell.window.shown == "roster"
    assert not there(shell.window, FolderPage)


def test_what_was_put_back_while_a_folder_was_looked_for_stays_open(
    qtbot: QtBot, shell_of: ShellMaker, doors: FakeDoors, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    doors.without_asking = True
    doors.refusal = DAMAGED
    shell = shell_of(doors)
    shell.begin(demo=False)
    qtbot.waitUntil(lambda: there(shell.window, RescuePage))
    page = found(shell.window, RescuePage)
    page._want_back()
    leave_for_a_folder(page, shell, qtbot, monkeypatch, tmp_path)
    assert (shell.window.shown, there(shell.window, RescuePage)) == ("roster", False)
