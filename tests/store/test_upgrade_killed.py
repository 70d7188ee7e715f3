"""An older store is opened by a process that is killed at a statement: the file is the old one or the new, whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bpa_desktop.store.tables import NEWEST
from tests.kept.make import KEPT
from tests.store.test_kept import RELEASED

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the children are forked")
ROOT = Path(__file__).parents[2]
OLDER = RELEASED[:-1]


def killed(revision: str, folder: Path, distance: int) -> list[str]:
    """Return the revision of the file after each child."""
    command = [sys.executable, "-m", "tests.store.upgrade_writer", str(KEPT / revision), str(folder), str(distance)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def old_or_new(revision: str, said: list[str]) -> None:
    old = str(int(revision.removeprefix("revision-")))
    assert said[0] == old
    assert said[-1] == "through"
    assert set(said[:-1]) <= {old, str(NEWEST)}


def test_killed_at_any_ninth_statement_the_oldest_store_is_old_or_new(tmp_path: Path) -> None:
    said = killed(OLDER[0], tmp_path, 9)
    old_or_new(OLDER[0], said)
    assert len(said) > 6


@pytest.mark.thorough
@pytest.mark.parametrize("revision", OLDER)
def test_killed_at_any_statement_every_released_store_is_old_or_new(revision: str, tmp_path: Path) -> None:
    old_or_new(revision, killed(revision, tmp_path, 1))
