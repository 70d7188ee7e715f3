"""Weeks below each other, week numbers first: a cell a day, one tab stop, arrows within. Large as a view, or small."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from bpa_desktop.domain.span import ONE_DAY, Week
from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y
from bpa_desktop.ui.roster import grid_keys
from bpa_desktop.ui.roster.day_cell import DayCell
from bpa_desktop.ui.roster.grid_row import GridHeading, HeadingFace
from bpa_desktop.ui.roster.month_model import MonthModel
from bpa_desktop.ui.roster.month_wording import DayFace, day_face, small_face, spoken, week_heading
from bpa_desktop.ui.spacing import least_gap
from bpa_desktop.ui.theme import GAP

_DAYS = 7
_MOST_WEEKS = 6
"""So many weeks a month may reach into."""
_K = Qt.Key
_STEPS = {_K.Key_Left: -1, _K.Key_Right: 1, _K.Key_Up: -_DAYS, _K.Key_Down: _DAYS}
_TURNS = {_K.Key_PageUp: -1, _K.Key_PageDown: 1}
_EVENTS_OF_SIZE = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})


class DayGrid(a11y.Accessible, QWidget):
    """Shows a MonthModel and says what is asked of it. It asks for the days beyond its own to be shown."""

    accessible_role = a11y.Role.Grouping
    chosen = Signal(object)
    """A date was pressed."""
    beyond = Signal(object)
    """An arrow led to a date that is not shown."""
    moved = Signal(object)
    """A cell has got the focus."""
    turned = Signal(int)
    """The stretch so many steps later (or earlier) is wanted."""

    def __init__(self, *, small: bool = False) -> None:
        super().__init__()
        self.is_small = small
        self._name = ""
        self._corner = GridHeading(self)
        self._day_headings = [GridHeading(self) for _ in range(_DAYS)]
        self._weeks: list[tuple[GridHeading, list[DayCell]]] = []
        self.current: DayCell | None = None

    def accessible_text(self) -> str | None:
        """Return which days these are, with their figures."""
        return self._name

    def show_days(self, model: MonthModel, *, language: Language, wanted: date) -> None:
        """Show the days, with the tab stop on the one wanted."""
        had_focus = self.current is not None and self.current.hasFocus()
        self._name = spoken(language, model)
        self._show_headings(language, model.stretch.weeks)
        face_of = small_face if self.is_small else day_face
        faces = [(day.day, face_of(language, day)) for day in model.days]
        for place, (_, cells) in enumerate(self._weeks):
            _show_week(cells, faces[place * _DAYS : (place + 1) * _DAYS])
        _place(self, self.top, weeks=self.weeks)
        self.move_to(wanted, focus=had_focus)

    def _show_headings(self, language: Language, weeks: Sequence[Week]) -> None:
        self._corner.show_face(HeadingFace(language.text("Week"), name=language.text("Week"), is_day=True))
        for heading, day in zip(self._day_headings, weeks[0].days, strict=True):
            short, name = language.date(day, "weekday_short"), language.date(day, "weekday")
            heading.show_face(HeadingFace(short, name=name, is_day=True))
        while len(self._weeks) < len(weeks):  # in reading order: a week's number, then its days
            heading = GridHeading(self)
            self._weeks.append((heading, [DayCell(self, self, small=self.is_small) for _ in range(_DAYS)]))
        for place, (heading, cells) in enumerate(self._weeks):
            if place < len(weeks):
                seen, name = week_heading(language, weeks[place])
                heading.show_face(HeadingFace(seen, name=name))
            for part in (heading, *cells):
                part.setVisible(place < len(weeks))

    @property
    def top(self) -> tuple[GridHeading, ...]:
        """The corner and the headings of the days."""
        return (self._corner, *self._day_headings)

    @property
    def weeks(self) -> list[tuple[GridHeading, list[DayCell]]]:
        """The weeks that are shown: the number, and the days."""
        return [week for week in self._weeks if not week[0].isHidden()]

    @property
    def cells(self) -> list[DayCell]:
        """The days that are shown, in order."""
        return [cell for _, cells in self.weeks for cell in cells]

    def move_to(self, day: date, *, focus: bool) -> bool:
        """Make a day the grid's tab stop; tell whether it is shown."""
        cell = next((one for one in self.cells if one.day == day), None)
        if cell is None:
            return False
        if self.current is not None and self.current is not cell:
            self.current.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.current = cell
        cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if focus:
            cell.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def pressed(self, cell: DayCell) -> None:
        """Say which day was pressed."""
        self.move_to(cell.day, focus=False)
        self.chosen.emit(cell.day)

    def focused(self, cell: DayCell) -> None:
        """Follow the focus."""
        self.move_to(cell.day, focus=False)
        self.moved.emit(cell)

    def key(self, cell: DayCell, event: QKeyEvent) -> bool:
        """Answer a key; tell whether it was one of the grid's."""
        key = Qt.Key(event.key())
        if grid_keys.modifiers(event) != Qt.KeyboardModifier.NoModifier:
            return False
        if key in grid_keys.OPENS or key == _K.Key_Space:
            if not event.isAutoRepeat():
                self.pressed(cell)
        elif key in _TURNS:
            self.turned.emit(_TURNS[key])
        elif key in _STEPS:
            self._go(cell.day + _STEPS[key] * ONE_DAY)
        elif key in (_K.Key_Home, _K.Key_End):
            self._go(Week.of(cell.day).days[0 if key == _K.Key_Home else -1])
        else:
            return False
        return True

    def _go(self, day: date) -> None:
        if not self.move_to(day, focus=True):
            self.beyond.emit(day)

    def event(self, event: QEvent) -> bool:
        """Work the sizes out anew when the text's size or the room has changed."""
        answered = super().event(event)
        if event.type() in _EVENTS_OF_SIZE or isinstance(event, QResizeEvent):
            _place(self, self.top, weeks=self.weeks)
        return answered


def _show_week(cells: Sequence[DayCell], faces: Sequence[tuple[date, DayFace]]) -> None:
    for cell, (day, face) in zip(cells, faces, strict=False):
        cell.show_face(day, face)


def _place(
    grid: DayGrid, top: Sequence[GridHeading], *, weeks: Sequence[tuple[GridHeading, Sequence[DayCell]]]
) -> None:
    """Put headings and cells in their places, and tell the grid how much room they need."""
    if not weeks:
        return
    first = max(part.needs(0).width() for part in (top[0], *(heading for heading, _ in weeks)))
    gap = least_gap()
    least = max(cell.needs(0).width() for _, cells in weeks for cell in cells) + gap
    least = max(least, *(part.needs(0).width() for part in top[1:]))
    column = max((grid.width() - first) // _DAYS, least)
    high = max(part.needs(first if part is top[0] else column).height() for part in top)
    for place, part in enumerate(top):
        part.setGeometry(first + (place - 1) * column if place else 0, 0, column if place else first, high)
    needs = [
        max(heading.needs(first).height(), *(cell.needs(column - gap).height() + gap for cell in cells))
        for heading, cells in weeks
    ]
    spare = 0 if grid.is_small else max(0, grid.height() - high - GAP - sum(needs)) // len(weeks)
    y = high
    for (heading, cells), needed in zip(weeks, needs, strict=True):
        heading.setGeometry(0, y, first, needed + spare)
        for place, cell in enumerate(cells):
            cell.setGeometry(first + place * column, y, column - gap, needed + spare - gap)
        y += needed + spare
    room = max(needs) * _MOST_WEEKS if grid.is_small else sum(needs)  # a small month never moves what is below it
    grid.setMinimumSize(first + _DAYS * least, high + room)
