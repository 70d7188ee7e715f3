"""Backups deleted on purpose: only after a new one was made and checked, in both places, and nobody else's."""

from __future__ import annotations

import errno
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from bpa_desktop.services.backup import Reason
from bpa_desktop.services.trouble import DamagedStoreError, ReadOnlyStoreError
from bpa_desktop.store.aside import copy_aside
from bpa_desktop.store.backup import BACKUPS_NAME, backups_in
from bpa_desktop.store.keys_file import KEYS_NAME
from bpa_desktop.store.restoring import put_back
from tests.memory import FakeClock
from tests.store.shelves import RIGHT, damage, filled, shelf_of


def test_those_until_a_moment_go_from_both_places_and_a_new_one_is_there(folder: Path, tmp_path: Path) -> None:
    clock, stick, other = FakeClock(), tmp_path / "stick", tmp_path / "other"
    stick.mkdir()
    filled(other)
    with shelf_of(other, clock) as shelf:
        foreign = shelf.make(Reason.BY_HAND, to=stick)
    with shelf_of(folder, clock) as shelf:
        shelf.choose_second_place(stick)
        for _ in range(2):
            clock.go_on(timedelta(hours=1))
            shelf.make(Reason.BY_HAND)
            shelf.copy_elsewhere()
        moment = clock.at
        clock.go_on(timedelta(hours=1))
        later = shelf.make(Reason.BULK)
        clock.go_on(timedelta(hours=1))
        shelf.delete_until(moment)
        own = backups_in(folder / BACKUPS_NAME)
        assert len(own) == 2
        assert own[0].checked
        assert own[0].at == clock.at
        assert own[1] == later
        assert [one.id for one in backups_in(stick)] == [foreign.id]


def test_without_a_new_one_that_is_whole_nothing_is_deleted(folder: Path) -> None:
    clock = FakeClock()
    with shelf_of(folder, clock) as shelf:
        kept = shelf.make(Reason.BY_HAND)
        clock.go_on(timedelta(hours=1))
    with shelf_of(folder, clock) as shelf:
        damage(folder)
        with pytest.raises(DamagedStoreError):
            shelf.delete_until(clock.at)
    assert backups_in(folder / BACKUPS_NAME) == (kept,)


def test_what_was_set_aside_until_a_moment_goes_with_them_and_is_listed_until_then(folder: Path) -> None:
    with shelf_of(folder) as shelf:
        backup = shelf.make(Reason.BY_HAND)
    damage(folder)
    aside = put_back(folder, backup, secret=RIGHT)
    later = copy_aside(folder)
    assert aside is not None
    assert later is not None
    lone = folder / "aside-3"  # keys whose file was moved away
    lone.mkdir()
    (lone / KEYS_NAME).write_bytes((folder / KEYS_NAME).read_bytes())
    clock = FakeClock()
    for path, hours in ((aside, -2), (lone, -1), (later, 1)):
        at = (clock.at + timedelta(hours=hours)).timestamp()
        os.utime(path, (at, at))
    with shelf_of(folder, clock) as shelf:
        assert [one.folder for one in shelf.all().aside] == [later, lone, aside]
        assert [one.id for one in shelf.all().copies] == [later.name, backup.id, lone.name, aside.name]
        assert {(one.reason, one.checked) for one in shelf.all().aside} == {(Reason.ASIDE, False)}
        assert shelf.all().aside[-1].bytes == sum(path.stat().st_size for path in aside.iterdir())
        shelf.delete_until(clock.at)
        assert [one.folder for one in shelf.all().aside] == [later]
    assert {path.name for path in folder.iterdir() if path.is_dir()} == {"backups", later.name}


def test_a_copy_that_cannot_be_deleted_is_named_and_listed_still(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aside = copy_aside(folder)
    assert aside is not None
    at = FakeClock().at.timestamp()
    os.utime(aside, (at, at))

    real = shutil.rmtree

    def refuse(path: Path, *, ignore_errors: bool = False) -> None:
        if path == aside:
            raise PermissionError(errno.EACCES, "no")
        real(path, ignore_errors=ignore_errors)

    with shelf_of(folder) as shelf:
        monkeypatch.setattr("bpa_desktop.store.aside.shutil.rmtree", refuse)
        with pytest.raises(ReadOnlyStoreError):
            shelf.delete_until(FakeClock().at)
        monkeypatch.undo()
        assert [one.folder for one in shelf.all().aside] == [aside]
