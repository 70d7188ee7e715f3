"""Says which view is shown and how it stands: in the header, and to be heard."""

from __future__ import annotations

from typing import Protocol

from bpa_desktop.i18n import mark
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster import week_wording
from bpa_desktop.ui.roster.day_rows import day_rows
from bpa_desktop.ui.roster.months import Months
from bpa_desktop.ui.roster.shape import Shape
from bpa_desktop.ui.roster.view_model import WeekModel
from bpa_desktop.ui.roster.week_grid import WeekGrid
from bpa_desktop.ui.roster.week_header import WeekHeader
from bpa_desktop.ui.roster.week_wording import spoken_day

_WEEKS = (mark("Previous week"), mark("Next week"))
_DAYS = (mark("Previous day"), mark("Next day"))
_VIEWS = {Shape.GRID: "week_grid", Shape.LIST: "agenda", Shape.HOURS: "week_hours", Shape.DAY: "day_grid"}
_MONTHS = (mark("Previous month"), mark("Next month"))
_FOUR_WEEKS = (mark("Previous four weeks"), mark("Next four weeks"))


class ToldView(Protocol):
    """The screen, as far as it is told of."""

    model: WeekModel
    grid: WeekGrid
    months: Months
    header: WeekHeader


class Telling:
    """The header, and the sentences about the week or the day."""

    def __init__(self, desk: Desk, screen: ToldView) -> None:
        self._desk = desk
        self._screen = screen

    def name_ways(self) -> None:
        """Say what the arrows of the header lead to, and which view is shown."""
        screen, text = self._screen, self._desk.language.text
        turns = _DAYS if screen.grid.shape is Shape.DAY else _WEEKS
        if screen.months.is_shown:
            turns = _MONTHS if screen.months.is_month else _FOUR_WEEKS
        screen.header.name_turns(*(text(each) for each in turns))
        screen.header.choice.show_view(self._shown(), self._desk.language)

    def _shown(self) -> str:
        """Return the action that shows the view that is shown."""
        months = self._screen.months
        if months.is_shown:
            return "month" if months.is_month else "four_weeks"
        return _VIEWS[self._screen.grid.shape]

    def show_week(self) -> None:
        """Show in the header which week or day it is, and how it stands."""
        self._screen.header.show_week(self._title(), self._sentence())

    def _title(self) -> str:
        language, grid = self._desk.language, self._screen.grid
        if grid.shape is Shape.DAY:
            day = self._screen.model.days[grid.day.weekday()]
            return week_wording.day_title(language, day, zone=self._desk.zone)
        return week_wording.title(language, self._screen.model)

    def _sentence(self) -> str:
        language, grid = self._desk.language, self._screen.grid
        if grid.shape is Shape.DAY:
            rows = day_rows(self._screen.model, grid.day, zone=self._desk.zone)
            return week_wording.day_sentence(language, rows, day=grid.day)
        return week_wording.sentence(language, self._screen.model)

    def summary(self) -> str:
        """Return which week or day is shown and how it stands, to be heard."""
        language, grid = self._desk.language, self._screen.grid
        if grid.shape is Shape.DAY:
            return f"{spoken_day(language, grid.day)}: {self._sentence().replace(' · ', ', ')}"
        return week_wording.summary(language, self._screen.model)
