"""What one is looking at in a week: problems, the panel, "where am I"."""

from __future__ import annotations

from typing import Protocol

from bpa_desktop.texts import capital
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster.beside import Beside
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.roster.telling import Telling
from bpa_desktop.ui.roster.week_grid import WeekGrid


class ShownWeek(Protocol):
    """The screen, as these commands need it."""

    grid: WeekGrid
    beside: Beside
    telling: Telling


class WeekCommands:
    """The commands about the week that is shown."""

    def __init__(self, desk: Desk, screen: ShownWeek) -> None:
        self._desk = desk
        self._screen = screen

    def handlers(self) -> Handlers:
        """Return what is done for which action id."""
        return {
            "next_problem": lambda: self._to_problem(1),
            "previous_problem": lambda: self._to_problem(-1),
            "where_am_i": self._say_where,
            "side_panel": self._toggle_panel,
        }

    def _to_problem(self, step: int) -> None:
        """Go to the next card that asks for something, round the week; say so where there is none."""
        grid = self._screen.grid
        cards = [card for row in grid.rows() for card in row.cards()]
        problems = [card for card in cards if card.model is not None and card.model.has_problem]
        if not problems:
            self._desk.bulletin.said.emit(self._desk.language.text("No problems in this week."))
            return
        grid.roving.move_to(_next(cards, problems, current=grid.roving.current, step=step), focus=True)

    def _say_where(self) -> None:
        grid = self._screen.grid
        card = grid.roving.current
        parts = [self._screen.telling.summary(), card.name if card is not None else ""]
        if grid.selected:
            parts.append(self._desk.language.plural("{n} shift selected", "{n} shifts selected", n=len(grid.selected)))
        self._desk.bulletin.said.emit(". ".join(capital(part) for part in parts if part))

    def _toggle_panel(self) -> None:
        self._screen.beside.toggle()
        if "side_panel" in self._desk.actions:
            self._desk.actions["side_panel"].setChecked(self._screen.beside.is_panel_shown)


def _next(cards: list[ShiftCard], problems: list[ShiftCard], *, current: ShiftCard | None, step: int) -> ShiftCard:
    place = cards.index(current) if current in cards else -1
    if step > 0:
        return next((card for card in problems if cards.index(card) > place), problems[0])
    return next((card for card in reversed(problems) if cards.index(card) < place), problems[-1])
