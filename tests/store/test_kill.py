"""A process killed at any moment: what it had acknowledged is there, and of the rest all or nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.records import Records
from bpa_desktop.services.step import Direction
from bpa_desktop.store.engine import connect
from bpa_desktop.store.opening import STORE_NAME
from bpa_desktop.store.sqlite_store import SqliteStore
from tests.store.stores import KEY, fresh_store
from tests.store.writer import SHIFTS_A_STEP

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the writer forks")
ROOT = Path(__file__).parents[2]
MOST_STEPS = 12
MOST_TURNS = 20_000
Writer = subprocess.Popen[str]


@pytest.fixture
def writer() -> Iterator[Writer]:
    command = [sys.executable, "-m", "tests.store.writer"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def acknowledged(writer: Writer, folder: Path, chance: random.Random) -> list[str]:
    """Let a child write, kill it at a random moment, and return the steps it had acknowledged."""
    assert writer.stdin is not None
    assert writer.stdout is not None
    writer.stdin.write(f"{folder}\n")
    writer.stdin.flush()
    child = int(writer.stdout.readline())
    words = [writer.stdout.readline().strip() for _ in range(chance.randint(0, MOST_STEPS))]
    for _ in range(chance.randint(0, MOST_TURNS)):  # somewhere within the next step
        pass
    os.kill(child, signal.SIGKILL)
    while word := writer.stdout.readline().strip():
        words.append(word)
    return words


def check(folder: Path, kept: set[str]) -> None:
    """See that the file is sound, has every acknowledged step whole, and is at most one step ahead."""
    connection = connect(folder / STORE_NAME, KEY)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    halves = "SELECT step FROM version GROUP BY step HAVING count(*) <> ?"
    assert connection.execute(halves, (SHIFTS_A_STEP,)).fetchall() == []
    connection.close()
    store = SqliteStore(folder / STORE_NAME, KEY)
    lines = store.journal()
    assert kept <= {line.id for line in lines}
    done = sum(1 if line.direction is Direction.DONE else -1 for line in lines)
    assert len(Records.of(store.slots()).all(Shift)) == SHIFTS_A_STEP * done
    store.close()


def survive(writer: Writer, folder: Path, times: int) -> None:
    chance = random.Random(folder.name)
    fresh_store(folder).close()
    kept: set[str] = set()
    for _ in range(times):
        kept |= set(acknowledged(writer, folder, chance))
        check(folder, kept)
    assert len(kept) >= times


def test_killed_thirty_times_nothing_acknowledged_is_lost(writer: Writer, tmp_path: Path) -> None:
    survive(writer, tmp_path, 30)


@pytest.mark.thorough
def test_killed_a_thousand_times_nothing_acknowledged_is_lost(writer: Writer, tmp_path: Path) -> None:
    for part in range(20):
        (tmp_path / str(part)).mkdir()
        survive(writer, tmp_path / str(part), 50)
