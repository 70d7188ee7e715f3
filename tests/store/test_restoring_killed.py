"""A backup is put back by a process that is killed at a call: the store is the old one or the backup, and whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.restore_scenes import SCENES, Folders

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the children are forked"),
    pytest.mark.usefixtures("cheap"),
]
ROOT = Path(__file__).parents[2]


def killed(scene: Folders, work: Path, distance: int) -> list[str]:
    """Return which store was there after each child."""
    work.mkdir()
    command = [sys.executable, "-m", "tests.store.restore_writer", *map(str, (*scene, work, distance))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def old_then_new(said: list[str]) -> None:
    assert said[-1] == "through"
    assert said[:-1] == sorted(said[:-1], reverse=True)
    assert said[0] == "old"


@pytest.mark.parametrize("scene", SCENES)
def test_killed_at_any_thirteenth_call_of_putting_back_the_store_is_old_or_new_and_the_old_is_kept(
    scene: Callable[[Path], Folders], tmp_path: Path
) -> None:
    said = killed(scene(tmp_path), tmp_path / "work", 13)
    old_then_new(said)
    assert len(said) > 6


@pytest.mark.thorough
@pytest.mark.parametrize("scene", SCENES)
def test_killed_at_any_call_of_putting_back_the_store_is_old_or_new_and_the_old_is_kept(
    scene: Callable[[Path], Folders], tmp_path: Path
) -> None:
    old_then_new(killed(scene(tmp_path), tmp_path / "work", 1))
