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

from bpa_desktop.store.opening import STORE_NAME
from tests.store.soundness import check
from tests.store.stores import KEY, fresh_store

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


def survive(writer: Writer, folder: Path, times: int) -> None:
    chance = random.Random(folder.name)
    fresh_store(folder).close()
    kept: set[str] = set()
    for _ in range(times):
        kept |= set(acknowledged(writer, folder, chance))
        check(folder / STORE_NAME, KEY, kept=kept)
    assert len(kept) >= times


def test_killed_thirty_times_nothing_acknowledged_is_lost(writer: Writer, tmp_path: Path) -> None:
    survive(writer, tmp_path, 30)


@pytest.mark.thorough
def test_killed_a_thousand_times_nothing_acknowledged_is_lost(writer: Writer, tmp_path: Path) -> None:
    for part in range(20):
        (tmp_path / str(part)).mkdir()
        survive(writer, tmp_path / str(part), 50)
