"""What wants attention with time: work that is in no backup for more than a week, and too little room."""

from __future__ import annotations

import shutil
from collections import namedtuple
from datetime import timedelta
from pathlib import Path

import pytest

from bpa_desktop.services.backup import Reason
from bpa_desktop.services.health import Check
from bpa_desktop.services.job import CancelledError, Progress
from bpa_desktop.services.shift import remove_shifts
from bpa_desktop.store.backup import BACKUPS_NAME, make_backup
from bpa_desktop.store.doctor import examine
from bpa_desktop.store.opening import STORE_NAME, create_store
from bpa_desktop.store.snapshot import snapshot_of
from bpa_desktop.store.vault import Passphrase, unlock
from tests.kept.make import KEPT, PASSPHRASE
from tests.memory import FakeClock
from tests.store.shelves import RIGHT, shelf_of
from tests.store.stores import history_over

Usage = namedtuple("Usage", "total used free")  # as shutil's own
WEEK = timedelta(days=7)


def codes(folder: Path, clock: FakeClock) -> list[str]:
    return [problem.code for problem in examine(folder, lambda: RIGHT, now=clock.at).problems]


def test_what_was_written_a_week_ago_and_is_in_no_backup_wants_one(folder: Path) -> None:
    clock = FakeClock()
    assert codes(folder, clock) == []
    clock.go_on(WEEK)
    assert codes(folder, clock) == []
    clock.go_on(timedelta(seconds=1))
    assert codes(folder, clock) == ["no_backup"]
    with shelf_of(folder, clock) as shelf:
        shelf.make(Reason.BY_HAND)
        assert codes(folder, clock) == []
        remove_shifts(history_over(shelf.store), ("evening",))  # its clock stands still, a week ago
    assert codes(folder, clock) == ["old_backup"]


def test_a_store_in_which_nothing_was_ever_done_needs_no_backup(tmp_path: Path, cheap: None) -> None:
    create_store(tmp_path / "new", RIGHT.text).store.close()
    clock = FakeClock()
    clock.go_on(WEEK * 9)
    assert codes(tmp_path / "new", clock) == []


def test_too_little_room_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(10**12, 10**12 - 1000, 1000))
    assert codes(folder, FakeClock()) == ["little_room"]


def test_an_unsafe_place_cannot_be_opened(tmp_path: Path, cheap: None) -> None:
    assert codes(tmp_path / "Dropbox", FakeClock()) == ["unsafe_place", "store_missing"]


def test_a_store_of_an_older_revision_is_understood_without_upgrading_it(tmp_path: Path) -> None:
    shutil.copytree(KEPT / "revision-0007", tmp_path / "data")
    clock = FakeClock()
    clock.go_on(timedelta(seconds=1))
    secret = Passphrase(PASSPHRASE)

    def wanting() -> set[str]:
        health = examine(tmp_path / "data", lambda: secret, now=clock.at + WEEK)
        return {problem.code for problem in health.problems} & {"no_backup", "old_backup"}

    assert wanting() == {"no_backup"}
    with snapshot_of(tmp_path / "data" / STORE_NAME, unlock(tmp_path / "data", secret).key) as snapshot:
        make_backup(snapshot, tmp_path / "data" / BACKUPS_NAME, at=clock.at, reason=Reason.BY_HAND)
    assert wanting() == set()


class Told(Progress):
    """Writes down what is told, and stops where it was told so often."""

    def __init__(self, *, stop_at: int = 99) -> None:
        super().__init__()
        self.told: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def reached(self, done: int, of: int) -> None:
        """Write it down."""
        self.told.append((done, of))
        if len(self.told) == self._stop_at:
            raise CancelledError


def test_every_check_is_told_before_it_is_made_and_every_backup(folder: Path) -> None:
    with shelf_of(folder) as shelf:
        shelf.make(Reason.BY_HAND)
    told = Told()
    health = examine(folder, lambda: RIGHT, now=FakeClock().at, progress=told)
    each = [(place, len(Check)) for place in range(len(Check))]
    again = (list(Check).index(Check.BACKUPS), len(Check))
    assert [one.check for one in health.checked] == list(Check)
    assert sorted(told.told) == sorted([*each, again])


@pytest.mark.parametrize("told", range(1, len(Check) + 1))
def test_it_stops_wherever_it_is_asked_to(folder: Path, told: int) -> None:
    with pytest.raises(CancelledError):
        examine(folder, lambda: RIGHT, now=FakeClock().at, progress=Told(stop_at=told))
