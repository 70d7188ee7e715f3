"""Safe mode: what is kept is shown for reading only, under the usual settings, and not a byte of either is changed."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.services.team import add_assistant
from bpa_desktop.services.trouble import (
    DamagedStoreError,
    NoRoomToReadError,
    ReadingOnlyError,
    RescuedOnlyError,
    WrongKeyError,
)
from bpa_desktop.store import vault
from bpa_desktop.store.attempts_file import ATTEMPTS_NAME
from bpa_desktop.store.folder import COMING_NAME, STORE_NAME
from bpa_desktop.store.lock import LOCK_NAME
from bpa_desktop.store.opening import open_store
from bpa_desktop.store.settings_file import SETTINGS_NAME
from bpa_desktop.store.sqlite_store import SqliteStore
from bpa_desktop.store.vault import Passphrase
from bpa_desktop.texts import error_text
from bpa_desktop.ui.start.store_doors import StoreDoors
from tests.kept.make import KEPT, PASSPHRASE
from tests.memory import FakeClock
from tests.store.shelves import RIGHT, damage, filled
from tests.store.stores import CHEAP, history_over
from tests.store.test_kept import RELEASED
from tests.ui.conftest import ShellMaker

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a store that holds one of everything."""
    monkeypatch.setattr(vault, "SCRYPT_N", CHEAP)
    filled(tmp_path / "data")
    return tmp_path / "data"


def test_what_is_kept_is_read_and_let_go_of_at_once(folder: Path) -> None:
    before = (folder / STORE_NAME).read_bytes()
    doors = StoreDoors(folder, FakeClock(), reads_only=True)
    opened = doors.open_by_passphrase(RIGHT.text)
    other = open_store(folder, RIGHT)
    assert {slot.id for slot in opened.slots()} == {slot.id for slot in other.slots()}
    other.close()
    assert doors.shelf(opened) is None
    assert (folder / STORE_NAME).read_bytes() == before
    with pytest.raises(WrongKeyError):
        doors.open_by_passphrase("wrong")


def everything(folder: Path) -> dict[str, bytes]:
    """Return what is in a folder and below, but what only says who is at it."""
    every = (path for path in folder.rglob("*") if path.is_file() and path.name not in (LOCK_NAME, ATTEMPTS_NAME))
    return {str(path.relative_to(folder)): path.read_bytes() for path in every}


def kept_copy(revision: str, tmp_path: Path) -> Path:
    """Return a copy of the store of a released revision."""
    return shutil.copytree(KEPT / revision, tmp_path / revision)


@pytest.mark.parametrize("revision", RELEASED)
def test_a_store_of_any_revision_is_read_without_a_byte_being_changed(revision: str, tmp_path: Path) -> None:
    folder = kept_copy(revision, tmp_path)
    before = everything(folder)
    opened = StoreDoors(folder, FakeClock(), reads_only=True).open_by_passphrase(PASSPHRASE)
    assert everything(folder) == before
    store = open_store(folder, Passphrase(PASSPHRASE))
    assert list(opened.slots()) == [slot for slot in store.slots() if slot.record is not None]
    store.close()


def test_what_a_crash_left_in_the_log_is_read_and_stays_there(folder: Path, tmp_path: Path) -> None:
    store = open_store(folder, RIGHT)
    add_assistant(history_over(store), Assistant("nina", "Nina"))
    crashed = shutil.copytree(folder, tmp_path / "crashed", ignore=shutil.ignore_patterns(LOCK_NAME, "*-shm"))
    store.close()
    before = everything(crashed)
    assert before[f"{STORE_NAME}-wal"]
    opened = StoreDoors(crashed, FakeClock(), reads_only=True).open_by_passphrase(RIGHT.text)
    assert "Nina" in {slot.record.name for slot in opened.slots() if isinstance(slot.record, Assistant)}
    assert everything(crashed) == before


def test_a_store_that_is_just_coming_is_read_where_it_stands(folder: Path) -> None:
    coming = folder / COMING_NAME
    coming.mkdir()
    (folder / STORE_NAME).rename(coming / STORE_NAME)
    before = everything(folder)
    assert list(StoreDoors(folder, FakeClock(), reads_only=True).open_by_passphrase(RIGHT.text).slots())
    assert everything(folder) == before


