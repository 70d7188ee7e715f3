"""Making and opening a store: `arrangement.bpa` (the encrypted file) beside `keys.json` and `store.lock`.

The store is there when `arrangement.bpa` is there. Making one writes, in this order: keys.json, the whole file under
another name, and last the file's own name, by one rename. A crash before it leaves no store, after it a working one.
What a crash left behind, and keys.json or a write-ahead log whose file is gone, is set aside by the next making.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bpa_desktop.services.trouble import DamagedStoreError, StoreExistsError, StoreMissingError, WrongKeyError
from bpa_desktop.store.aside import UNFINISHED_NAME, set_aside
from bpa_desktop.store.checking import checked_revision
from bpa_desktop.store.engine import connect, named_errors, refuse_old_sqlite
from bpa_desktop.store.files import private_folder, sync_file, sync_folder
from bpa_desktop.store.folder import STORE_NAME as STORE_NAME
from bpa_desktop.store.folder import data_folder as data_folder
from bpa_desktop.store.folder import store_exists as store_exists
from bpa_desktop.store.later_look import LaterLook, glanced_revision, may_wait
from bpa_desktop.store.lock import take_lock
from bpa_desktop.store.moving_in import move_in
from bpa_desktop.store.place import refuse_unsafe
from bpa_desktop.store.recovery import KEY_BYTES
from bpa_desktop.store.renewal import renew, settled_vault
from bpa_desktop.store.schema import make_file
from bpa_desktop.store.shrinking import is_slack, shrink
from bpa_desktop.store.sqlite_store import SqliteStore
from bpa_desktop.store.staging import clear_stage
from bpa_desktop.store.tables import NEWEST
from bpa_desktop.store.vault import Secret, Vault, create_vault


@dataclass(frozen=True)
class OpenStore:
    """A store just made, and the code to show once."""

    store: SqliteStore
    recovery_code: str = field(repr=False)


def create_store(folder: Path, passphrase: str) -> OpenStore:
    """Make a store in a folder, and the folder too where it is missing; return it open.

    Raises StoreExistsError, StoreLockedError, UnsafePlaceError, EmptyPassphraseError, ReadOnlyStoreError,
    OldSqliteError, DiskFullError, DiskFailedError.
    """
    refuse_old_sqlite()
    refuse_unsafe(folder)
    with named_errors(folder), ExitStack() as on_failure:
        private_folder(folder)
        lock = take_lock(folder)
        on_failure.callback(lock.release)
        if store_exists(folder):
            raise StoreExistsError(folder)
        set_aside(folder)
        vault, code = _make_store(folder, passphrase)
        store = SqliteStore(folder / STORE_NAME, vault.key, lock=lock)
        on_failure.pop_all()
    return OpenStore(store, code)


def present_moment() -> datetime:
    """Return the present instant, as this computer knows it."""
    return datetime.now(UTC)


def open_store(
    folder: Path, secret: Secret, *, now: Callable[[], datetime] = present_moment, later: bool = False
) -> SqliteStore:
    """Open the store in a folder; an older one is first backed up, then brought to the newest revision.

    What a killed process left is cleared away: a copy it made, and the room it had not given back yet.

    The whole file is looked at first. For a large one that takes seconds: who says `later` takes it on to let the look
    of the store returned run beside the work, if it has one. A command does not: it has ended before the look would.

    Raises StoreMissingError, StoreLockedError, UnsafePlaceError, WrongKeyError, DamagedKeysError, DamagedStoreError,
    NewerStoreError, KeyStoreUnavailableError, ReadOnlyStoreError, OldSqliteError, DiskFullError; then not a byte of the
    store was changed.
    """
    refuse_old_sqlite()
    refuse_unsafe(folder)
    if not store_exists(folder):
        raise StoreMissingError(folder)
    path = folder / STORE_NAME
    with named_errors(folder), ExitStack() as on_failure:
        lock = take_lock(folder)
        on_failure.callback(lock.release)
        move_in(folder)
        clear_stage(folder)
        later = later and may_wait(path)
        vault = settled_vault(path, secret)
        take_back_half_a_write(path, vault)
        later = later and proved_revision(path, vault, by=glanced_revision) == NEWEST and not is_slack(path, vault.key)
        if not later:
            _bring_into_shape(path, vault, at=now)
        store = SqliteStore(path, vault.key, lock=lock, look=LaterLook(path, vault.key) if later else None)
        on_failure.pop_all()
    return store


def renew_key(folder: Path, secret: Secret, *, passphrase: str) -> OpenStore:
    """Put the store in a folder, which nobody has open, under a new key; return it open, with its new recovery code.

    The passphrase opens it from then on. The old code opens it no more; copies made before it opens still. Raises as
    `open_store`; after a failure the file is under one of the two keys, and the secret or the passphrase opens it.
    """
    open_store(folder, secret).close()  # brought to the newest revision, and known to be whole
    path = folder / STORE_NAME
    with named_errors(folder), ExitStack() as on_failure:
        lock = take_lock(folder)
        on_failure.callback(lock.release)
        vault = renew(path, settled_vault(path, secret), passphrase=passphrase)
        store = SqliteStore(path, vault.key, lock=lock)
        on_failure.pop_all()
    return OpenStore(store, vault.recovery_code)


def scratch_store(folder: Path) -> SqliteStore:
    """Make a store that nobody can open again, since its key is kept nowhere: for a demo, or a test.

    Raises FileExistsError, OSError, and the store's errors.
    """
    private_folder(folder)
    path = folder / STORE_NAME
    key = secrets.token_bytes(KEY_BYTES)
    make_file(path, key)
    return SqliteStore(path, key)


def _make_store(folder: Path, passphrase: str) -> tuple[Vault, str]:
    unfinished = folder / UNFINISHED_NAME
    vault, code = create_vault(folder, passphrase)
    make_file(unfinished, vault.key)
    sync_file(unfinished)
    unfinished.rename(folder / STORE_NAME)
    sync_folder(folder)
    return vault, code


def take_back_half_a_write(path: Path, vault: Vault) -> None:
    """Have SQLite take back what a crash left half written, where a file had no write-ahead log yet, as a backup's.

    Whoever only reads cannot, and would call the file one that may not be written.
    """
    journal = path.with_name(f"{path.name}-journal")
    if vault.proved and journal.exists() and journal.stat().st_size:
        connect(path, vault.key).close()


def proved_revision(path: Path, vault: Vault, *, by: Callable[[Path, bytes], int] = checked_revision) -> int:
    """Return the revision of a store that a key opens. Raises WrongKeyError, DamagedStoreError, NewerStoreError."""
    try:
        return by(path, vault.key)
    except DamagedStoreError as error:
        if vault.proved:
            raise
        raise WrongKeyError from error  # a code from another store is likelier than two damaged files


def _bring_into_shape(path: Path, vault: Vault, *, at: Callable[[], datetime]) -> None:
    """Look at a whole file, bring it to the newest revision, and finish what a killed process left of that."""
    if proved_revision(path, vault) < NEWEST:
        _upgrade(path, vault.key, at=at())
    elif is_slack(path, vault.key):
        shrink(path, vault.key)


def _upgrade(path: Path, key: bytes, *, at: datetime) -> None:
    from bpa_desktop.services.backup import Reason
    from bpa_desktop.store.backup import BACKUPS_NAME, make_backup
    from bpa_desktop.store.snapshot import snapshot_of
    from bpa_desktop.store.upgrade import upgrade  # late: Alembic takes long to import

    with snapshot_of(path, key) as snapshot:
        make_backup(snapshot, path.parent / BACKUPS_NAME, at=at, reason=Reason.MIGRATION)
    upgrade(path, key, to=NEWEST)
