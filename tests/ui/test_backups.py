"""Backups in the window: their age in the status line, made beside the work, listed, looked at, brought back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.backup import Reason
from bpa_desktop.services.roster import import_roster, records_of
from bpa_desktop.services.shift import remove_shifts
from bpa_desktop.services.shift_lock import lock_shifts
from bpa_desktop.services.team import add_assistant
from bpa_desktop.services.trouble import DamagedStoreError, DiskFullError
from bpa_desktop.store import snapshot, vault
from bpa_desktop.store.backup import BACKUPS_NAME, backups_in
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui.backup_dialog import BackupsDialog
from bpa_desktop.ui.backup_keeper import Keeper
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from bpa_desktop.ui.start.store_doors import StoreDoors
from tests.memory import FakeClock
from tests.store.shelves import RIGHT, filled
from tests.store.stores import CHEAP
from tests.ui.accessibility import Recorder, nameless
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors, FakeShelf
from tests.ui.found import found
from tests.ui.test_let_go import let_go
from tests.ui.test_shell import speak


@pytest.fixture
def doors() -> FakeDoors:
    """Doors to a store whose backups hold week 49, as it is."""
    doors = FakeDoors(exists=True)
    doors.backups = FakeShelf(records_of(week_49()), now=FakeClock().now)
    return doors


@pytest.fixture
def shell(qtbot: QtBot, shell_of: ShellMaker, doors: FakeDoors) -> Shell:
    """A window with week 49 open, and its first backup made."""
    shell = shell_of(doors)
    shell._opened(Opening(MemoryStore(records_of(week_49()))))
    idle(qtbot, shell)
    return shell


def idle(qtbot: QtBot, shell: Shell) -> None:
    qtbot.waitUntil(lambda: not shell.worker.is_busy)


def shelf(doors: FakeDoors) -> FakeShelf:
    assert doors.backups is not None
    return doors.backups


def keeper(shell: Shell) -> Keeper:
    assert shell.backups.keeper is not None
    return shell.backups.keeper


def dialog(shell: Shell) -> BackupsDialog:
    shell.window.actions_by_id["backups"].trigger()
    return found(shell.window, BackupsDialog)


def lines(shown: BackupsDialog) -> list[str]:
    return [shown.list.item(row).text().replace("\N{NO-BREAK SPACE}", " ") for row in range(shown.list.count())]


def test_the_age_of_the_last_backup_stands_in_the_status_line_and_leads_to_the_list(shell: Shell) -> None:
    button = shell.window.status.backup
    assert (button.text(), button.isVisible()) == ("Backup: today 19:00", True)
    button.click()
    assert found(shell.window, BackupsDialog).isVisible()


def test_it_is_told_in_the_language_of_the_window(look: Look, shell: Shell) -> None:
    speak(look, "nb")
    assert shell.window.status.backup.text().startswith("Sikkerhetskopi:")


def test_what_is_kept_nowhere_has_no_backups(shell_of: ShellMaker) -> None:
    shell = shell_of(FakeDoors())
    shell._opened(Opening(MemoryStore(records_of(week_49())), None, True))
    assert not shell.window.status.backup.isVisible()
    assert not shell.window.actions_by_id["backups"].isEnabled()
    assert not shell.window.actions_by_id["make_backup"].isEnabled()


def test_a_backup_is_made_by_a_command_and_said(qtbot: QtBot, shell: Shell, doors: FakeDoors) -> None:
    with Recorder() as recorder:
        shell.window.actions_by_id["make_backup"].trigger()
        idle(qtbot, shell)
    assert recorder.announcements == ["A backup is made and checked."]
    assert [one.reason for one in shelf(doors).backups] == [Reason.ROUTINE, Reason.BY_HAND]


def test_a_backup_that_fails_is_said_once_and_work_goes_on(qtbot: QtBot, shell: Shell, doors: FakeDoors) -> None:
    with Recorder() as recorder:
        for _ in range(2):
            shelf(doors).refusal = DiskFullError(Path("data"))
            keeper(shell).make()
            idle(qtbot, shell)
    assert recorder.announcements == ["No backup: the disk is full. Make room; your work is kept."]
    button = shell.window.status.backup
    assert button.text() == "▲ Backup: today 19:00"
    assert button.accessibleName() == "Backup: today 19:00, the last try failed"
    assert shell.session is not None
    remove_shifts(shell.session.history, ("w49-mon-day",))
    keeper(shell).make()
    idle(qtbot, shell)
    assert shell.window.status.backup.text() == "Backup: today 19:00"
    assert shell.window.status.text == "A backup is made and checked."


def test_a_backup_that_waits_while_the_program_ends_is_no_fault(qtbot: QtBot, shell: Shell) -> None:
    ended = Event()
    shell.worker.run(lambda _progress: ended.wait(60), done=lambda _waited: None, failed=lambda _error: None)
    with Recorder() as recorder, qtbot.captureExceptions() as faults:
        keeper(shell).make()
        shell.worker.stop()
        ended.set()
        idle(qtbot, shell)
    assert faults == []
    assert recorder.announcements == []


def test_a_backup_that_is_ready_after_the_window_is_gone_is_no_fault(qtbot: QtBot, shell: Shell) -> None:
    ended = Event()
    shell.worker.run(lambda _progress: ended.wait(60), done=lambda _waited: None, failed=lambda _error: None)
    keeper(shell).make()
    shell.backups.close()
    shell.window.status.backup.deleteLater()
    let_go()
    with qtbot.captureExceptions() as faults:
        ended.set()
        idle(qtbot, shell)
    assert faults == []


def test_a_large_step_an_import_and_a_restore_are_backed_up_before(
    qtbot: QtBot, shell: Shell, doors: FakeDoors
) -> None:
    assert shell.session is not None
    history = shell.session.history
    seen = []
    history.subscribe(lambda step: seen.append(step))
    remove_shifts(history, ("w49-mon-day",))
    import_roster(history, week_49())
    for step in seen:
        shelf(doors).ask(step)
    idle(qtbot, shell)
    assert [one.reason for one in shelf(doors).backups] == [Reason.ROUTINE, Reason.IMPORT]


def test_enter_says_what_would_change_and_a_button_brings_it_back_with_undo(
    qtbot: QtBot, shell: Shell, doors: FakeDoors
) -> None:
    assert shell.session is not None
    history = shell.session.history
    before = history.roster
    remove_shifts(history, ("w49-mon-day", "w49-tue-day"))
    add_assistant(history, Assistant("nina", "Nina"))
    since = history.roster
    shown = dialog(shell)
    assert nameless(shown) == []
    assert not shown.restore.isEnabled()
    with Recorder() as recorder:
        QTest.keyClick(shown.list, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: shown.restore.isEnabled())
    assert shown.isVisible()
    assert recorder.announcements[-1] == shown.difference.text() == "2 shifts come back and 1 assistant goes."
    shown.restore.click()
    assert not shown.isVisible()
    assert history.roster == before
    assert shell.window.status.text == "Backup brought back: 3 entries changed."
    history.undo()
    assert history.roster == since


def test_where_nothing_would_change_there_is_nothing_to_bring_back(qtbot: QtBot, shell: Shell) -> None:
    shown = dialog(shell)
    shown.look()
    qtbot.waitUntil(lambda: shown.difference.text().startswith("Nothing changes"))
    assert not shown.restore.isEnabled()


def test_another_choice_takes_what_was_said_of_the_first_away(qtbot: QtBot, shell: Shell) -> None:
    assert shell.session is not None
    keeper(shell).make()
    idle(qtbot, shell)
    remove_shifts(shell.session.history, ("w49-mon-day",))
    shown = dialog(shell)
    shown.look()
    qtbot.waitUntil(lambda: shown.restore.isEnabled())
    shown.list.setCurrentRow(1)
    assert not shown.restore.isEnabled()
    assert not shown.difference.isVisible()
    shown.look()
    shown.list.setCurrentRow(0)
    idle(qtbot, shell)
    assert not shown.restore.isEnabled()  # it was read of the other


def test_what_was_said_stays_while_another_backup_is_made(qtbot: QtBot, shell: Shell) -> None:
    assert shell.session is not None
    remove_shifts(shell.session.history, ("w49-mon-day",))
    shown = dialog(shell)
    shown.look()
    qtbot.waitUntil(lambda: shown.restore.isEnabled())
    shown.make.click()
    idle(qtbot, shell)
    assert shown.list.currentRow() == 1
    assert shown.restore.isEnabled()
    assert shown.difference.text() == "1 shift comes back."


def test_a_backup_that_is_not_whole_or_holds_what_is_locked_is_refused_in_words(
    qtbot: QtBot, shell: Shell, doors: FakeDoors
) -> None:
    assert shell.session is not None
    history = shell.session.history
    shown = dialog(shell)
    shelf(doors).refusal = DamagedStoreError(Path("bpa-0"))
    shown.look()
    qtbot.waitUntil(lambda: "is damaged" in shown.difference.text())
    extra = Shift("extra", history.roster.shifts[0].span, "kari")
    with history.step("add_shift") as record:
        record.put(extra)
    lock_shifts(history, ("extra",))
    shown.look()
    qtbot.waitUntil(lambda: shown.restore.isEnabled())
    shown.bring_back()
    assert not shown.isVisible()  # the lock goes with the shift


def test_a_line_says_when_why_and_how_large(qtbot: QtBot, shell: Shell, doors: FakeDoors) -> None:
    shelf(doors).make(Reason.IMPORT)
    keeper(shell).look()
    idle(qtbot, shell)
    assert lines(dialog(shell)) == [
        "today 19:00 · before a roster file came in · 0.3 MB",
        "today 19:00 · made while you worked · 0.3 MB",
    ]


def test_it_says_when_the_whole_file_was_last_looked_at(shell: Shell) -> None:
    assert dialog(shell).whole.text() == "Your whole file was last checked: today 19:00."


def test_a_second_place_is_chosen_and_reminded_of(
    qtbot: QtBot, shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_kwargs: str(tmp_path))
    shown = dialog(shell)
    assert "There is no second place" in shown.second.text()
    press = {button.text(): button for button in shown.findChildren(QPushButton)}
    press["Choose a second &place…"].click()
    idle(qtbot, shell)
    assert "No copy has got there yet" in shown.second.text()
    button = shell.window.status.backup
    assert button.text() == "Backup: today 19:00 · △\N{NO-BREAK SPACE}second place"
    assert button.accessibleName() == "Backup: today 19:00, no copy in the second place for too long"
    press["&No second place"].click()
    idle(qtbot, shell)
    assert shell.window.status.backup.text() == "Backup: today 19:00"
    assert not press["&No second place"].isVisible()


# Over a real store.


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a store."""
    monkeypatch.setattr(vault, "SCRYPT_N", CHEAP)
    filled(tmp_path / "data")
    return tmp_path / "data"


