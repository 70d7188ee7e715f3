"""SqliteStore: answers the services' Store with one encrypted file."""

from __future__ import annotations

import gc
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from bpa_desktop.domain.roster import Record
from bpa_desktop.services.audit import Entry
from bpa_desktop.services.step import Slot, Step, StepLine
from bpa_desktop.store import audit_log, log, present
from bpa_desktop.store.engine import reading, store_engine, take_log_in, writing
from bpa_desktop.store.later_look import LaterLook
from bpa_desktop.store.lock import StoreLock

_REMEMBERED_STEPS = 64


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Pause the search for cycles while ten years are read.

    None of what is read is garbage, nor in a cycle; looking through all of it again and again takes as long as reading
    it does. What is let go is freed all the same.
    """
    was_searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        _call_old_what_is_there()
        if was_searching:
            gc.enable()


@cache
def _call_old_what_is_there() -> None:
    """Put what is there to what is searched least often: once, at a program's first reading.

    Later that would bring back what the window has the search pass over for good.
    """
    gc.freeze()
    gc.unfreeze()


class SqliteStore:
    """Every method raises the errors of `errors.py` for what the computer, not the program, did wrong."""

    def __init__(self, path: Path, key: bytes, *, lock: StoreLock | None = None, look: LaterLook | None = None) -> None:
        """Open a file that is at the newest revision; the look is stopped, and the lock let go of, at the end."""
        self.path = path
        self.key = key
        """What the file is encrypted with; its backups too."""
        self.before_keeping: Callable[[Step], None] = lambda _step: None
        """What is done about a step before it is kept, such as a backup; what it raises is raised, and nothing kept."""
        self.look = look
        """What looks at the whole file while it is used; None where that was done before."""
        self._engine = store_engine(path, key)
        self._lock = lock
        self._steps: OrderedDict[str, Step] = OrderedDict()

    def slots(self) -> list[Slot]:
        """Return every record ever kept, in the order they were first kept; a removed one is an empty slot."""
        with reading(self._engine, self.path) as connection, _nothing_collected():
            return present.read_slots(connection)

    def journal(self, *, most: int | None = None, about: Collection[str] | None = None) -> Sequence[StepLine]:
        """Return a line for every step ever kept, oldest first; so many of the latest, or those about some verbs."""
        with reading(self._engine, self.path) as connection:
            return log.journal(connection, most=most, about=about)

    def step(self, step_id: str) -> Step:
        """Return a step with its changes. Raises KeyError for an unknown one, ErasedError for one without its data."""
        if step_id not in self._steps:
            with reading(self._engine, self.path) as connection:
                self._remember(log.step_of(connection, step_id))
        return self._steps[step_id]

    def past(self, kind: type[Record], *, of: str | None = None) -> list[Slot]:
        """Return every record of a kind, or one by its id, as each step left it, oldest first; nothing erased."""
        with reading(self._engine, self.path) as connection:
            return log.past_of(connection, kind, of=of)

    def entries(self, before: str | None, most: int) -> tuple[Entry, ...]:
        """Return so many steps at most, newest first; those before a step, where one is named."""
        with reading(self._engine, self.path) as connection:
            return audit_log.page_of(connection, before, most=most)

    def as_one(self, first: str, last: str) -> Step:
        """Return what the steps from one to another come to, with the line of the last. Raises as `step`."""
        with reading(self._engine, self.path) as connection:
            return log.step_of(connection, last, since=first)

    def keep(self, step: Step) -> None:
        """Keep a step in one transaction; when this returns, it is on the disk.

        Raises StaleChangeError for a step that expects other records than the kept ones; then nothing is kept.
        """
        self.before_keeping(step)
        with writing(self._engine, self.path) as connection:
            log.append_step(connection, step)
            present.write_changes(connection, step.changes)
            log.erase_before(connection, step)
        if step.forgotten:
            self._steps.clear()
            take_log_in(self._engine, self.path)  # nothing of it is left there
        else:
            self._remember(step)

    def close(self) -> None:
        """Let go of the file and of the lock. Doing it twice does nothing more."""
        if self.look is not None:
            self.look.stop()
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def _remember(self, step: Step) -> None:
        """Keep the latest steps at hand: the window asks for the next undo after every step, an import is thousands."""
        self._steps[step.line.id] = step
        if len(self._steps) > _REMEMBERED_STEPS:
            self._steps.popitem(last=False)
