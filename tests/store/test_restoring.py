"""A backup in the place of a damaged store, and what can be read of one; the damaged file is kept."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bpa_desktop.domain.roster import Record
from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.backup import Backup, Reason
from bpa_desktop.services.shift import remove_shifts
from bpa_desktop.services.trouble import (
    DamagedStoreError,
    StoreExistsError,
    StoreLockedError,
    StoreMissingError,
    UnsafePlaceError,
    WrongKeyError,
)
from bpa_desktop.store import vault
from bpa_desktop.store.engine import connect
from bpa_desktop.store.folder import COMING_NAME, STORE_NAME
from bpa_desktop.store.keys_file import KEYS_NAME
from bpa_desktop.store.opening import create_store, open_store
from bpa_desktop.store.rescue import rescued_records
from bpa_desktop.store.restoring import content_of, put_back
from bpa_desktop.store.shelf import backup_named
from bpa_desktop.store.vault import Passphrase, RecoveryCode, change_passphrase, unlock
from tests.kept.make import KEPT, PASSPHRASE
from tests.memory import TUESDAY_EVENING
from tests.store.shelves import PAGE, RIGHT, damage, filled, shelf_of
from tests.store.stores import history_over, put_all
from tests.store.strategies import SAMPLES
from tests.store.writer import SHIFTS_A_STEP, kept_step

A_SHIFT = next(record for record in SAMPLES if isinstance(record, Shift))


pytestmark = pytest.mark.usefixtures("cheap")


def backed_up(folder: Path) -> Backup:
    with shelf_of(folder) as shelf:
        return shelf.make(Reason.BY_HAND)


def kept(folder: Path, secret: vault.Secret = RIGHT) -> int:
    store = open_store(folder, secret)
    try:
        return len(store.slots())
    finally:
        store.close()


@pytest.mark.parametrize("page", [0, 3])
def test_a_damaged_store_is_replaced_by_the_backup_and_kept_beside_it(folder: Path, page: int) -> None:
    backup = backed_up(folder)
    broken, keys = damage(folder, page=page), (folder / KEYS_NAME).read_bytes()
    (folder / f"{STORE_NAME}-wal").write_bytes(b"an old log")
    aside = put_back(folder, backup, secret=RIGHT)
    assert aside is not None
    assert not (folder / f"{STORE_NAME}-wal").exists()
    assert (aside / STORE_NAME).read_bytes() == broken
    assert (aside / KEYS_NAME).read_bytes() == keys
    assert (aside / f"{STORE_NAME}-wal").read_bytes() == b"an old log"
    assert not [path for path in (aside, *aside.iterdir()) if path.stat().st_mode & 0o077]
    assert kept(folder) == len(SAMPLES)
    assert not list(folder.glob(".restoring*"))
    assert kept(backup.folder) == len(SAMPLES)


def test_what_is_put_back_has_its_write_ahead_log_before_it_is_in_its_place(folder: Path) -> None:
    put_back(folder, backed_up(folder), secret=RIGHT)
    connection = connect(folder / STORE_NAME, unlock(folder, RIGHT).key, read_only=True)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_store_that_is_gone_comes_back_with_its_keys(folder: Path, tmp_path: Path) -> None:
    backup = backed_up(folder)
    assert put_back(tmp_path / "home", backup, secret=RIGHT) is None
    assert kept(tmp_path / "home") == len(SAMPLES)


def test_the_newer_passphrase_stays_in_force(folder: Path) -> None:
    backup = backed_up(folder)
    change_passphrase(unlock(folder, RIGHT), "newer")
    damage(folder)
    put_back(folder, backup, secret=Passphrase("newer"))
    assert kept(folder, Passphrase("newer")) == len(SAMPLES)


def test_damaged_keys_come_back_too(folder: Path) -> None:
    backup = backed_up(folder)
    damage(folder)
    (folder / KEYS_NAME).write_text("{")
    put_back(folder, backup, secret=RIGHT)
    assert kept(folder) == len(SAMPLES)


def test_a_backup_under_another_key_brings_its_own_keys(folder: Path, tmp_path: Path) -> None:
    filled(tmp_path / "other")
    with shelf_of(tmp_path / "other") as shelf:
        backup = shelf.make(Reason.BY_HAND)
        change_passphrase(unlock(backup.folder, RIGHT), "theirs")
    with shelf_of(folder) as shelf, pytest.raises(WrongKeyError):
        shelf.content(backup)
    put_back(folder, backup, secret=Passphrase("theirs"))
    assert kept(folder, Passphrase("theirs")) == len(SAMPLES)


def test_what_cannot_be_put_back_leaves_everything_as_it_is(folder: Path, tmp_path: Path) -> None:
    backup = backed_up(folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(WrongKeyError):
        put_back(folder, backup, secret=Passphrase("wrong"))
    with shelf_of(folder), pytest.raises(StoreLockedError):
        put_back(folder, backup, secret=RIGHT)
    damage(backup.folder)
    with pytest.raises(DamagedStoreError):
        put_back(folder, backup, secret=RIGHT)
    with pytest.raises(UnsafePlaceError):
        put_back(tmp_path / "Dropbox", backup, secret=RIGHT)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == ["backups"]


@pytest.mark.parametrize("revision", sorted(path.name for path in KEPT.glob("revision-*")))
def test_a_backup_of_an_older_program_is_read_and_put_back_as_the_newest(revision: str, tmp_path: Path) -> None:
    old = tmp_path / revision
    shutil.copytree(KEPT / revision, old)
    backup = Backup(revision, TUESDAY_EVENING, 0, True, Reason.ROUTINE, old)
    secret = Passphrase(PASSPHRASE)
    content = (old / STORE_NAME).read_bytes()
    slots = content_of(backup, unlock(old, secret).key, folder=tmp_path)
    put_back(tmp_path / "home", backup, secret=secret)
    store = open_store(tmp_path / "home", secret)
    assert tuple(store.slots()) == slots
    assert any(slot.record is not None or slot.id for slot in slots)
    store.close()
    assert (old / STORE_NAME).read_bytes() == content


def test_what_was_set_aside_comes_back_with_the_newest_step_that_stood_in_its_log_alone(
    folder: Path, tmp_path: Path
) -> None:
    backup = backed_up(folder)
    crashed = tmp_path / "crashed"
    with shelf_of(folder) as shelf:
        kept_step(history_over(shelf.store))
        shutil.copytree(folder, crashed)
    put_back(crashed, backup, secret=RIGHT)
    assert kept(crashed) == len(SAMPLES)
    with shelf_of(crashed) as shelf:
        assert len(shelf.content(shelf.all().aside[0])) == len(SAMPLES) + SHIFTS_A_STEP
    put_back(crashed, backup_named(crashed, "aside-1"), secret=RIGHT)
    assert kept(crashed) == len(SAMPLES) + SHIFTS_A_STEP


def test_no_store_is_made_where_one_is_just_coming(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    folder.rename(tmp_path / "home" / COMING_NAME)
    with pytest.raises(StoreExistsError):
        create_store(tmp_path / "home", "other")
    assert kept(tmp_path / "home") == len(SAMPLES)
    assert not (tmp_path / "home" / COMING_NAME).exists()


def test_keys_alone_that_were_set_aside_are_no_arrangement(folder: Path) -> None:
    (folder / "aside-1").mkdir()
    shutil.copyfile(folder / KEYS_NAME, folder / "aside-1" / KEYS_NAME)
    with shelf_of(folder) as shelf, pytest.raises(StoreMissingError):
        shelf.content(shelf.all().aside[0])


def rescued(folder: Path) -> set[Record]:
    return set(rescued_records(folder / STORE_NAME, unlock(folder, RIGHT).key))


def test_everything_is_read_of_a_whole_store(folder: Path) -> None:
    assert rescued(folder) == set(SAMPLES)


def test_whichever_page_is_damaged_what_is_read_is_right_and_the_file_is_left_as_it_is(folder: Path) -> None:
    size = (folder / STORE_NAME).stat().st_size
    whole = (folder / STORE_NAME).read_bytes()
    read: list[int] = []
    for page in range(size // PAGE):
        broken = damage(folder, page=page)
        found = rescued(folder) if page else set()
        assert found <= set(SAMPLES)
        assert (folder / STORE_NAME).read_bytes() == broken
        read.append(len(found))
        (folder / STORE_NAME).write_bytes(whole)
    assert read.count(len(SAMPLES)) >= len(read) - 4  # nearly all: what a table lost, the log has


def test_a_table_is_read_from_both_ends_where_the_log_does_not_help(folder: Path) -> None:
    many = [replace(A_SHIFT, id=f"shift-{number:03}", note="x" * 200) for number in range(60)]
    with shelf_of(folder) as shelf:
        put_all(history_over(shelf.store), many, verb="add_shift")
    connection = connect(folder / STORE_NAME, unlock(folder, RIGHT).key)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM record")
    connection.close()
    whole = (folder / STORE_NAME).read_bytes()
    both_ends = []
    for page in range(1, len(whole) // PAGE):
        damage(folder, page=page)
        found = {record.id for record in rescued(folder)} & {shift.id for shift in many}
        both_ends.append({many[0].id, many[-1].id} <= found and len(found) < len(many))
        (folder / STORE_NAME).write_bytes(whole)
    assert any(both_ends)


def test_nothing_is_read_where_the_first_page_is_damaged(folder: Path) -> None:
    damage(folder, page=0)
    assert rescued(folder) == set()


def test_what_was_removed_is_not_read_back_from_the_log(folder: Path) -> None:
    with shelf_of(folder) as shelf:
        remove_shifts(history_over(shelf.store), ("evening",))
    connection = connect(folder / STORE_NAME, unlock(folder, RIGHT).key)
    connection.execute("DROP TABLE shift")
    connection.close()
    shifts = {record.id for record in rescued(folder) if type(record).__name__ == "Shift"}
    assert shifts == {"day"}


def test_the_code_reads_what_is_left_too(tmp_path: Path) -> None:
    code = filled(tmp_path / "data")
    damage(tmp_path / "data")
    key = unlock(tmp_path / "data", RecoveryCode(code)).key
    assert rescued_records(tmp_path / "data" / STORE_NAME, key)
