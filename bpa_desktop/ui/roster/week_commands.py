"""Where one is in time, and what one is looking at: weeks, problems, the panel, "where am I"."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtWidgets import QWidget

from bpa_desktop.domain.span import Week
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster import week_wording
from bpa_desktop.ui.roster.beside import Beside
from bpa_desktop.ui.roster.go_to import GoToDialog
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.roster.view_model import WeekModel
from bpa_desktop.ui.roster.week_grid import WeekGrid
from bpa_desktop.ui.roster.week_header import WeekHeader


class ShownWeek(Protocol):
    """The screen, as these commands need it."""

    week: Week
    model: WeekModel
    grid: WeekGrid
    header: WeekHeader
    beside: Beside

    def window(self) -> QWidget:
        """Return the window it is in."""
        ...

    def refresh(self) -> None:
        """Draw the week anew."""
        ...

    def show_week(self, week: Week) -> None:
        """Show another week."""
        ...

    def show_day(self, day: date, *, row: str | None) -> None:
        """Show a day's week, with the focus on that day in a row."""
        ...


class WeekCommands:
    """The commands about the week that is shown."""

    def __init__(self, desk: Desk, screen: ShownWeek) -> None:
        self._desk = desk
        self._screen = screen

    def handlers(self) -> Handlers:
        """Return what is done for which action id."""
        return {
            "previous_week": lambda: self._screen.show_week(self._screen.week.later(-1)),
            "next_week": lambda: self._screen.show_week(self._screen.week.later(1)),
            "week_grid": lambda: self._show_as(a_list=False),
            "rotation": lambda: self._desk.bulletin.wanted.emit("rotation", ""),
            "agenda": lambda: self._show_as(a_list=True),
            "today": lambda: self.go_to(self._desk.today),
            "go_to_week": self._ask_week,
            "next_problem": lambda: self._to_problem(1),
            "previous_problem": lambda: self._to_problem(-1),
            "where_am_i": self._say_where,
            "side_panel": self._toggle_panel,
        }

    def _show_as(self, *, a_list: bool) -> None:
        """Show the week as a list or as the grid; the focus stays on its shift."""
        grid = self._screen.grid
        if grid.as_list != a_list:
            grid.as_list = a_list
            self._screen.refresh()
            self._screen.header.offer_view(self._desk.language, is_list=a_list)
            text = self._desk.language.text
            self._desk.bulletin.said.emit(text("The week as a list") if a_list else text("The week as a grid"))
        grid.focus_current()

    def go_to(self, day: date) -> None:
        """Show a day's week, with the focus on that day in the same row."""
        anchor = self._screen.grid.roving.anchor()
        row = anchor.row if anchor is not None else None
        self._screen.show_day(day, row=row)

    def _ask_week(self) -> None:
        dialog = GoToDialog(self._desk, self._screen.window(), shown=self._screen.week, go=self.go_to)
        dialog.open()

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
        parts = [week_wording.summary(self._desk.language, self._screen.model), card.name if card is not None else ""]
        if grid.selected:
            parts.append(self._desk.language.plural("{n} shift selected", "{n} shifts selected", n=len(grid.selected)))
        self._desk.bulletin.said.emit(". ".join(part for part in parts if part))

    def _toggle_panel(self) -> None:
        self._screen.beside.toggle()
        if "side_panel" in self._desk.actions:
            self._desk.actions["side_panel"].setChecked(self._screen.beside.is_panel_shown)


def _next(cards: list[ShiftCard], problems: list[ShiftCard], *, current: ShiftCard | None, step: int) -> ShiftCard:
    place = cards.index(current) if current in cards else -1
    if step > 0:
        return next((card for card in problems if cards.index(card) > place), problems[0])
    return next((card for card in reversed(problems) if cards.index(card) < place), problems[-1])
