"""Files written whole or not at all, for nobody else to read."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Put content into a file, readable for its owner only; after a crash the old content stands, or the new.

    Raises OSError.
    """
    import tempfile  # late: with all it brings, and reading the settings needs none of it

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # made with mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def unfinished(path: Path) -> Iterator[Path]:
    """Yield what a crash left of writing a file: to be asked only in a folder where nobody else writes."""
    return path.parent.glob(f".{path.name}.*")


def sync_file(path: Path) -> None:
    """Have a file's content on the disk."""
    _sync(path, os.O_RDWR)


def sync_folder(folder: Path) -> None:
    """Have a folder's names on the disk; Windows does so by itself, and some shares and sticks know no such thing."""
    if os.name == "nt":
        return
    try:
        _sync(folder, os.O_RDONLY)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter; one that is there already is left as it is."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
