"""One process at a time on a store: a lock the system frees when its holder dies, and a note of who holds it."""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from bpa_desktop.services.trouble import ReadOnlyStoreError, StoreLockedError
from bpa_desktop.store.folder import LOCK_NAME as LOCK_NAME

_NOTE_BYTES = 1000
_FAR = 0x7FFF0000  # Windows bars a locked byte from readers: lock one beyond the note


class StoreLock:
    """The lock of one folder, held from taking to release."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def release(self) -> None:
        """Let go. Doing it twice does nothing more."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            with suppress(OSError):  # a disk that fails, with the note still there: it names nobody once it is free
                os.ftruncate(handle, 0)
            os.close(handle)


def take_lock(folder: Path) -> StoreLock:
    """Take the lock of a folder. Raises StoreLockedError, which names the holder, ReadOnlyStoreError, and OSError where
    the disk is full.

    The lock file stays: taking it away while another process waits for it would give two holders.
    """
    path = folder / LOCK_NAME
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise
        raise ReadOnlyStoreError(path) from error
    try:
        _lock(handle)
    except OSError as error:
        note = os.read(handle, _NOTE_BYTES)
        os.close(handle)
        raise _locked_by(note) from error
    with suppress(OSError):  # on a full disk there is no note, and the lock holds all the same
        os.ftruncate(handle, 0)
        os.write(handle, _own_note())
    return StoreLock(handle)


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _own_note() -> bytes:
    note = {"pid": os.getpid(), "host": socket.gethostname(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
    return json.dumps(note).encode()


def _locked_by(note: bytes) -> StoreLockedError:
    """Return the error that names the holder; one that has just begun may not have written its note yet."""
    with suppress(ValueError, KeyError, TypeError):
        holder = json.loads(note)
        return StoreLockedError(int(holder["pid"]), str(holder["host"]), str(holder["since"]))
    return StoreLockedError(0, "", "")
