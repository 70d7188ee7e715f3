"""The store that is open is looked at from the window: beside the work, stopped when asked, and told in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpa_desktop.i18n import Language
from bpa_desktop.services.backup import Reason
from bpa_desktop.services.health import Check, Checked, Fault, Health, Problem
from bpa_desktop.services.roster import records_of
from bpa_desktop.store import vault
from bpa_desktop.store.backup import BACKUPS_NAME, backups_in
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.texts.health import check_text, spoken_check
from bpa_desktop.ui.health_dialog import HealthDialog
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from bpa_desktop.ui.start.store_doors import StoreDoors
from tests.memory import FakeClock
from tests.store.shelves import RIGHT, damage, filled, shelf_of
from tests.store.stores import CHEAP
from tests.ui.accessibility import Recorder
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors, FakeShelf
from tests.ui.found import found, there
from tests.ui.test_backups import idle


@pytest.fixture
def doors() -> Iterator[FakeDoors]:
    """Doors to a store with a shelf; whatever waits is let go on at the end."""
    doors = FakeDoors(exists=True)
    doors.backups = FakeShelf(now=FakeClock().now)
    yield doors
    doors.go_on.set()


@pytest.fixture
def shell(qtbot: QtBot, shell_of: ShellMaker, doors: FakeDoors) -> Shell:
    """A window with week 49 open."""
    shell = shell_of(doors)
    shell._opened(Opening(MemoryStore(records_of(week_49()))))
    idle(qtbot, shell)
    return shell


def dialog_of(shell: Shell) -> HealthDialog:
    shell.window.actions_by_id["check_store"].trigger()
    return found(shell.window, HealthDialog)


def lines(dialog: HealthDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_everything_that_was_looked_at_is_listed_and_the_result_announced(qtbot: QtBot, shell: Shell) -> None:
    with Recorder() as recorder:
        dialog = dialog_of(shell)
        idle(qtbot, shell)
    assert recorder.announcements == ["Looking…", "Everything is well."]
    assert dialog.told.text() == "Everything is well."
    assert lines(dialog) == [f"✓ {check_text(Language('en'), check)}" for check in Check]
    assert dialog.list.hasFocus()
    spoken = dialog.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(": in order")


def test_what_is_wrong_stands_below_what_was_looked_at_and_is_chosen(
    qtbot: QtBot, shell: Shell, doors: FakeDoors
) -> None:
    wrong = Checked(Check.BACKUPS, (Problem(Fault.DAMAGED_BACKUP, "bpa-1"), Problem(Fault.OLD_BACKUP)))
    doors.health = Health((Checked(Check.PLACE), wrong))
    dialog = dialog_of(shell)
    idle(qtbot, shell)
    assert dialog.told.text() == "2 things need attention."
    assert dialog.list.currentRow() == 1
    head, first, second = lines(dialog)[1].splitlines()
    assert head == "▲ The backups, byte for byte"
    assert first.startswith("The backup bpa-1 is not what was checked.")
    assert second.endswith("Make one now.")
    spoken = dialog.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == spoken_check(Language("en"), wrong)
    assert "▲" not in spoken
    doors.health = Health((Checked(Check.PLACE),))
    dialog.again.click()
    idle(qtbot, shell)
    assert len(lines(dialog)) == 1


def test_it_tells_what_it_looks_at_and_stops_when_asked(qtbot: QtBot, shell: Shell, doors: FakeDoors) -> None:
    doors.go_on.clear()
    dialog = dialog_of(shell)
    qtbot.waitUntil(lambda: dialog.told.text() == "Looking: Every page and every reference in it")
    assert not dialog.again.isVisible()
    dialog.stop.setFocus()
    QTest.keyClick(dialog.stop, Qt.Key.Key_Space)
    doors.go_on.set()
    with Recorder() as recorder:
        idle(qtbot, shell)
    assert recorder.announcements == ["Stopped. Not everything was looked at."]
    assert dialog.told.text() == "Stopped. Not everything was looked at."
    assert ("examine",) not in doors.asked
    assert lines(dialog) == []
    assert dialog.again.hasFocus()
    doors.go_on.clear()
    QTest.keyClick(dialog.again, Qt.Key.Key_Space)
    assert dialog.stop.hasFocus()
    doors.go_on.set()
    idle(qtbot, shell)


def test_escape_stops_it_and_nothing_is_said_of_it_afterwards(qtbot: QtBot, shell: Shell, doors: FakeDoors) -> None:
    doors.go_on.clear()
    dialog = dialog_of(shell)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    doors.go_on.set()
    with Recorder() as recorder:
        idle(qtbot, shell)
        qtbot.waitUntil(lambda: not there(shell.window, HealthDialog))
    assert recorder.announcements == []
    assert ("examine",) not in doors.asked


def test_what_is_kept_nowhere_cannot_be_checked(shell_of: ShellMaker) -> None:
    shell = shell_of(FakeDoors())
    shell._opened(Opening(MemoryStore(records_of(week_49())), None, True))
    assert not shell.window.actions_by_id["check_store"].isEnabled()


def test_once_it_is_locked_it_cannot_be_checked(shell: Shell) -> None:
    assert shell.window.actions_by_id["check_store"].isEnabled()
    shell.window.run("lock_now")
    assert not shell.window.actions_by_id["check_store"].isEnabled()


def test_the_open_store_is_really_looked_at_and_no_byte_of_it_changed_by_that(
    qtbot: QtBot, shell_of: ShellMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault, "SCRYPT_N", CHEAP)
    filled(tmp_path)
    with shelf_of(tmp_path) as shelf:
        shelf.make(Reason.BY_HAND)
    shell = shell_of(StoreDoors(tmp_path, FakeClock(), RIGHT.text))
    shell.begin(demo=False)
    qtbot.waitUntil(lambda: shell.session is not None)
    idle(qtbot, shell)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and "-shm" not in path.name}
    dialog = dialog_of(shell)
    idle(qtbot, shell)
    assert dialog.told.text() == "Everything is well."
    assert len(lines(dialog)) == len(Check)
    assert {path: path.read_bytes() for path in before} == before
    (backup, *_) = backups_in(tmp_path / BACKUPS_NAME)
    damage(backup.folder)
    dialog.again.click()
    idle(qtbot, shell)
    assert dialog.told.text() == "1 thing needs attention."
    assert backup.id in "\n".join(lines(dialog))
