"""Where a backup is put back: over a healthy store, a damaged one, another's, and where there is none."""

from __future__ import annotations

import shutil
from pathlib import Path

from bpa_desktop.services.backup import Reason
from bpa_desktop.store.folder import STORE_NAME
from tests.store.shelves import damage, filled, shelf_of
from tests.store.stores import history_over
from tests.store.writer import kept_step

Folders = tuple[Path, Path]
"""The folder of a store, and that of a backup."""


def healthy(folder: Path) -> Folders:
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


def damaged(folder: Path) -> Folders:
    """Leave a damaged store."""
    filled(folder / "live")
    with shelf_of(folder / "live") as shelf:
        shelf.make(Reason.BY_HAND, to=folder / "place")
    damage(folder / "live")
    return folder / "live", folder / "place"


def gone(folder: Path) -> Folders:
    """Leave no store at all."""
    filled(folder / "live")
    with shelf_of(folder / "live") as shelf:
        shelf.make(Reason.BY_HAND, to=folder / "place")
    (folder / "empty").mkdir()
    return folder / "empty", folder / "place"


def of_another(folder: Path) -> Folders:
    """Leave a store, and the backup of another one, which has another key."""
    filled(folder / "other")
    with shelf_of(folder / "other") as shelf:
        kept_step(history_over(shelf.store))
        shelf.make(Reason.BY_HAND, to=folder / "their place")
    return healthy(folder)[0], folder / "their place"


SCENES = [healthy, damaged, gone, of_another]
