"""Doctor: looks at a store, its keys and its backups, and writes nothing, so that it can look while work goes on."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from pathlib import Path

from bpa_desktop.services.backup import ELSEWHERE_EVERY, Backup, Shelved, wants_elsewhere
from bpa_desktop.services.health import Check, Checked, Fault, Health, Problem
from bpa_desktop.services.job import Progress
from bpa_desktop.services.trouble import DamagedKeysError, StoreError, StoreMissingError
from bpa_desktop.store.backup import BACKUPS_NAME, is_as_noted
from bpa_desktop.store.checking import checked_revision
from bpa_desktop.store.engine import named_errors, refuse_old_sqlite
from bpa_desktop.store.folder import STORE_NAME, store_exists
from bpa_desktop.store.keys_file import KEYS_NAME, read_keys
from bpa_desktop.store.log_types import id_in_file, moment_of
from bpa_desktop.store.place import refuse_unsafe
from bpa_desktop.store.shelf import shelved_in
from bpa_desktop.store.snapshot import snapshot_of
from bpa_desktop.store.vault import Secret, Vault, unlock

_LEAST_FREE = 50_000_000
"""Bytes; so little is left that the next backups may not find room."""
_MOST_OF_DISK = 3
"""How often the store should fit into what is free."""


def examine(folder: Path, secret: Callable[[], Secret], *, now: datetime, progress: Progress | None = None) -> Health:
    """Look at everything about the store in a folder; the secret is asked for only where there are keys for it.

    Progress is told in checks, of all there are. Raises what asking for the secret raises, but the errors of the store,
    and CancelledError.
    """
    looking = _Looking(progress if progress is not None else Progress())
    path = folder / STORE_NAME
    looking.at(Check.PLACE, lambda: _place(folder))
    looking.at(Check.STORE, lambda: _there(folder))
    vaults: list[Vault] = []
    if looking.is_well:
        looking.at(Check.KEYS, lambda: _keys(folder))
    if looking.is_well:
        looking.at(Check.KEY, lambda: _key(folder, secret(), vaults=vaults))
    vault = next(iter(vaults), None)
    if vault is not None:
        looking.at(Check.CONTENT, lambda: _content(path, vault))
    key = vault.key if vault is not None and looking.is_well else None
    looking.at(Check.PERMISSIONS, lambda: _permissions(folder))
    looking.at(Check.ROOM, lambda: _room(folder))
    shelved = shelved_in(folder).as_of(now)
    looking.at(
        Check.BACKUPS,
        lambda: chain(
            _hidden(folder / BACKUPS_NAME),
            _damaged(shelved, looking),
            _not_copied(path, key, shelved=shelved, now=now),
        ),
    )
    looking.at(Check.SECOND_PLACE, lambda: _second_place(shelved, now))
    return Health(tuple(looking.checked))


@dataclass
class _Looking:
    """What was looked at so far; told before each check, and whenever a check has gone on for a while."""

    progress: Progress
    checked: list[Checked] = field(default_factory=list)

    @property
    def is_well(self) -> bool:
        """Whether nothing is wrong with what was looked at last."""
        return not self.checked[-1].problems

    def at(self, check: Check, look: Callable[[], Iterable[Problem]]) -> None:
        """Look at something, and take the errors of the store for what is wrong."""
        self.told(check)
        try:
            self.checked.append(Checked(check, tuple(look())))
        except StoreError as error:
            self.checked.append(Checked(check, (Problem(error),)))

    def told(self, check: Check) -> None:
        """Say what is being looked at. Raises CancelledError."""
        self.progress.reached(list(Check).index(check), len(Check))


def _place(folder: Path) -> Iterator[Problem]:
    refuse_old_sqlite()
    refuse_unsafe(folder)
    yield from ()


def _there(folder: Path) -> Iterator[Problem]:
    if not store_exists(folder):
        raise StoreMissingError(folder)
    yield from ()


def _keys(folder: Path) -> Iterator[Problem]:
    if not read_keys(folder).is_whole:
        raise DamagedKeysError(folder / KEYS_NAME)
    yield from ()


def _key(folder: Path, secret: Secret, *, vaults: list[Vault]) -> Iterator[Problem]:
    vaults.append(unlock(folder, secret))
    yield from ()


def _content(path: Path, vault: Vault) -> Iterator[Problem]:
    with named_errors(path):
        checked_revision(path, vault.key, fully=True)
    yield from ()


def _permissions(folder: Path) -> Iterator[Problem]:
    if os.name == "nt":
        return
    for name in (STORE_NAME, KEYS_NAME):
        with suppress(FileNotFoundError):
            if stat.S_IMODE((folder / name).stat().st_mode) & 0o077:
                yield Problem(Fault.OTHERS_MAY_READ, name)


def _room(folder: Path) -> Iterator[Problem]:
    with suppress(OSError):
        size = (folder / STORE_NAME).stat().st_size
        if shutil.disk_usage(folder).free < max(_LEAST_FREE, _MOST_OF_DISK * size):
            yield Problem(Fault.LITTLE_ROOM, str(folder))


def _hidden(place: Path) -> Iterator[Problem]:
    try:
        next(place.iterdir(), None)
    except FileNotFoundError:  # none was made yet
        return
    except OSError:
        yield Problem(Fault.HIDDEN_BACKUPS, str(place))


def _damaged(shelved: Shelved, looking: _Looking) -> Iterator[Problem]:
    for backup in shelved.backups:
        looking.told(Check.BACKUPS)
        if not backup.checked or not _is_as_noted(backup):
            yield Problem(Fault.DAMAGED_BACKUP, backup.id)


def _not_copied(path: Path, key: bytes | None, *, shelved: Shelved, now: datetime) -> Iterator[Problem]:
    waiting = _waiting_since(path, key, newest=shelved.newest) if key is not None else None
    if waiting is not None and now - waiting > ELSEWHERE_EVERY:
        yield Problem(Fault.NO_BACKUP if shelved.newest is None else Fault.OLD_BACKUP)


def _waiting_since(path: Path, key: bytes, *, newest: Backup | None) -> datetime | None:
    """Return when the first step was done that is in no backup."""
    step = newest.step if newest is not None else ""
    backed_up = "SELECT seq FROM step WHERE id IN (?, ?)"  # as this revision keeps it, and as those before 8
    with snapshot_of(path, key) as snapshot:
        row = snapshot.connection.execute(
            f"SELECT at FROM step WHERE seq > coalesce(({backed_up}), 0) ORDER BY seq LIMIT 1", (id_in_file(step), step)
        ).fetchone()
    return moment_of(row[0]) if row is not None else None


def _is_as_noted(backup: Backup) -> bool:
    try:
        return is_as_noted(backup)
    except OSError:
        return False


def _second_place(shelved: Shelved, now: datetime) -> Iterator[Problem]:
    if shelved.second is not None and wants_elsewhere(shelved.second, now):
        yield Problem(Fault.SECOND_PLACE_OLD, str(shelved.second.folder))
