"""What can be done with the shifts of the grid: each command becomes a verb, or a refusal in words."""

from __future__ import annotations

from datetime import time
from typing import Protocol

from PySide6.QtWidgets import QWidget

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span, Week, clock_span
from bpa_desktop.services import shift as verbs
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster import moves
from bpa_desktop.ui.roster.grid_cursor import Anchor
from bpa_desktop.ui.roster.shift_editor import ShiftEditor
from bpa_desktop.ui.roster.week_grid import WeekGrid
from bpa_desktop.ui.widgets.time_entry import times_of

_MORNING, _AFTERNOON = time(8), time(15)


class WeekFrame(Protocol):
    """Where the week stands that the commands are about."""

    @property
    def week(self) -> Week:
        """The week that is shown."""
        ...

    def show_week(self, week: Week, *, wanted: Anchor | None = None, told: bool = True) -> None:
        """Show a week, with the focus where it is wanted; another one is said to be shown."""
        ...

    def window(self) -> QWidget:
        """Return what dialogs stand over."""
        ...


class ShiftCommands:
    """The commands about shifts, for the current card or the shifts that are selected."""

    def __init__(self, desk: Desk, grid: WeekGrid, *, frame: WeekFrame) -> None:
        self._desk = desk
        self._grid = grid
        self._frame = frame

    def handlers(self) -> Handlers:
        """Return what is done for which action id."""
        return {
            "new_shift": self.create,
            "edit_shift": self.edit,
            "remove_shift": self.remove,
        }

    def chosen(self) -> list[Shift]:
        """Return the selected shifts if the current one is among them, else the current one; say so where none is.

        Where no shift is, the selected ones that are shown are meant.
        """
        card = self._grid.roving.current
        shift = card.model.shift if card is not None and card.model is not None else None
        known = self._desk.roster.shifts_by_id
        selected = [known[one] for one in sorted(self._grid.selected) if one in known]
        if shift is not None:
            return selected if shift.id in self._grid.selected else [known[shift.id]]
        shown = [one for one in selected if self._grid.roving.shows(one.id)]
        if not shown:
            self._desk.bulletin.refused.emit(self._desk.language.text("There is no shift here: choose one first"))
        return shown

    def follow(self, shift_id: str) -> None:
        """Show a shift wherever it is now, and give it the focus."""
        shift = self._desk.roster.shifts_by_id.get(shift_id)
        if shift is None:
            return
        day = shift.span.first_day(self._desk.zone)
        anchor = Anchor(shift_id, self._desk.roster.holder(shift), day, column=day.weekday())
        if Week.of(day) != self._frame.week or not self._grid.roving.shows(shift_id):
            self._frame.show_week(Week.of(day), wanted=anchor, told=False)  # what was done is said, and not where
        if not self._grid.roving.shows(shift_id):
            self._desk.bulletin.said.emit(self._desk.language.text("The filter hides this shift. “Show all” shows it."))
        self._grid.focus_at(anchor)

    def create(self, typed: str = "") -> None:
        """Open the dialog for a new shift on the current card's day, in its row; with the times when nobody comes."""
        card = self._grid.roving.current
        if card is None or card.model is None:
            return
        gap = card.model.gap
        span = clock_span(card.model.here, _MORNING, end=_AFTERNOON, zone=self._desk.zone)
        if typed or gap is None:
            self._open_editor(Shift("", span, card.model.row)).type_times(typed)
        else:
            self.create_at(gap, card.model.row)

    def create_at(self, span: Span, holder: str | None) -> None:
        """Open the dialog for a new shift at a time, somebody's or open."""
        self._open_editor(Shift("", span, holder)).type_times(times_of(span, self._desk.zone))

    def edit(self) -> None:
        """Open the dialog for the current shift."""
        shifts = self.chosen()
        if shifts:
            self._open_editor(shifts[0])

    def _open_editor(self, shift: Shift) -> ShiftEditor:
        editor = ShiftEditor(self._desk, self._frame.window(), shift=shift, keep=lambda now: self._keep(shift, now))
        editor.kept.connect(self.follow)
        editor.open()
        return editor

    def _keep(self, before: Shift, now: Shift) -> str:
        if not now.id:
            return verbs.add_shift(self._desk.history, now).id
        if now != before:
            verbs.edit_shift(self._desk.history, now)
        return now.id

    def remove(self) -> None:
        """Take the shifts away at once: undo is offered below."""
        shifts = self.chosen()
        ids = [shift.id for shift in shifts]
        refusal = moves.done(self._desk, lambda: verbs.remove_shifts(self._desk.history, ids)) if ids else None
        if refusal is not None:
            self._desk.bulletin.refused.emit(refusal)
            return
        self._grid.selected = frozenset()
