"""The views of the roster, and where each leads: to another view of the same day, back, forth, to a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Protocol

from PySide6.QtWidgets import QWidget

from bpa_desktop.domain.span import ONE_DAY, Week
from bpa_desktop.i18n import mark
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster.go_to import GoToDialog
from bpa_desktop.ui.roster.grid_cursor import Anchor
from bpa_desktop.ui.roster.in_sight import begin_at
from bpa_desktop.ui.roster.month_model import Stretch
from bpa_desktop.ui.roster.months import Months
from bpa_desktop.ui.roster.shape import Shape
from bpa_desktop.ui.roster.telling import Telling
from bpa_desktop.ui.roster.week_grid import WeekGrid

_SAID = {
    Shape.GRID: mark("The week as a grid"),
    Shape.LIST: mark("The week as a list"),
    Shape.DAY: mark("The day by the hour"),
    Shape.HOURS: mark("The week by the hour"),
}
_MORNING = 7
"""The hour that is at the top where a view by the hour is opened, unless the focus is elsewhere."""


class ShownWeek(Protocol):
    """The screen, as the views need it."""

    week: Week
    grid: WeekGrid
    months: Months
    telling: Telling

    def window(self) -> QWidget:
        """Return the window it is in."""
        ...

    def show_week(self, week: Week, *, wanted: Anchor | None = None) -> None:
        """Show another week."""
        ...

    def show_day(self, day: date, *, row: str | None) -> None:
        """Show a day in its week, with the focus on it in a row."""
        ...


class Views:
    """Knows which view is shown."""

    def __init__(self, desk: Desk, screen: ShownWeek) -> None:
        self._desk = desk
        self._screen = screen

    def handlers(self) -> Handlers:
        """Return what is done for which action id."""
        return {
            "previous_week": lambda: self._turn(-1),
            "next_week": lambda: self._turn(1),
            "day_grid": lambda: self._show_as(Shape.DAY),
            "week_hours": lambda: self._show_as(Shape.HOURS),
            "week_grid": lambda: self._show_as(Shape.GRID),
            "agenda": lambda: self._show_as(Shape.LIST),
            "month": lambda: self._show_stretch(Stretch.of_month),
            "four_weeks": lambda: self._show_stretch(Stretch.of_four_weeks),
            "rotation": lambda: _show_rotation(self._desk),
            "today": lambda: self.go_to(self._desk.today),
            "go_to_week": self._ask_day,
        }

    def _day(self) -> date:
        """Return the day one stands on."""
        screen = self._screen
        if screen.months.is_shown:
            return screen.months.day
        card = screen.grid.roving.current
        if card is None or card.model is None or screen.grid.shape is Shape.DAY:
            return screen.grid.day
        return card.model.here

    def _turn(self, step: int) -> None:
        screen = self._screen
        if screen.months.is_shown:
            screen.months.turn(step)
        elif screen.grid.shape is Shape.DAY:
            self.go_to(screen.grid.day + step * ONE_DAY)
        else:
            screen.show_week(screen.week.later(step))

    def _show_as(self, shape: Shape) -> None:
        """Show the week, or a day of it, in a shape; the focus stays on its shift, or on the day one comes from."""
        screen, was_month = self._screen, self._screen.months.is_shown
        day, anchor = self._day(), screen.grid.roving.anchor()
        self._desk.bulletin.said.emit(self._desk.language.text(_SAID[shape]))
        if was_month or screen.grid.shape is not shape:
            screen.grid.shape, screen.grid.day = shape, day
            if was_month or anchor is None:
                screen.show_day(day, row=None)
            else:
                screen.show_week(Week.of(day), wanted=replace(anchor, day=day))
            self._screen.telling.name_ways()
            begin_at(screen.grid, _MORNING)
        screen.grid.focus_current()

    def _show_stretch(self, make: Callable[[date], Stretch]) -> None:
        day = self._day()
        self._screen.months.show(make(day), day=day)
        self._screen.telling.name_ways()

    def leave_month(self) -> None:
        """Have the week shown again, in the shape it had."""
        if self._screen.months.is_shown:
            self._screen.months.leave()
            self._screen.telling.name_ways()

    def focus_current(self) -> None:
        """Give the focus to what one stands on."""
        if self._screen.months.is_shown:
            self._screen.months.go_to(self._screen.months.day)
        else:
            self._screen.grid.focus_current()

    def go_to(self, day: date) -> None:
        """Show a day in the view that is shown, with the focus on it; in the week in the same row."""
        if self._screen.months.is_shown:
            self._screen.months.go_to(day)
            return
        anchor = self._screen.grid.roving.anchor()
        self._screen.show_day(day, row=anchor.row if anchor is not None else None)

    def _ask_day(self) -> None:
        GoToDialog(self._desk, self._screen.window(), shown=self._day(), go=self.go_to).open()


def _show_rotation(desk: Desk) -> None:
    desk.bulletin.wanted.emit("rotation", "")
    desk.bulletin.said.emit(desk.language.text("The rotation pattern"))
