"""A damaged file opens the rescue page: the newest good backup is offered, what can be read is shown and saved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.backup import Reason
from bpa_desktop.services.team import add_assistant
from bpa_desktop.services.trouble import DamagedStoreError, NothingRescuedError, RescuedOnlyError, WrongKeyError
from bpa_desktop.store import vault
from bpa_desktop.store.backup import BACKUPS_NAME, backups_in
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.shelf import Shelf
from bpa_desktop.store.vault import RecoveryCode, unlock
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.doors import Knock, Way
from bpa_desktop.ui.start.rescue import RescuePage
from bpa_desktop.ui.start.rescuing import Rescuing
from bpa_desktop.ui.start.store_doors import StoreDoors
from bpa_desktop.ui.start.unlock import UnlockPage
from tests.memory import FakeClock
from tests.store.shelves import RIGHT, damage, filled, shelf_of
from tests.store.stores import CHEAP
from tests.ui.a11y_walk import settle
from tests.ui.accessibility import Recorder
from tests.ui.conftest import ShellMaker
from tests.ui.doors import FakeDoors, FakeShelf
from tests.ui.found import found, there

DAMAGED = DamagedStoreError(Path("arrangement.bpa"))


def damaged_doors() -> FakeDoors:
    doors = FakeDoors(exists=True)
    doors.without_asking = True
    doors.refusal = DAMAGED
    return doors


def with_backups(doors: FakeDoors, clock: FakeClock) -> FakeDoors:
    doors.backups = FakeShelf(now=clock.now)
    doors.backups.make(Reason.ROUTINE)
    doors.backups.make(Reason.IMPORT)
    return doors


def rescue_of(qtbot: QtBot, shell: Shell) -> RescuePage:
    shell.begin(demo=False)
    qtbot.waitUntil(lambda: there(shell.window, RescuePage))
    return found(shell.window, RescuePage)


def press(page: RescuePage, text: str) -> None:
    next(button for button in page.findChildren(QPushButton) if text in button.text()).click()


def test_a_damaged_file_offers_the_newest_backup_and_brings_it_back_by_enter(
    qtbot: QtBot, shell_of: ShellMaker
) -> None:
    doors = with_backups(damaged_doors(), FakeClock())
    shell = shell_of(doors)
    page = rescue_of(qtbot, shell)
    choice = QApplication.focusWidget()
    assert isinstance(choice, QComboBox)
    assert choice.currentText() == "today 19:00" or choice.currentText().startswith("today ")
    main = next(button for button in page.findChildren(QPushButton) if button.property("main"))
    with Recorder() as recorder:
        QTest.keyClick(main, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: shell.session is not None)
    assert doors.asked[-2:] == [("put back", "bpa-1", "without asking"), ("without asking",)]
    assert "The damaged file is kept in aside-1." in shell.window.status.text
    assert shell.window.status.text in recorder.announcements


@pytest.mark.parametrize("by_code", [False, True])
def test_what_was_typed_serves_for_the_rescue_too(qtbot: QtBot, shell_of: ShellMaker, by_code: bool) -> None:
    doors = with_backups(FakeDoors(exists=True), FakeClock())
    shell = shell_of(doors)
    shell.begin(demo=False)
    qtbot.waitUntil(lambda: there(shell.window, UnlockPage))
    doors.refusal = DAMAGED
    page = found(shell.window, UnlockPage)
    page.key_given.emit(Knock(Way.CODE if by_code else Way.PASSPHRASE, "words"))
    qtbot.waitUntil(lambda: there(shell.window, RescuePage))
    press(found(shell.window, RescuePage), "Bring back")
    qtbot.waitUntil(lambda: shell.session is not None)
    way = "code" if by_code else "passphrase"
    assert doors.asked[-2:] == [("put back", "bpa-1", way), (way, "words")]


def test_a_backup_that_does_not_come_back_is_said_and_another_can_be_tried(qtbot: QtBot, shell_of: ShellMaker) -> None:
    doors = with_backups(damaged_doors(), FakeClock())
    shell = shell_of(doors)
    page = rescue_of(qtbot, shell)
    doors.refusal = WrongKeyError()
    press(page, "Bring back")
    qtbot.waitUntil(lambda: "does not open" in page.error.text())
    found(page, QComboBox).setCurrentIndex(1)
    press(page, "Bring back")
    qtbot.waitUntil(lambda: shell.session is not None)
    assert ("put back", "bpa-0", "without asking") in doors.asked


def test_without_a_checked_backup_none_is_offered_and_that_is_said(qtbot: QtBot, shell_of: ShellMaker) -> None:
    page = rescue_of(qtbot, shell_of(damaged_doors()))
    assert [button.text() for button in page.findChildren(QPushButton)] == [
        "Look for backups in a folder…",
        "Look at what can be read",
        "Save what can be read…",
    ]
    assert page.findChildren(QPushButton)[1].hasFocus()


def test_what_can_be_read_is_shown_for_reading_only(qtbot: QtBot, shell_of: ShellMaker) -> None:
    shell = shell_of(damaged_doors())
    press(rescue_of(qtbot, shell), "Look at")
    qtbot.waitUntil(lambda: shell.session is not None)
    assert shell.session is not None
    assert shell.window.windowTitle() == "BPA Desktop · Damaged file: for reading only"
    with pytest.raises(RescuedOnlyError):
        add_assistant(shell.session.history, Assistant("nina", "Nina"))
    assert shell.session.history.records.all(Assistant) == ()
    for action in ("import_file", "change_passphrase", "backups"):
        assert not shell.window.actions_by_id[action].isEnabled()
    assert shell.window.actions_by_id["export_file"].isEnabled()


def test_nothing_that_can_be_read_is_said(qtbot: QtBot, shell_of: ShellMaker) -> None:
    doors = damaged_doors()
    page = rescue_of(qtbot, shell_of(doors))
    doors.refusal = NothingRescuedError()
    press(page, "Look at")
    qtbot.waitUntil(lambda: "Nothing can be read" in page.error.text())


# The real doors, to a file that is really damaged.


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a damaged store, and a backup of it."""
    monkeypatch.setattr(vault, "SCRYPT_N", CHEAP)
    folder = tmp_path / "data"
    filled(folder)
    with shelf_of(folder) as shelf:
        shelf.make(Reason.BY_HAND)
    damage(folder, page=9)
    return folder


