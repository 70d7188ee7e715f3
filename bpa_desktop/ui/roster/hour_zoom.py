"""How high an hour is, in the views that run down by the hour: changed by keys, remembered on this computer."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from bpa_desktop.services.settings import HOUR_PERCENTS, USUAL_HOUR, steps
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster.in_sight import set_height
from bpa_desktop.ui.roster.week_grid import WeekGrid


class ShownHours(Protocol):
    """The screen, as this needs it."""

    grid: WeekGrid


class HourZoom:
    """Offers only what there is, and only where hours are shown."""

    def __init__(self, desk: Desk, screen: ShownHours) -> None:
        self._desk = desk
        self._grid = screen.grid
        self._grid.hours.percent = desk.hour_percent

    def handlers(self) -> Handlers:
        """Return what is answered just now."""
        if not self._grid.shape.is_by_hour:
            return {}
        higher, lower, usual = steps(self._desk.hour_percent, HOUR_PERCENTS, usual=USUAL_HOUR)
        offered = {"higher_hours": higher, "lower_hours": lower, "usual_hours": usual}
        return {way: partial(self._show, percent) for way, percent in offered.items() if percent is not None}

    def _show(self, percent: int) -> None:
        self._desk.hour_percent = percent
        set_height(self._grid, percent)
        self._desk.bulletin.hours_zoomed.emit(percent)
        self._desk.bulletin.said.emit(self._desk.language.text("Height of an hour {percent} %", percent=percent))
