"""A backup is put back by a process that is killed at a call: the store is the old one or the backup, and whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bpa_desktop.services.backup import Reason
from bpa_desktop.store.folder import STORE_NAME
from tests.store.shelves import damage, filled, shelf_of
from tests.store.stores import history_over
from tests.store.writer import kept_step

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the children are forked"),
    pytest.mark.usefixtures("cheap"),
]
ROOT = Path(__file__).parents[2]
Scene = tuple[Path, Path]
"""The folder of a store, and that of a backup."""


def healthy(folder: Path) -> Scene:
    """Leave a store whose newest step is in its write-ahead log alone, as after a crash; another is in no backup."""
    filled(folder / "live")
    with shelf_of(folder / "live") as shelf:
        shelf.make(Reason.BY_HAND, to=folder / "place")
        kept_step(history_over(shelf.store))
    with shelf_of(folder / "live") as shelf:
        kept_step(history_over(shelf.store))
        shutil.copytree(folder / "live", folder / "crashed")
    assert (folder / "crashed" / f"{STORE_NAME}-wal").stat().st_size
    return folder / "crashed", folder / "place"


def damaged(folder: Path) -> Scene:
    """Leave a damaged store."""
    filled(folder / "live")
    with shelf_of(folder / "live") as shelf:
        shelf.make(Reason.BY_HAND, to=folder / "place")
    damage(folder / "live")
    return folder / "live", folder / "place"


def gone(folder: Path) -> Scene:
    """Leave no store at all."""
    filled(folder / "live")
    with shelf_of(folder / "live") as shelf:
        shelf.make(Reason.BY_HAND, to=folder / "place")
    (folder / "empty").mkdir()
    return folder / "empty", folder / "place"


def of_another(folder: Path) -> Scene:
    """Leave a store, and the backup of another one, which has another key."""
    filled(folder / "other")
    with shelf_of(folder / "other") as shelf:
        kept_step(history_over(shelf.store))
        shelf.make(Reason.BY_HAND, to=folder / "their place")
    return healthy(folder)[0], folder / "their place"


def killed(scene: Scene, work: Path, distance: int) -> list[str]:
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


@pytest.mark.parametrize("scene", [healthy, damaged, gone, of_another])
def test_killed_at_any_thirteenth_call_of_putting_back_the_store_is_old_or_new_and_the_old_is_kept(
    scene: Callable[[Path], Scene], tmp_path: Path
) -> None:
    said = killed(scene(tmp_path), tmp_path / "work", 13)
    old_then_new(said)
    assert len(said) > 6


@pytest.mark.thorough
@pytest.mark.parametrize("scene", [healthy, damaged, gone, of_another])
def test_killed_at_any_call_of_putting_back_the_store_is_old_or_new_and_the_old_is_kept(
    scene: Callable[[Path], Scene], tmp_path: Path
) -> None:
    old_then_new(killed(scene(tmp_path), tmp_path / "work", 1))
