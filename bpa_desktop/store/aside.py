"""Files put where they do no harm: what belonged to a store that is no longer there, or is damaged."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from bpa_desktop.services.backup import Backup, Reason
from bpa_desktop.store.files import sync_file, sync_folder
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.keys_file import KEYS_NAME

_PREFIX = "aside-"
UNFINISHED_NAME = f"{STORE_NAME}.new"
_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a file


def set_aside(folder: Path) -> None:
    """Take away what an unfinished making left, and put keys or a log without their file where they do no harm.

    They may belong to a file that somebody moved away: without its keys.json its passphrase would be worth nothing,
    and beside a new file SQLite would play an old log into it.
    """
    for end in ("", *_BESIDE):
        (folder / f"{UNFINISHED_NAME}{end}").unlink(missing_ok=True)
    left = [path for path in (folder / KEYS_NAME, *logs_of(folder)) if path.exists()]
    if left:
        aside = _new_folder(folder)
        for path in left:
            path.rename(aside / path.name)


def set_keys_aside(folder: Path) -> None:
    """Put keys that are not of the store beside them where they do no harm. Raises OSError."""
    (folder / KEYS_NAME).rename(_new_folder(folder) / KEYS_NAME)
    sync_folder(folder)


def copy_aside(folder: Path) -> Path | None:
    """Copy a store as it stands, damaged or not, with its keys and its log; return where, None where there is nothing.

    A copy, for the store is never gone: without its file, the next start would offer to make a new one.
    """
    there = [path for path in (folder / STORE_NAME, folder / KEYS_NAME, *logs_of(folder)) if path.exists()]
    if not there:
        return None
    aside = _new_folder(folder)
    for path in there:
        shutil.copyfile(path, aside / path.name)
        (aside / path.name).chmod(0o600)
        sync_file(aside / path.name)
    sync_folder(aside)
    sync_folder(folder)
    return aside


def asides_in(folder: Path) -> tuple[Backup, ...]:
    """Return what was set aside in a store's folder, newest first; none where it cannot be read. No key is needed."""
    with suppress(OSError):
        found = [_told_of(path) for path in folder.glob(f"{_PREFIX}*") if path.is_dir()]
        return tuple(sorted(found, key=lambda one: (one.at, one.id), reverse=True))
    return ()


def delete_aside(aside: Backup) -> None:
    """Take away what was set aside; after a crash it is listed still. Raises OSError."""
    shutil.rmtree(aside.folder)


def _told_of(aside: Path) -> Backup:
    at = datetime.fromtimestamp(aside.stat().st_mtime, UTC)
    size = sum(path.stat().st_size for path in aside.iterdir())
    return Backup(aside.name, at, size, False, Reason.ASIDE, aside)


def logs_of(folder: Path) -> Iterator[Path]:
    """Yield what SQLite may keep beside the store's file: never to be left beside another."""
    return (folder / f"{STORE_NAME}{end}" for end in _BESIDE)


def _new_folder(folder: Path) -> Path:
    number = 1
    while (aside := folder / f"{_PREFIX}{number}").exists():
        number += 1
    aside.mkdir(mode=0o700)
    return aside
