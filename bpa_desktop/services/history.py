"""History: every change in a step; done, undone, announced and kept as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from bpa_desktop.domain.publication import Publication
from bpa_desktop.domain.roster import Record, Roster
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.audit import Entry
from bpa_desktop.services.deeds import Deeds
from bpa_desktop.services.identity import new_id
from bpa_desktop.services.locked import refuse_locked
from bpa_desktop.services.ports import Clock, Store
from bpa_desktop.services.records import Records
from bpa_desktop.services.step import SEVERAL, Change, Direction, Step, StepLine, as_one

R = TypeVar("R", bound=Record)
Listener = Callable[[Step], None]


class StepClosedError(RuntimeError):
    """A write outside a step, or a step inside another."""


class NothingToUndoError(Exception):
    """Undo or redo with nothing to take back or to do again."""


class HandedOutError(Exception):
    """Undo of what somebody outside knows already: the plan was given to them; their name."""


class UnknownRecordError(KeyError):
    """A verb about a record that is not there."""


class Recorder:
    """What a verb reads and writes through while its step is open."""

    def __init__(self, records: Records) -> None:
        self._before = records
        self._now: Records | None = records
        self._changes: dict[tuple[type[object], str], Change] = {}
        self._forgotten: set[tuple[type[Record], str]] = set()
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

    def forget(self, kind: type[Record], record_id: str) -> None:
        """Have nothing known any more of how a record was before: only in a step of a verb that erases."""
        self._forgotten.add((kind, record_id))

    @property
    def forgotten(self) -> frozenset[tuple[type[Record], str]]:
        """The records of which nothing earlier is to be known."""
        return frozenset(self._forgotten)

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

    A step is one transaction, one announcement and one undo; only steps that continue each other are undone as one.
    What can be undone is read from the store, so it survives a restart.
    """

    def __init__(self, store: Store, clock: Clock, *, author: str) -> None:
        self._store = store
        self._clock = clock
        self._author = author
        self._records = Records.of(store.slots())
        self._recording = False
        self._listeners: list[Listener] = []
        self._deeds = Deeds(store)
        self._continued: str | None = None

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
    def deeds(self) -> Deeds:
        """All that can be undone, and done again."""
        return self._deeds

    @property
    def undoable(self) -> Step | None:
        """The step that undo takes back next."""
        return next(iter(self._deeds.done(1)), None)

    @property
    def redoable(self) -> Step | None:
        """The step that redo does again next."""
        return next(iter(self._deeds.undone(1)), None)

    @property
    def entries(self) -> Callable[[str | None, int], tuple[Entry, ...]]:
        """What reads the change log: so many steps at most, newest first, those before one where it is named."""
        return self._store.entries

    def past(self, kind: type[R], *, of: str | None = None) -> Iterator[tuple[str, R | None]]:
        """Yield id and record of a kind as each step left it, oldest first; None where a step removed it.

        Of one record only, where its id is given.
        """
        for slot in self._store.past(kind, of=of):  # type: ignore[arg-type]  # R is one of Record's kinds
            yield slot.id, slot.record if isinstance(slot.record, kind) else None

    def subscribe(self, listener: Listener) -> None:
        """Have every step announced, once, after it was kept; undo and redo too."""
        self._listeners.append(listener)

    @contextmanager
    def step(self, verb: str) -> Iterator[Recorder]:
        """Open a step; all of it happens, or none.

        Raises StepClosedError inside another step, LockedError for a change that a shift's lock forbids.
        """
        if self._recording:
            raise StepClosedError(verb)
        self._recording = True
        recorder = Recorder(self._records)
        try:
            yield recorder
            changes = recorder.close()
            refuse_locked(changes, self._records)
        finally:
            self._recording = False
            recorder.close()
        if changes or recorder.forgotten:
            line = self._line(verb, of=self._deeds.continued(self._continued, verb=verb))
            self._keep(Step(line, changes, recorder.forgotten))

    @contextmanager
    def continuing(self, step_id: str | None) -> Iterator[None]:
        """Within, a step continues the one with this id, if that is the latest and of the same verb.

        Each is kept at once, as every step is, and announced; undo takes them back together, and redo does them again
        together, also after a restart.
        """
        self._continued = step_id
        try:
            yield
        finally:
            self._continued = None

    def undo(self, count: int = 1) -> Step:
        """Take the latest deed back, or so many at once, and return what that changed.

        Raises NothingToUndoError, HandedOutError for a plan that somebody has got.
        """
        deeds = self._deeds.done(count)
        line = self._line_about(deeds, Direction.UNDONE)
        for deed in deeds:
            _refuse_if_handed_out(deed, self._records)
        return self._keep(Step(line, as_one(reversed(deeds)).reversed()))

    def redo(self, count: int = 1) -> Step:
        """Do again what was undone last, or so many deeds at once, and return it. Raises NothingToUndoError."""
        deeds = self._deeds.undone(count)
        line = self._line_about(deeds, Direction.REDONE)
        return self._keep(Step(line, as_one(deeds).changes))

    def _line_about(self, deeds: tuple[Step, ...], direction: Direction) -> StepLine:
        if not deeds:
            raise NothingToUndoError
        verb = deeds[0].line.verb if len(deeds) == 1 else SEVERAL
        return self._line(verb, direction, of=deeds[-1].line.id)

    def _line(self, verb: str, direction: Direction = Direction.DONE, *, of: str | None = None) -> StepLine:
        now = self._clock.now()
        return StepLine(new_id(now), verb, self._author, now, direction, of)

    def _keep(self, step: Step) -> Step:
        self._store.keep(step)
        self._records = self._records.changed(step.changes)
        self._deeds.remember(step)
        for listener in tuple(self._listeners):
            listener(step)
        return step


def _refuse_if_handed_out(deed: Step, records: Records) -> None:
    """Raise HandedOutError where the deed tells that somebody got a plan that was published before."""
    for change in deed.changes:
        if isinstance(change.before, Publication) and isinstance(change.after, Publication):
            for receipt in change.after.receipts:
                if change.before.receipt_of(receipt.assistant) is None:
                    known = records.get(Assistant, receipt.assistant)
                    raise HandedOutError(known.name if known is not None else receipt.assistant)
