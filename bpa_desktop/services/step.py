"""Step: everything one verb changed; what is kept, announced and undone as one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bpa_desktop.domain.roster import Record


class Direction(StrEnum):
    """Whether a step was done by the user, takes an earlier one back, or does it again."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True)
class Slot:
    """The place of one record among those of its kind; empty once it is removed, so that undo puts it back there."""

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
    """A step without its changes; `of` is the step that an undo or redo is about."""

    id: str
    verb: str
    author: str
    at: datetime
    direction: Direction = Direction.DONE
    of: str | None = None


@dataclass(frozen=True)
class Step:
    """What one verb did."""

    line: StepLine
    changes: tuple[Change, ...]

    def touches(self, *kinds: type[Record]) -> bool:
        """Tell whether a record of one of the kinds was changed."""
        return any(change.kind in kinds for change in self.changes)
