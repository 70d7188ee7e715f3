"""What is not the same in two rows of shifts, where most of it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import is_

from bpa_desktop.domain.shift import Shift


def difference(before: Sequence[Shift], after: Sequence[Shift]) -> tuple[list[Shift], list[Shift]]:
    """Return what of two rows lies between their same beginnings and their same ends; nothing where they are the same.

    Shifts are looked at by their identity only: one that is made anew is another, however alike.
    """
    if before is after:
        return [], []
    begin = _alike(before, after)
    end = min(_alike(reversed(before), reversed(after)), len(before) - begin, len(after) - begin)
    gone, new = ([row[at] for at in range(begin, len(row) - end)] for row in (before, after))
    return gone, new


def _alike(one: Iterable[Shift], other: Iterable[Shift]) -> int:
    """Return how many of two rows are the same from the first on."""
    same = list(map(is_, one, other))
    return same.index(False) if False in same else len(same)
