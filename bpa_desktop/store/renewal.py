"""Renewal: the store is put under another key, so that a recovery code or a passphrase that got lost opens it no more.

keys.json holds both keys first, then the file is written anew under the second, then keys.json forgets the first. A
crash leaves the file under one of the two, and whoever opens it next finds out which: `settled_vault`. Copies made
before stay under the old key.
"""

from __future__ import annotations

from pathlib import Path

from bpa_desktop.services.trouble import (
    DamagedStoreError,
    KeyStoreUnavailableError,
    MistypedCodeError,
    WrongKeyError,
)
from bpa_desktop.store.aside import set_keys_aside
from bpa_desktop.store.engine import connect, named_errors
from bpa_desktop.store.files import sync_file
from bpa_desktop.store.recovery import key_of
from bpa_desktop.store.vault import (
    RecoveryCode,
    Secret,
    Vault,
    is_renewing,
    remember_on_computer,
    remembers,
    settle,
    unlock,
    unlock_next,
    write_next,
)


def renew(path: Path, vault: Vault, *, passphrase: str) -> Vault:
    """Put a file that nobody has open under a new key, wrapped by the passphrase; return it.

    A computer that remembered the old key remembers the new one, if its key store answers. Raises EmptyPassphraseError
    and the store's errors.
    """
    was_remembered = vault.proved and remembers(vault.folder)
    with named_errors(path):
        coming = write_next(vault, passphrase)
        rekey(path, vault.key, to=coming.key)
        settle(coming)
    if was_remembered:
        _remember(coming)
    return coming


def rekey(path: Path, key: bytes, *, to: bytes) -> None:
    """Write every page of a file anew under another key, in one transaction, and empty its log. Raises as SQLite."""
    connection = connect(path, key)
    try:
        connection.execute(f"PRAGMA rekey = \"x'{to.hex()}'\"")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    sync_file(path)


def settled_vault(path: Path, secret: Secret) -> Vault:
    """Return the key that a secret opens and the file is under, after a renewal that came to its end or did not.

    Raises as `vault.unlock`: a code or passphrase of before the renewal is a wrong key.
    """
    coming = unlock_next(path.parent, secret)
    if coming is not None and _opens(path, coming.key):
        settle(coming)
        return coming
    vault = _unlocked(path, secret)
    if is_renewing(path.parent):
        if _opens(path, vault.key):
            settle(vault)
        elif coming is None:
            raise WrongKeyError
    return vault


def _unlocked(path: Path, secret: Secret) -> Vault:
    """Return the key that a secret opens. Keys of another store go aside where a recovery code opens the file."""
    try:
        return unlock(path.parent, secret)
    except MistypedCodeError:
        raise
    except WrongKeyError:
        if not isinstance(secret, RecoveryCode) or is_renewing(path.parent) or not _opens(path, key_of(secret.text)):
            raise
    set_keys_aside(path.parent)
    return unlock(path.parent, secret)


def _opens(path: Path, key: bytes) -> bool:
    try:
        with named_errors(path):
            connect(path, key, read_only=True).close()
    except DamagedStoreError:
        return False
    return True


def _remember(vault: Vault) -> None:
    try:
        remember_on_computer(vault)
    except KeyStoreUnavailableError:  # then the passphrase is asked for, as on a computer that was never told
        return
