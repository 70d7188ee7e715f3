"""Deeds: which steps can be undone, and which done again; steps that continue each other are one deed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress

from bpa_desktop.services.ports import Store
from bpa_desktop.services.step import ERASING, Direction, Step, StepLine, as_one
from bpa_desktop.services.trouble import ErasedError

_Deed = list[str]
"""The ids of its steps, oldest first: what undo takes back at once."""


class Deeds:
    """Two piles of deeds, as the journal tells: on top what was done last, and what was undone last.

    That a step continues another is in its line, so a deed is still one after a restart. What was done up to a step
    that erases is final.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._done: list[_Deed] = []
        self._undone: list[_Deed] = []
        self._final = 0
        self._whole: dict[str, Step] = {}
        self._verbs: dict[str, str] = {}
        for line in store.journal():
            self._pile(line)

    def done(self, most: int) -> tuple[Step, ...]:
        """Return the latest deeds that can be undone, so many at most, newest first, each as one step."""
        return self._top(self._done[self._final :], most)

    def undone(self, most: int) -> tuple[Step, ...]:
        """Return the deeds that can be done again, so many at most, in the order redo takes them."""
        return self._top(self._undone, most)

    def in_force(self, verbs: Collection[str]) -> Iterator[Step]:
        """Yield the steps of some verbs that were not undone, oldest first; not those whose data was erased."""
        for step_id in (step_id for deed in self._done for step_id in deed):
            if self._verbs[step_id] in verbs:
                with suppress(ErasedError):
                    yield self._store.step(step_id)

    def continued(self, step_id: str | None, *, verb: str) -> str | None:
        """Return the id of the step that another of a verb continues: the one named, if it is the latest and as that.

        None where it continues none.
        """
        latest = next(iter(self.done(1)), None) if step_id is not None else None
        return step_id if latest is not None and (latest.line.id, latest.line.verb) == (step_id, verb) else None

    def remember(self, step: Step) -> None:
        """Take note of a step that was kept."""
        if step.line.continues is not None:
            before = self._of(self._done[-1])
            self._whole[step.line.id] = as_one((before, step))
            self._whole.pop(before.line.id, None)
        self._pile(step.line)

    def _pile(self, line: StepLine) -> None:
        if line.direction is Direction.UNDONE:
            _hand_over(self._done, self._undone, of=line.of)
        elif line.direction is Direction.REDONE:
            _hand_over(self._undone, self._done, of=line.of)
        else:
            self._verbs[line.id] = line.verb
            if line.continues is not None:
                self._done[-1].append(line.id)
            else:
                self._done.append([line.id])
            self._undone.clear()
            if line.verb in ERASING:
                self._final = len(self._done)
                self._whole.clear()

    def _top(self, pile: list[_Deed], most: int) -> tuple[Step, ...]:
        return tuple(self._of(deed) for deed in reversed(pile[-most:]))

    def _of(self, deed: _Deed) -> Step:
        """Return a deed as one step, with the line of its latest."""
        if len(deed) == 1:
            return self._store.step(deed[0])
        if deed[-1] not in self._whole:
            self._whole[deed[-1]] = self._store.as_one(deed[0], deed[-1])
        return self._whole[deed[-1]]


def _hand_over(pile: list[_Deed], other: list[_Deed], *, of: str | None) -> None:
    """Put the deeds from the top down to the one whose latest step is named onto the other pile, one by one."""
    while True:
        deed = pile.pop()
        other.append(deed)
        if deed[-1] == of:
            return
