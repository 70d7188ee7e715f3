"""Deeds: which steps can be undone, and which done again; steps that continue each other are one deed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress

from bpa_desktop.services.piles import Deed, Piles
from bpa_desktop.services.ports import Store
from bpa_desktop.services.step import ERASING, Direction, Step, StepLine, as_one
from bpa_desktop.services.trouble import ErasedError

PORTION = 256
"""So many of the latest lines are read at first: ten years are a million, and hardly anybody goes back further."""


class Deeds:
    """What the journal tells was done and undone, read from its end, and only as far back as somebody asks.

    That a step continues another is in its line, so a deed is still one after a restart.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lines_read = 0
        self._is_all = False
        self._latest = Piles()
        self._about: dict[frozenset[str], Piles] = {}
        self._whole: dict[str, Step] = {}
        self._read_further()

    def done(self, most: int) -> tuple[Step, ...]:
        """Return the latest deeds that can be undone, so many at most, newest first, each as one step."""
        while not (self._is_all or self._latest.has_final or len(self._latest.done) >= most):
            self._read_further()
        return self._top(self._latest.undoable, most)

    def undone(self, most: int) -> tuple[Step, ...]:
        """Return the deeds that can be done again, so many at most, in the order redo takes them."""
        return self._top(self._latest.undone, most)

    def in_force(self, verbs: Collection[str]) -> Iterator[Step]:
        """Yield the steps of some verbs that were not undone, oldest first; not those whose data was erased."""
        asked = frozenset(verbs)
        if asked not in self._about:
            self._about[asked] = Piles(self._store.journal(about=asked))
        for line in (line for deed in self._about[asked].done for line in deed):
            if line.verb in asked:
                with suppress(ErasedError):
                    yield self._store.step(line.id)

    def continued(self, step_id: str | None, *, verb: str) -> str | None:
        """Return the id of the step that another of a verb continues: the one named, if it is the latest and as that.

        None where it continues none.
        """
        latest = next(iter(self.done(1)), None) if step_id is not None else None
        return step_id if latest is not None and (latest.line.id, latest.line.verb) == (step_id, verb) else None

    def remember(self, step: Step) -> None:
        """Take note of a step that was kept. What it continues, takes back or does again was asked for before."""
        line = step.line
        if line.continues is not None:
            before = self._of(self._latest.done[-1])
            self._whole[line.id] = as_one((before, step))
            self._whole.pop(before.line.id, None)
        self._latest.add(line)
        if line.direction is Direction.DONE and line.continues is None:
            for piles in self._about.values():
                piles.add(line)
        else:
            self._about.clear()  # it may be about a step that was of no concern so far
        if line.verb in ERASING:
            self._whole.clear()

    def _read_further(self) -> None:
        """Read twice as far back, or further, until the lines are about nothing from before the first of them."""
        begin = None
        while begin is None:
            self._lines_read = max(2 * self._lines_read, PORTION)
            lines = self._store.journal(most=self._lines_read)
            self._is_all = len(lines) < self._lines_read
            begin = 0 if self._is_all else _beginning(lines)
            try:
                self._latest = Piles(lines[begin:])
            except IndexError:
                if self._is_all:
                    raise
                begin = None

    def _top(self, pile: list[Deed], most: int) -> tuple[Step, ...]:
        return tuple(self._of(deed) for deed in reversed(pile[-most:]))

    def _of(self, deed: Deed) -> Step:
        """Return a deed as one step, with the line of its latest."""
        latest = deed[-1].id
        if len(deed) == 1:
            return self._store.step(latest)
        if latest not in self._whole:
            self._whole[latest] = self._store.as_one(deed[0].id, latest)
        return self._whole[latest]


def _beginning(lines: Sequence[StepLine]) -> int | None:
    """Return the place of the first line after which nothing is left to do again: of a step that stands for itself."""
    plain = (place for place, one in enumerate(lines) if one.direction is Direction.DONE and one.continues is None)
    return next(plain, None)
