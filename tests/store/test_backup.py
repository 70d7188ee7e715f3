"""Backups count only once they were opened and checked; they open anywhere with what the user knows; few stay."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, timedelta
from pathlib import Path
from threading import Thread

import pytest

from bpa_desktop.services.backup import Reason
from bpa_desktop.services.shift import remove_shifts
from bpa_desktop.services.trouble import DamagedStoreError, DiskFullError, ReadOnlyStoreError, StoreError
from bpa_desktop.store import backup as backups
from bpa_desktop.store import files
from bpa_desktop.store.backup import BACKUPS_NAME, NOTE_NAME, backups_in, is_as_noted, make_backup, thin
from bpa_desktop.store.checking import checked_revision
from bpa_desktop.store.engine import connect
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.keys_file import KEYS_NAME
from bpa_desktop.store.opening import create_store, open_store
from bpa_desktop.store.recovery import recovery_code
from bpa_desktop.store.shelf import Shelf, shelved_in
from bpa_desktop.store.snapshot import Snapshot, snapshot_of, take_snapshot
from bpa_desktop.store.tables import NEWEST
from bpa_desktop.store.vault import Passphrase, RecoveryCode, change_passphrase, unlock
from tests.memory import FakeClock
from tests.store.shelves import PAGE, RIGHT, damage, filled, shelf_of
from tests.store.stores import history_over, put_all
from tests.store.strategies import SAMPLES

ROOT = Path(__file__).parents[2]
EASTER_EGG = "Hyttetur med søsteren min".encode()


pytestmark = pytest.mark.usefixtures("cheap")


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


@pytest.mark.parametrize("by_code", [False, True], ids=["passphrase", "recovery code"])
def test_a_backup_opens_on_another_machine_with_what_the_user_knows_alone(tmp_path: Path, by_code: bool) -> None:
    code = filled(tmp_path / "data")
    with shelf_of(tmp_path / "data") as shelf:
        seen = shelf.store.slots()
        backup = shelf.make(Reason.BY_HAND, to=tmp_path / "stick")
    shutil.copytree(backup.folder, tmp_path / "home" / ".local" / "share" / "bpa-desktop")
    shutil.rmtree(tmp_path / "data")
    shutil.rmtree(tmp_path / "stick")
    secret = RecoveryCode(code) if by_code else RIGHT
    store = open_store(tmp_path / "home" / ".local" / "share" / "bpa-desktop", secret)
    assert store.slots() == seen
    put_all(history_over(store), SAMPLES[:1], verb="again")
    store.close()


def test_what_is_written_while_a_copy_is_made_is_whole_in_it_or_not_there(folder: Path) -> None:
    with shelf_of(folder) as shelf:
        history = history_over(shelf.store)
        made: list[object] = []
        copying = Thread(target=lambda: made.extend(shelf.make(Reason.ROUTINE) for _ in range(4)))
        copying.start()
        steps = 0
        while copying.is_alive():
            remove_shifts(history, ("evening",))
            history.undo()
            steps += 2
        copying.join()
        assert len(made) == 4
        assert len(shelf.store.journal()) == steps + 1
        for backup in shelf.all().backups:
            shelf.content(backup)


def test_a_held_moment_stays_as_it_was_however_much_is_written_afterwards(folder: Path) -> None:
    with shelf_of(folder) as shelf:
        before = tuple(shelf.store.slots())
        make = shelf.hold(Reason.BULK)
        assert make is not None
        remove_shifts(history_over(shelf.store), ("evening",))
        backup = make()
        assert shelf.content(backup) == before
        assert tuple(shelf.store.slots()) != before
        assert backup.step == shelf.store.journal()[0].id


def test_a_backup_is_for_its_owner_only_and_tells_nothing_of_what_is_in_it(folder: Path) -> None:
    with shelf_of(folder) as shelf:
        backup = shelf.make(Reason.BY_HAND)
    assert names(backup.folder) == [STORE_NAME, NOTE_NAME, KEYS_NAME]
    for path in (backup.folder, *backup.folder.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
        assert path.is_dir() or EASTER_EGG not in path.read_bytes()


def test_a_backup_is_named_after_its_moment_and_says_why_it_was_made(folder: Path) -> None:
    clock = FakeClock()
    with shelf_of(folder, clock) as shelf:
        first, second = shelf.make(Reason.IMPORT), shelf.make(Reason.BY_HAND)
        assert (first.id, second.id) == ("bpa-20261124T180000Z", "bpa-20261124T180000Z-2")
        assert (first.reason, first.at, first.checked) == (Reason.IMPORT, clock.at, True)
        assert first.bytes == (first.folder / STORE_NAME).stat().st_size
        clock.go_on(timedelta(minutes=1))
        third = shelf.make(Reason.ROUTINE)
        assert [one.id for one in shelf.all().backups] == [third.id, second.id, first.id]


def test_a_copy_of_a_damaged_store_is_not_made(folder: Path) -> None:
    with shelf_of(folder) as shelf:
        shelf.make(Reason.ROUTINE)
    damage(folder, page=5)
    with pytest.raises(DamagedStoreError), snapshot_of(folder / STORE_NAME, unlock(folder, RIGHT).key) as snapshot:
        make_backup(snapshot, folder / BACKUPS_NAME, at=FakeClock().at, reason=Reason.ROUTINE)
    assert len(names(folder / BACKUPS_NAME)) == 1


def _torn_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    copy_to = Snapshot.copy_to

    def torn(self: Snapshot, target: Path) -> None:
        copy_to(self, target)
        damage(target.parent, page=6)

    monkeypatch.setattr(Snapshot, "copy_to", torn)


def _full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backups, "write_whole", full)


def _stick_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    copy_to = Snapshot.copy_to

    def gone(self: Snapshot, target: Path) -> None:
        copy_to(self, target)
        shutil.rmtree(target.parent)

    monkeypatch.setattr(Snapshot, "copy_to", gone)


@pytest.mark.parametrize(
    ("mishap", "error"),
    [(_torn_copy, DamagedStoreError), (_full_disk, DiskFullError), (_stick_gone, StoreError)],
)
def test_what_goes_wrong_leaves_no_half_backup_and_the_old_ones_alone(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    mishap: Callable[[pytest.MonkeyPatch], None],
    error: type[Exception],
) -> None:
    with shelf_of(folder) as shelf:
        before = shelf.make(Reason.BY_HAND)
        content = (before.folder / STORE_NAME).read_bytes()
        mishap(monkeypatch)
        with pytest.raises(error):
            shelf.make(Reason.BY_HAND)
        monkeypatch.undo()
        assert names(folder / BACKUPS_NAME) == [before.id]
        assert (before.folder / STORE_NAME).read_bytes() == content
        remove_shifts(history_over(shelf.store), ("evening",))  # work goes on


@pytest.mark.skipif(sys.platform != "linux", reason="file size limits as Linux has them")
def test_a_disk_that_is_full_is_said_and_leaves_nothing_half(folder: Path) -> None:
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from bpa_desktop.store import vault; vault.SCRYPT_N = 16\n"
        "from bpa_desktop.services.trouble import StoreError\n"
        "from tests.store.shelves import shelf_of; from bpa_desktop.services.backup import Reason\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "with shelf_of(Path(sys.argv[1])) as shelf:\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))\n"
        "    try: shelf.make(Reason.BY_HAND)\n"
        "    except StoreError as error: print(type(error).__name__)\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() in ("DiskFullError", "DiskFailedError")
    assert names(folder / BACKUPS_NAME) == []
    open_store(folder, RIGHT).close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_may_not_be_written_is_said(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir(mode=0o500)
    with shelf_of(folder) as shelf, pytest.raises(ReadOnlyStoreError):
        shelf.make(Reason.BY_HAND, to=tmp_path / "stick")


def test_what_a_crash_left_is_no_backup_and_is_cleared_by_the_next(folder: Path) -> None:
    with shelf_of(folder) as shelf:
        store = shelf.make(Reason.BY_HAND).store
        left = folder / BACKUPS_NAME / f".unfinished-{store[:8]}-bpa-20261124T170000Z"
        other = folder / BACKUPS_NAME / ".unfinished-another-bpa-20261124T170000Z"
        for path in (left, other):
            path.mkdir()
            (path / STORE_NAME).write_bytes(b"half")
        assert len(shelf.all().backups) == 1
        shelf.make(Reason.BY_HAND)
        assert (left.exists(), other.exists()) == (False, True)  # another's may be on its way


def test_a_copy_that_was_changed_is_no_longer_a_checked_one(folder: Path) -> None:
    with shelf_of(folder) as shelf:
        backup = shelf.make(Reason.BY_HAND)
        assert is_as_noted(backup)
        damage(backup.folder)
        assert not is_as_noted(backup)
        with pytest.raises(DamagedStoreError):
            shelf.content(backup)
        with (backup.folder / STORE_NAME).open("ab") as file:
            file.write(b"x")
        assert [one.checked for one in shelf.all().backups] == [False]
        (backup.folder / NOTE_NAME).write_text("{")
        assert [one.checked for one in shelf.all().backups] == [False]
        assert shelf.all().newest is None


def test_routine_makes_a_backup_only_where_something_was_done_and_half_an_hour_has_passed(folder: Path) -> None:
    clock = FakeClock()
    with shelf_of(folder, clock) as shelf:
        history = history_over(shelf.store)
        counts = []
        for minutes, works in ((0, False), (31, False), (0, True), (29, False), (31, True), (29, True), (1, False)):
            clock.go_on(timedelta(minutes=minutes))
            if works:
                remove_shifts(history, ("evening",))
                history.undo()
            counts.append(len(shelf.make_if_due().backups))
    assert counts == [1, 1, 2, 2, 3, 3, 4]


def test_every_page_is_looked_at_once_a_week_also_where_nothing_was_done(folder: Path) -> None:
    clock = FakeClock()
    looked = []
    with shelf_of(folder, clock) as shelf:
        first = shelf.make_if_due().whole
        for days in (6, 1, 6, 1):
            clock.go_on(timedelta(days=days))
            looked.append(shelf.make_if_due().whole)
        assert first is not None
        assert looked == [first, first + timedelta(7), first + timedelta(7), first + timedelta(14)]
        damage(folder)
        clock.go_on(timedelta(days=7))
        with pytest.raises(DamagedStoreError):
            shelf.make_if_due()
        assert shelf.all().whole == first + timedelta(14)
        assert len(shelf.all().backups) == 1
    assert {path.name for path in (folder / BACKUPS_NAME).iterdir()} == {shelf.all().backups[0].id, "looked.json"}


def test_thinning_takes_away_what_need_not_stay_of_this_store_and_nothing_else(folder: Path) -> None:
    clock = FakeClock()
    with shelf_of(folder, clock) as shelf:
        for _ in range(4):
            clock.go_on(timedelta(minutes=10))
            shelf.make(Reason.BY_HAND)
        place = folder / BACKUPS_NAME
        store = shelf.all().backups[0].store
        (place / "bpa-not-checked").mkdir()
        shutil.copyfile(folder / STORE_NAME, place / "bpa-not-checked" / STORE_NAME)
        thin(place, store="another", now=clock.at + timedelta(9))
        assert len(backups_in(place)) == 5
        thin(place, store=store, now=clock.at + timedelta(9))
        assert names(place) == ["bpa-20261124T184000Z", "bpa-not-checked"]


def test_a_backup_opens_with_the_passphrase_it_was_made_under(folder: Path) -> None:
    with shelf_of(folder) as shelf:
        backup = shelf.make(Reason.BY_HAND)
        change_passphrase(unlock(folder, RIGHT), "newer")
    assert unlock(backup.folder, RIGHT).key == unlock(folder, Passphrase("newer")).key
    with shelf_of(folder, secret=Passphrase("newer")) as shelf:
        assert len(shelf.content(backup)) == len(SAMPLES)


def test_without_keys_the_recovery_code_opens_a_backup_all_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    code = RecoveryCode(filled(folder))
    (folder / KEYS_NAME).unlink()
    with shelf_of(folder, secret=code) as shelf:
        backup = shelf.make(Reason.BY_HAND)
        assert (backup.store, backup.checked) == ("", True)
        assert len(shelf.content(backup)) == len(SAMPLES)
    open_store(backup.folder, code).close()


def test_every_page_of_a_copy_is_checked(folder: Path) -> None:
    with shelf_of(folder) as shelf:
        copy, key = shelf.make(Reason.BY_HAND).folder, shelf.store.key
    connection = connect(copy / STORE_NAME, key)
    connection.execute("CREATE TABLE gone (text TEXT)")
    connection.execute("INSERT INTO gone VALUES (?)", ("x" * 9 * PAGE,))
    connection.execute("DROP TABLE gone")  # pages that nothing refers to
    connection.close()
    whole = (copy / STORE_NAME).read_bytes()
    assert checked_revision(copy / STORE_NAME, key, fully=True) == NEWEST
    for page in range(len(whole) // PAGE):
        damage(copy, page=page)
        with pytest.raises(DamagedStoreError):
            checked_revision(copy / STORE_NAME, key, fully=True)
        (copy / STORE_NAME).write_bytes(whole)


KILLED = """
import os, sys
from pathlib import Path
from bpa_desktop.services.backup import Reason
from bpa_desktop.store import backup, vault
from tests.store.shelves import shelf_of