def test_without_room_for_a_copy_it_is_refused_with_words_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = kept_copy(RELEASED[0], tmp_path)
    before = everything(folder)

    def full(*_paths: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(NoRoomToReadError) as refused:
        StoreDoors(folder, FakeClock(), reads_only=True).open_by_passphrase(PASSPHRASE)
    assert error_text(Language("en"), refused.value) == (
        "Safe mode reads a copy of the file, and the disk has no room for one. Nothing was changed. Make room and try "
        "again."
    )
    assert everything(folder) == before


def test_damage_is_named_by_the_file_and_not_by_the_copy(folder: Path) -> None:
    damage(folder)
    before = everything(folder)
    with pytest.raises(DamagedStoreError) as found:
        StoreDoors(folder, FakeClock(), reads_only=True).open_by_passphrase(RIGHT.text)
    assert found.value.path == folder / STORE_NAME
    assert everything(folder) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the child is forked")
@pytest.mark.parametrize("is_safe", [True, False])
def test_the_copy_of_a_killed_process_goes_when_the_store_is_opened_next(folder: Path, is_safe: bool) -> None:
    before = everything(folder)
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    left = [name for name in everything(folder) if name not in before]
    assert left
    opened = StoreDoors(folder, FakeClock(), reads_only=is_safe).open_by_passphrase(RIGHT.text)
    assert list(opened.slots())
    assert not [name for name in left if (folder / name).exists()]
    if isinstance(opened, SqliteStore):
        opened.close()
    assert everything(folder) == before


KILLED = """
import os, signal, sys
from pathlib import Path
from bpa_desktop.store import untouched, vault
from tests.store.shelves import RIGHT

with untouched.opened_untouched(Path(sys.argv[1]), RIGHT):
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_window_says_so_and_refuses_what_changes_something(
    qtbot: QtBot, folder: Path, shell_of: ShellMaker
) -> None:
    shell = shell_of(StoreDoors(folder, FakeClock(), RIGHT.text, reads_only=True))
    shell.begin(demo=False)
    qtbot.waitUntil(lambda: shell.session is not None)
    assert shell.session is not None
    assert shell.window.windowTitle() == "BPA Desktop · Safe mode: for reading only"
    before = shell.session.history.records.all(Assistant)
    assert before
    with pytest.raises(ReadingOnlyError) as refused:
        add_assistant(shell.session.history, Assistant("nina", "Nina"))
    assert shell.session.history.records.all(Assistant) == before
    assert not isinstance(refused.value, RescuedOnlyError)
    assert error_text(Language("en"), refused.value) == (
        "Safe mode is for reading only. Start the program as usual to change something."
    )
    for action in ("import_file", "change_passphrase", "backups", "erase", "lock_now"):
        assert not shell.window.actions_by_id[action].isEnabled()
    assert shell.window.actions_by_id["export_file"].isEnabled()


STARTED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from bpa_desktop.bootstrap import SystemClock
from bpa_desktop.services.settings import with_setting
from bpa_desktop.ui import application
from bpa_desktop.ui.application import WindowOptions
from bpa_desktop.ui.start.store_doors import StoreDoors

folder, safe = Path(sys.argv[1]), sys.argv[2] == "safe"
seen = []

class Watched(application.Look):
    def __init__(self, app, settings, **rest):
        super().__init__(app, settings, **rest)
        seen.append(settings.text_percent)
        QTimer.singleShot(0, self.go_on)

    def go_on(self):
        self.change(with_setting(self.settings, "large_targets", value=True))
        QApplication.closeAllWindows()

application.Look = Watched
application.run(WindowOptions(folder, demo=True, safe=safe), StoreDoors(folder, SystemClock()), clock=SystemClock())
print(seen[0])
"""


@pytest.mark.parametrize(("how", "percent", "is_kept"), [("safe", "100", False), ("usual", "150", True)])
def test_the_settings_are_neither_read_nor_written(tmp_path: Path, how: str, percent: str, is_kept: bool) -> None:
    path = tmp_path / SETTINGS_NAME
    path.write_text('{"text_percent": 150}')
    before = path.read_bytes()
    command = [sys.executable, "-c", STARTED, str(tmp_path), how]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [percent]
    assert (path.read_bytes() != before) is is_kept


def test_settings_that_make_no_sense_are_left_where_they_are(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_NAME).write_text("{")
    subprocess.run([sys.executable, "-c", STARTED, str(tmp_path), "safe"], cwd=ROOT, capture_output=True, check=True)
    assert [path.name for path in tmp_path.iterdir()] == [SETTINGS_NAME]
