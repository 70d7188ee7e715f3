"""Chooses who and what is shown, for as long as the window is open; says how much of the whole that is."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster.filter_dialog import FilterDialog
from bpa_desktop.ui.roster.roster_filter import RosterFilter, filter_words
from bpa_desktop.ui.roster.week_header import WeekHeader


class FilteredScreen(Protocol):
    """The screen, as these commands need it."""

    filter: RosterFilter
    header: WeekHeader

    def window(self) -> QWidget:
        """Return the window it is in."""
        ...

    def refresh(self) -> None:
        """Draw what is shown anew."""
        ...


class FilterCommands:
    """The commands about what is shown."""

    def __init__(self, desk: Desk, screen: FilteredScreen) -> None:
        self._desk = desk
        self._screen = screen

    def handlers(self) -> Handlers:
        """Return what is done for which action id."""
        return {"filter": self._ask, "show_all": lambda: self._filter(RosterFilter())}

    def _ask(self) -> None:
        roster = self._desk.roster
        dialog = FilterDialog(
            self._desk.language, self._screen.window(), team=roster.assistants, now=self._screen.filter
        )
        dialog.changed.connect(self._filter)
        dialog.open()

    def _filter(self, wanted: RosterFilter) -> None:
        self._screen.filter = wanted
        self._screen.refresh()
        self._desk.bulletin.said.emit(self._words() or self._desk.language.text("Everything is shown"))

    def _words(self) -> str:
        people = self._desk.roster.assistants_by_id
        return filter_words(self._desk.language, self._screen.filter, people=people)

    def tell(self) -> None:
        """Say in the header how much of the whole is shown."""
        self._screen.header.show_filter(self._words())
