"""Doors: what the start of the window asks of the world outside it. The real ones are in store_doors.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from bpa_desktop.services.backup import Backup, Shelved
from bpa_desktop.services.health import Health
from bpa_desktop.services.job import Progress
from bpa_desktop.services.ports import Look, Shelf, Store
from bpa_desktop.services.step import Slot


@dataclass(frozen=True)
class Place:
    """A municipality with a shipped price list: its number, its name, the list's id."""

    number: str
    name: str
    tariff: str


class OpenStore(Store, Protocol):
    """A store that is let go of at the end."""

    @property
    def look(self) -> Look | None:
        """What looks at the whole file while it is used; None where there is nothing to look at any more."""
        ...

    def close(self) -> None:
        """Let go of the file and of the lock."""
        ...


class Way(StrEnum):
    """How a store was asked to open."""

    WITHOUT_ASKING = "without asking"
    PASSPHRASE = "passphrase"
    CODE = "code"


@dataclass(frozen=True)
class Knock:
    """How a store was asked to open, and what was typed for it."""

    way: Way
    typed: str = field(default="", repr=False)


@dataclass(frozen=True)
class Made:
    """A store just made, its recovery code, and why it is not remembered where that was wished and failed."""

    store: OpenStore
    code: str = field(repr=False)
    not_remembered: Exception | None = None


class RescueDoors(Protocol):
    """What can be found wrong with a store, and be done where it is damaged or gone.

    All but `shelved` raise as the doors do.
    """

    def shelved(self, place: Path | None = None) -> Shelved:
        """Return the backups of a store that need not open, or those in a folder and right below it."""
        ...

    def content(self, backup: Backup, knock: Knock) -> tuple[Slot, ...]:
        """Return the records of a backup that is to come to a computer where there is no store."""
        ...

    def put_back(self, backup: Backup, knock: Knock) -> Path | None:
        """Put a backup in the place of a store; return where that is kept now, None where there was none."""
        ...

    def open_rescued(self, knock: Knock) -> OpenStore:
        """Open what can be read of a damaged store, for reading only."""
        ...

    def examine(self, store: OpenStore, now: datetime, *, progress: Progress) -> Health:
        """Look at a store that is open and has a shelf, at its keys and its backups; progress is told in checks."""
        ...


class Doors(Protocol):
    """Each is slow and runs beside the window; each raises an error that texts.error_text has words for."""

    def exists(self) -> bool:
        """Tell whether there is a store to open; quick."""
        ...

    def open_without_asking(self) -> OpenStore | None:
        """Open by what needs no window (the environment, a file, the key store); None where there is none of these."""
        ...

    def open_by_passphrase(self, passphrase: str) -> OpenStore:
        """Open by passphrase."""
        ...

    def open_by_code(self, code: str) -> OpenStore:
        """Open by recovery code."""
        ...

    def open_demo(self) -> OpenStore:
        """Return a store with the demo in it, kept nowhere."""
        ...

    def create(self, passphrase: str, *, remember: bool) -> Made:
        """Make an empty store, and return it with its recovery code."""
        ...

    def change_passphrase(self, knock: Knock, new: str) -> None:
        """Have a new passphrase open the store in the place of the old one, which the recovery code serves for too."""
        ...

    def renewal(self, knock: Knock, passphrase: str) -> Callable[[], Made]:
        """Prove what was typed, and return what puts the store under a new key once it is closed; slow as well.

        The passphrase opens it from then on: the one there is, or another where the recovery code was typed.
        """
        ...

    @property
    def rescue(self) -> RescueDoors:
        """What can be done about a damaged store."""
        ...

    def shelf(self, store: OpenStore) -> Shelf | None:
        """Return the backups of a store; None for one that is kept nowhere. Quick."""
        ...

    def places(self) -> Sequence[Place]:
        """Return the municipalities with a shipped price list, by number."""
        ...


def opened_by(doors: Doors, knock: Knock) -> OpenStore:
    """Open as it was knocked before; slow, and raises as the doors do."""
    if knock.way is Way.WITHOUT_ASKING:
        store = doors.open_without_asking()
        assert store is not None  # what knocked without asking before does so again
        return store
    door = doors.open_by_code if knock.way is Way.CODE else doors.open_by_passphrase
    return door(knock.typed)