def test_a_really_damaged_file_is_brought_back_and_kept(qtbot: QtBot, shell_of: ShellMaker, real: Path) -> None:
    broken = (real / STORE_NAME).read_bytes()
    shell = shell_of(StoreDoors(real, FakeClock(), RIGHT.text))
    press(rescue_of(qtbot, shell), "Bring back")
    qtbot.waitUntil(lambda: shell.session is not None)
    assert shell.session is not None
    assert len(shell.session.history.roster.shifts) == 2
    assert (real / "aside-1" / STORE_NAME).read_bytes() == broken
    add_assistant(shell.session.history, Assistant("nina", "Nina"))


def test_a_backup_on_a_stick_is_found_by_its_folder(
    qtbot: QtBot, shell_of: ShellMaker, real: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    (real / BACKUPS_NAME).rename(stick)
    (backup,) = backups_in(stick)
    shell = shell_of(StoreDoors(real, FakeClock(), RIGHT.text))
    page = rescue_of(qtbot, shell)
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    for chosen, is_found in ((nothing, False), (tmp_path, True), (stick, True), (backup.folder, True)):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, chosen=chosen, **__: str(chosen))
        press(page, "Look for backups")
        settle()
        page = found(shell.window, RescuePage) if is_found else page
        assert ("no checked backup in" in page.error.text()) is not is_found
        assert any("Bring back" in button.text() for button in page.findChildren(QPushButton)) is is_found
    press(page, "Bring back")
    qtbot.waitUntil(lambda: shell.session is not None)
    qtbot.waitUntil(lambda: not shell.worker.is_busy)


def test_what_can_be_read_of_it_is_saved_as_a_roster_file(
    qtbot: QtBot, shell_of: ShellMaker, real: Path, tmp_path: Path
) -> None:
    shell = shell_of(StoreDoors(real, FakeClock(), RIGHT.text))
    page = rescue_of(qtbot, shell)
    rescuing = Rescuing(shell._stage, shell._doors, clock=FakeClock())
    rescuing.save_to(page, tmp_path / "out.json", knock=Knock(Way.WITHOUT_ASKING))
    qtbot.waitUntil(lambda: (tmp_path / "out.json").exists())
    tree = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [shift["id"] for shift in tree["shifts"]] == ["day", "evening"]
    qtbot.waitUntil(lambda: shell.window.status.text == "Exported: out.json")


def test_the_code_rescues_where_the_passphrase_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "SCRYPT_N", CHEAP)
    code = filled(tmp_path)
    doors = StoreDoors(tmp_path, FakeClock())
    store = doors.rescue.open_rescued(Knock(Way.CODE, code))
    assert store.slots()
    assert code not in repr(Knock(Way.CODE, code))
    assert unlock(tmp_path, RecoveryCode(code)).proved
    assert doors.shelf(store) is None
    opened = doors.open_by_code(code)
    assert isinstance(doors.shelf(opened), Shelf)
    opened.close()
    damage(tmp_path, page=0)
    with pytest.raises(NothingRescuedError):
        doors.rescue.open_rescued(Knock(Way.CODE, code))
