"""What can be done in a month or in four weeks: open a day, plan a shift on it, go to the next problem."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from bpa_desktop.texts import capital
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster import month_wording
from bpa_desktop.ui.roster.months import Months
from bpa_desktop.ui.roster.shape import Shape
from bpa_desktop.ui.roster.week_grid import WeekGrid


class ShownMonth(Protocol):
    """The screen, as these commands need it."""

    grid: WeekGrid
    months: Months

    def show_day(self, day: date, *, row: str | None) -> None:
        """Show a day in its week, with the focus on it."""
        ...


class MonthCommands:
    """The commands about the day that has the focus."""

    def __init__(self, desk: Desk, screen: ShownMonth) -> None:
        self._desk = desk
        self._screen = screen

    def handlers(self) -> Handlers:
        """Return what is done for which action id."""
        return {
            "open_day": self.open,
            "new_shift": self._new_shift,
            "next_problem": lambda: self._to_problem(1),
            "previous_problem": lambda: self._to_problem(-1),
            "where_am_i": self._say_where,
        }

    def open(self) -> None:
        """Show the day in its week; one who looked at a day by the hour before sees the whole week all the same."""
        if self._screen.grid.shape is Shape.DAY:
            self._screen.grid.shape = Shape.GRID
        self._screen.show_day(self._screen.months.day, row=None)

    def _new_shift(self) -> None:
        """Plan a shift on the day; its week is shown, so that it is seen where it lands."""
        self.open()
        self._desk.actions["new_shift"].trigger()

    def _to_problem(self, step: int) -> None:
        """Go to the next day that asks for something, round the days that are shown; say so where there is none."""
        months = self._screen.months
        model = months.model
        problems = [day.day for day in model.days if day.has_problem] if model is not None else []
        if not problems:
            self._desk.bulletin.said.emit(self._desk.language.text("No problems in these weeks."))
            return
        ordered = problems if step > 0 else problems[::-1]
        months.go_to(next((day for day in ordered if (day - months.day).days * step > 0), ordered[0]))

    def _say_where(self) -> None:
        months = self._screen.months
        if months.model is not None and months.grid.current is not None:
            told = month_wording.spoken(self._desk.language, months.model)
            self._desk.bulletin.said.emit(f"{told}. {capital(months.grid.current.face.name)}")
