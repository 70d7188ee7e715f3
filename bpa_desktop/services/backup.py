"""Backups: what is known of each, when the next is due, which steps ask for one first, and what one differs in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from bpa_desktop.domain.roster import Record
from bpa_desktop.services.records import KINDS, Records
from bpa_desktop.services.step import ERASING, Change, Slot, Step

EVERY = timedelta(minutes=30)
"""How long work goes on before it is copied again."""
MANY_RECORDS = 50
"""From so many records on, a step is copied before it is kept."""
ELSEWHERE_EVERY = timedelta(days=7)
"""After so long without a copy in the second place, it is reminded of."""
WHOLE_EVERY = timedelta(days=7)
"""After so long without a backup, every page is looked at though nothing was done."""
IMPORT_VERBS = ("import_roster", "bring_in")
RESTORE_VERB = "restore_backup"


class Reason(StrEnum):
    """Why a backup was made."""

    ROUTINE = "routine"
    BY_HAND = "by_hand"
    MIGRATION = "before_migration"
    IMPORT = "before_import"
    RESTORE = "before_restore"
    BULK = "before_bulk"
    ASIDE = "aside"
    """No backup: what stood where a store, or another one, came; it may be damaged, and was not checked."""


@dataclass(frozen=True)
class Backup:
    """One copy of the store: its folder has all that is needed to open it.

    `checked`: it was opened with its key and found whole, and has not changed size since. `store` is whose copy it is,
    `step` the id of the latest step in it; both are empty where the copy does not tell.
    """

    id: str
    at: datetime
    bytes: int
    checked: bool
    reason: Reason
    folder: Path
    store: str = ""
    step: str = ""


@dataclass(frozen=True)
class SecondPlace:
    """Where the user wants copies too, a stick or a share, and when the latest got there."""

    folder: Path
    at: datetime | None = None


@dataclass(frozen=True)
class Shelved:
    """Every backup, newest first, the second place where one is chosen, and what was set aside, newest first.

    `looked`: when every page of the store was found whole without a backup of it, if ever.
    """

    backups: tuple[Backup, ...]
    second: SecondPlace | None = None
    aside: tuple[Backup, ...] = ()
    looked: datetime | None = None

    def as_of(self, now: datetime) -> Shelved:
        """Return the same with what lies ahead after the rest: it was made before the clock was put back."""
        return replace(self, backups=tuple(sorted(self.backups, key=lambda one: one.at > now)))

    @property
    def copies(self) -> tuple[Backup, ...]:
        """Everything that holds what was there at some time, newest first."""
        return tuple(sorted((*self.backups, *self.aside), key=lambda one: (one.at, one.id), reverse=True))

    @property
    def newest(self) -> Backup | None:
        """The newest that was checked."""
        return next((backup for backup in self.backups if backup.checked), None)

    @property
    def whole(self) -> datetime | None:
        """When every page of the store was last found whole: each backup looks at them too."""
        moments = (self.newest.at if self.newest is not None else None, self.looked)
        return max((at for at in moments if at is not None), default=None)


@dataclass(frozen=True)
class Count:
    """How many records of a kind come back, are changed, and go, when a backup is brought back."""

    come: int = 0
    change: int = 0
    go: int = 0


class UnknownBackupError(Exception):
    """There is no backup of that name."""


def is_due(newest: Backup | None, *, step: str, now: datetime) -> bool:
    """Tell whether what is kept, whose latest step is given, is to be copied now; never where there is no step.

    A clock that was put back counts as time that has passed, and what lies ahead as no copy: it would be the newest for
    as long as it takes the clock to come there.
    """
    if not step or (newest is not None and newest.step == step and newest.at <= now):
        return False
    return newest is None or not newest.at <= now < newest.at + EVERY


def wants_look(shelved: Shelved, now: datetime) -> bool:
    """Tell whether every page is to be looked at again. A clock that was put back counts as time that has passed."""
    return shelved.whole is None or not shelved.whole <= now < shelved.whole + WHOLE_EVERY


def wants_elsewhere(second: SecondPlace | None, now: datetime) -> bool:
    """Tell whether the second place is to be reminded of: it has had no copy for too long.

    A clock that was put back counts as time that has passed.
    """
    return second is not None and (second.at is None or not second.at <= now <= second.at + ELSEWHERE_EVERY)


def reason_before(step: Step) -> Reason | None:
    """Return why there is to be a backup before a step is kept, or None where there need be none."""
    if step.line.verb in ERASING:  # the backup would hold what is erased
        return None
    if step.line.verb in IMPORT_VERBS:
        return Reason.IMPORT
    if step.line.verb == RESTORE_VERB:
        return Reason.RESTORE
    return Reason.BULK if len(step.changes) >= MANY_RECORDS else None


def changes_to(records: Records, slots: Iterable[Slot]) -> tuple[Change, ...]:
    """Return what has to change in the records for them to be as the slots of a backup have them."""
    then = Records.of(slots)
    changes: list[Change] = []
    for kind in KINDS:
        before, after = _by_id(records, kind), _by_id(then, kind)
        for record_id in {**after, **before}:
            if before.get(record_id) != after.get(record_id):
                changes.append(Change(kind, record_id, before=before.get(record_id), after=after.get(record_id)))
    return tuple(changes)


def counted(changes: Iterable[Change]) -> dict[type[Record], Count]:
    """Return how many records of each kind are touched."""
    counts: dict[type[Record], Count] = {}
    for change in changes:
        count = counts.get(change.kind, Count())
        counts[change.kind] = Count(
            count.come + (change.before is None),
            count.change + (change.before is not None and change.after is not None),
            count.go + (change.after is None),
        )
    return counts


def _by_id(records: Records, kind: type[Record]) -> dict[str, Record]:
    return {record.id: record for record in records.all(kind)}
