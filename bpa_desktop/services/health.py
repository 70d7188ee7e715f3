"""Health: what was looked at in a store, and what was found; facts, the sentences are made in texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bpa_desktop.services.trouble import StoreError


class Check(StrEnum):
    """One thing that is looked at."""

    PLACE = "place"
    STORE = "store"
    KEYS = "keys"
    KEY = "key"
    CONTENT = "content"
    PERMISSIONS = "permissions"
    ROOM = "room"
    BACKUPS = "backups"
    SECOND_PLACE = "second_place"


class Fault(StrEnum):
    """One thing that wants attention, though the store opens."""

    OTHERS_MAY_READ = "others_may_read"
    LITTLE_ROOM = "little_room"
    NO_BACKUP = "no_backup"
    OLD_BACKUP = "old_backup"
    DAMAGED_BACKUP = "damaged_backup"
    HIDDEN_BACKUPS = "hidden_backups"
    SECOND_PLACE_OLD = "second_place_old"


@dataclass(frozen=True)
class Problem:
    """What is wrong, and what it is about: a fault, or the error by which the store cannot be opened."""

    cause: Fault | StoreError
    about: str = ""

    @property
    def code(self) -> str:
        """A name for programs: the fault's, or the error's in small letters."""
        if isinstance(self.cause, Fault):
            return self.cause.value
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self.cause).__name__.removesuffix("Error")).lower()


@dataclass(frozen=True)
class Checked:
    """One thing that was looked at, and what is wrong with it."""

    check: Check
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Health:
    """Everything that was looked at; what lies behind something that cannot be opened was not."""

    checked: tuple[Checked, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong."""
        return tuple(problem for one in self.checked for problem in one.problems)

    @property
    def opens(self) -> bool:
        """Whether the store can be opened."""
        return all(isinstance(problem.cause, Fault) for problem in self.problems)
