"""History: every change in a step; done, undone, announced and kept as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from bpa_desktop.domain.roster import Record, Roster
from bpa_desktop.services.identity import new_id
from bpa_desktop.services.ports import Clock, Store
from bpa_desktop.services.records import Records
from bpa_desktop.services.step import Change, Direction, Step, StepLine
from bpa_desktop.services.trouble import ErasedError

R = TypeVar("R", bound=Record)
Listener = Callable[[Step], None]


class StepClosedError(RuntimeError):
    """A write outside a step, or a step inside another."""


class NothingToUndoError(Exception):
    """Undo or redo with nothing to take back or to do again."""


class UnknownRecordError(KeyError):
    """A verb about a record that is not there."""


class Recorder:
    """What a verb reads and writes through while its step is open."""

    def __init__(self, records: Records) -> None:
        self._before = records
        self._now: Records | None = records
        self._changes: dict[tuple[type[object], str], Change] = {}
        self._open = True

    @property
    def roster(self) -> Roster:
        """Everything as it stands inside the step. Raises NoArrangementError while nothing is kept."""
        if self._now is None:
            self._now = self._before.changed(self._changes.values())
        return self._now.roster

    def get(self, kind: type[R], record_id: str) -> R:
        """Return a record as it stands inside the step. Raises UnknownRecordError."""
        change = self._changes.get((kind, record_id))
        record = change.after if change is not None else self._before.get(kind, record_id)
        if not isinstance(record, kind):
            raise UnknownRecordError(record_id)
        return record

    def put(self, record: Record) -> None:
        """Add a record, or put it in the place of the one with its id."""
        self._write(type(record), record.id, after=record)

    def remove(self, record: Record) -> None:
        """Take a record away."""
        self._write(type(record), record.id, after=None)

    def _write(self, kind: type[Record], record_id: str, *, after: Record | None) -> None:
        if not self._open:
            raise StepClosedError(record_id)
        before = self._before.get(kind, record_id)
        self._changes[kind, record_id] = Change(kind, record_id, before=before, after=after)
        self._now = None  # worked out again when somebody looks: an import writes thousands

    def close(self) -> tuple[Change, ...]:
        """End the step and return what really changed."""
        self._open = False
        return tuple(change for change in self._changes.values() if change.before != change.after)


class History:
    """The one way to change what is kept.

    A step is one transaction, one announcement and one undo. What can be undone is read from the store, so it survives
    a restart.
    """

    def __init__(self, store: Store, clock: Clock, *, author: str) -> None:
        self._store = store
        self._clock = clock
        self._author = author
        self._records = Records.of(store.slots())
        self._recording = False
        self._listeners: list[Listener] = []
        self._verbs: dict[str, str] = {}
        self._done: list[str] = []
        self._undone: list[str] = []
        for line in store.journal():
            self._remember(line)

    @property
    def clock(self) -> Clock:
        """Where the present comes from."""
        return self._clock

    @property
    def author(self) -> str:
        """Who works here."""
        return self._author

    @property
    def records(self) -> Records:
        """Everything kept, as it stands."""
        return self._records

    @property
    def roster(self) -> Roster:
        """Everything kept, as one value. Raises NoArrangementError while nothing is kept."""
        return self._records.roster

    @property
    def undoable(self) -> Step | None:
        """The step that undo takes back next."""
        return self._store.step(self._done[-1]) if self._done else None

    @property
    def redoable(self) -> Step | None:
        """The step that redo does again next."""
        return self._store.step(self._undone[-1]) if self._undone else None

    def steps_in_force(self, *verbs: str) -> Iterator[Step]:
        """Yield what some verbs did that was not taken back, oldest first; not what was erased."""
        for step_id in self._done:
            if self._verbs[step_id] in verbs:
                with suppress(ErasedError):
                    yield self._store.step(step_id)

    def past(self, kind: type[R]) -> Iterator[tuple[str, R | None]]:
        """Yield id and record of a kind as each step left it, oldest first; None where a step removed it."""
        for slot in self._store.past(kind):  # type: ignore[arg-type]  # R is one of Record's kinds
            yield slot.id, slot.record if isinstance(slot.record, kind) else None

    def subscribe(self, listener: Listener) -> None:
        """Have every step announced, once, after it was kept; undo and redo too."""
        self._listeners.append(listener)

    @contextmanager
    def step(self, verb: str) -> Iterator[Recorder]:
        """Open a step; all of it happens, or none. Raises StepClosedError inside another step."""
        if self._recording:
            raise StepClosedError(verb)
        self._recording = True
        recorder = Recorder(self._records)
        try:
            yield recorder
            changes = recorder.close()
        finally:
            self._recording = False
            recorder.close()
        if changes:
            self._keep(Step(self._line(verb), changes))

    def undo(self) -> Step:
        """Take the latest step back, and return what that changed. Raises NothingToUndoError."""
        step = self.undoable
        if step is None:
            raise NothingToUndoError
        changes = tuple(change.reversed() for change in reversed(step.changes))
        return self._keep(Step(self._line(step.line.verb, Direction.UNDONE, of=step.line.id), changes))

    def redo(self) -> Step:
        """Do the step again that was undone last, and return it. Raises NothingToUndoError."""
        step = self.redoable
        if step is None:
            raise NothingToUndoError
        return self._keep(Step(self._line(step.line.verb, Direction.REDONE, of=step.line.id), step.changes))

    def _line(self, verb: str, direction: Direction = Direction.DONE, *, of: str | None = None) -> StepLine:
        now = self._clock.now()
        return StepLine(new_id(now), verb, self._author, now, direction, of)

    def _keep(self, step: Step) -> Step:
        self._store.keep(step)
        self._records = self._records.changed(step.changes)
        self._remember(step.line)
        for listener in tuple(self._listeners):
            listener(step)
        return step

    def _remember(self, line: StepLine) -> None:
        if line.direction is Direction.UNDONE:
            self._undone.append(self._done.pop())
        elif line.direction is Direction.REDONE:
            self._done.append(self._undone.pop())
        else:
            self._verbs[line.id] = line.verb
            self._done.append(line.id)
            self._undone.clear()
