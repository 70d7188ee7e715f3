"""Free room in a file is given back by whoever opens it, where that is worth it and the disk has room for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from bpa_desktop.store import later_look, shrinking
from bpa_desktop.store.engine import connect
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.opening import open_store
from bpa_desktop.store.shrinking import is_slack
from bpa_desktop.store.sqlite_store import SqliteStore
from tests.kept.make import KEPT
from tests.store.shelves import RIGHT
from tests.store.strategies import SAMPLES

ROOT = Path(__file__).parents[2]


def opened(folder: Path, *, later: bool = False) -> SqliteStore:
    """Return the store in a folder, opened and closed, with everything in it."""
    store = open_store(folder, RIGHT, later=later)
    assert [slot.record for slot in store.slots()] == list(SAMPLES)
    store.close()
    return store


def with_free_pages(folder: Path, *, size: int) -> bytes:
    """Have so many bytes be free in the file of a store; return its key."""
    key = opened(folder).key
    connection = connect(folder / STORE_NAME, key)
    connection.execute("CREATE TABLE gone AS SELECT zeroblob(?) AS room", (size,))
    connection.execute("DROP TABLE gone")
    connection.close()
    return key


@pytest.mark.parametrize("later", [False, True])
def test_much_free_room_is_given_back_when_the_file_is_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch, later: bool
) -> None:
    monkeypatch.setattr(later_look, "LOOKED_AT_BEFORE", 0)
    small = (folder / STORE_NAME).stat().st_size
    key = with_free_pages(folder, size=small)
    assert (folder / STORE_NAME).stat().st_size > 3 / 2 * small
    assert opened(folder, later=later).look is None  # a file is looked at before it is written anew
    assert not is_slack(folder / STORE_NAME, key)
    assert (folder / STORE_NAME).stat().st_size <= small


def test_a_little_free_room_stays(folder: Path) -> None:
    with_free_pages(folder, size=(folder / STORE_NAME).stat().st_size // 8)
    before = (folder / STORE_NAME).read_bytes()
    opened(folder)
    assert (folder / STORE_NAME).read_bytes() == before


def test_on_a_disk_that_is_nearly_full_it_stays_and_nothing_is_tried(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = with_free_pages(folder, size=(folder / STORE_NAME).stat().st_size)
    before = (folder / STORE_NAME).read_bytes()
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: SimpleNamespace(free=len(before) - 1))
    opened(folder)
    assert (folder / STORE_NAME).read_bytes() == before
    monkeypatch.undo()
    opened(folder)
    assert not is_slack(folder / STORE_NAME, key)


@pytest.mark.parametrize("words", ["database or disk is full", "database is locked"])
def test_a_disk_that_fills_up_meanwhile_is_no_reason_not_to_open(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    class Refusing:
        def __init__(self, connection: Any) -> None:
            self._connection = connection

        def execute(self, statement: str) -> Any:
            if statement == "VACUUM":
                raise dbapi2.OperationalError(words)
            return self._connection.execute(statement)

        def close(self) -> None:
            self._connection.close()

    key = with_free_pages(folder, size=(folder / STORE_NAME).stat().st_size)
    monkeypatch.setattr(shrinking, "connect", lambda *where, **how: Refusing(connect(*where, **how)))
    opened(folder)
    assert is_slack(folder / STORE_NAME, key)


def killed(folder: Path, distance: int) -> list[str]:
    """Return what became of each child."""
    command = [sys.executable, "-m", "tests.store.shrink_writer", str(KEPT / "revision-0007"), str(folder)]
    done = subprocess.run([*command, str(distance)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the children are forked")
@pytest.mark.parametrize("distance", [60, pytest.param(7, marks=pytest.mark.thorough)])
def test_killed_at_any_moment_of_it_everything_is_there_and_the_next_gives_back_the_rest(
    tmp_path: Path, distance: int
) -> None:
    *before, last = killed(tmp_path, distance)
    assert last == "through"
    assert set(before) == {"killed"}
    assert len(before) > 5
