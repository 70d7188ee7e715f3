"""What is in a backup, and a backup put in the place of a store that is damaged or gone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bpa_desktop.services.backup import Backup
from bpa_desktop.services.step import Slot
from bpa_desktop.services.trouble import DamagedKeysError, DamagedStoreError, WrongKeyError
from bpa_desktop.store.aside import copy_aside
from bpa_desktop.store.checking import checked_revision
from bpa_desktop.store.engine import connect, named_errors, refuse_old_sqlite
from bpa_desktop.store.files import private_folder, read_at_most, sync_file, sync_folder, write_whole
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.keys_file import KEYS_NAME
from bpa_desktop.store.lock import take_lock
from bpa_desktop.store.moving_in import decide_on, move_in
from bpa_desktop.store.place import refuse_unsafe
from bpa_desktop.store.recovery import recovery_code
from bpa_desktop.store.sqlite_store import SqliteStore
from bpa_desktop.store.staging import staged
from bpa_desktop.store.tables import NEWEST
from bpa_desktop.store.vault import RecoveryCode, Secret, unlock


def content_of(backup: Backup, key: bytes, *, folder: Path) -> tuple[Slot, ...]:
    """Return the records of a backup, read from a checked copy within the store's folder; the backup is not touched.

    Raises WrongKeyError for a backup under another key, DamagedStoreError, NewerStoreError and the errors of the disk.
    """
    _prove(backup, key)
    with _staged(backup, key, folder=folder) as path:
        store = SqliteStore(path, key)
        try:
            return tuple(store.slots())
        finally:
            store.close()


def put_back(folder: Path, backup: Backup, *, secret: Secret) -> Path | None:
    """Put a backup in the place of the store in a folder; return where that is kept, None where there was none.

    The keys stay where they open the backup too: the passphrase may have been changed since. Whatever the moment of a
    crash, whoever opens the store next finds it as it was, or as it is in the backup with the old one kept beside it.
    Raises as `open_store`, and then nothing is changed.
    """
    refuse_old_sqlite()
    refuse_unsafe(folder)
    with named_errors(folder):
        private_folder(folder)
        lock = take_lock(folder)
        try:
            move_in(folder)
            key = _key_that_stays(folder, backup, secret=secret)
            new_keys = None
            if key is None:
                key, new_keys = unlock(backup.folder, secret).key, (backup.folder / KEYS_NAME)
            with _staged(backup, key, folder=folder) as path:
                if new_keys is not None and new_keys.exists():
                    write_whole(path.with_name(KEYS_NAME), read_at_most(new_keys))
                aside = copy_aside(folder)
                sync_folder(path.parent)
                decide_on(path.parent)
                move_in(folder)
        finally:
            lock.release()
    return aside


def _key_that_stays(folder: Path, backup: Backup, *, secret: Secret) -> bytes | None:
    """Return the key of the store's own keys where that is the backup's too, else None."""
    try:
        vault = unlock(folder, secret)
        _prove(backup, vault.key)
    except (DamagedKeysError, WrongKeyError):
        return None
    return vault.key if vault.proved else None


def _prove(backup: Backup, key: bytes) -> None:
    """Raise WrongKeyError where the keys beside a backup say that its key is another."""
    unlock(backup.folder, RecoveryCode(recovery_code(key)))


@contextmanager
def _staged(backup: Backup, key: bytes, *, folder: Path) -> Iterator[Path]:
    """Give the path of a copy of a backup that is whole, of the newest revision and on the disk; it goes at the end."""
    with staged(backup.folder, within=folder) as path:
        if _revision(path, key, backup=backup) < NEWEST:
            from bpa_desktop.store.upgrade import upgrade  # late: Alembic takes long to import

            upgrade(path, key, to=NEWEST)
        connect(path, key).close()  # has a write-ahead log from now on, which in its place a crash could interrupt
        sync_file(path)
        yield path


def _revision(path: Path, key: bytes, *, backup: Backup) -> int:
    try:
        return checked_revision(path, key, fully=True)
    except DamagedStoreError as error:
        raise DamagedStoreError(backup.folder / STORE_NAME) from error
