"""Where something was undone, or done again: the roster shows it there, though one had gone on meanwhile."""

from __future__ import annotations

from typing import Protocol

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Week
from bpa_desktop.services.step import Direction, Step
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.grid_cursor import Anchor
from bpa_desktop.ui.roster.months import Months
from bpa_desktop.ui.roster.week_grid import WeekGrid


class ShownRoster(Protocol):
    """The screen, as far as it has to be somewhere else."""

    grid: WeekGrid
    months: Months

    def isVisible(self) -> bool:  # Qt's own name
        """Tell whether it is shown."""
        ...

    def show_week(self, week: Week, *, wanted: Anchor | None = None, told: bool = True) -> None:
        """Show a week, with the focus where it is wanted."""
        ...


class UndonePlace:
    """Leads to the one shift that is otherwise now; to the first of several only where none of them is shown.

    The focus follows if the roster has it: a button that undoes step after step keeps it.
    """

    def __init__(self, desk: Desk, screen: ShownRoster) -> None:
        self._desk = desk
        self._screen = screen
        desk.bulletin.kept.connect(self._follow)  # after the screen's own: it is drawn by then

    def _follow(self, step: Step) -> None:
        screen = self._screen
        if step.line.direction is Direction.DONE or screen.months.is_shown or not screen.isVisible():
            return
        shifts = [change.after for change in step.changes if isinstance(change.after, Shift)]
        if not shifts or (len(shifts) > 1 and any(screen.grid.roving.shows(shift.id) for shift in shifts)):
            return
        first = min(shifts, key=lambda shift: shift.span)
        day = first.span.first_day(self._desk.zone)
        anchor = Anchor(first.id, self._desk.roster.holder(first), day, column=day.weekday())
        screen.show_week(Week.of(day), wanted=anchor, told=False)
