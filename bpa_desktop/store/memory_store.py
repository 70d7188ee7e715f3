"""Stores that are kept nowhere: for the demo, and for reading only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import replace

from bpa_desktop.domain.roster import Record
from bpa_desktop.services.audit import Entry
from bpa_desktop.services.step import Slot, Step, StepLine, as_one
from bpa_desktop.services.trouble import ReadingOnlyError


class MemoryStore:
    """Keeps steps and records until the program ends. Imports nothing heavy: the demo opens at once."""

    look = None
    """There is no file to look at."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._first = tuple(records)
        self._records: dict[tuple[type[Record], str], Record | None] = {
            (type(record), record.id): record for record in self._first
        }
        self._steps: dict[str, Step] = {}
        self._erased: dict[str, int] = {}

    def slots(self) -> Iterable[Slot]:
        """Return every record ever kept, in the order they were first kept; a removed one is an empty slot."""
        return [Slot(kind, record_id, record) for (kind, record_id), record in self._records.items()]

    def journal(self, *, most: int | None = None, about: Collection[str] | None = None) -> Sequence[StepLine]:
        """Return a line for every step ever kept, oldest first, whatever it is about; so many of the latest at most."""
        lines = [step.line for step in self._steps.values()]
        return lines[-most:] if most is not None else lines

    def step(self, step_id: str) -> Step:
        """Return a step with its changes. Raises KeyError for an unknown one."""
        return self._steps[step_id]

    def past(self, kind: type[Record], *, of: str | None = None) -> Iterable[Slot]:
        """Return every record of a kind, or one by its id, as it was at first and as each step left it."""
        first = (Slot(kind, record.id, record) for record in self._first if isinstance(record, kind))
        changes = (change for step in self._steps.values() for change in step.changes if change.kind is kind)
        every = (*first, *(Slot(kind, change.id, change.after) for change in changes))
        return [slot for slot in every if of in (None, slot.id)]

    def entries(self, before: str | None, most: int) -> tuple[Entry, ...]:
        """Return so many steps at most, newest first; those before a step, where one is named."""
        steps = tuple(reversed(self._steps.values()))
        ids = [step.line.id for step in steps]
        start = ids.index(before) + 1 if before is not None else 0
        return tuple(_entry(step, self._erased.get(step.line.id, 0)) for step in steps[start : start + most])

    def as_one(self, first: str, last: str) -> Step:
        """Return what the steps from one to another come to, with the line of the last. Raises KeyError."""
        places = {step_id: place for place, step_id in enumerate(self._steps)}
        return as_one(tuple(self._steps.values())[places[first] : places[last] + 1])

    def keep(self, step: Step) -> None:
        """Keep a step and what it changed."""
        self._erase(step.forgotten)
        self._steps[step.line.id] = _without_what_was(step)
        for change in step.changes:
            self._records[change.kind, change.id] = change.after

    def _erase(self, forgotten: Set[tuple[type[Record], str]]) -> None:
        if forgotten:
            self._first = tuple(one for one in self._first if (type(one), one.id) not in forgotten)
            for step in self._steps.values():
                kept = tuple(change for change in step.changes if (change.kind, change.id) not in forgotten)
                self._erased[step.line.id] = self._erased.get(step.line.id, 0) + len(step.changes) - len(kept)
                self._steps[step.line.id] = Step(step.line, kept, step.forgotten)

    def close(self) -> None:
        """Forget everything."""
        self._first = ()
        self._records.clear()
        self._steps.clear()


def _without_what_was(step: Step) -> Step:
    """Return a step without how the records that it forgets were before it."""
    if not step.forgotten:
        return step
    kept = (replace(one, before=None) if (one.kind, one.id) in step.forgotten else one for one in step.changes)
    return Step(step.line, tuple(kept), step.forgotten)


def _entry(step: Step, erased: int) -> Entry:
    """Return a step for reading; what it forgot counts as erased."""
    known = tuple(change for change in step.changes if (change.kind, change.id) not in step.forgotten)
    return Entry(step.line, known, erased + len(step.changes) - len(known))


class ReadOnlyStore(MemoryStore):
    """What could be read of a store, whole or damaged; nothing in it can be changed."""

    def __init__(self, records: Iterable[Record], refusal: type[ReadingOnlyError]) -> None:
        super().__init__(records)
        self._refusal = refusal

    def keep(self, step: Step) -> None:
        """Refuse. Raises ReadingOnlyError, of the kind that says why."""
        raise self._refusal
