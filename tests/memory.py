"""A store that keeps steps in memory, and a clock that stands still until it is told to go on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta

from bpa_desktop.domain.roster import Record, Roster
from bpa_desktop.services.audit import Entry
from bpa_desktop.services.history import History
from bpa_desktop.services.roster import records_of
from bpa_desktop.services.step import Slot, Step, StepLine, as_one

TUESDAY_EVENING = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


class FakeClock:
    """Says the time it was given."""

    def __init__(self, at: datetime = TUESDAY_EVENING) -> None:
        self.at = at

    def now(self) -> datetime:
        """Return the time it was given."""
        return self.at

    def go_on(self, by: timedelta) -> None:
        """Let time pass."""
        self.at += by


class MemoryStore:
    """Answers the store's port; `kept` notes every step, `refuse` makes the next one fail."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records: dict[tuple[type[Record], str], Record | None] = {}
        self._first = tuple(records)
        for record in self._first:
            self._records[type(record), record.id] = record
        self.kept: list[Step] = []
        self.refuse: Exception | None = None

    def slots(self) -> Iterable[Slot]:
        """Return every record ever kept, in the order first kept."""
        return [Slot(kind, record_id, record) for (kind, record_id), record in self._records.items()]

    def journal(self, *, most: int | None = None, about: Collection[str] | None = None) -> Sequence[StepLine]:
        """Return a line for every step, whatever it is about; so many of the latest at most."""
        lines = [step.line for step in self.kept]
        return lines[-most:] if most is not None else lines

    def step(self, step_id: str) -> Step:
        """Return a step. Raises KeyError."""
        for step in self.kept:
            if step.line.id == step_id:
                return step
        raise KeyError(step_id)

    def past(self, kind: type[Record], *, of: str | None = None) -> Iterable[Slot]:
        """Return every record of a kind, or one by its id, as it was at first and as each step left it."""
        first = [Slot(kind, record.id, record) for record in self._first if isinstance(record, kind)]
        changes = (change for step in self.kept for change in step.changes)
        every = [*first, *(Slot(kind, change.id, change.after) for change in changes if change.kind is kind)]
        return [slot for slot in every if of in (None, slot.id)]

    def entries(self, before: str | None, most: int) -> tuple[Entry, ...]:
        """Return steps, newest first."""
        newest = [Entry(step.line, step.changes) for step in reversed(self.kept)]
        ids = [entry.line.id for entry in newest]
        start = ids.index(before) + 1 if before is not None else 0
        return tuple(newest[start : start + most])

    def as_one(self, first: str, last: str) -> Step:
        """Return what the steps from one to another come to."""
        ids = [step.line.id for step in self.kept]
        return as_one(self.kept[ids.index(first) : ids.index(last) + 1])

    def keep(self, step: Step) -> None:
        """Keep a step, or fail as told."""
        if self.refuse is not None:
            raise self.refuse
        self.kept.append(step)
        for change in step.changes:
            self._records[change.kind, change.id] = change.after


def history_of(roster: Roster | None = None, *, at: datetime = TUESDAY_EVENING) -> tuple[History, MemoryStore]:
    """Return a history over a roster that was there before the first step, and the store below it."""
    store = MemoryStore(records_of(roster) if roster is not None else ())
    return History(store, FakeClock(at), author="test"), store
