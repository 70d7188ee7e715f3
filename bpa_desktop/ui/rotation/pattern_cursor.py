"""PatternCursor: which card is the grid's one tab stop, and where an arrow leads from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from bpa_desktop.ui.rotation.pattern_card import PatternCard
from bpa_desktop.ui.rotation.pattern_rows import RowWidgets

LAST = 1_000


@dataclass(frozen=True)
class Place:
    """Row, column, and which card of the cell, counted from 0."""

    row: int = 0
    column: int = 0
    card: int = 0


class PatternCursor:
    """Stands on a card; the grid says which rows are shown."""

    def __init__(self) -> None:
        self.rows: Sequence[RowWidgets] = ()
        self.card: PatternCard | None = None

    def place(self) -> Place:
        """Return where it stands; the first place while it stands nowhere."""
        for at, row in enumerate(self.rows):
            for column, cell in enumerate(row.cells):
                if self.card in (cards := cell.cards()):
                    return Place(at, column, cards.index(self.card))
        return Place()

    def nearest(self, place: Place) -> PatternCard:
        """Return the card at a place, or the nearest there is."""
        cells = self.rows[max(0, min(place.row, len(self.rows) - 1))].cells
        cards = cells[max(0, min(place.column, len(cells) - 1))].cards()
        return cards[max(0, min(place.card, len(cards) - 1))]

    def stand_on(self, card: PatternCard, *, focus: bool) -> None:
        """Make a card the tab stop, with the focus or without."""
        if self.card is not None and self.card is not card:
            self.card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.card = card
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if focus:
            card.setFocus()

    def step(self, down: int, right: int) -> None:
        """Go to the next card of the day, from its last one on to the next row; or to another day of the row."""
        at = self.place()
        if right:
            self.stand_on(self.nearest(Place(at.row, at.column + right)), focus=True)
            return
        in_cell = len(self.rows[at.row].cells[at.column].cards())
        if 0 <= at.card + down < in_cell:
            self.stand_on(self.nearest(Place(at.row, at.column, at.card + down)), focus=True)
        elif 0 <= at.row + down < len(self.rows):
            self.stand_on(self.nearest(Place(at.row + down, at.column, 0 if down > 0 else LAST)), focus=True)
