"""What the services ask of the world; the world answers in store, bootstrap and the tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bpa_desktop.domain.roster import Record
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

    def journal(self) -> Sequence[StepLine]:
        """Return a line for every step ever kept, oldest first."""
        ...

    def step(self, step_id: str) -> Step:
        """Return a step with its changes. Raises KeyError for an unknown one."""
        ...

    def past(self, kind: type[Record], *, of: str | None = None) -> Iterable[Slot]:
        """Return every record of a kind, or one by its id, as each step left it, oldest first; empty where removed.

        What was erased is left out.
        """
        ...

    def as_one(self, first: str, last: str) -> Step:
        """Return what the steps from one to another come to, with the line of the last. Raises KeyError."""
        ...

    def keep(self, step: Step) -> None:
        """Keep a step, its record versions and its records in one transaction: all of it or nothing."""
        ...
