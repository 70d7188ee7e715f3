"""Looks at a file before it is used, without writing a byte: whose revision it is, and whether it is whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bpa_desktop.services.trouble import DamagedStoreError, NewerStoreError
from bpa_desktop.store.engine import connect, named_errors
from bpa_desktop.store.tables import NEWEST

_WHOLE = [("ok",)]
_CACHE_KIB = (
    262_144  # as much as ten years of a large team: each page is looked at thrice, and opening its seal is most
)


def checked_revision(
    path: Path, key: bytes, *, fully: bool = False, begun: Callable[[Any], None] = lambda _connection: None
) -> int:
    """Return the revision of a whole file; fully, every index and the seal of every page is looked at too.

    The seals are looked at in the file itself, past its write-ahead log: only where there is none, as of a backup.
    Raises DamagedStoreError (an empty file is damage too: SQLite would take it for a new one; a key that was not proved
    before may be wrong instead), NewerStoreError, OldSqliteError and the errors of the disk; SQLite's own error where
    another thread interrupted the connection, which `begun` is given.
    """
    with named_errors(path):
        log = path.with_name(f"{path.name}-wal")
        has_log = log.exists() and log.stat().st_size > 0
        connection = connect(path, key, read_only=True)
        try:
            begun(connection)
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            if version > NEWEST:
                raise NewerStoreError(path, version, NEWEST)
            whole = connection.execute(f"PRAGMA {'integrity_check' if fully else 'quick_check'}").fetchall() == _WHOLE
            seals = connection.execute("PRAGMA cipher_integrity_check").fetchall() if fully and not has_log else []
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        finally:
            connection.close()
    if broken or seals or not whole or not path.stat().st_size:
        raise DamagedStoreError(path)
    return version
