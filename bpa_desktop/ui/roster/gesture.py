"""What the user asks of the grid, as a value: the screen answers with verbs. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bpa_desktop.ui.roster.view_model import CardModel


class Ask(StrEnum):
    """What is asked."""

    OPEN = "open"
    CREATE = "create"
    NOTE = "note"
    MOVE_DAYS = "move_days"
    MOVE_ROWS = "move_rows"
    START_MINUTES = "start_minutes"
    END_MINUTES = "end_minutes"
    PICK_UP = "pick_up"


@dataclass(frozen=True)
class Gesture:
    """Something asked about a card; `amount` in days, rows, pages or minutes, `typed` what was typed on it.

    It is `repeated` when the key that asked is held down since.
    """

    ask: Ask
    card: CardModel
    amount: int = 0
    typed: str = ""
    repeated: bool = False


@dataclass(frozen=True)
class Drop:
    """A shift is put down: on a day, in the row of an assistant or of nobody."""

    shift: str
    day: date
    row: str | None
