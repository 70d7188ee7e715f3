"""Empty time by the mouse: drawn from here to there, or pointed at twice, it is a new shift's time."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from bpa_desktop.domain.span import Span, days_span
from bpa_desktop.ui.roster.card_grid import CardGrid
from bpa_desktop.ui.roster.drag import Drag
from bpa_desktop.ui.roster.gesture import Ask, Gesture
from bpa_desktop.ui.roster.grid_row import GridRow
from bpa_desktop.ui.roster.hour_column import QUARTER

_QUARTER = timedelta(minutes=QUARTER)
_POINTED = timedelta(hours=7)
"""How long a shift is that was only pointed at: as long as one that is made by key, from 8 to 15."""


class HourDrawing:
    """Answers the mouse in a column of hours where no shift is. Things happen on release."""

    def __init__(self, grid: CardGrid, drag: Drag) -> None:
        self._grid = grid
        self._drag = drag
        self._column: GridRow | None = None
        self._from_y = 0.0
        self._drawn: Span | None = None
        self._twice = False

    def mouse(self, under: QWidget | None, event: QMouseEvent) -> None:
        """Answer a press, a move, a release or a double click of the mouse over what may be a column of hours."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseMove and self._column is not None:
            self._draw(_below(self._column, event))
        elif is_left and event.type() == QEvent.Type.MouseButtonRelease and self._column is not None:
            self._release(self._column, event)
        elif is_left and event.type() != QEvent.Type.MouseButtonRelease:
            self.give_up()
            self._column = under if isinstance(under, GridRow) and under.is_by_hour else None
            self._from_y = _below(self._column, event) if self._column is not None else 0.0
            self._twice = event.type() == QEvent.Type.MouseButtonDblClick

    def give_up(self) -> bool:
        """Draw no further; tell whether anything was drawn."""
        was_drawn = self._drawn is not None
        self._column = self._drawn = None
        if was_drawn:
            self._grid.slot.hide()
        return was_drawn

    def _draw(self, y: float) -> None:
        column, words = self._column, self._grid.wording
        if column is None or words is None or self._grid.carry.shift is not None:
            return
        if self._drawn is None and abs(y - self._from_y) < QApplication.startDragDistance():
            return
        first, last = sorted((_moment(column, self._from_y), _moment(column, y)))
        self._drawn = Span(first, last + _QUARTER)
        self._grid.slot.stand_in(column, self._drawn, words=words)

    def _release(self, column: GridRow, event: QMouseEvent) -> None:
        drawn, twice = self._drawn, self._twice
        self.give_up()
        nearest = self._grid.card_at(event.globalPosition()) if drawn is None else column.cell(0)[0]
        if nearest is None or nearest.model is None:
            return
        if self._grid.carry.shift is not None:
            self._drag.put_down_at(nearest, event)
            return
        self._grid.roving.move_to(nearest, focus=True)
        if twice and drawn is None:
            start = _moment(column, self._from_y)
            drawn = Span(start, start + _POINTED)
        if drawn is not None:
            self._grid.gesture.emit(Gesture(Ask.CREATE, nearest.model, drawn=drawn, holder=_person(column)))


def _below(column: GridRow, event: QMouseEvent) -> float:
    return column.mapFromGlobal(event.globalPosition()).y()


def _moment(column: GridRow, y: float) -> datetime:
    """Return the beginning of the quarter of an hour at a place, the day's last one for what lies below."""
    assert column.scale is not None and column.on is not None  # it is a column of hours
    day = days_span(column.on, column.on, zone=column.scale.axis.zone)
    return min(column.scale.moment(y, column.on), day.end - _QUARTER)


def _person(column: GridRow) -> str | None:
    """Return whose column it is; None where it is a day's, or nobody's."""
    model = column.model
    return model.id if model is not None and model.day is None else None
