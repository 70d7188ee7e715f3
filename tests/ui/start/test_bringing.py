"""A backup made on one computer is brought back on another by keys alone, and the backup stays as it is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.services.attempts import FIRST
from bpa_desktop.services.backup import Reason
from bpa_desktop.services.team import add_assistant
from bpa_desktop.services.trouble import StoreExistsError, TooManyTriesError, WrongKeyError
from bpa_desktop.store import vault
from bpa_desktop.store.attempts_file import ATTEMPTS_NAME
from bpa_desktop.store.backup import BACKUPS_NAME, backups_in
from bpa_desktop.store.keys_file import KEYS_NAME, Keys, KeyStoreSlot, read_keys, write_keys
from bpa_desktop.store.opening import open_store
from bpa_desktop.store.vault import RecoveryCode
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.bring_back import BringBackPage, NoBackupPage
from bpa_desktop.ui.start.doors import Knock, Way
from bpa_desktop.ui.start.store_doors import StoreDoors
from bpa_desktop.ui.start.unlock import UnlockPage
from bpa_desktop.ui.start.welcome import WelcomePage
from tests.memory import FakeClock
from tests.store.shelves import RIGHT, damage, filled, shelf_of
from tests.store.stores import CHEAP
from tests.ui.accessibility import Recorder
from tests.ui.conftest import ShellMaker
from tests.ui.found import found, there

both_languages = pytest.mark.parametrize("spoken", ["en", "nb"])


@dataclass(frozen=True)
class Stick:
    """Where the backup is, the code of its store, and everything on the stick as it was."""

    folder: Path
    code: str
    content: dict[Path, bytes]


def content_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stick:
    """A stick with a backup of a computer that is gone."""
    monkeypatch.setattr(vault, "SCRYPT_N", CHEAP)
    code = filled(tmp_path / "one")
    clock = FakeClock()
    with shelf_of(tmp_path / "one", clock) as shelf:
        shelf.make(Reason.BY_HAND)
    shutil.copytree(tmp_path / "one" / BACKUPS_NAME, tmp_path / "stick" / "BPA")
    shutil.rmtree(tmp_path / "one")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path / "stick"))
    return Stick(tmp_path / "stick", code, content_of(tmp_path / "stick"))


def new_computer(shell_of: ShellMaker, tmp_path: Path) -> Shell:
    shell = shell_of(StoreDoors(tmp_path / "two", FakeClock()))
    shell.begin(demo=False)
    return shell


def press(key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)


def tab_to(is_there: Callable[[QWidget], bool]) -> None:
    for _ in range(12):
        widget = QApplication.focusWidget()
        assert widget is not None
        if is_there(widget):
            return
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    raise AssertionError("no such part by Tab")


def page_of(shell: Shell) -> BringBackPage:
    """Go from the welcome to the page by keys."""
    choose(shell)
    return found(shell.window, BringBackPage)


def choose(shell: Shell) -> None:
    """Have the folder looked in, by keys."""
    ways = found(shell.window, WelcomePage).ways
    tab_to(lambda widget: widget is ways[2])
    press(Qt.Key.Key_Return)


def type_key(page: BringBackPage, stick: Stick, *, by_code: bool) -> None:
    """Type the passphrase or the code, by keys, and look."""
    if by_code:
        tab_to(lambda widget: widget is page._keys._use_code)
        press(Qt.Key.Key_Space)
    tab_to(lambda widget: widget is page._keys.field)
    QTest.keyClicks(page._keys.field, stick.code if by_code else RIGHT.text)
    press(Qt.Key.Key_Return)


def give(page: BringBackPage, typed: str) -> None:
    """Type a passphrase and look."""
    page._keys.field.setText(typed)
    QTest.keyClick(page._keys.field, Qt.Key.Key_Return)


@both_languages
@pytest.mark.parametrize("by_code", [False, True], ids=["passphrase", "code"])
def test_a_backup_of_one_computer_is_opened_on_another_by_keys_alone(
    qtbot: QtBot, shell_of: ShellMaker, tmp_path: Path, stick: Stick, by_code: bool
) -> None:
    shell = new_computer(shell_of, tmp_path)
    page = page_of(shell)
    assert isinstance(QApplication.focusWidget(), QComboBox)
    type_key(page, stick, by_code=by_code)
    with Recorder() as recorder:
        qtbot.waitUntil(lambda: page.told.isVisible())
    assert page.told.text() in recorder.announcements
    assert not (tmp_path / "two" / "arrangement.bpa").exists()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.session is not None)
    assert shell.session is not None
    assert len(shell.session.history.roster.shifts) == 2
    add_assistant(shell.session.history, Assistant("nina", "Nina"))
    qtbot.waitUntil(lambda: not shell.worker.is_busy)
    assert content_of(stick.folder) == stick.content
    assert not list((tmp_path / "two").glob("aside*"))
    shell._let_go()
    for secret in (RIGHT, RecoveryCode(stick.code)):
        open_store(tmp_path / "two", secret).close()


def test_what_is_in_it_is_said_in_words(qtbot: QtBot, shell_of: ShellMaker, tmp_path: Path, stick: Stick) -> None:
    page = page_of(new_computer(shell_of, tmp_path))
    give(page, RIGHT.text)
    qtbot.waitUntil(lambda: page.told.isVisible())
    assert page.told.text().startswith("In it: ")
    assert "2 shifts" in page.told.text()
    page._keys.field.setText("other words")
    assert not page.told.isVisible()
    assert not page._bring.isVisible()


def test_the_page_follows_the_language_with_all_it_says(
    qtbot: QtBot, shell_of: ShellMaker, tmp_path: Path, stick: Stick
) -> None:
    page = page_of(new_computer(shell_of, tmp_path))
    give(page, RIGHT.text)
    qtbot.waitUntil(lambda: page.told.isVisible())
    said = page.told.text()
    page.retranslate(Language("nb"))
    assert "4. des. 2026" in page.told.text()
    assert page._choice.itemText(0).startswith("i dag")
    page.retranslate(Language("en"))
    assert page.told.text() == said


@pytest.mark.parametrize("typed", ["wrong words", ""])
def test_a_wrong_key_is_said_with_what_to_do_and_another_can_be_typed(
    qtbot: QtBot, shell_of: ShellMaker, tmp_path: Path, stick: Stick, typed: str
) -> None:
    page = page_of(new_computer(shell_of, tmp_path))
    give(page, typed)
    words = "Try what opened the file when it was made." if typed else "Nothing is typed yet."
    qtbot.waitUntil(lambda: words in page.error.text())
    assert QApplication.focusWidget() is page._keys.field
    give(page, RIGHT.text)
    qtbot.waitUntil(lambda: page.told.isVisible())
    assert not page.error.isVisible()


def test_a_damaged_copy_is_said_and_nothing_comes_of_it(
    qtbot: QtBot, shell_of: ShellMaker, tmp_path: Path, stick: Stick
) -> None:
    (backup,) = backups_in(stick.folder / "BPA")
    damage(backup.folder)
    page = page_of(new_computer(shell_of, tmp_path))
    give(page, RIGHT.text)
    qtbot.waitUntil(lambda: "This copy is damaged." in page.error.text())
    assert list((tmp_path / "two").iterdir()) == []


def test_a_stick_that_was_pulled_out_is_said(qtbot: QtBot, shell_of: ShellMaker, tmp_path: Path, stick: Stick) -> None:
    page = page_of(new_computer(shell_of, tmp_path))
    shutil.rmtree(stick.folder)
    give(page, RIGHT.text)
    qtbot.waitUntil(lambda: "cannot be reached" in page.error.text())


def test_without_its_keys_the_code_alone_brings_it_back(
    qtbot: QtBot, shell_of: ShellMaker, tmp_path: Path, stick: Stick
) -> None:
    (backup,) = backups_in(stick.folder / "BPA")
    (backup.folder / KEYS_NAME).unlink()
    shell = new_computer(shell_of, tmp_path)
    page = page_of(shell)
    give(page, RIGHT.text)
    qtbot.waitUntil(lambda: "The recovery code opens" in page.error.text())
    type_key(page, stick, by_code=True)
    qtbot.waitUntil(lambda: page.told.isVisible())
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.session is not None)
    qtbot.waitUntil(lambda: not shell.worker.is_busy)


def test_a_folder_without_backups_is_said_and_another_can_be_looked_in(
    shell_of: ShellMaker, tmp_path: Path, stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nothing").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path / "nothing"))
    shell = new_computer(shell_of, tmp_path)
    with Recorder() as recorder:
        choose(shell)
    assert "There is no backup in " in found(shell.window, NoBackupPage).error.text()
    assert any("There is no backup in" in one for one in recorder.announcements)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(stick.folder))
    press(Qt.Key.Key_Return)
    assert found(shell.window, BringBackPage)._choice.count() == 1
    press(Qt.Key.Key_Escape)
    assert there(shell.window, WelcomePage)


def test_no_folder_chosen_leaves_the_welcome_as_it_is(
    shell_of: ShellMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    shell = new_computer(shell_of, tmp_path)
    found(shell.window, WelcomePage).ways[2].click()
    assert there(shell.window, WelcomePage)
    assert not there(shell.window, BringBackPage)


def test_a_place_where_changes_are_lost_is_refused(
    qtbot: QtBot, shell_of: ShellMaker, tmp_path: Path, stick: Stick
) -> None:
    page = page_of(new_computer(shell_of, tmp_path / "Dropbox"))
    give(page, RIGHT.text)
    qtbot.waitUntil(lambda: "Choose a folder on this computer." in page.error.text())


def test_checked_backups_are_offered_first_and_the_newest_of_them_is_chosen(
    shell_of: ShellMaker, tmp_path: Path, stick: Stick
) -> None:
    (backup,) = backups_in(stick.folder / "BPA")
    for name in ("bpa-20991231T000000Z", "bpa-20250101T000000Z"):
        shutil.copytree(backup.folder, backup.folder.with_name(name))
        (backup.folder.with_name(name) / "backup.json").unlink()
    page = page_of(new_computer(shell_of, tmp_path))
    names = [page._choice.itemData(row).folder.name for row in range(page._choice.count())]
    assert names[0] == backup.id
    assert len(names) == 3
    assert "not checked" in page._choice.itemText(1)
    press(Qt.Key.Key_Down)
    assert page._choice.currentIndex() == 1


def test_what_another_computer_remembered_is_asked_for_here(
    qtbot: QtBot, shell_of: ShellMaker, tmp_path: Path, stick: Stick
) -> None:
    (backup,) = backups_in(stick.folder / "BPA")
    keys = read_keys(backup.folder)
    write_keys(backup.folder, Keys(store=keys.store, kcv=keys.kcv, slots=(*keys.slots, KeyStoreSlot())))
    doors = StoreDoors(tmp_path / "two", FakeClock())
    doors.rescue.put_back(backup, Knock(Way.PASSPHRASE, RIGHT.text))
    shell = shell_of(doors)
    shell.begin(demo=False)
    qtbot.waitUntil(lambda: there(shell.window, UnlockPage))
    assert not found(shell.window, UnlockPage).error.isVisible()


def test_a_store_that_is_here_is_left_alone(tmp_path: Path, stick: Stick) -> None:
    (backup,) = backups_in(stick.folder / "BPA")
    filled(tmp_path / "two")
    with pytest.raises(StoreExistsError):
        StoreDoors(tmp_path / "two", FakeClock()).rescue.content(backup, Knock(Way.PASSPHRASE, RIGHT.text))


def test_wrong_tries_at_a_backup_make_the_next_wait_and_lock_nobody_out(
    qtbot: QtBot, shell_of: ShellMaker, tmp_path: Path, stick: Stick
) -> None:
    clock = FakeClock()
    shell = shell_of(StoreDoors(tmp_path / "two", clock))
    shell.begin(demo=False)
    page = page_of(shell)
    for said in ("does not open", "does not open", "does not open", "nothing is locked for good"):
        page.error.hide()
        give(page, "wrong")
        qtbot.waitUntil(page.error.isVisible)
        assert said in page.error.text()
    clock.go_on(FIRST)
    give(page, RIGHT.text)
    qtbot.waitUntil(lambda: page.told.isVisible())
    assert not (tmp_path / "two" / ATTEMPTS_NAME).exists()


def test_a_backup_that_is_put_back_straight_away_counts_the_same(tmp_path: Path, stick: Stick) -> None:
    rescue = StoreDoors(tmp_path / "two", FakeClock()).rescue
    backup = rescue.shelved(stick.folder).backups[0]
    for _ in range(3):
        with pytest.raises(WrongKeyError):
            rescue.put_back(backup, Knock(Way.PASSPHRASE, "wrong"))
    for knock in (Knock(Way.PASSPHRASE, RIGHT.text), Knock(Way.CODE, stick.code)):
        with pytest.raises(TooManyTriesError):
            rescue.put_back(backup, knock)
        with pytest.raises(TooManyTriesError):
            rescue.content(backup, knock)
