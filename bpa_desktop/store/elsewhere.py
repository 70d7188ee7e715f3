"""A backup of another computer, or of a store that is gone: looked into before it comes here."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from bpa_desktop.services.backup import Backup
from bpa_desktop.services.step import Slot
from bpa_desktop.services.trouble import DamagedKeysError, StoreExistsError
from bpa_desktop.store.engine import named_errors, refuse_old_sqlite
from bpa_desktop.store.files import private_folder
from bpa_desktop.store.folder import store_exists
from bpa_desktop.store.keys_file import KeyStoreSlot, read_keys, write_keys
from bpa_desktop.store.place import refuse_unsafe
from bpa_desktop.store.restoring import content_of
from bpa_desktop.store.vault import Secret, unlock


def arriving_content(folder: Path, backup: Backup, *, secret: Secret) -> tuple[Slot, ...]:
    """Return the records of a backup that a secret opens, read within a folder where there is no store yet.

    Raises StoreExistsError, UnsafePlaceError, and as `unlock` and `content_of`.
    """
    refuse_old_sqlite()
    refuse_unsafe(folder)
    if store_exists(folder):
        raise StoreExistsError(folder)
    with named_errors(folder):
        private_folder(folder)
        return content_of(backup, unlock(backup.folder, secret).key, folder=folder)


def ask_from_now_on(folder: Path) -> None:
    """Have the store that came to a folder ask for its passphrase: only the computer it came from knows the key.

    Raises NewerStoreError and OSError.
    """
    with suppress(DamagedKeysError):  # then the recovery code alone opens it
        keys = read_keys(folder)
        write_keys(folder, keys.model_copy(update={"slots": tuple(s for s in keys.slots if s != KeyStoreSlot())}))
