"""Shelf: the backups of one open store, in its own folder and in a second place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bpa_desktop.services.backup import (
    Backup,
    Reason,
    SecondPlace,
    Shelved,
    UnknownBackupError,
    is_due,
    reason_before,
    wants_look,
)
from bpa_desktop.services.step import Slot, Step
from bpa_desktop.services.trouble import (
    DamagedKeysError,
    EarlierKeyError,
    NewerStoreError,
    OtherStoreError,
    WrongKeyError,
)
from bpa_desktop.store.aside import asides_in, delete_aside
from bpa_desktop.store.attempts_file import slowed
from bpa_desktop.store.backup import BACKUPS_NAME, backups_in, copy_backup, delete_backup, make_backup, thin
from bpa_desktop.store.engine import named_errors
from bpa_desktop.store.keys_file import read_keys
from bpa_desktop.store.looked import read_looked, write_looked
from bpa_desktop.store.restoring import content_of
from bpa_desktop.store.second_place import choose_second_place, read_second_place
from bpa_desktop.store.snapshot import Snapshot, snapshot_of, take_snapshot
from bpa_desktop.store.sqlite_store import SqliteStore
from bpa_desktop.store.vault import Passphrase, unlock

_LOOKED_AT = ".looked-at"


def shelved_in(folder: Path) -> Shelved:
    """Return the backups of the store in a folder, those in its second place too where that can be reached, and what
    was set aside.

    No key is needed; the store may be damaged, or gone.
    """
    second = read_second_place(folder)
    own = backups_in(folder / BACKUPS_NAME)
    stores, names = {backup.store for backup in own}, {backup.id for backup in own}
    there = backups_in(second.folder) if second is not None else ()
    others = tuple(one for one in there if one.id not in names and (not own or one.store in stores))
    ordered = sorted((*own, *others), key=lambda one: (one.at, one.id), reverse=True)
    return Shelved(tuple(ordered), second, asides_in(folder), read_looked(folder))


def backup_named(folder: Path, name: str) -> Backup:
    """Return a backup of the store in a folder, or what was set aside, by its id, or any by the path of its folder.

    Raises UnknownBackupError.
    """
    found = next((one for one in shelved_in(folder).copies if one.id == name), None)
    if found is None:
        path = Path(name)
        found = next((one for one in backups_in(path.parent) if path.name and one.folder.name == path.name), None)
    if found is None:
        raise UnknownBackupError(name)
    return found


@dataclass(frozen=True)
class Shelf:
    """Answers services.ports.Shelf. `make` can put a backup elsewhere besides."""

    store: SqliteStore
    now: Callable[[], datetime]

    @property
    def folder(self) -> Path:
        """Where the store is."""
        return self.store.path.parent

    def all(self) -> Shelved:
        """Return what there is."""
        return shelved_in(self.folder).as_of(self.now())

    def make_if_due(self) -> Shelved:
        """Make a backup where work has gone on for long enough, else look at every page where that is long ago.

        Return what there is then. Raises as `make`.
        """
        with snapshot_of(self.store.path, self.store.key) as snapshot:
            shelved = self.all()
            if is_due(shelved.newest, step=snapshot.step, now=self.now()):
                self._add(snapshot, Reason.ROUTINE)
            elif snapshot.step and wants_look(shelved, self.now()):
                _look_at(self.folder, snapshot, now=self.now())
        return self.all()

    def make(self, reason: Reason, *, to: Path | None = None) -> Backup:
        """Make a backup, in another place where one is named. Raises the store's errors and OSError."""
        with snapshot_of(self.store.path, self.store.key) as snapshot:
            return self._add(snapshot, reason, to=to)

    def ask_before(self, listener: Callable[[Step], None]) -> None:
        """Have a step told before it is kept; what the listener raises is raised, and nothing kept."""
        self.store.before_keeping = listener

    def hold(self, reason: Reason) -> Callable[[], Backup] | None:
        """Hold the store as it is now, and return what makes the backup of it; None while nothing was ever done."""
        snapshot = take_snapshot(self.store.path, self.store.key)

        def finish() -> Backup:
            try:
                return self._add(snapshot, reason)
            finally:
                snapshot.close()

        if snapshot.step:
            return finish
        snapshot.close()
        return None

    def delete_until(self, moment: datetime) -> None:
        """Make a backup, and only then delete those made until a moment, in the second place too. Raises as `make`.

        What was set aside until then goes with them. Another store's backups in the second place stay.
        """
        made = self.make(Reason.BY_HAND)
        second = read_second_place(self.folder)
        there = backups_in(second.folder) if second is not None else ()
        own = backups_in(self.folder / BACKUPS_NAME)
        for backup in (*own, *(one for one in there if one.store == made.store)):
            if backup.at <= moment and backup.id != made.id:
                with named_errors(backup.folder):
                    delete_backup(backup)
        for aside in asides_in(self.folder):
            if aside.at <= moment:
                with named_errors(aside.folder):
                    delete_aside(aside)

    def content(self, backup: Backup, passphrase: str | None = None) -> tuple[Slot, ...]:
        """Return the records of a backup; one under a key of before is opened by its passphrase.

        Raises EarlierKeyError where that is asked for, OtherStoreError, TooManyTriesError, and as
        `restoring.content_of`.
        """
        key = self.store.key
        if passphrase is not None and _is_of(self.folder, backup):
            with slowed(self.folder, self.now):
                key = unlock(backup.folder, Passphrase(passphrase)).key
        try:
            return content_of(backup, key, folder=self.folder)
        except WrongKeyError as error:
            raise (EarlierKeyError if _is_of(self.folder, backup) else OtherStoreError) from error

    def choose_second_place(self, place: Path | None) -> None:
        """Have copies made in a place too, and the newest at once; None for in no other place. Raises as `make`."""
        choose_second_place(self.folder, place)
        self.copy_elsewhere()

    def copy_elsewhere(self) -> SecondPlace | None:
        """Copy the newest backup into the second place, where one is chosen and there. Raises as `make`."""
        shelved = self.all()
        own = Shelved(backups_in(self.folder / BACKUPS_NAME)).as_of(self.now())
        newest, second = own.newest, shelved.second
        if second is None or newest is None or not second.folder.is_dir():
            return second
        with named_errors(second.folder):
            if not any(one.id == newest.id and one.checked for one in backups_in(second.folder)):
                copy_backup(newest, second.folder, key=self.store.key)
                thin(second.folder, store=newest.store, now=self.now())
            choose_second_place(self.folder, second.folder, at=newest.at)
        return SecondPlace(second.folder, newest.at)

    def _add(self, snapshot: Snapshot, reason: Reason, *, to: Path | None = None) -> Backup:
        place = to if to is not None else self.folder / BACKUPS_NAME
        backup = make_backup(snapshot, place, at=self.now(), reason=reason)
        with named_errors(place):
            thin(place, store=backup.store, now=self.now())
        return backup


def _is_of(folder: Path, backup: Backup) -> bool:
    """Tell whether a backup is of the store in a folder, by the keys beside both, whatever opens them."""
    with suppress(DamagedKeysError, NewerStoreError):
        return read_keys(backup.folder).store == read_keys(folder).store
    return False


def _look_at(folder: Path, snapshot: Snapshot, *, now: datetime) -> None:
    """Look at every page as for a backup, and keep no more of it than when that was."""
    place = folder / BACKUPS_NAME / _LOOKED_AT
    try:
        make_backup(snapshot, place, at=now, reason=Reason.ROUTINE)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    with named_errors(place):
        write_looked(folder, now)


def back_up_before(shelf: Shelf, step: Step) -> None:
    """Make the backup that a step asks for before it is kept, if any. Raises as `make`."""
    reason = reason_before(step)
    make = shelf.hold(reason) if reason is not None else None
    if make is not None:
        make()
