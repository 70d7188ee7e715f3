"""The rows and columns of a week, in their places: everything about where a card stands, nothing about what it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.roster import week_wording
from bpa_desktop.ui.roster.agenda import AgendaWording, agenda_rows
from bpa_desktop.ui.roster.card_wording import CardWording
from bpa_desktop.ui.roster.day_rows import axis_of, day_rows, hour_rows
from bpa_desktop.ui.roster.grid_row import GridRow, HeadingFace
from bpa_desktop.ui.roster.hour_frame import HourFrame
from bpa_desktop.ui.roster.landing_slot import LandingSlot
from bpa_desktop.ui.roster.shape import Shape
from bpa_desktop.ui.roster.shift_card import CardInput, ShiftCard
from bpa_desktop.ui.roster.table_head import TableHead
from bpa_desktop.ui.roster.view_model import DayModel, RowModel, WeekModel
from bpa_desktop.ui.theme import card_height

_HEADING_SHARE = 0.3
"""The row headings take at most this share of what is seen of the grid."""
_VERDICT_LETTERS = 4
"""Where the days leave room, the headings are so much wider: what would come of a move is said in them."""
_EVENTS_OF_SIZE = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})


class WeekTable(QWidget):
    """Holds the headings, the rows and their cards; makes new ones only where there are too few."""

    answers: CardInput
    """Who answers what is done to the cards."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # what it shows stays where it is when it grows
        self.head = TableHead(self)
        self.hours = HourFrame(self)
        self.hours.now.moved.connect(self.hours.mark_now)
        self.slot = LandingSlot(self)
        self._rows: list[GridRow] = []
        self._placed_in = (0, 0)
        self.day = date.min
        """The day that is shown where it is one by the hour."""
        self.shape = Shape.GRID
        """A row a person, or as a list a row a day with all shifts below each other; by the hour a column for each."""

        self.is_begun_only = False
        """Whether only so much is there as can be seen: what is shown first is drawn before the rest is made."""

    @property
    def as_list(self) -> bool:
        """Whether the week is shown as a list."""
        return self.shape is Shape.LIST

    def rows(self) -> list[GridRow]:
        """Return the rows that are shown."""
        return [row for row in self._rows if not row.isHidden()]

    def show_week(self, model: WeekModel, *, language: Language, wording: CardWording) -> None:
        """Put a week's headings, rows and cards in their places."""
        by_clock = wording.zone if self.shape is Shape.HOURS else None
        day_faces = [_day_face(language, day, by_clock=by_clock) for day in model.days]
        self.head.show_days(day_faces)
        self.head.setVisible(self.shape is Shape.GRID)
        if self.shape.is_by_hour:
            days = (self.day,) if self.shape is Shape.DAY else model.week.days
            self.hours.show_hours(axis_of(self.shape, self.day, zone=wording.zone), days=days, language=language)
        else:
            self.hours.hide()
        every = _rows_of(model, self.shape, day=self.day, zone=wording.zone)
        rows = every if self._rows or self.shape is not Shape.GRID else _filling(every, self.screen().size().height())
        self.is_begun_only = len(rows) < len(every)
        is_by_day = self.shape in (Shape.LIST, Shape.HOURS)
        words = AgendaWording(wording, model, language=language) if is_by_day else wording
        while len(self._rows) < len(rows):
            self._rows.append(GridRow(self, self.answers))
        for row, shown in zip(self._rows, rows, strict=False):
            if row.shows(shown, words):
                continue
            face = day_faces[shown.day.weekday()] if shown.day is not None else _row_face(language, shown)
            face = replace(face, is_day=face.is_day or self.shape is Shape.DAY)
            row.show_row(shown, heading=face, wording=words)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(rows))
        if self.isVisible():
            self.place()

    def place(self) -> None:
        """Work out the sizes anew, from the text's size and the room there is."""
        self._placed_in = self.width(), seen(self).width()
        rows = self.rows()
        if not rows or any(row.is_by_hour for row in rows) != self.shape.is_by_hour:
            return  # the shape is another already, and its rows are about to be shown
        if self.shape.is_by_hour:
            self.setMinimumSize(self.hours.place(rows, room=seen(self)))
            return
        heading = min(max(row.heading.needs(0).width() for row in rows), round(seen(self).width() * _HEADING_SHARE))
        columns = rows[0].columns
        least = max(row.least_column for row in rows)
        spare = max(0, self.width() - heading - columns * least)
        heading += min(spare // 2, _VERDICT_LETTERS * self.fontMetrics().averageCharWidth())
        column = max((self.width() - heading) // columns, least)
        top = self.head.height_over(column) + 4
        places = []
        for row in rows:
            needed = row.place(heading_width=heading, column_width=column)
            places.append((row, QRect(0, top, heading + columns * column, needed)))
            top += needed
        _put(places)
        self.head.place(heading=heading, column=column, columns=columns)
        self.setMinimumSize(heading + columns * least, top)

    def scrolled(self, offset: QPoint) -> None:
        """Keep the headings in sight while the cards pass under them."""
        if self.shape.is_by_hour:
            self.hours.scrolled(offset)
            return
        self.head.scrolled(offset)
        for row in self._rows:
            row.heading.move(offset.x(), row.heading.y())
            row.heading.raise_()

    def card_at(self, place: QPointF) -> ShiftCard | None:
        """Return the card at a place of the screen, or None; among the hours the one of its column that is nearest."""
        at = self.mapFromGlobal(place.toPoint())
        found = self.childAt(at)
        if isinstance(found, ShiftCard):
            return found
        if isinstance(found, GridRow) and found.is_by_hour:
            return min(found.cards(), key=lambda card: abs(card.geometry().center().y() - at.y()))
        return None

    def showEvent(self, event: QShowEvent) -> None:
        """Put in place what was told while nobody saw it."""
        super().showEvent(event)
        self.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible() and self._placed_in != (self.width(), seen(self).width()):  # it grows by its own rows, too
            self.place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _EVENTS_OF_SIZE:
            self.place()


def _filling(rows: tuple[RowModel, ...], high: int) -> tuple[RowModel, ...]:
    """Return the rows that fill so many pixels however low they are, and one more, since that there is more is seen."""
    depths = accumulate(max(len(cell) for cell in row.cells) * card_height() for row in rows)
    return rows[: 2 + sum(1 for depth in depths if depth < high)]


def _put(places: Sequence[tuple[GridRow, QRect]]) -> None:
    """Put rows in their places, none over another that has yet to go.

    Then Qt moves what was drawn already; it draws again no more of a row than the stretch it has moved by.
    """
    goes_down = bool(places) and places[-1][1].y() > places[-1][0].y()
    for row, place in reversed(places) if goes_down else places:
        before = row.height()
        row.setGeometry(place)
        if place.height() != before:  # the line below it is elsewhere now
            row.update(0, before - 1, place.width(), 1)
            row.update(0, place.height() - 1, place.width(), 1)


def seen(table: QWidget) -> QSize:
    """Return how much of a table is seen at once."""
    parent = table.parentWidget()
    return parent.size() if parent is not None else table.size()


def _rows_of(model: WeekModel, shape: Shape, *, day: date, zone: ZoneInfo) -> tuple[RowModel, ...]:
    if shape is Shape.LIST:
        return agenda_rows(model)
    if shape is Shape.HOURS:
        return hour_rows(model, zone=zone)
    return day_rows(model, day, zone=zone) if shape is Shape.DAY else model.rows


def _day_face(language: Language, day: DayModel, *, by_clock: ZoneInfo | None) -> HeadingFace:
    """Return a day's heading; by the hour it says where the clocks change."""
    first, second = week_wording.day_lines(language, day)
    name = week_wording.day_spoken(language, day)
    if by_clock is not None and (change := week_wording.clock_change(language, day.day, zone=by_clock)):
        second, name = ", ".join(filter(None, (second, change))), f"{name}, {change}"
    return HeadingFace(first, second, name, is_day=True, red=day.is_red, today=day.is_today)


def _row_face(language: Language, row: RowModel) -> HeadingFace:
    return HeadingFace(
        week_wording.row_name(language, row),
        week_wording.row_hours(language, row),
        week_wording.row_spoken(language, row),
        colour=row.colour,
    )
