"""WeekGrid: the grid of cards with keys, mouse and assistive technology answered."""

from __future__ import annotations

from bpa_desktop.ui.roster.card_grid import CardGrid
from bpa_desktop.ui.roster.grid_input import GridInput


class WeekGrid(CardGrid):
    """The week as one works with it."""

    def __init__(self) -> None:
        super().__init__()
        self.answers = GridInput(self)
