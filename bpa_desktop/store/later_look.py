"""The look at the whole of a large file: not before it is used, but while it is, as long as nothing speaks against it.

Nothing damaged is read in the meantime: every page is sealed, and one that is not as it was written is refused.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

from sqlcipher3 import dbapi2

from bpa_desktop.services.job import CancelledError
from bpa_desktop.store.checking import checked_revision
from bpa_desktop.store.engine import connect, named_errors

LOOKED_AT_BEFORE = 48 * 2**20
"""Bytes: what was looked at in a third of a second on the slow machine this was measured on, at 145 MB a second."""
_BETWEEN = 0.005  # seconds


def may_wait(path: Path) -> bool:
    """Tell whether a file can be looked at later: it is large, and was closed in order.

    To be asked before anything opens it. What a crash left behind is looked at first, whatever its size.
    """
    left = (path.with_name(f"{path.name}{end}") for end in ("-wal", "-journal"))
    return path.stat().st_size > LOOKED_AT_BEFORE and not any(one.exists() for one in left)


def glanced_revision(path: Path, key: bytes) -> int:
    """Return the revision of a file of which only the first pages are looked at. Raises DamagedStoreError."""
    with named_errors(path):
        connection = connect(path, key, read_only=True)
        try:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
        finally:
            connection.close()


class LaterLook:
    """Answers services.ports.Look."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._connection: Any = None
        self._is_stopped = False
        self._under_way = Lock()

    def __call__(self) -> None:
        """Look. Raises CancelledError once it is stopped, and as `checked_revision`."""
        with self._under_way:
            if self._is_stopped:
                raise CancelledError
            try:
                checked_revision(self._path, self._key, begun=self._begun)
            except dbapi2.OperationalError as error:
                if not self._is_stopped:
                    raise
                raise CancelledError from error
            finally:
                self._connection = None

    def stop(self) -> None:
        """Have it end, and wait until it has let go of the file: whoever closes that last takes its log in."""
        self._is_stopped = True
        while not self._under_way.acquire(timeout=_BETWEEN):  # only what is running just now can be interrupted
            connection = self._connection
            if connection is not None:
                with suppress(dbapi2.ProgrammingError):  # closed just now
                    connection.interrupt()
        self._under_way.release()

    def _begun(self, connection: Any) -> None:
        self._connection = connection
