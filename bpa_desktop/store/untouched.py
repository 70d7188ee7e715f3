"""A store that is read without a byte of it being changed, for safe mode: what is opened is a copy.

The copy lies beside the store, under the same key, and goes at the end; one of a killed process goes when the store is
opened next. An older store is brought to the newest revision in the copy alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bpa_desktop.services.trouble import (
    DamagedKeysError,
    DamagedStoreError,
    DiskFullError,
    NewerStoreError,
    NoRoomToReadError,
    StoreMissingError,
)
from bpa_desktop.store.engine import named_errors, refuse_old_sqlite
from bpa_desktop.store.files import read_at_most, write_whole
from bpa_desktop.store.folder import COMING_NAME, STORE_NAME, store_exists
from bpa_desktop.store.keys_file import KEYS_NAME
from bpa_desktop.store.lock import take_lock
from bpa_desktop.store.opening import proved_revision, take_back_half_a_write
from bpa_desktop.store.place import refuse_unsafe
from bpa_desktop.store.renewal import settled_vault
from bpa_desktop.store.sqlite_store import SqliteStore
from bpa_desktop.store.staging import staged
from bpa_desktop.store.tables import NEWEST
from bpa_desktop.store.vault import Secret


@contextmanager
def opened_untouched(folder: Path, secret: Secret) -> Iterator[SqliteStore]:
    """Open a copy of the store in a folder. Raises as `open_store`, and NoRoomToReadError where there is no room."""
    refuse_old_sqlite()
    refuse_unsafe(folder)
    if not store_exists(folder):
        raise StoreMissingError(folder)
    with named_errors(folder), ExitStack() as at_end:
        at_end.callback(take_lock(folder).release)
        try:
            path = at_end.enter_context(staged(_where_it_stands(folder), within=folder))
            store = _opened(path, folder, secret=secret)
            at_end.callback(store.close)
            yield store
        except DiskFullError as error:
            raise NoRoomToReadError(folder) from error
        except (DamagedStoreError, DamagedKeysError, NewerStoreError) as error:
            error.path = folder / error.path.name  # what is wrong with the copy is wrong with the store
            raise


def _where_it_stands(folder: Path) -> Path:
    """Return where the store is: still beside its place, where a crash kept it from moving in."""
    coming = folder / COMING_NAME
    return coming if (coming / STORE_NAME).exists() else folder


def _opened(path: Path, folder: Path, *, secret: Secret) -> SqliteStore:
    """Open a copy by the keys of the store in a folder, which may have come with it. Raises as `open_store`."""
    for keys in (folder / COMING_NAME / KEYS_NAME, folder / KEYS_NAME):
        if keys.exists():
            write_whole(path.with_name(KEYS_NAME), read_at_most(keys))
            break
    vault = settled_vault(path, secret)
    take_back_half_a_write(path, vault)
    if proved_revision(path, vault) < NEWEST:
        from bpa_desktop.store.upgrade import upgrade  # late: Alembic takes long to import

        upgrade(path, vault.key, to=NEWEST)
    return SqliteStore(path, vault.key)
