"""A large file is looked at beside the window: whole, nothing is said; damaged, it leads to its rescue."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.services.job import CancelledError
from bpa_desktop.services.roster import records_of
from bpa_desktop.services.trouble import DamagedStoreError, DiskFailedError
from bpa_desktop.store import later_look, vault
from bpa_desktop.store.lock import take_lock
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui import file_look
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.doors import Knock, Way
from bpa_desktop.ui.start.rescue import RescuePage
from bpa_desktop.ui.start.store_doors import StoreDoors
from bpa_desktop.ui.start.unlock import UnlockPage
from tests.memory import FakeClock
from tests.store.shelves import RIGHT, filled, spoil, with_a_past
from tests.store.stores import CHEAP
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors
from tests.ui.found import found, there

CLOSED = "Damage was found in the file, so it was closed."
FORM = "Damage was found in the file. Save your form; then it is closed."


class Look:
    """Ends when it is told to, as it is told to."""

    def __init__(self) -> None:
        self.may_end = Event()
        self.error: Exception | None = None

    def __call__(self) -> None:
        """Wait, and fail where that is told."""
        assert self.may_end.wait(60)
        if self.error is not None:
            raise self.error

    def stop(self) -> None:
        """End as a look that was stopped."""
        self.error = self.error or CancelledError()
        self.may_end.set()


class LookedAt(MemoryStore):
    """Week 49 in a file that is looked at."""

    def __init__(self) -> None:
        super().__init__(records_of(week_49()))
        self.look = Look()  # type: ignore[assignment]

    def close(self) -> None:
        """Stop the look, as a store does."""
        look(self).stop()
        super().close()


def look(store: MemoryStore) -> Look:
    """Return the look at a store."""
    assert isinstance(store.look, Look)
    return store.look


@pytest.fixture
def store() -> LookedAt:
    return LookedAt()


@pytest.fixture
def shell(qtbot: QtBot, shell_of: ShellMaker, store: LookedAt) -> Shell:
    """A window that opened week 49 without asking, and looks at its file."""
    doors = FakeDoors(exists=True)
    doors.store, doors.without_asking = store, True
    shell = shell_of(doors)
    shell.begin(demo=False)
    qtbot.waitUntil(lambda: shell.session is not None)
    return shell


def ends(qtbot: QtBot, shell: Shell, store: LookedAt, error: Exception | None = None) -> None:
    """Have the look end, and what it found come home."""
    look(store).error = error
    look(store).may_end.set()
    qtbot.waitUntil(lambda: not shell._file_look._worker.is_busy)


def said(shell: Shell) -> str:
    """Return what the status line says."""
    return shell.window.status.text


def test_nothing_is_said_of_a_file_that_is_whole(qtbot: QtBot, shell: Shell, store: LookedAt) -> None:
    before = said(shell)
    ends(qtbot, shell, store)
    assert shell.session is not None
    assert said(shell) == before


def test_damage_closes_the_arrangement_and_leads_to_its_rescue(qtbot: QtBot, shell: Shell, store: LookedAt) -> None:
    ends(qtbot, shell, store, DamagedStoreError(Path("arrangement.bpa")))
    assert shell.session is None
    assert there(shell.window, RescuePage)
    assert said(shell) == CLOSED
    assert not store.slots()


def test_what_is_typed_is_not_lost_to_damage(
    qtbot: QtBot, shell: Shell, store: LookedAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_look, "_LOOK_AGAIN", 0)
    form = [True]
    monkeypatch.setattr(file_look, "form_is_open", lambda _window: form[0])
    ends(qtbot, shell, store, DamagedStoreError(Path("arrangement.bpa")))
    assert shell.session is not None
    assert said(shell) == FORM
    form[0] = False
    qtbot.waitUntil(lambda: shell.session is None)
    assert there(shell.window, RescuePage)


def test_locking_ends_the_look_and_says_nothing_of_it(qtbot: QtBot, shell: Shell, store: LookedAt) -> None:
    shell.locking.lock()
    qtbot.waitUntil(lambda: not shell._file_look._worker.is_busy)
    assert there(shell.window, UnlockPage)
    assert said(shell) == "Locked."


def test_damage_told_after_locking_leaves_the_question_for_the_passphrase(
    qtbot: QtBot, shell: Shell, store: LookedAt
) -> None:
    look(store).error = DamagedStoreError(Path("arrangement.bpa"))
    shell.locking.lock()
    qtbot.waitUntil(lambda: not shell._file_look._worker.is_busy)
    assert there(shell.window, UnlockPage)


def test_a_disk_that_fails_meanwhile_is_told_and_work_goes_on(qtbot: QtBot, shell: Shell, store: LookedAt) -> None:
    ends(qtbot, shell, store, DiskFailedError(Path("arrangement.bpa")))
    assert shell.session is not None
    assert "arrangement.bpa" in said(shell)


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a store on the disk that counts as large and has a past."""
    monkeypatch.setattr(vault, "SCRYPT_N", CHEAP)
    monkeypatch.setattr(later_look, "LOOKED_AT_BEFORE", 0)
    filled(tmp_path / "data")
    with_a_past(tmp_path / "data")
    return tmp_path / "data"


Real = Callable[[], Shell]


@pytest.fixture
def real(shell_of: ShellMaker, large: Path) -> Real:
    def make() -> Shell:
        shell = shell_of(StoreDoors(large, FakeClock(), RIGHT.text))
        shell.begin(demo=False)
        return shell

    return make


def test_damage_in_old_history_is_found_after_opening_and_what_can_be_read_is_all_there(
    qtbot: QtBot, real: Real, large: Path
) -> None:
    spoil(large, is_read=False)
    shell = real()
    opened: list[object] = []
    shell.locking.unlocking.opened = _both(opened.append, shell.locking.unlocking.opened)
    qtbot.waitUntil(lambda: there(shell.window, RescuePage))
    assert opened
    found(shell.window, RescuePage)._read.click()
    qtbot.waitUntil(lambda: shell.session is not None and not shell.worker.is_busy)
    assert shell.session is not None
    assert shell.session.history.records.all(Arrangement)


def _both(note: Callable[[object], None], then: Callable[..., None]) -> Callable[..., None]:
    def opened(store: object, knock: object) -> None:
        note(store)
        then(store, knock)

    return opened


def test_damage_in_what_is_read_at_once_leads_to_the_rescue_too(qtbot: QtBot, real: Real, large: Path) -> None:
    spoil(large, is_read=True)
    shell = real()
    qtbot.waitUntil(lambda: there(shell.window, RescuePage) and not shell.worker.is_busy)
    assert shell.session is None
    assert said(shell) != CLOSED
    take_lock(large).release()  # nobody has it open: a backup can be put in its place


def test_the_window_closes_while_its_file_is_looked_at(shell: Shell, store: LookedAt) -> None:
    assert not look(store).may_end.is_set()
    shell.end()
    assert look(store).may_end.is_set()
    with pytest.raises(RuntimeError):
        shell.locking.unlocking.opened(LookedAt(), Knock(Way.PASSPHRASE))
