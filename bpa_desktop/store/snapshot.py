"""Snapshot: the store as it stands at one moment, to be copied while work goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from bpa_desktop.store.engine import connect, named_errors
from bpa_desktop.store.files import read_at_most, sync_file
from bpa_desktop.store.keys_file import KEYS_NAME
from bpa_desktop.store.log_types import id_of


@dataclass(frozen=True)
class Snapshot:
    """One moment of a file, held by a transaction that reads; writers go on. To be closed soon: the log grows."""

    key: bytes = field(repr=False)
    keys_json: bytes | None = field(repr=False)
    connection: Any = field(repr=False)

    @property
    def step(self) -> str:
        """The id of the latest step in it; nothing without one, or in a file older than the log."""
        if not self.connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'step'").fetchone():
            return ""
        row = self.connection.execute("SELECT id FROM step ORDER BY seq DESC LIMIT 1").fetchone()
        return id_of(row[0]) if row is not None else ""

    def copy_to(self, target: Path) -> None:
        """Write a copy under the same key into a new file, in one piece and on the disk. Raises the store's errors."""
        with named_errors(target):
            target.touch(mode=0o600, exist_ok=False)
            copy = dbapi2.connect(str(target))
            try:
                copy.execute(f"PRAGMA key = \"x'{self.key.hex()}'\"")
                self.connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")  # else it could not be read from where nothing is written
            finally:
                copy.close()
            sync_file(target)

    def close(self) -> None:
        """Let go of the moment. Doing it twice does nothing more."""
        self.connection.close()


def take_snapshot(path: Path, key: bytes) -> Snapshot:
    """Hold a store's file as it stands now, with the keys.json beside it. Raises the store's errors."""
    keys = path.with_name(KEYS_NAME)
    with named_errors(path):
        keys_json = read_at_most(keys) if keys.exists() else None
        connection = connect(path, key, read_only=True)
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # a transaction begins when it first reads
    return Snapshot(key, keys_json, connection)


@contextmanager
def snapshot_of(path: Path, key: bytes) -> Iterator[Snapshot]:
    """Hold a store's file as it stands while it is copied. Raises the store's errors."""
    snapshot = take_snapshot(path, key)
    try:
        yield snapshot
    finally:
        snapshot.close()
