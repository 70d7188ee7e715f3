"""Stores for tests: with a key of their own, and without the cost of a passphrase."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bpa_desktop.domain.roster import Record
from bpa_desktop.services.history import History
from bpa_desktop.services.step import Change, Step, StepLine
from bpa_desktop.store.opening import STORE_NAME
from bpa_desktop.store.schema import make_file
from bpa_desktop.store.sqlite_store import SqliteStore
from tests.memory import TUESDAY_EVENING, FakeClock

KEY = bytes(range(32))
CHEAP = 2**4
"""scrypt's n where the passphrase is not what is tested."""


def fresh_store(folder: Path) -> SqliteStore:
    """Return an empty store under KEY."""
    make_file(folder / STORE_NAME, KEY)
    return SqliteStore(folder / STORE_NAME, KEY)


def history_over(store: SqliteStore) -> History:
    """Return a history over a store."""
    return History(store, FakeClock(), author="test")


def fill_up(store: SqliteStore) -> None:
    """Let a store's file grow no further, as on a full disk."""
    with store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def put_all(history: History, records: Iterable[Record], *, verb: str = "import_roster") -> None:
    """Keep records in one step."""
    with history.step(verb) as recorder:
        for record in records:
            recorder.put(record)


def step_that(*changes: Change, id: str = "step") -> Step:
    """Return a step with the changes."""
    return Step(StepLine(id, "edit_shift", "test", TUESDAY_EVENING), changes)
