"""A store in the place of another: made ready in a folder of its own, which one rename decides on.

Before that rename the old store stands; after it the new one does, as soon as anybody has the folder's lock: a crash
among the steps that follow is mended by whoever comes next, who takes them again.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from bpa_desktop.store.aside import logs_of
from bpa_desktop.store.files import sync_folder
from bpa_desktop.store.folder import COMING_NAME, STORE_NAME
from bpa_desktop.store.keys_file import KEYS_NAME


def decide_on(ready: Path) -> None:
    """Have what is ready in a folder, on the disk already, be the store of the folder around it. Raises OSError."""
    ready.rename(ready.with_name(COMING_NAME))
    sync_folder(ready.parent)


def move_in(folder: Path) -> None:
    """Put what was decided on into its place, with keys where it brought some. Whoever has the lock may ask again.

    Raises OSError.
    """
    coming = folder / COMING_NAME
    store, keys = coming / STORE_NAME, coming / KEYS_NAME
    if store.exists():
        for log in logs_of(folder):  # SQLite would play them into the file that comes
            log.unlink(missing_ok=True)
        if keys.exists():
            keys.replace(folder / KEYS_NAME)
        sync_folder(folder)
        store.replace(folder / STORE_NAME)
        sync_folder(folder)
    shutil.rmtree(coming, ignore_errors=True)
