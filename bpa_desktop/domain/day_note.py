"""DayNote (dagnotat): what the user wants to remember of some days, or what happens in their own life then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bpa_desktop.domain.span import EmptySpanError

LONGEST = 200
"""So many characters a note may have."""


class DayNoteKind(StrEnum):
    """What it is: a note, or an event in the user's own life that the shifts are planned around."""

    NOTE = "note"
    EVENT = "event"


class NoteLengthError(ValueError):
    """A note without a word, or one that is longer than a note may be; how many characters it has."""

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length


@dataclass(frozen=True)
class DayNote:
    """A text about the days from the first to the last, both included. No health information belongs in it.

    It is the user's own, and part of nothing that is handed out, sent or exported.
    Raises EmptySpanError for a last day before the first, NoteLengthError.
    """

    id: str
    first: date
    last: date
    text: str
    kind: DayNoteKind = DayNoteKind.NOTE

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise EmptySpanError(f"{self.first.isoformat()} to {self.last.isoformat()}")
        if not self.text.strip() or len(self.text) > LONGEST:
            raise NoteLengthError(len(self.text.strip()))

    def is_about(self, day: date) -> bool:
        """Tell whether a day is one of those it is about."""
        return self.first <= day <= self.last
