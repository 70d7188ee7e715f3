"""The system refuses a write, at every write in turn: said in the store's own words, and nothing kept is lost."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.power_cut import HAS_RECORDER, built_recorder

pytestmark = pytest.mark.skipif(not HAS_RECORDER, reason="refuses by a library made with a C compiler")
ROOT = Path(__file__).parents[2]
FOR_EVER = 1_000_000
ERRORS = {
    errno.ENOSPC: {"DiskFullError", "DiskFailedError", "ReadOnlyStoreError"},
    errno.EIO: {"DiskFailedError", "ReadOnlyStoreError"},
    errno.EACCES: {"DiskFailedError", "ReadOnlyStoreError"},
    errno.EROFS: {"DiskFailedError", "ReadOnlyStoreError"},
}
"""How it may be named: of an opening that fails SQLite says no more than that it cannot, whatever the system said."""


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_recorder(tmp_path_factory.mktemp("recorder"))


def refusals(recorder: Path, folder: Path, *, error: int, times: int, distance: int) -> list[str]:
    """Return how each refusal was named."""
    environment = {**os.environ, "LD_PRELOAD": str(recorder), "RECORDED_FOLDER": str(folder)}
    arguments = [str(recorder), str(folder), str(error), str(times), str(distance)]
    command = [sys.executable, "-m", "tests.store.fault_writer", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(("error", "times"), [(errno.ENOSPC, FOR_EVER), (errno.EIO, 1)])
def test_every_eleventh_write_that_is_refused_costs_nothing_that_was_kept(
    recorder: Path, tmp_path: Path, error: int, times: int
) -> None:
    named = refusals(recorder, tmp_path, error=error, times=times, distance=11)
    assert len(named) > 20
    assert {name for names in named for name in names.split(",")} - {"unnoticed"} <= ERRORS[error]


@pytest.mark.thorough
@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("times", [1, FOR_EVER], ids=["once", "from then on"])
def test_any_write_that_is_refused_costs_nothing_that_was_kept(
    recorder: Path, tmp_path: Path, error: int, times: int
) -> None:
    named = refusals(recorder, tmp_path, error=error, times=times, distance=1)
    assert {name for names in named for name in names.split(",")} - {"unnoticed"} <= ERRORS[error]
