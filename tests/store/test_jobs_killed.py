"""A process killed at any moment of any job: what it had acknowledged is there, and of the rest all or nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bpa_desktop.store import vault
from tests.store.job_checks import nothing_half
from tests.store.jobs import JOBS, Job
from tests.store.stores import CHEAP

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the server forks")
ROOT = Path(__file__).parents[2]
MOST_WORDS = {"writing": 12}
"""How often a job is done at most before the one in which it is killed; once where none is named."""
TIMES = {"writing": 30}
"""How often a job is killed in an ordinary run; eight times where none is named."""
THOROUGH_TIMES, A_FOLDER = 150, 25
Server = subprocess.Popen[str]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    command = [sys.executable, "-m", "tests.store.jobs"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "SCRYPT_N", CHEAP)


def acknowledged(server: Server, name: str, folder: Path, *, chance: random.Random | None) -> list[str]:
    """Let a child do a job, kill it at a moment left to chance, or once it was done; return all it said."""
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(f"{name} {folder}\n")
    server.stdin.flush()
    child = int(server.stdout.readline())
    wanted = chance.randint(0, MOST_WORDS.get(name, 1)) if chance is not None else 1
    words = [server.stdout.readline().strip() for _ in range(wanted)]
    if chance is not None:
        time.sleep(chance.random() * JOBS[name].lasts)  # somewhere within the next turn
    os.kill(child, signal.SIGKILL)
    while word := server.stdout.readline().strip():
        words.append(word)
    assert all(words), "the child died of itself"
    return words


def survive(server: Server, name: str, folder: Path, *, times: int) -> None:
    job, chance, words = JOBS[name], random.Random(folder.name), list[str]()
    job.made(folder)
    for _ in range(times):
        words += acknowledged(server, name, folder, chance=chance)
        job.is_kept(folder, words)
    tidy(job, folder)
    assert words


def tidy(job: Job, folder: Path) -> None:
    """Do the job once more, undisturbed, and see that it leaves nothing half."""
    next(job.turns(folder))
    nothing_half(folder)


@pytest.mark.parametrize("name", JOBS)
def test_killed_at_a_random_moment_of_a_job_nothing_acknowledged_is_lost(
    server: Server, name: str, tmp_path: Path
) -> None:
    survive(server, name, tmp_path / name, times=TIMES.get(name, 8))


@pytest.mark.thorough
@pytest.mark.parametrize("name", JOBS)
def test_killed_a_thousand_times_in_all_nothing_acknowledged_is_lost(server: Server, name: str, tmp_path: Path) -> None:
    for part in range(THOROUGH_TIMES // A_FOLDER):
        survive(server, name, tmp_path / f"{name}-{part}", times=A_FOLDER)