def test_a_real_store_is_backed_up_when_it_is_opened_and_before_it_is_replaced(
    qtbot: QtBot, shell_of: ShellMaker, real: Path
) -> None:
    clock = FakeClock()
    shell = shell_of(StoreDoors(real, clock, RIGHT.text))
    shell.begin(demo=False)
    qtbot.waitUntil(lambda: shell.session is not None)
    idle(qtbot, shell)
    assert shell.session is not None
    history = shell.session.history
    import_roster(history, week_49(), replacing=True)
    idle(qtbot, shell)
    clock.go_on(timedelta(hours=1))
    keeper(shell).look()
    idle(qtbot, shell)
    assert backups_in(real / BACKUPS_NAME)[0].reason is Reason.ROUTINE
    assert {one.reason for one in backups_in(real / BACKUPS_NAME)} == {Reason.ROUTINE, Reason.IMPORT}
    held = next(one for one in backups_in(real / BACKUPS_NAME) if one.reason is Reason.IMPORT)
    shown = dialog(shell)
    shown.list.setCurrentRow([one.id for one in keeper(shell).shelved.backups].index(held.id))
    shown.look()
    qtbot.waitUntil(lambda: shown.restore.isEnabled())
    shown.bring_back()
    assert history.roster.arrangement.id == "home"
    idle(qtbot, shell)
    assert Reason.RESTORE in {one.reason for one in backups_in(real / BACKUPS_NAME)}


def test_a_place_that_cannot_be_held_before_a_step_does_not_stop_the_step(
    qtbot: QtBot, shell_of: ShellMaker, real: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = shell_of(StoreDoors(real, FakeClock(), RIGHT.text))
    shell.begin(demo=False)
    qtbot.waitUntil(lambda: shell.session is not None)
    idle(qtbot, shell)
    assert shell.session is not None

    def full(_path: Path, _key: bytes) -> snapshot.Snapshot:
        raise DiskFullError(real)

    monkeypatch.setattr("bpa_desktop.store.shelf.take_snapshot", full)
    import_roster(shell.session.history, week_49(), replacing=True)
    assert shell.session.history.roster.arrangement.id == "asker-demo"
    refusals = [said.text for said in shell.window.status.log.newest_first if said.is_refusal]
    assert refusals == ["No backup: the disk is full. Make room; your work is kept."]
