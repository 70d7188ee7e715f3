"""The second place: it gets copies when it is there, checked as any, and they are found there again."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from bpa_desktop.services.backup import Reason, UnknownBackupError
from bpa_desktop.services.trouble import DamagedStoreError
from bpa_desktop.store.backup import backups_in
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.shelf import backup_named
from tests.memory import FakeClock
from tests.store.shelves import damage, filled, shelf_of


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_the_second_place_gets_the_newest_backup_as_soon_as_it_is_there(folder: Path, tmp_path: Path) -> None:
    clock, stick = FakeClock(), tmp_path / "stick"
    with shelf_of(folder, clock) as shelf:
        assert shelf.copy_elsewhere() is None
        first = shelf.make(Reason.BY_HAND)
        shelf.choose_second_place(stick)
        second = shelf.copy_elsewhere()
        assert second is not None
        assert second.at is None
        stick.mkdir()
        assert (shelf.copy_elsewhere(), names(stick)) == (shelf.all().second, [first.id])
        clock.go_on(timedelta(hours=1))
        newest = shelf.make(Reason.BY_HAND)
        shelf.copy_elsewhere()
        shelf.copy_elsewhere()
        assert names(stick) == [first.id, newest.id]
        found = shelf.all().second
        assert found is not None
        assert (found.folder, found.at) == (stick, newest.at)
        assert len(shelf.all().backups) == 2  # each is listed once
        shelf.choose_second_place(None)
        assert shelf.all().second is None


def test_a_second_place_that_spoils_its_copy_gets_none(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    copyfile = shutil.copyfile

    def spoiling(source: Path, target: Path) -> None:
        copyfile(source, target)
        if target.name == STORE_NAME:
            damage(target.parent)

    with shelf_of(folder) as shelf:
        shelf.choose_second_place(stick)
        shelf.make(Reason.BY_HAND)
        monkeypatch.setattr(shutil, "copyfile", spoiling)
        with pytest.raises(DamagedStoreError):
            shelf.copy_elsewhere()
        second = shelf.all().second
        assert second is not None
        assert (second.at, names(stick)) == (None, [])


def test_backups_of_the_second_place_are_found_when_the_computer_lost_its_own(folder: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with shelf_of(folder) as shelf:
        backup = shelf.make(Reason.BY_HAND)
        shelf.choose_second_place(stick)
        shutil.rmtree(backup.folder)
        assert [one.folder for one in shelf.all().backups] == [stick / backup.id]
    assert backup_named(folder, backup.id).folder == stick / backup.id
    assert backup_named(tmp_path / "nothing", str(stick / backup.id)).id == backup.id
    for name in ("bpa-none", "", ".", str(stick)):
        with pytest.raises(UnknownBackupError):
            backup_named(folder, name)


def test_anothers_backups_on_the_same_stick_are_neither_listed_nor_thinned(folder: Path, tmp_path: Path) -> None:
    filled(tmp_path / "other")
    stick, clock = tmp_path / "stick", FakeClock()
    with shelf_of(tmp_path / "other", clock) as other:
        other.make(Reason.BY_HAND, to=stick)
        clock.go_on(timedelta(minutes=1))
        theirs = other.make(Reason.BY_HAND, to=stick)
    clock.go_on(timedelta(9))
    with shelf_of(folder, clock) as shelf:
        shelf.choose_second_place(stick)
        shelf.make(Reason.BY_HAND)
        shelf.copy_elsewhere()
        assert len(shelf.all().backups) == 1
    assert len(backups_in(stick)) == 3
    assert theirs in backups_in(stick)
