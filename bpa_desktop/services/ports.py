"""What the services ask of the world; the world answers in store, bootstrap and the tests."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from bpa_desktop.domain.roster import Record
from bpa_desktop.services.audit import Entry
from bpa_desktop.services.backup import Backup, Reason, SecondPlace, Shelved
from bpa_desktop.services.step import Slot, Step, StepLine


class Clock(Protocol):
    """Where the present comes from."""

    def now(self) -> datetime:
        """Return the present instant, with offset."""
        ...


class Store(Protocol):
    """Where steps and records are kept."""

    def slots(self) -> Iterable[Slot]:
        """Return every record ever kept, in the order they were first kept; a removed one is an empty slot."""
        ...

    def journal(self, *, most: int | None = None, about: Collection[str] | None = None) -> Sequence[StepLine]:
        """Return a line for every step ever kept, oldest first; of the latest, where a number is given.

        About some verbs, at least those lines that tell which of their steps are in force.
        """
        ...

    def step(self, step_id: str) -> Step:
        """Return a step with its changes. Raises KeyError for an unknown one."""
        ...

    def past(self, kind: type[Record], *, of: str | None = None) -> Iterable[Slot]:
        """Return every record of a kind, or one by its id, as each step left it, oldest first; empty where removed.

        What was erased is left out.
        """
        ...

    def entries(self, before: str | None, most: int) -> tuple[Entry, ...]:
        """Return so many steps at most, newest first; those before a step, where one is named. What was erased stays.

        Only these are read, however many there are.
        """
        ...

    def as_one(self, first: str, last: str) -> Step:
        """Return what the steps from one to another come to, with the line of the last. Raises KeyError."""
        ...

    def keep(self, step: Step) -> None:
        """Keep a step, its record versions and its records in one transaction: all of it or nothing.

        The data of every earlier version of a record that the step forgets is erased.
        """
        ...


class Look(Protocol):
    """A look at the whole of a store's file while it is used: slow, beside the work."""

    def __call__(self) -> None:
        """Look. Raises DamagedStoreError, CancelledError once it is stopped, and the errors of the disk."""
        ...

    def stop(self) -> None:
        """Have it end, and wait until it has; quick, from any thread."""
        ...


class Shelf(Protocol):
    """The backups of an open store. All but `ask_before` and `hold` are slow, and raise the store's errors, OSError."""

    def ask_before(self, listener: Callable[[Step], None]) -> None:
        """Have a step told before it is kept; what the listener raises is raised, and nothing kept."""
        ...

    def all(self) -> Shelved:
        """Return what there is."""
        ...

    def make(self, reason: Reason) -> Backup:
        """Make a backup."""
        ...

    def make_if_due(self) -> Shelved:
        """Make a backup where work has gone on for long enough, else look at every page where that is long ago.

        Return what there is then.
        """
        ...

    def hold(self, reason: Reason) -> Callable[[], Backup] | None:
        """Hold everything as it is now, and return what makes the backup of it; None while nothing was ever done."""
        ...

    def delete_until(self, moment: datetime) -> None:
        """Make a backup, and only then delete those made until a moment, in the second place and aside too."""
        ...

    def content(self, backup: Backup, passphrase: str | None = None) -> tuple[Slot, ...]:
        """Return the records of a backup; one under a key of before is opened by its passphrase.

        Raises EarlierKeyError where that is asked for.
        """
        ...

    def choose_second_place(self, place: Path | None) -> None:
        """Have copies made in a place too, and the newest at once; None for in no other place."""
        ...

    def copy_elsewhere(self) -> SecondPlace | None:
        """Copy the newest backup into the second place, where one is chosen and there."""
        ...
