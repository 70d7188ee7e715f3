"""What the world can refuse: errors of the store as facts; the sentences are made in texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


class StoreError(Exception):
    """A store that cannot be used as asked, for a reason the user or their computer can mend."""


class NotAFileError(OSError):
    """A pipe or a device where a file is to be read; its name is the error's file name."""


class NoFolderError(OSError):
    """A file, or a link to nothing, where a folder is to be made; its name is the error's file name."""


class StoresOwnFileError(OSError):
    """A file that a store or a backup is made of, where another is to be written; its name is the error's file name."""


@dataclass(eq=False)
class StoreMissingError(StoreError):
    """There is no store in the folder."""

    folder: Path


@dataclass(eq=False)
class StoreExistsError(StoreError):
    """There is a store in the folder already; it is left alone."""

    folder: Path


@dataclass(eq=False)
class StoreLockedError(StoreError):
    """Another process has the store open: its id, its computer, and when it took the store (ISO, UTC; may be empty)."""

    pid: int
    host: str
    since: str


@dataclass(eq=False)
class UnsafePlaceError(StoreError):
    """A folder on a network share or in a synced folder, where a database loses what it has acknowledged."""

    folder: Path
    place: str


class WrongKeyError(StoreError):
    """The passphrase, code or remembered key does not open this store; nothing was touched."""


@dataclass(eq=False)
class TooManyTriesError(StoreError):
    """Too early for another try after several wrong ones: when the next one is heard."""

    until: datetime


class MistypedCodeError(WrongKeyError):
    """A recovery code whose check letters do not fit: it was mistyped."""


class EarlierKeyError(WrongKeyError):
    """A backup of this store from before its recovery code was renewed: the passphrase of then opens it."""


class OtherStoreError(WrongKeyError):
    """A backup of another store than the one that is open."""


class EmptyPassphraseError(StoreError):
    """A passphrase without a single character."""


@dataclass(eq=False)
class DamagedKeysError(StoreError):
    """The file with the wrapped keys is missing or makes no sense; the recovery code opens the store without it."""

    path: Path


class HiddenKeysError(DamagedKeysError):
    """The file with the wrapped keys may not be read by this user; it may well be whole."""


@dataclass(eq=False)
class DamagedStoreError(StoreError):
    """The key is right and the file is not what was written; it was left as it is."""

    path: Path


class ReadingOnlyError(StoreError):
    """The program was started in safe mode, for reading only; nothing can be changed."""


class RescuedOnlyError(ReadingOnlyError):
    """What is open was read from a damaged file: it is there to be read, and nothing in it is kept."""


class NothingRescuedError(StoreError):
    """Nothing can be read of a damaged file any more."""


@dataclass(eq=False)
class NewerStoreError(StoreError):
    """The file was written by a newer program: its revision, and the newest that this program knows."""

    path: Path
    version: int
    known: int


@dataclass(eq=False)
class OldSqliteError(StoreError):
    """The SQLite in this process can lose data in WAL mode (before 3.51.3)."""

    version: str


@dataclass(eq=False)
class DiskFullError(StoreError):
    """There is no room for the step; nothing of it was kept, and everything before it is there."""

    path: Path


class NoRoomToReadError(DiskFullError):
    """There is no room for the copy that safe mode reads; the store was left as it is."""


@dataclass(eq=False)
class DiskFailedError(StoreError):
    """The disk could not be read or written."""

    path: Path


@dataclass(eq=False)
class ReadOnlyStoreError(StoreError):
    """The file or its folder may not be written."""

    path: Path


@dataclass(eq=False)
class BusyError(StoreError):
    """Somebody else was writing for longer than is waited."""

    path: Path


@dataclass(eq=False)
class StaleChangeError(StoreError):
    """A change that expects another record than the one kept: its kind and id. Nothing of its step was kept."""

    kind: str
    record: str


@dataclass(eq=False)
class ErasedError(StoreError):
    """A step whose data was erased: it can be named, no longer undone."""

    step: str


@dataclass(eq=False)
class BrokenReferencesError(StoreError):
    """A migration that would have left rows without what they refer to; it was taken back."""

    tables: tuple[str, ...]


@dataclass(eq=False)
class KeyStoreUnavailableError(StoreError):
    """The system's key store did not do what was asked: why, in a word (`failed`, `timeout`, `unknown`)."""

    reason: str
