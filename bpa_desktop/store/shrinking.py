"""Gives back the room in a file that nothing stands in any more, as after a migration that made its tables anew."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from bpa_desktop.services.trouble import BusyError, DiskFullError
from bpa_desktop.store.engine import connect, named_errors

_WORTH_IT = 4
"""A file of which one page in so many is free is written anew; what is erased in everyday work is far less."""


def is_slack(path: Path, key: bytes) -> bool:
    """Tell whether so much of a file is free that it is worth writing anew. Raises the store's errors."""
    with named_errors(path):
        connection = connect(path, key, read_only=True)
        try:
            free, pages = (
                connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("freelist_count", "page_count")
            )
        finally:
            connection.close()
    return bool(0 < pages <= free * _WORTH_IT)


def shrink(path: Path, key: bytes) -> None:
    """Write a file that nobody has open anew, without its free room, in one transaction. Raises the store's errors.

    Where the disk has no room for that, the file stays as it is: it is only larger than it need be, and whoever opens
    it next tries again.
    """
    if shutil.disk_usage(path.parent).free < path.stat().st_size:  # all that is free is never filled for this
        return
    with suppress(DiskFullError, BusyError), named_errors(path):
        connection = connect(path, key)
        try:
            connection.execute("VACUUM")
        finally:
            connection.close()
