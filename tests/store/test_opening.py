"""Making and opening: what is refused, by which name, and that a refused file is left as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.backup import Reason
from bpa_desktop.services.trouble import (
    DamagedKeysError,
    DamagedStoreError,
    DiskFailedError,
    DiskFullError,
    NewerStoreError,
    OldSqliteError,
    ReadOnlyStoreError,
    StoreExistsError,
    StoreLockedError,
    StoreMissingError,
    UnsafePlaceError,
    WrongKeyError,
)
from bpa_desktop.store import opening
from bpa_desktop.store.backup import BACKUPS_NAME, backups_in
from bpa_desktop.store.engine import connect
from bpa_desktop.store.keys_file import KEYS_NAME
from bpa_desktop.store.opening import (
    STORE_NAME,
    create_store,
    data_folder,
    open_store,
    scratch_store,
    store_exists,
)
from bpa_desktop.store.recovery import recovery_code
from bpa_desktop.store.tables import METADATA, NEWEST
from bpa_desktop.store.vault import Passphrase, RecoveryCode, SystemKeyStore, unlock
from tests.store.stores import history_over, put_all
from tests.store.strategies import SAMPLES

ROOT = Path(__file__).parents[2]
RIGHT = Passphrase("right")
PAGE = 4096


pytestmark = pytest.mark.usefixtures("cheap")


def file_of(folder: Path) -> Path:
    return folder / STORE_NAME


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name in (STORE_NAME, KEYS_NAME)}


def key_of(folder: Path) -> bytes:
    return unlock(folder, RIGHT).key


def with_pragma(folder: Path, pragma: str) -> None:
    connection = connect(file_of(folder), key_of(folder))
    connection.execute(f"PRAGMA {pragma}")
    connection.close()


def test_a_made_store_is_there_opens_again_and_is_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "data"
    assert not store_exists(folder)
    made = create_store(folder, "right")
    assert store_exists(folder)
    put_all(history_over(made.store), SAMPLES)
    seen = made.store.slots()
    made.store.close()
    for secret in (RIGHT, RecoveryCode(made.recovery_code)):
        store = open_store(folder, secret)
        assert store.slots() == seen
        store.close()
    assert folder.stat().st_mode & 0o077 == 0
    assert not [path.name for path in folder.iterdir() if path.stat().st_mode & 0o077]
    assert made.recovery_code not in repr(made)


def test_a_store_is_not_made_over_another(folder: Path) -> None:
    before = contents(folder)
    with pytest.raises(StoreExistsError):
        create_store(folder, "other")
    assert contents(folder) == before
    open_store(folder, RIGHT).close()


def test_an_open_store_is_not_opened_twice_and_is_free_after_closing(folder: Path) -> None:
    store = open_store(folder, RIGHT)
    with pytest.raises(StoreLockedError) as locked:
        open_store(folder, RIGHT)
    assert locked.value.pid == os.getpid()
    store.close()
    open_store(folder, RIGHT).close()


def test_without_a_store_nothing_is_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(StoreMissingError):
        open_store(tmp_path / "nowhere", RIGHT)
    assert list(tmp_path.iterdir()) == []


def test_what_a_crash_left_half_written_in_a_file_without_a_write_ahead_log_is_taken_back(tmp_path: Path) -> None:
    made = create_store(tmp_path / "data", "right")
    put_all(history_over(made.store), SAMPLES)
    made.store.close()
    connection = connect(file_of(tmp_path / "data"), key_of(tmp_path / "data"))
    for statement in ("PRAGMA journal_mode = DELETE", "PRAGMA cache_size = 1", "BEGIN", "UPDATE version SET data = ''"):
        connection.execute(statement)
    shutil.copytree(tmp_path / "data", tmp_path / "crashed")
    connection.close()
    assert (tmp_path / "crashed" / f"{STORE_NAME}-journal").stat().st_size
    with pytest.raises(WrongKeyError):
        open_store(tmp_path / "crashed", Passphrase("wrong"))
    store = open_store(tmp_path / "crashed", RIGHT)
    assert len(store.slots()) == len(SAMPLES)
    assert store.step(store.journal()[0].id).changes[0].after == SAMPLES[0]
    store.close()


def test_a_wrong_passphrase_touches_nothing_and_frees_the_lock(folder: Path) -> None:
    before = contents(folder)
    with pytest.raises(WrongKeyError):
        open_store(folder, Passphrase("wrong"))
    assert contents(folder) == before
    open_store(folder, RIGHT).close()


def flipped(place: Callable[[int], int]) -> Callable[[bytes], bytes]:
    """Return what turns one byte of a file over."""

    def flip(content: bytes) -> bytes:
        at = place(len(content))
        return content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]

    return flip


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "salt": flipped(lambda _: 3),
    "page 1": flipped(lambda _: 100),
    "page 2": flipped(lambda _: PAGE + 10),
    "middle": flipped(lambda length: length // 2),
    "end": flipped(lambda length: length - 1),
    "cut at a page": lambda content: content[: len(content) - PAGE],
    "cut in a page": lambda content: content[: len(content) - 1000],
    "cut to one page": lambda content: content[:PAGE],
    "two pages changed over": lambda content: content[:PAGE] + content[2 * PAGE : 3 * PAGE] + content[2 * PAGE :],
    "empty": lambda _: b"",
    "text": lambda _: b"Dear diary\n" * 2000,
    "a plain database": lambda content: b"SQLite format 3\x00" + content[16:],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_not_a_wrong_key_and_the_file_is_left_as_it_is(folder: Path, damage: str) -> None:
    file_of(folder).write_bytes(DAMAGES[damage](file_of(folder).read_bytes()))
    before = contents(folder)
    with pytest.raises(DamagedStoreError) as damaged:
        open_store(folder, RIGHT)
    assert damaged.value.path == file_of(folder)
    assert contents(folder) == before


def test_every_page_is_looked_at(folder: Path) -> None:
    whole = file_of(folder).read_bytes()
    for start in range(0, len(whole), PAGE):
        file_of(folder).write_bytes(flipped(lambda _, start=start: start + 50)(whole))  # type: ignore[misc]
        with pytest.raises(DamagedStoreError):
            open_store(folder, RIGHT)


def test_rows_without_what_they_refer_to_are_damage(folder: Path) -> None:
    connection = connect(file_of(folder), key_of(folder))
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM step")
    connection.close()
    with pytest.raises(DamagedStoreError):
        open_store(folder, RIGHT)


def test_damaged_keys_are_named_apart_and_the_code_opens_all_the_same(tmp_path: Path) -> None:
    made = create_store(tmp_path, "right")
    made.store.close()
    (tmp_path / KEYS_NAME).write_bytes(b"{")
    with pytest.raises(DamagedKeysError):
        open_store(tmp_path, RIGHT)
    open_store(tmp_path, RecoveryCode(made.recovery_code)).close()
    with pytest.raises(WrongKeyError):
        open_store(tmp_path, RecoveryCode(recovery_code(bytes(32))))


def test_a_store_of_a_newer_program_is_named_with_both_revisions_and_left_as_it_is(folder: Path) -> None:
    with_pragma(folder, f"user_version = {NEWEST + 98}")
    before = contents(folder)
    with pytest.raises(NewerStoreError) as newer:
        open_store(folder, RIGHT)
    assert (newer.value.path, newer.value.version, newer.value.known) == (file_of(folder), NEWEST + 98, NEWEST)
    assert contents(folder) == before


def test_a_newer_store_that_was_killed_keeps_its_log_as_it_is(folder: Path) -> None:
    connection = connect(file_of(folder), key_of(folder))
    connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
    log = folder / f"{STORE_NAME}-wal"
    before = file_of(folder).read_bytes(), log.read_bytes()
    copy = folder.parent / "copy"
    copy.mkdir()
    for name, content in zip((STORE_NAME, log.name), before, strict=True):
        (copy / name).write_bytes(content)
    (copy / KEYS_NAME).write_bytes((folder / KEYS_NAME).read_bytes())
    connection.close()
    with pytest.raises(NewerStoreError):
        open_store(copy, RIGHT)
    assert ((copy / STORE_NAME).read_bytes(), (copy / log.name).read_bytes()) == before


def test_an_older_store_is_copied_first_and_brought_to_the_newest_revision(tmp_path: Path) -> None:
    made = create_store(tmp_path, "right")
    made.store.close()
    connection = connect(file_of(tmp_path), key_of(tmp_path))
    connection.execute("PRAGMA foreign_keys = OFF")
    for table in (*METADATA.tables, "alembic_version"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("CREATE TABLE ancient (word TEXT)")
    connection.execute("INSERT INTO ancient VALUES ('kept')")
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    store = open_store(tmp_path, RIGHT)
    put_all(history_over(store), SAMPLES)
    store.close()
    (copy,) = backups_in(tmp_path / BACKUPS_NAME)
    assert (copy.checked, copy.reason) == (True, Reason.MIGRATION)
    assert unlock(copy.folder, RIGHT).key == key_of(tmp_path)
    for path, version in ((file_of(tmp_path), NEWEST), (file_of(copy.folder), 0)):
        connection = connect(path, key_of(tmp_path))
        assert connection.execute("SELECT word FROM ancient").fetchall() == [("kept",)]
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)
        connection.close()


def test_an_unsafe_place_and_an_old_sqlite_are_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (tmp_path / "Dropbox", tmp_path / "OneDrive"):
        with pytest.raises(UnsafePlaceError):
            create_store(folder, "right")
        with pytest.raises(UnsafePlaceError):
            open_store(folder, RIGHT)
    monkeypatch.setattr("sqlcipher3.dbapi2.sqlite_version_info", (3, 40, 1))
    with pytest.raises(OldSqliteError):
        create_store(tmp_path / "data", "right")
    with pytest.raises(OldSqliteError):
        open_store(tmp_path / "data", RIGHT)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("errno", "error"), [(28, DiskFullError), (30, ReadOnlyStoreError), (13, ReadOnlyStoreError), (5, DiskFailedError)]
)
def test_what_the_system_refuses_while_making_is_named_and_leaves_no_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, errno: int, error: type[Exception]
) -> None:
    def refuse(_: Path) -> None:
        raise OSError(errno, "as told")

    monkeypatch.setattr(opening, "sync_file", refuse)
    with pytest.raises(error):
        create_store(tmp_path, "right")
    assert not store_exists(tmp_path)
    monkeypatch.undo()
    create_store(tmp_path, "right").store.close()


MOMENTS = [(step, "before") for step in ("create_vault", "make_file", "sync_file", "sync_folder", "SqliteStore")]
MOMENTS += [("sync_file", "after")]
SUICIDES = """
import os, signal, sys
from pathlib import Path
from bpa_desktop.store import opening, vault
vault.SCRYPT_N = 16

