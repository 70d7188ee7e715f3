"""What several steps at once came to, as one phrase: how many shifts are new, moved, changed or deleted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import StrEnum

from bpa_desktop.domain.shift import Shift
from bpa_desktop.i18n import Language
from bpa_desktop.services.step import Change, Direction
from bpa_desktop.texts.told import Told


class _Came(StrEnum):
    """What became of a shift, all steps together."""

    NEW = "new"
    MOVED = "moved"
    CHANGED = "changed"
    DELETED = "deleted"


_WORDS: dict[_Came, Callable[[Language, int], str]] = {
    _Came.NEW: lambda language, n: language.plural("{n} new shift", "{n} new shifts", n=n),
    _Came.MOVED: lambda language, n: language.plural("{n} shift moved", "{n} shifts moved", n=n),
    _Came.CHANGED: lambda language, n: language.plural("{n} shift changed", "{n} shifts changed", n=n),
    _Came.DELETED: lambda language, n: language.plural("{n} shift deleted", "{n} shifts deleted", n=n),
}


def several_phrase(told: Told) -> str:
    """Return what became of the shifts, and whether anything else was changed; where no shift was, that only."""
    step = told.step
    deeds = step.reversed() if step.line.direction is Direction.UNDONE else step.changes
    counts = Counter(_came(change) for change in deeds if change.kind is Shift)
    parts = [words(told.language, counts[came]) for came, words in _WORDS.items() if counts[came]]
    if not parts:
        return told.language.text("Several steps")
    if any(change.kind is not Shift for change in deeds):
        parts.append(told.language.text("something else"))
    return told.language.listed(tuple(parts))


def _came(change: Change) -> _Came:
    before, after = change.before, change.after
    if not isinstance(before, Shift):
        return _Came.NEW
    if not isinstance(after, Shift):
        return _Came.DELETED
    return _Came.CHANGED if before.span == after.span else _Came.MOVED
