"""WeekGrid: the grid of cards with keys, mouse and assistive technology answered."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent

from bpa_desktop.ui.roster.card_grid import CardGrid
from bpa_desktop.ui.roster.grid_input import GridInput


class WeekGrid(CardGrid):
    """The week as one works with it."""

    def __init__(self) -> None:
        super().__init__()
        self.answers = self._input = GridInput(self)

    def _between(self, event: QMouseEvent) -> None:
        """Have the mouse answered where no card is: its rows leave that to the grid."""
        self._input.drawing.mouse(self.childAt(self.mapFromGlobal(event.globalPosition().toPoint())), event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._between(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._between(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._between(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._between(event)
