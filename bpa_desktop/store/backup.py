"""Backups: copies that were opened and checked before they count. Each is a folder that opens as a store's folder does.

`bpa-20261130T061200Z/` has the encrypted file, the keys.json that opens it, and a note of when and why it was made. It
gets its name by one rename, after it was checked: what a crash leaves has another name, and the next backup clears it.
"""

from __future__ import annotations

import hashlib
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from bpa_desktop.services.backup import Backup, Reason
from bpa_desktop.services.backup_thinning import staying
from bpa_desktop.services.trouble import DamagedStoreError
from bpa_desktop.store.checking import checked_revision
from bpa_desktop.store.engine import named_errors
from bpa_desktop.store.files import private_folder, read_at_most, sync_file, sync_folder, write_whole
from bpa_desktop.store.folder import NOTE_NAME as NOTE_NAME
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.keys_file import KEYS_NAME, Keys
from bpa_desktop.store.snapshot import Snapshot

BACKUPS_NAME = "backups"
_PREFIX = "bpa-"
_NAMED = f"{_PREFIX}%Y%m%dT%H%M%SZ"
_UNFINISHED = ".unfinished-"


class _Note(BaseModel):
    """What is written beside a copy once it was found whole. Nothing in it is secret."""

    model_config = ConfigDict(frozen=True)

    format: Literal[1] = 1
    at: AwareDatetime
    reason: Reason
    store: str
    step: str
    bytes: int
    sha256: str


def make_backup(snapshot: Snapshot, place: Path, *, at: datetime, reason: Reason) -> Backup:
    """Copy a snapshot into a place, open the copy and check all of it, and only then give it its name.

    Raises the store's errors and OSError; then nothing of it is left.
    """
    store = _store_of(snapshot.keys_json)

    def fill(folder: Path) -> None:
        copy = folder / STORE_NAME
        if snapshot.keys_json is not None:
            write_whole(folder / KEYS_NAME, snapshot.keys_json)
        snapshot.copy_to(copy)
        checked_revision(copy, snapshot.key, fully=True)
        size, digest = copy.stat().st_size, _digest(copy)
        note = _Note(at=at, reason=reason, store=store, step=snapshot.step, bytes=size, sha256=digest)
        write_whole(folder / NOTE_NAME, note.model_dump_json(indent=2).encode())

    return _added(place, at.astimezone(UTC).strftime(_NAMED), store=store, fill=fill)


def copy_backup(backup: Backup, place: Path, *, key: bytes) -> Backup:
    """Copy a backup into another place, and check it there as if it were new. Raises the store's errors and OSError."""

    def fill(folder: Path) -> None:
        for name in (STORE_NAME, KEYS_NAME, NOTE_NAME):
            if (backup.folder / name).exists():
                shutil.copyfile(backup.folder / name, folder / name)
                sync_file(folder / name)
        checked_revision(folder / STORE_NAME, key, fully=True)

    return _added(place, backup.id, store=backup.store, fill=fill)


def backups_in(place: Path) -> tuple[Backup, ...]:
    """Return the backups in a place, newest first; none where it cannot be read. No key is needed."""
    with suppress(OSError):
        folders = [entry for entry in place.iterdir() if entry.name.startswith(_PREFIX)]
        found = [backup for folder in folders if (backup := _backup_in(folder)) is not None]
        return tuple(sorted(found, key=lambda backup: (backup.at, backup.id), reverse=True))
    return ()


def backups_around(place: Path) -> tuple[Backup, ...]:
    """Return the backups in a place and right below it, newest first; or the place itself, where that is one."""
    with suppress(OSError):
        itself = [_backup_in(place)] if place.name.startswith(_PREFIX) else []
        below = [one for one in place.iterdir() if one.is_dir() and not one.name.startswith(_PREFIX)]
        found = {one for one in itself if one is not None}
        found.update(*(backups_in(folder) for folder in (place, *below)))
        return tuple(sorted(found, key=lambda backup: (backup.at, backup.id), reverse=True))
    return ()


def is_as_noted(backup: Backup) -> bool:
    """Tell whether a copy still is, byte for byte, what was checked. No key is needed. Raises OSError."""
    note = _note_of(backup.folder)
    return note is not None and _digest(backup.folder / STORE_NAME) == note.sha256


def thin(place: Path, *, store: str, now: datetime) -> None:
    """Take away the backups of one store that need not stay; those not checked are nobody's to take. Raises OSError."""
    own = [one for one in backups_in(place) if one.checked and one.store == store]
    stay = staying([(one.at.astimezone(), one.reason) for one in own], now)
    for one in own:
        if (one.at, one.reason) not in stay:
            delete_backup(one)


def delete_backup(backup: Backup) -> None:
    """Take a backup away. Raises OSError."""
    gone = backup.folder.with_name(f"{_unfinished(backup.store)}{backup.id}")
    backup.folder.rename(gone)  # half a folder would look like a damaged backup
    shutil.rmtree(gone, ignore_errors=True)


def _added(place: Path, name: str, *, store: str, fill: Callable[[Path], None]) -> Backup:
    with named_errors(place):
        private_folder(place)
        for left in place.glob(f"{_unfinished(store)}*"):
            shutil.rmtree(left, ignore_errors=True)
        with _unfinished_folder(place / f"{_unfinished(store)}{name}") as folder:
            fill(folder)
            sync_folder(folder)
            target = _free_name(place, name)
            folder.rename(target)
        sync_folder(place)
    backup = _backup_in(target)
    if backup is None or not backup.checked:
        raise DamagedStoreError(target / STORE_NAME)
    return backup


@contextmanager
def _unfinished_folder(folder: Path) -> Iterator[Path]:
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # it has its name by now, or was not to have one


def _unfinished(store: str) -> str:
    return f"{_UNFINISHED}{store[:8]}-"


def _free_name(place: Path, name: str) -> Path:
    number, target = 1, place / name
    while target.exists():
        number += 1
        target = place / f"{name}-{number}"
    return target


def _backup_in(folder: Path) -> Backup | None:
    """Return what a folder says of itself; None where there is no copy in it."""
    try:
        status = (folder / STORE_NAME).stat()
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    note = _note_of(folder)
    if note is not None:
        is_whole = note.bytes == status.st_size
        return Backup(folder.name, note.at, status.st_size, is_whole, note.reason, folder, note.store, note.step)
    changed = datetime.fromtimestamp(status.st_mtime, UTC)
    return Backup(folder.name, changed, status.st_size, False, Reason.ROUTINE, folder)


def _note_of(folder: Path) -> _Note | None:
    try:
        return _Note.model_validate_json(read_at_most(folder / NOTE_NAME))
    except (OSError, ValidationError):
        return None


def _store_of(keys_json: bytes | None) -> str:
    """Return whose keys these are; nothing where they make no sense, as the recovery code opens a store without."""
    try:
        return Keys.model_validate_json(keys_json or b"").store
    except ValidationError:
        return ""


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
