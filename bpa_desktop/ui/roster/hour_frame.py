"""What stands around the hours: their numbers, what time it is; headings and notes, which stay in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.roster.clock_head import ClockScale, NowMark
from bpa_desktop.ui.roster.grid_row import GridRow
from bpa_desktop.ui.roster.hour_axis import HourAxis
from bpa_desktop.ui.roster.hour_column import HourScale, column_least, place_column, place_lane
from bpa_desktop.ui.roster.hour_lanes import shared_widths
from bpa_desktop.ui.theme import GAP

_LINES_AN_HOUR = 2.5
"""So many lines of text an hour is usually high."""
_MOST_NOTES = 0.3
"""Notes stay in sight where they take at most this share of what is seen."""
_HEADING_LETTERS = 9
"""So many letters a column is wide at least."""
_HEADING_LINES = 2
"""Lines of a heading at least: while a shift is carried, the second says what would come of it."""


class HourFrame:
    """Lays columns of hours out in a table: each day's, or each person's."""

    def __init__(self, table: QWidget) -> None:
        self._table = table
        self.corner = QWidget(table)
        self.corner.setAutoFillBackground(True)
        self._numbers = ClockScale(table)
        self.now = NowMark(table)
        self.percent = 100
        """How high an hour is, of what is usual."""
        self.scale = HourScale(HourAxis(ZoneInfo("UTC")), 0, 1)
        self._columns: list[GridRow] = []
        self._lane: GridRow | None = None
        self._lane_stays = True
        self._heading = 0
        self.hide()

    def hide(self) -> None:
        """Leave the table to days across."""
        self.corner.hide()
        self._numbers.hide()
        self.now.show_on((), language=None)

    def show_hours(self, axis: HourAxis, *, days: Sequence[date], language: Language) -> None:
        """Take which hours run down, and on which days."""
        self.scale = replace(self.scale, axis=axis)
        self.corner.show()
        self._numbers.show_name(language)
        self._numbers.show()
        self.now.show_on(days, language=language)

    def place(self, rows: Sequence[GridRow], *, room: QSize) -> QSize:
        """Put headings, notes and columns in their places; return the least size they need."""
        self._lane = next((row for row in rows if not row.is_by_hour), None)
        self._columns = [row for row in rows if row.is_by_hour]
        metrics = self._table.fontMetrics()
        self.scale = replace(self.scale, hour=round(_LINES_AN_HOUR * metrics.lineSpacing() * self.percent / 100))
        first = max(self._numbers.width_needed(), self.now.width_needed())
        if self._lane is not None:
            first = max(first, self._lane.heading.needs(0).width())
        leasts, narrow = self._leasts(narrow=False), self._leasts(narrow=True)
        if sum(narrow) <= room.width() - first < sum(leasts):  # a name that is cut is better than a day out of sight
            leasts = narrow
        widths = shared_widths(room.width() - first, leasts)
        edges = [first + sum(widths[:place]) for place in range(len(widths) + 1)]
        self._place_columns(edges, room=room)
        self.scrolled(QPoint(-self._table.x(), -self._table.y()))
        return QSize(first + sum(leasts), self.scale.bottom + GAP)

    def _leasts(self, *, narrow: bool) -> list[int]:
        """Return how wide each column has to be, with names whole or, where it is to be narrow, with times whole."""
        usual = 0 if narrow else _HEADING_LETTERS * self._table.fontMetrics().averageCharWidth() + 2 * GAP
        return [
            max(usual, column.heading.narrowest, column_least(list(column.cards()), self.scale, narrow=narrow))
            for column in self._columns
        ]

    def _place_columns(self, edges: Sequence[int], *, room: QSize) -> None:
        widths = [right - left for left, right in pairwise(edges)]
        headings = (column.heading.needs(width) for column, width in zip(self._columns, widths, strict=True))
        least = _HEADING_LINES * self._table.fontMetrics().lineSpacing() + GAP
        self._heading = max(least, *(needed.height() for needed in headings))
        notes = self._place_notes(edges)
        self._lane_stays = notes <= _MOST_NOTES * room.height()
        self.scale = replace(self.scale, top=self._heading + notes + GAP // 2)
        for column, left, width in zip(self._columns, edges, widths, strict=False):
            column.setGeometry(left, 0, width, self.scale.bottom + GAP)
            column.scale = self.scale
            column.heading.setGeometry(0, column.heading.y(), width, self._heading)
            column.heading.raise_()
            place_column(list(column.cards()), self.scale, width=width)
        self._numbers.show_scale(self.scale, width=edges[0])
        self.corner.resize(edges[0], self._heading)
        self.now.place(self.scale, width=edges[0])
        for over in (self._numbers, self.now, self._lane, self.corner):
            if over is not None:
                over.raise_()

    def _place_notes(self, edges: Sequence[int]) -> int:
        """Put the notes across the columns; return how high they are."""
        lane = self._lane
        if lane is None:
            return 0
        across = edges if lane.columns == len(edges) - 1 else (edges[0], edges[-1])
        high = place_lane([lane.cell(column) for column in range(lane.columns)], across)
        lane.scale = None
        lane.setGeometry(0, self._heading, edges[-1], high)
        lane.heading.setGeometry(lane.heading.x(), 0, edges[0], high)
        return high

    @property
    def covered(self) -> QSize:
        """How much at the left and at the top is covered by what stays in sight."""
        return QSize(self.corner.width(), self.scale.top if self._lane_stays else self._heading)

    def stays(self, row: GridRow) -> bool:
        """Tell whether a row is in sight wherever one scrolls."""
        return row is self._lane and self._lane_stays

    def mark_now(self) -> None:
        """Have the columns of today draw the line of the time it is, and the numbers make way for it."""
        now = self.now.geometry()
        self._numbers.keep_clear(QRect(0, now.y(), now.width(), now.height()) if self.now.at else QRect())
        for column in self._columns:
            column.mark_now(self.now.at if column.on == self.now.day else 0)

    def scrolled(self, offset: QPoint) -> None:
        """Keep in sight what tells where one is."""
        self.corner.move(offset)
        self._numbers.move(offset.x(), self._numbers.y())
        self.now.move(offset.x(), self.now.y())
        for column in self._columns:
            heading = column.heading
            beside = offset.x() + self.corner.width() - column.x()
            left = max(0, min(beside, column.width() - heading.needs(0).width()))
            heading.setGeometry(left, offset.y(), column.width() - left, self._heading)
            for card in column.cell(0)[:1]:
                if card.is_whole_day:  # its sign stands in the middle of what is seen of it
                    card.update()
        if self._lane is not None:
            self._lane.move(0, self._heading + (offset.y() if self._lane_stays else 0))
            self._lane.heading.move(offset.x(), 0)
            self._lane.heading.raise_()
