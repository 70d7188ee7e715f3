"""Connections to one encrypted file: raw key, write-ahead log, every commit on the disk before it is acknowledged."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool, QueuePool
from sqlcipher3 import dbapi2

from bpa_desktop.services.trouble import (
    BusyError,
    DamagedStoreError,
    DiskFailedError,
    DiskFullError,
    OldSqliteError,
    ReadOnlyStoreError,
    StoreError,
)

OLDEST_SQLITE = (3, 51, 3)
"""Before it, two connections in WAL mode can lose data. Source: sqlite.org/wal.html, "The WAL-reset bug"."""
WAIT_SECONDS = 5.0
_LEAST_ROOM = 2**16
"""Bytes: beside a file that is open SQLite keeps 32 KiB of its own, and says of a disk without room for it that it
failed."""
READS = "reads"
"""Execution option of a connection that only reads: its transaction takes no write lock."""


def _failed(path: Path) -> StoreError:
    """Return what it means that the disk refused: on one that is full, no more than that."""
    there = next((one for one in (path, *path.parents) if one.exists()), None)
    is_full = there is not None and shutil.disk_usage(there).free < _LEAST_ROOM
    return DiskFullError(path) if is_full else DiskFailedError(path)


_MEANING: dict[int, Callable[[Path], StoreError]] = {
    dbapi2.SQLITE_NOTADB: DamagedStoreError,
    dbapi2.SQLITE_CORRUPT: DamagedStoreError,
    dbapi2.SQLITE_FULL: DiskFullError,
    dbapi2.SQLITE_IOERR: _failed,
    dbapi2.SQLITE_READONLY: ReadOnlyStoreError,
    dbapi2.SQLITE_CANTOPEN: ReadOnlyStoreError,
    dbapi2.SQLITE_BUSY: BusyError,
}
_MEANING_OF_ERRNO: dict[int | None, Callable[[Path], StoreError]] = {
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EIO: DiskFailedError,
    errno.EACCES: ReadOnlyStoreError,
    errno.EPERM: ReadOnlyStoreError,
    errno.EROFS: ReadOnlyStoreError,
}
_CODE_OF_WORDS = {  # copying a database tells its errors without a code
    "database or disk is full": dbapi2.SQLITE_FULL,
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "database disk image is malformed": dbapi2.SQLITE_CORRUPT,
    "attempt to write a readonly database": dbapi2.SQLITE_READONLY,
    "database is locked": dbapi2.SQLITE_BUSY,
}
_PRIMARY = 0xFF  # the low byte of an extended result code is the primary one
_SETTINGS = (
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "temp_store = MEMORY",  # nothing of the content in a file outside the encryption
    "fullfsync = ON",  # macOS: fsync alone leaves data in the drive's cache
)


def refuse_old_sqlite() -> None:
    """Raise OldSqliteError when the SQLite in this process can lose data in WAL mode."""
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise OldSqliteError(dbapi2.sqlite_version)


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say about the world into the store's errors; our own faults go on as they are."""
    try:
        yield
    except OSError as error:
        meaning = _MEANING_OF_ERRNO.get(error.errno)
        if meaning is None:
            raise
        raise meaning(path) from error
    except (sa.exc.DBAPIError, dbapi2.Error) as error:
        cause = error.orig if isinstance(error, sa.exc.DBAPIError) else error
        code = getattr(cause, "sqlite_errorcode", None) or _CODE_OF_WORDS.get(str(cause), 0)
        meaning = _MEANING.get(int(code) & _PRIMARY)
        if meaning is None:
            raise
        raise meaning(path) from error


def connect(path: Path, key: bytes, *, read_only: bool = False) -> Any:
    """Return a raw connection, whose key was proved by a first read. Raises OldSqliteError and SQLite's own errors.

    The file must exist: a missing one is never made by opening it. What is there under its name and is no file is
    damage, raised as DamagedStoreError: whoever opened a pipe would wait for ever.
    """
    refuse_old_sqlite()
    if path.exists() and not path.is_file():
        raise DamagedStoreError(path)
    address = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
    connection = dbapi2.connect(address, uri=True, timeout=WAIT_SECONDS, check_same_thread=False, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # else a wrong key writes on stderr
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
    except dbapi2.Error:
        connection.close()
        raise
    return connection


def store_engine(path: Path, key: bytes) -> sa.Engine:
    """Return an engine over the file; transactions begin at once as writers, unless the connection only reads."""
    engine = sa.create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key),
        poolclass=QueuePool,
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


def read_only_engine(path: Path, key: bytes) -> sa.Engine:
    """Return an engine that writes nothing, for a file that may be damaged."""
    return sa.create_engine(
        "sqlite+pysqlite://", module=dbapi2, creator=lambda: connect(path, key, read_only=True), poolclass=NullPool
    )


def _begin(connection: sa.Connection) -> None:
    reads = connection.get_execution_options().get(READS, False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


@contextmanager
def writing(engine: sa.Engine, path: Path) -> Iterator[sa.Connection]:
    """Open a transaction that writes; all of it is kept, or nothing. Raises the store's errors."""
    with named_errors(path), engine.begin() as connection:
        yield connection


def take_log_in(engine: sa.Engine, path: Path) -> None:
    """Have everything in the file and nothing in its write-ahead log, as far as nobody reads. Raises as `writing`.

    Closing the last connection does so too, and says nothing of a disk that refused it.
    """
    with named_errors(path), engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def reading(engine: sa.Engine, path: Path) -> Iterator[sa.Connection]:
    """Open a transaction that reads one state, whatever is written meanwhile. Raises the store's errors."""
    with named_errors(path), engine.connect().execution_options(**{READS: True}) as connection, connection.begin():
        yield connection
