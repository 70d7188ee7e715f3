"""What the user asks of the grid, as a value: the screen answers with verbs. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bpa_desktop.domain.span import Span, shifted_days
from bpa_desktop.ui.roster.view_model import CardModel


class Ask(StrEnum):
    """What is asked."""

    OPEN = "open"
    CREATE = "create"
    NOTE = "note"
    MOVE_DAYS = "move_days"
    MOVE_ROWS = "move_rows"
    MOVE_MINUTES = "move_minutes"
    START_MINUTES = "start_minutes"
    END_MINUTES = "end_minutes"
    PICK_UP = "pick_up"


class Edge(StrEnum):
    """An end of a shift that is taken hold of: then only that one moves."""

    START = "start"
    END = "end"


@dataclass(frozen=True)
class Gesture:
    """Something asked about a card; `amount` in days, rows, pages or minutes, `typed` what was typed on it.

    It is `repeated` when the key that asked is held down since. `drawn` is the stretch of empty time that was drawn or
    pointed at; the shift there would be `holder`'s, or open.
    """

    ask: Ask
    card: CardModel
    amount: int = 0
    typed: str = ""
    repeated: bool = False
    drawn: Span | None = None
    holder: str | None = None


@dataclass(frozen=True)
class Drop:
    """A shift is put down: on a day, in the row of an assistant or of nobody, so many minutes later than it was.

    With an edge, only that end of it is later.
    """

    shift: str
    day: date
    row: str | None
    minutes: int = 0
    edge: Edge | None = None

    def span_of(self, span: Span, zone: ZoneInfo) -> Span:
        """Return when a shift of a span would be there: it keeps its wall-clock start, but for the minutes."""
        by = timedelta(minutes=self.minutes)
        if self.edge is Edge.START:
            return Span(span.start + by, span.end)
        if self.edge is Edge.END:
            return Span(span.start, span.end + by)
        days = (self.day - span.first_day(zone)).days
        return shifted_days(span, days, zone=zone).moved(by)
