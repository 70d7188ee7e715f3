"""Safe mode: what is kept is shown for reading only, under the usual settings, and not a byte of either is changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.services.team import add_assistant
from bpa_desktop.services.trouble import ReadingOnlyError, RescuedOnlyError, WrongKeyError
from bpa_desktop.store import vault
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.opening import open_store
from bpa_desktop.store.settings_file import SETTINGS_NAME
from bpa_desktop.texts import error_text
from bpa_desktop.ui.start.store_doors import StoreDoors
from tests.memory import FakeClock
from tests.store.shelves import RIGHT, filled
from tests.store.stores import CHEAP
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
