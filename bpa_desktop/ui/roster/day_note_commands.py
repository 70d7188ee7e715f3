"""What can be done with the notes on days, in the week and in the month."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtWidgets import QWidget

from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.services.day_note import remove_day_note
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster.day_note_dialog import DayNoteDialog
from bpa_desktop.ui.roster.day_notes import notes_on
from bpa_desktop.ui.roster.months import Months
from bpa_desktop.ui.roster.week_grid import WeekGrid


class NotedScreen(Protocol):
    """The screen, as these commands need it."""

    grid: WeekGrid
    months: Months

    def window(self) -> QWidget:
        """Return the window it is in."""
        ...


class DayNoteCommands:
    """The commands about the notes of the day that has the focus; on a note itself, those about it."""

    def __init__(self, desk: Desk, screen: NotedScreen) -> None:
        self._desk = desk
        self._screen = screen

    def handlers(self) -> Handlers:
        """Return what is done for which action id: on a note, the keys that change and delete a shift are about it."""
        found: Handlers = {"day_note": self.open}
        if self._note() is not None:
            found |= {"edit_shift": self.open, "remove_shift": self._remove}
        return found

    def _note(self) -> DayNote | None:
        """Return the note that has the focus."""
        card = self._screen.grid.roving.current
        on_card = card is not None and card.model is not None and not self._screen.months.is_shown
        return card.model.note if on_card and card is not None and card.model is not None else None

    def _day(self) -> date:
        card = self._screen.grid.roving.current
        if self._screen.months.is_shown or card is None or card.model is None:
            return self._screen.months.day
        return card.model.here

    def open(self) -> None:
        """Open the note that has the focus; elsewhere a new one, with the day's others to choose from.

        A month has no place for each note: there the day's first is opened.
        """
        note, day = self._note(), self._day()
        notes = notes_on(self._desk.history.records.all(DayNote), day)
        dialog = DayNoteDialog(self._desk, self._screen.window(), day=day, notes=notes)
        if note is None and notes and self._screen.months.is_shown:
            note = notes[0]
        if note is not None:
            dialog.choose(note.id)
        dialog.open()

    def _remove(self) -> None:
        note = self._note()
        if note is not None:
            remove_day_note(self._desk.history, note.id)
