"""Step: everything one verb changed; what is kept, announced and undone as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from bpa_desktop.domain.roster import Record


class Direction(StrEnum):
    """Whether a step was done by the user, takes an earlier one back, or does it again."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


SEVERAL = "several_steps"
"""The verb of a step that takes back, or does again, several deeds of different verbs at once."""


ERASING = ("forget_absences", "forget_assistant")
"""The verbs whose steps erase how records were before: neither they nor any step before them can be undone."""


class Slot(NamedTuple):
    """The place of one record among those of its kind; empty once it is removed, so that undo puts it back there.

    A tuple, since ten years of them are made at every start.
    """

    kind: type[Record]
    id: str
    record: Record | None


@dataclass(frozen=True)
class Change:
    """One record before and after; None is not there. At least one is."""

    kind: type[Record]
    id: str
    before: Record | None
    after: Record | None

    def reversed(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.kind, self.id, before=self.after, after=self.before)


@dataclass(frozen=True)
class StepLine:
    """A step without its changes; `of` is the step that an undo or redo is about, or that a step done continues."""

    id: str
    verb: str
    author: str
    at: datetime
    direction: Direction = Direction.DONE
    of: str | None = None

    @property
    def continues(self) -> str | None:
        """The step that this one continues, so that both are undone as one; None where it stands for itself."""
        return self.of if self.direction is Direction.DONE else None


@dataclass(frozen=True)
class Step:
    """What one verb did. `forgotten` names the records of which nothing earlier is to be known any more."""

    line: StepLine
    changes: tuple[Change, ...]
    forgotten: frozenset[tuple[type[Record], str]] = frozenset()

    def touches(self, *kinds: type[Record]) -> bool:
        """Tell whether a record of one of the kinds was changed."""
        return any(change.kind in kinds for change in self.changes)

    def reversed(self) -> tuple[Change, ...]:
        """Return the changes that take this step back, in their order."""
        return tuple(change.reversed() for change in reversed(self.changes))


def as_one(steps: Iterable[Step]) -> Step:
    """Return what steps after each other come to, with the line of the last. Raises ValueError without any."""
    changes: dict[tuple[type[Record], str], Change] = {}
    last = None
    for last in steps:
        for change in last.changes:
            known = changes.get((change.kind, change.id), change)
            changes[change.kind, change.id] = replace(change, before=known.before)
    if last is None:
        raise ValueError("no step")
    return Step(last.line, tuple(change for change in changes.values() if change.before != change.after))