vault.SCRYPT_N = 16
name = sys.argv[2]
real = getattr(backup, name)
def fatal(*args, **kwargs):
    if sys.argv[3] == "after":
        real(*args, **kwargs)
    os.kill(os.getpid(), 9)
with shelf_of(Path(sys.argv[1])) as shelf:
    setattr(backup, name, fatal)
    shelf.make(Reason.BY_HAND)
"""


@pytest.mark.skipif(os.name == "nt", reason="a signal that kills")
@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("name", ["private_folder", "write_whole", "checked_revision", "sync_folder", "_free_name"])
def test_killed_at_any_moment_there_is_a_whole_backup_or_none(folder: Path, name: str, moment: str) -> None:
    run = subprocess.run([sys.executable, "-c", KILLED, str(folder), name, moment], cwd=ROOT, check=False)
    assert run.returncode == -9
    assert shelved_in(folder).backups == ()
    with shelf_of(folder) as shelf:
        shelf.make(Reason.BY_HAND)
    assert [one.checked for one in shelved_in(folder).backups] == [True]
    assert len(names(folder / BACKUPS_NAME)) == 1


def test_a_folder_whose_names_cannot_be_synced_is_good_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(number: int) -> Callable[[int], None]:
        def fsync(_handle: int) -> None:
            raise OSError(number, os.strerror(number))

        return fsync

    monkeypatch.setattr(os, "fsync", refusing(errno.EINVAL))
    files.sync_folder(tmp_path)
    monkeypatch.setattr(os, "fsync", refusing(errno.EIO))
    with pytest.raises(OSError, match="Input/output"):
        files.sync_folder(tmp_path)


def test_nothing_is_held_where_nothing_was_ever_done(tmp_path: Path) -> None:
    made = create_store(tmp_path / "data", "right")
    shelf = Shelf(made.store, FakeClock().now)
    assert shelf.hold(Reason.BULK) is None
    assert shelf.make_if_due().backups == ()
    made.store.close()


def test_the_key_is_in_no_words_about_a_snapshot(folder: Path) -> None:
    key = unlock(folder, RIGHT).key
    snapshot = take_snapshot(folder / STORE_NAME, key)
    assert recovery_code(key) not in repr(snapshot)
    assert repr(key) not in repr(snapshot)
    snapshot.close()
    snapshot.close()


def test_a_moment_is_kept_with_its_offset(folder: Path) -> None:
    with shelf_of(folder) as shelf:
        assert shelf.make(Reason.BY_HAND).at.astimezone(UTC) == FakeClock().at
