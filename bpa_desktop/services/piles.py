"""Piles: what lines of the journal, one after the other, tell can be undone, and done again."""

from __future__ import annotations

from collections.abc import Iterable

from bpa_desktop.services.step import ERASING, Direction, StepLine

Deed = list[StepLine]
"""The lines of its steps, oldest first: what undo takes back at once."""


class Piles:
    """Two piles of deeds: on top what was done last, and what was undone last.

    What was done up to a step that erases is final.
    """

    def __init__(self, lines: Iterable[StepLine] = ()) -> None:
        """Pile the lines. Raises as `add`."""
        self.done: list[Deed] = []
        self.undone: list[Deed] = []
        self._final: int | None = None
        for line in lines:
            self.add(line)

    @property
    def has_final(self) -> bool:
        """Tell whether a line was of a step that erases."""
        return self._final is not None

    @property
    def undoable(self) -> list[Deed]:
        """The deeds done that are not final."""
        return self.done[self._final or 0 :]

    def add(self, line: StepLine) -> None:
        """Take note of one more line. Raises IndexError where it is about a deed from before the first."""
        if line.direction is Direction.UNDONE:
            _hand_over(self.done, self.undone, of=line.of)
        elif line.direction is Direction.REDONE:
            _hand_over(self.undone, self.done, of=line.of)
        else:
            if line.continues is not None:
                self.done[-1].append(line)
            else:
                self.done.append([line])
            self.undone.clear()
            if line.verb in ERASING:
                self._final = len(self.done)


def _hand_over(pile: list[Deed], other: list[Deed], *, of: str | None) -> None:
    """Put the deeds from the top down to the one whose latest step is named onto the other pile, one by one."""
    while True:
        deed = pile.pop()
        other.append(deed)
        if deed[-1].id == of:
            return
