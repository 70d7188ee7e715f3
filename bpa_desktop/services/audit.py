"""The change log: what every step did, read a page at a time, and which steps are looked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bpa_desktop.domain.publication import Publication
from bpa_desktop.domain.roster import Record
from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import SubstituteRequest
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.step import Change, Step, StepLine

PAGE = 100
"""So many steps are read at once."""


@dataclass(frozen=True)
class Entry:
    """A step with those of its changes that are known still; `erased` counts the others."""

    line: StepLine
    changes: tuple[Change, ...]
    erased: int = 0

    @property
    def step(self) -> Step:
        """The step, for the phrase that tells it."""
        return Step(self.line, self.changes)


@dataclass(frozen=True)
class Wanted:
    """Which steps are looked for: by a person, by a kind of record, from a moment on; None for any."""

    assistant: str | None = None
    kind: type[Record] | None = None
    since: datetime | None = None

    def takes(self, entry: Entry) -> bool:
        """Tell whether a step is one of those."""
        return (
            (self.since is None or entry.line.at >= self.since)
            and (self.kind is None or any(change.kind is self.kind for change in entry.changes))
            and (self.assistant is None or self.assistant in set(_people(entry.changes)))
        )


def _people(changes: tuple[Change, ...]) -> Iterator[str | None]:
    """Yield the id of everybody that changes are about."""
    for change in changes:
        for record in (change.before, change.after):
            yield from _people_of(record)


def _people_of(record: Record | None) -> Iterator[str | None]:
    yield getattr(record, "assistant", None)  # a shift, an absence, availability, a kept finding
    if isinstance(record, Assistant):
        yield record.id
    elif isinstance(record, Shift):
        yield record.backup
    elif isinstance(record, SubstituteRequest):
        yield record.chosen
        yield from (ask.assistant for ask in record.asks)
    elif isinstance(record, Rotation):
        yield from (line.assistant for line in record.lines)
    elif isinstance(record, Publication):
        yield from (receipt.assistant for receipt in record.receipts)
