"""The rows and columns of a week, in their places: everything about where a card stands, nothing about what it does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.roster import week_wording
from bpa_desktop.ui.roster.agenda import AgendaWording, agenda_rows
from bpa_desktop.ui.roster.card_wording import CardWording
from bpa_desktop.ui.roster.grid_row import GridHeading, GridRow, HeadingFace
from bpa_desktop.ui.roster.shift_card import CardInput, ShiftCard
from bpa_desktop.ui.roster.view_model import DayModel, RowModel, WeekModel
from bpa_desktop.ui.theme import GAP

_DAYS = 7
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
        self._head = QWidget(self)
        self._head.setAutoFillBackground(True)
        self._corner = QWidget(self._head)
        self._corner.setAutoFillBackground(True)
        self._day_headings = [GridHeading(self._head) for _ in range(_DAYS)]
        self._rows: list[GridRow] = []
        self._placed_in = (0, 0)
        self.as_list = False
        """Whether the week is shown as a list: a row a day, all shifts below each other."""

    def rows(self) -> list[GridRow]:
        """Return the rows that are shown."""
        return [row for row in self._rows if not row.isHidden()]

    def show_week(self, model: WeekModel, *, language: Language, wording: CardWording) -> None:
        """Put a week's headings, rows and cards in their places."""
        day_faces = [_day_face(language, day) for day in model.days]
        for heading, day_face in zip(self._day_headings, day_faces, strict=True):
            heading.show_face(day_face)
        rows = agenda_rows(model) if self.as_list else model.rows
        words = AgendaWording(wording, model, language=language) if self.as_list else wording
        while len(self._rows) < len(rows):
            self._rows.append(GridRow(self, self.answers))
        for place, (row, shown) in enumerate(zip(self._rows, rows, strict=False)):
            face = day_faces[place] if self.as_list else _row_face(language, shown)
            row.show_row(shown, heading=face, wording=words)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(rows))
        self._head.setVisible(not self.as_list)
        self.place()

    def place(self) -> None:
        """Work out the sizes anew, from the text's size and the room there is."""
        self._placed_in = self.width(), self._viewport()
        rows = self.rows()
        if not rows:
            return
        heading = min(max(row.heading.needs(0).width() for row in rows), round(self._viewport() * _HEADING_SHARE))
        columns = rows[0].columns
        least = max(row.least_column for row in rows)
        spare = max(0, self.width() - heading - columns * least)
        heading += min(spare // 2, _VERDICT_LETTERS * self.fontMetrics().averageCharWidth())
        column = max((self.width() - heading) // columns, least)
        high = 0 if self.as_list else max(one.needs(column).height() for one in self._day_headings)
        top = high + 4
        for row in rows:
            needed = row.place(heading_width=heading, column_width=column)
            row.setGeometry(0, top, heading + columns * column, needed)
            top += needed
        self._head.resize(heading + columns * column, high)
        self._corner.resize(heading, high)
        for place, one in enumerate(self._day_headings):
            one.setGeometry(heading + place * column, 0, column, high)
        self._head.raise_()
        self.setMinimumSize(heading + columns * least, top)

    def _viewport(self) -> int:
        parent = self.parentWidget()
        return parent.width() if parent is not None else self.width()

    def scrolled(self, offset: QPoint) -> None:
        """Keep the headings in sight while the cards pass under them."""
        self._head.move(0, offset.y())
        self._corner.move(offset.x(), 0)
        self._corner.raise_()
        for row in self._rows:
            row.heading.move(offset.x(), row.heading.y())
            row.heading.raise_()

    def card_at(self, place: QPointF) -> ShiftCard | None:
        """Return the card at a place of the screen, or None."""
        found = self.childAt(self.mapFromGlobal(place.toPoint()))
        return found if isinstance(found, ShiftCard) else None

    def reveal(self, card: ShiftCard) -> None:
        """Scroll a card into sight, clear of the headings."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is None:
            return
        at, seen = card.mapTo(self, QPoint(0, 0)), parent.viewport().size()
        for bar, start, end in (
            (parent.horizontalScrollBar(), at.x() - self._corner.width(), at.x() + card.width() - seen.width()),
            (parent.verticalScrollBar(), at.y() - self._corner.height(), at.y() + card.height() - seen.height()),
        ):
            bar.setValue(min(max(bar.value(), end + GAP), start - GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._placed_in != (self.width(), self._viewport()):  # it grows by its own rows, too
            self.place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _EVENTS_OF_SIZE:
            self.place()


def _day_face(language: Language, day: DayModel) -> HeadingFace:
    first, second = week_wording.day_lines(language, day)
    name = week_wording.day_spoken(language, day)
    return HeadingFace(first, second, name, is_day=True, red=day.is_red, today=day.is_today)


def _row_face(language: Language, row: RowModel) -> HeadingFace:
    return HeadingFace(
        week_wording.row_name(language, row),
        week_wording.row_hours(language, row),
        week_wording.row_spoken(language, row),
        colour=row.colour,
    )
