"""Files read up to a limit, and written whole or not at all, for nobody else to read."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from bpa_desktop.services.trouble import NoFolderError, NotAFileError, StoresOwnFileError
from bpa_desktop.store.folder import is_of_a_store

SMALL = 2**20
"""Bytes of the program's own small files at most: a thousand times what each of them has."""


def read_at_most(path: Path, most: int = SMALL) -> bytes:
    """Return so many bytes of a file at most: what is cut there makes no sense to whoever reads it.

    Raises NotAFileError for a pipe or a device, which might never end; OSError.
    """
    with open(path, "rb", opener=_open_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise NotAFileError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        return file.read(most)


def _open_at_once(path: str, flags: int) -> int:
    """Open a file without waiting for whoever might write into a pipe; there are none of those on Windows."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


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


def hand_out(path: Path, content: bytes) -> None:
    """Write a file that leaves the program, whole or not at all, and never over one that a store is made of.

    Raises StoresOwnFileError and OSError.
    """
    if is_of_a_store(path):
        raise StoresOwnFileError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    write_whole(path, content)


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
    """Make a folder that only its owner may enter; one that is there already is left as it is.

    Raises NoFolderError and OSError.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise NoFolderError(error.errno, error.strerror, str(folder)) from error
