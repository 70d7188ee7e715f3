"""What has to be true of a store after any crash, when the steps of `writer.py` were kept in it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.records import Records
from bpa_desktop.services.step import Direction
from bpa_desktop.store.engine import connect
from bpa_desktop.store.sqlite_store import SqliteStore
from tests.store.writer import SHIFTS_A_STEP


def check(path: Path, key: bytes, *, kept: Collection[str]) -> None:
    """See that the file is sound, has every acknowledged step whole, and is at most one step ahead."""
    connection = connect(path, key)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # before it, a log that was cut short is called damage
    assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    halves = "SELECT step FROM version GROUP BY step HAVING count(*) <> ?"
    assert connection.execute(halves, (SHIFTS_A_STEP,)).fetchall() == []
    connection.close()
    store = SqliteStore(path, key)
    lines = store.journal()
    assert set(kept) <= {line.id for line in lines}
    done = sum(1 if line.direction is Direction.DONE else -1 for line in lines)
    assert len(Records.of(store.slots()).all(Shift)) == SHIFTS_A_STEP * done
    store.close()
