"""A copy of a store within a folder, to be read or to take a store's place; what was copied stays as it is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bpa_desktop.services.trouble import StoreMissingError
from bpa_desktop.store.aside import logs_of
from bpa_desktop.store.engine import named_errors
from bpa_desktop.store.folder import STORE_NAME, store_exists

_STAGE = ".restoring"


@contextmanager
def staged(source: Path, *, within: Path) -> Iterator[Path]:
    """Give the path of a copy of the store in a folder; it goes at the end. Raises StoreMissingError, those of a disk.

    What a killed process leaves of it goes when the next is made, or by `clear_stage`.
    """
    stage = within / _STAGE
    with named_errors(stage):
        clear_stage(within)
        stage.mkdir(mode=0o700)
        try:
            if not store_exists(source):
                raise StoreMissingError(source)
            for part in (source / STORE_NAME, *logs_of(source)):  # what was set aside may have a log
                if part.exists():
                    (stage / part.name).touch(mode=0o600)
                    shutil.copyfile(part, stage / part.name)
            yield stage / STORE_NAME
        finally:
            clear_stage(within)


def clear_stage(folder: Path) -> None:
    """Take away what a killed process left of a copy: to be asked by whoever has the lock of the folder."""
    shutil.rmtree(folder / _STAGE, ignore_errors=True)
