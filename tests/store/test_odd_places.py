"""What is not as it should be where a store is, or is to be: named as what it is, and nothing of a store lost."""

from __future__ import annotations

import os
import shutil
from collections import namedtuple
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from bpa_desktop.services.backup import Reason
from bpa_desktop.services.trouble import (
    DamagedKeysError,
    DamagedStoreError,
    DiskFailedError,
    DiskFullError,
    HiddenKeysError,
    NoFolderError,
    StoreError,
    StoresOwnFileError,
)
from bpa_desktop.store import engine, keys_file
from bpa_desktop.store.backup import BACKUPS_NAME, NOTE_NAME, backups_in
from bpa_desktop.store.doctor import examine
from bpa_desktop.store.files import hand_out
from bpa_desktop.store.folder import STORE_NAME, store_exists
from bpa_desktop.store.keys_file import KEYS_NAME
from bpa_desktop.store.lock import LOCK_NAME
from bpa_desktop.store.opening import create_store, open_store
from bpa_desktop.store.vault import Passphrase, RecoveryCode, change_passphrase, unlock
from tests.memory import FakeClock
from tests.store.shelves import RIGHT, filled, shelf_of

Usage = namedtuple("Usage", "total used free")  # as shutil's own
HAS_PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have a name here")


@pytest.mark.parametrize("name", [STORE_NAME, f"{STORE_NAME}-wal", KEYS_NAME, LOCK_NAME])
def test_nothing_is_handed_out_over_a_file_of_a_store(folder: Path, name: str) -> None:
    path = folder / name
    path.touch()
    before = path.read_bytes()
    (folder.parent / "link").symlink_to(path)
    for way in (path, folder.parent / "link", folder / ".." / folder.name / name):
        with pytest.raises(StoresOwnFileError) as refused:
            hand_out(way, b"{}")
        assert refused.value.filename == str(way)
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", [STORE_NAME, KEYS_NAME, NOTE_NAME])
def test_nothing_is_handed_out_over_a_file_of_a_backup(folder: Path, name: str) -> None:
    with shelf_of(folder) as shelf:
        backup = shelf.make(Reason.BY_HAND)
    with pytest.raises(StoresOwnFileError):
        hand_out(backup.folder / name, b"{}")


def test_beside_a_store_any_other_file_is_handed_out_and_elsewhere_one_of_any_name(folder: Path) -> None:
    for path in (folder / "roster.json", folder / "roster.json", folder.parent / KEYS_NAME, folder.parent / KEYS_NAME):
        hand_out(path, b"{}")
        assert path.read_bytes() == b"{}"


@pytest.mark.parametrize(("free", "named"), [(0, DiskFullError), (2**30, DiskFailedError)])
def test_a_disk_that_refuses_is_full_where_nothing_is_left_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, named: type[StoreError]
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(2**40, 2**40 - free, free))
    error = dbapi2.OperationalError("disk I/O error")
    with pytest.raises(named), engine.named_errors(tmp_path / "not there" / STORE_NAME):
        raise error


def test_a_full_disk_without_room_for_the_lock_is_named_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bpa_desktop.store.lock.os.open", full)
    with pytest.raises(DiskFullError):
        open_store(folder, RIGHT)


@pytest.mark.parametrize("deep", [False, True])
def test_a_store_is_not_made_where_a_file_is(tmp_path: Path, cheap: None, deep: bool) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    place = tmp_path / "file" / "deeper" if deep else tmp_path / "file"
    with pytest.raises(NoFolderError) as refused:
        create_store(place, RIGHT.text)
    assert refused.value.filename == str(place)
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_keys_that_may_not_be_read_are_not_said_to_be_damaged_and_the_code_opens_without_them(
    tmp_path: Path, cheap: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = filled(tmp_path / "data")

    def denied(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(keys_file, "read_at_most", denied)
    with pytest.raises(HiddenKeysError) as refused:
        open_store(tmp_path / "data", RIGHT)
    assert refused.value.path == tmp_path / "data" / KEYS_NAME
    assert isinstance(refused.value, DamagedKeysError)
    open_store(tmp_path / "data", RecoveryCode(code)).close()


def test_a_folder_that_may_not_be_looked_into_is_not_taken_for_one_without_a_store(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", denied)
    assert store_exists(folder / "of somebody else")


def test_a_folder_in_the_place_of_the_file_is_damage(folder: Path) -> None:
    (folder / STORE_NAME).unlink()
    (folder / STORE_NAME).mkdir()
    with pytest.raises(DamagedStoreError):
        open_store(folder, RIGHT)


@HAS_PIPES
def test_a_pipe_in_the_place_of_the_file_is_damage_that_nobody_waits_for(folder: Path) -> None:
    (folder / STORE_NAME).unlink()
    os.mkfifo(folder / STORE_NAME)
    with pytest.raises(DamagedStoreError):
        engine.connect(folder / STORE_NAME, unlock(folder, RIGHT).key, read_only=True)


@HAS_PIPES
def test_a_pipe_is_no_backup(tmp_path: Path) -> None:
    (tmp_path / "bpa-1").mkdir()
    os.mkfifo(tmp_path / "bpa-1" / STORE_NAME)
    assert backups_in(tmp_path) == ()


def test_backups_that_cannot_be_listed_want_attention_and_the_store_opens_all_the_same(folder: Path) -> None:
    (folder / BACKUPS_NAME).write_bytes(b"a file in the place of the folder")
    health = examine(folder, lambda: RIGHT, now=FakeClock().at)
    assert [(problem.code, problem.about) for problem in health.problems] == [
        ("hidden_backups", str(folder / BACKUPS_NAME))
    ]
    assert health.opens


def test_beside_the_keys_of_another_store_the_code_opens_and_a_passphrase_can_be_chosen_anew(
    tmp_path: Path, cheap: None
) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    code = filled(ours)
    their_code = filled(theirs)
    shutil.copyfile(theirs / KEYS_NAME, ours / KEYS_NAME)
    for wrong in (RecoveryCode(their_code), Passphrase("neither")):
        with pytest.raises(StoreError):
            open_store(ours, wrong)
        assert (ours / KEYS_NAME).read_bytes() == (theirs / KEYS_NAME).read_bytes()
    with shelf_of(ours, secret=RecoveryCode(code)) as shelf:
        assert shelf.content(shelf.make(Reason.BY_HAND))
    assert (ours / "aside-1" / KEYS_NAME).read_bytes() == (theirs / KEYS_NAME).read_bytes()
    change_passphrase(unlock(ours, RecoveryCode(code)), "newer")
    open_store(ours, Passphrase("newer")).close()