def die_making(folder, name, when):
    real = getattr(opening, name)

    def fatal(*args, **kwargs):
        if when == "after":
            real(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(opening, name, fatal)
    opening.create_store(folder, "right")

for moment in sys.argv[2:]:
    child = os.fork()
    if child == 0:
        die_making(Path(sys.argv[1]) / moment, *moment.split())
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the maker forks")
def test_killed_at_any_moment_of_making_there_is_no_store_or_a_working_one(tmp_path: Path) -> None:
    moments = [" ".join(moment) for moment in MOMENTS]
    subprocess.run([sys.executable, "-c", SUICIDES, str(tmp_path), *moments], cwd=ROOT, check=True)
    there = [moment for moment in moments if store_exists(tmp_path / moment)]
    assert there == ["sync_folder before", "SqliteStore before"]
    for folder in (tmp_path / moment for moment in moments):
        if not store_exists(folder):
            create_store(folder, "right").store.close()
        store = open_store(folder, RIGHT)
        put_all(history_over(store), SAMPLES)
        assert len(store.slots()) == len(SAMPLES)
        store.close()
        assert not list(folder.glob("*.new*"))


def test_keys_and_a_log_whose_file_was_moved_away_are_set_aside_and_fit_again(folder: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    store = open_store(folder, RIGHT)
    log = folder / f"{STORE_NAME}-wal"
    put_all(history_over(store), [r for r in SAMPLES if isinstance(r, Shift)], verb="nothing new")
    store.close()
    log.write_bytes(b"an old log")
    file_of(folder).rename(moved)
    other = create_store(folder, "other")
    assert other.store.slots() == []
    other.store.close()
    assert (folder / "aside-1" / log.name).read_bytes() == b"an old log"
    file_of(folder).unlink()
    create_store(folder, "third").store.close()
    assert (folder / "aside-2" / KEYS_NAME).exists()
    moved.rename(folder / "aside-1" / STORE_NAME)
    (folder / "aside-1" / log.name).unlink()
    back = open_store(folder / "aside-1", RIGHT)
    assert len(back.slots()) == len(SAMPLES)
    back.close()


def test_a_computer_that_remembers_nothing_says_so_before_the_file_is_looked_at(folder: Path) -> None:
    with pytest.raises(Exception, match="unknown"):
        open_store(folder, SystemKeyStore())


def test_a_scratch_store_works_and_nobody_can_open_it_again(tmp_path: Path) -> None:
    store = scratch_store(tmp_path / "demo")
    put_all(history_over(store), SAMPLES)
    assert len(store.slots()) == len(SAMPLES)
    store.close()
    with pytest.raises(DamagedKeysError):
        open_store(tmp_path / "demo", RIGHT)


def test_the_data_folder_is_the_platforms_unless_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder(Path("other")) == Path("other")
    if sys.platform.startswith("linux"):
        assert data_folder() == tmp_path / "bpa-desktop"
    assert data_folder().name == "bpa-desktop"
