"""A row of the grid: its heading and its cells of cards, all kept and used again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bpa_desktop.ui import a11y
from bpa_desktop.ui.roster.card_measure import elided, fewer, wrapped
from bpa_desktop.ui.roster.card_wording import CardWording
from bpa_desktop.ui.roster.clock_place import place_by_hour
from bpa_desktop.ui.roster.day_rows import HOURS
from bpa_desktop.ui.roster.shift_card import CardInput, ShiftCard
from bpa_desktop.ui.roster.view_model import RowModel
from bpa_desktop.ui.spacing import least_gap
from bpa_desktop.ui.theme import GAP, current
from bpa_desktop.ui.widgets.edge import EDGE, paint_edge

_MOST_HEADING = 15
"""Widest row heading, in characters."""


@dataclass(frozen=True)
class HeadingFace:
    """A heading: two lines, its name; an assistant's place in the team or -1; for a day whether it is red, or today."""

    first: str = ""
    second: str = ""
    name: str = ""
    colour: int = -1
    is_day: bool = False
    red: bool = False
    today: bool = False


class GridHeading(a11y.Accessible, QWidget):
    """A day's or a row's heading."""

    accessible_role = a11y.Role.Heading

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._face = HeadingFace()
        self._verdict = ("", "")
        self.setAutoFillBackground(True)

    def show_face(self, face: HeadingFace) -> None:
        """Take what to show."""
        if face != self._face:
            self._face = face
            self._show_tooltip()
            self.update()

    def show_verdict(self, words: str = "", spoken: str = "") -> None:
        """Say below the name what would come of putting down here what is carried; nothing when nothing is carried."""
        if (words, spoken) != self._verdict:
            self._verdict = (words, spoken)
            self._show_tooltip()
            self.update()

    def _show_tooltip(self) -> None:
        long = self._verdict[0] or len(self._face.first) > _MOST_HEADING
        self.setToolTip(self.accessible_text() if long else "")

    def accessible_text(self) -> str:
        """Return the fuller name, with what is said of the row for the moment."""
        return ", ".join(part for part in (self._face.name, self._verdict[1]) if part)

    def _lines_now(self, high: int) -> tuple[tuple[str, QFont], ...]:
        """Return the lines to draw: a verdict takes no more room than there is, so that nothing moves."""
        lines = self._lines(self.width())
        if not self._verdict[0]:
            return lines
        names = [line for line in lines if line[1].bold()]
        metrics, room = self.fontMetrics(), self._room(self.width())
        words = fewer(wrapped(self._verdict[0], metrics, width=room), max(1, self.height() // high - len(names)))
        return (*names, *((elided(line, metrics, width=room), self.font()) for line in words))

    def _room(self, width: int) -> int:
        return width - GAP - (EDGE + GAP if self._face.colour >= 0 else 0)

    def _lines(self, width: int) -> tuple[tuple[str, QFont], ...]:
        room = self._room(width)
        bold = QFont(self.font())
        bold.setBold(True)
        first = wrapped(self._face.first, QFontMetrics(bold), width=room)
        second = wrapped(self._face.second, self.fontMetrics(), width=room) if self._face.second else ()
        return (*((line, bold) for line in first), *((line, self.font()) for line in second))

    def needs(self, width: int) -> QSize:
        """Return the natural width, at most that of some fifteen letters, and the height at a width."""
        edge = EDGE + GAP if self._face.colour >= 0 else 0
        font = QFont(self.font())
        font.setBold(True)
        bold = QFontMetrics(font)
        natural = max(bold.horizontalAdvance(self._face.first), self.fontMetrics().horizontalAdvance(self._face.second))
        most = _MOST_HEADING * self.fontMetrics().averageCharWidth()
        lines = len(self._lines(width)) if width else 1
        return QSize(min(natural, most) + edge + 2 * GAP, lines * self.fontMetrics().lineSpacing() + GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, left = current(), GAP / 2
        high = self.fontMetrics().lineSpacing()
        lines = self._lines_now(high)
        top = GAP / 2 if self._face.is_day else (self.height() - high * len(lines)) / 2
        if self._face.colour >= 0:
            paint_edge(painter, QRectF(left, 6, EDGE, self.height() - 12), place=self._face.colour)
            left += EDGE + GAP
        for line, font in lines:
            painter.setFont(font)
            painter.setPen(
                QColor(theme.alert if self._face.red else theme.ink if font.bold() or self._verdict[0] else theme.quiet)
            )
            painter.drawText(QRectF(left, top, self.width() - left, high), Qt.AlignmentFlag.AlignVCenter, line)
            top += high
        if self._face.today:
            painter.fillRect(QRectF(0, min(top + 1, self.height() - 4), self.width() - GAP, 3), QColor(theme.accent))


class GridRow(a11y.Accessible, QWidget):
    """A row: a named group of a heading and cards."""

    accessible_role = a11y.Role.Grouping

    def __init__(self, parent: QWidget, answers: CardInput) -> None:
        super().__init__(parent)
        self._answers = answers
        self.heading = GridHeading(self)
        self._cells: list[list[ShiftCard]] = []
        self._shown: list[list[ShiftCard]] = []
        self._name = ""
        self._hour = 0.0
        self._now = 0
        self.model: RowModel | None = None

    def accessible_text(self) -> str | None:
        """Return the row's name with its shifts and hours."""
        return self._name

    def show_row(self, model: RowModel, *, heading: HeadingFace, wording: CardWording) -> None:
        """Take what to show; cards are made only where there are too few."""
        self.model = model
        self._name = heading.name
        self.heading.show_face(heading)
        grown = False
        self._cells += [[] for _ in range(len(model.cells) - len(self._cells))]
        for column, cards in enumerate(self._cells):
            wanted = model.cells[column] if column < len(model.cells) else ()
            while len(cards) < len(wanted):
                cards.append(ShiftCard(self, self._answers))
                grown = True
            for place, card in enumerate(cards):
                if place < len(wanted):
                    card.show_face(wanted[place], wording.face(wanted[place], model))
                card.setVisible(place < len(wanted))
        self._shown = [cards[: len(wanted)] for cards, wanted in zip(self._cells, model.cells, strict=False)]
        if grown:  # reading order is the order of the children
            for card in (card for cards in self._cells for card in cards):
                card.raise_()

    @property
    def columns(self) -> int:
        """How many columns it has: a day each, or the one of the list and of the day by the hour."""
        return len(self.model.cells) if self.model is not None else 0

    @property
    def on(self) -> date | None:
        """The day on whose clock its cards stand, where they do."""
        return self.model.cells[0][0].on if self.model is not None else None

    @property
    def is_by_hour(self) -> bool:
        """Whether its cards stand on the clock of a day."""
        return self.on is not None

    def cell(self, column: int) -> list[ShiftCard]:
        """Return a day's cards that are shown."""
        return self._shown[column]

    def cards(self) -> Iterator[ShiftCard]:
        """Yield the cards that are shown, day by day."""
        for column in range(self.columns):
            yield from self.cell(column)

    def column_of(self, card: ShiftCard) -> int:
        """Return the day a card stands on. Raises StopIteration for one that is not here."""
        return next(column for column, cards in enumerate(self._cells) if card in cards)

    def place(self, *, heading_width: int, column_width: int) -> int:
        """Put heading and cards in their places; return the height of the row."""
        self._hour = column_width / HOURS if self.is_by_hour else 0
        if self.is_by_hour:
            end = place_by_hour(list(self.cards()), left=heading_width, top=2, width=column_width)
            end = max(end, 2 + self.heading.needs(heading_width).height())
            self.heading.setGeometry(self.heading.x(), 2, heading_width, end - 2)
            return end + least_gap() + 3
        if self.columns == 1:
            return self._place_list(heading_width, column_width)
        high = max(card.needs(column_width - least_gap()).height() for card in self.cards())
        high = max(high, self.heading.needs(heading_width).height())
        deepest = max(len(self.cell(column)) for column in range(self.columns))
        apart = least_gap()
        for column in range(self.columns):
            for place, card in enumerate(self.cell(column)):
                left, top = heading_width + column * column_width, 2 + place * (high + apart)
                card.setGeometry(left, top, column_width - apart, high)
        whole = deepest * (high + apart)
        self.heading.setGeometry(self.heading.x(), 2, heading_width, whole - apart)
        return whole + 5

    def _place_list(self, heading_width: int, width: int) -> int:
        """Put the cards of the list below each other, each as high as it needs to be; return the height of the row."""
        top = 2
        for card in self.cards():
            needed = card.needs(width).height()
            card.setGeometry(heading_width, top, width, needed)
            top += needed + least_gap()
        high = max(top - 2, self.heading.needs(heading_width).height())
        self.heading.setGeometry(self.heading.x(), 2, heading_width, high)
        return high + 5

    def mark_now(self, at: int) -> None:
        """Draw the line of the time it is now so many pixels from the left; 0 for no line."""
        if at != self._now:
            self._now = at
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = QColor(current().line)
        line.setAlphaF(0.45)
        painter.setPen(QPen(line, 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self._hour:
            line.setAlphaF(0.2)
            painter.setPen(QPen(line, 1))
            for hour in range(HOURS):
                at = round(self.width() - (HOURS - hour) * self._hour)
                painter.drawLine(at, 0, at, self.height())
        if self._now:
            painter.setPen(QPen(QColor(current().alert), 2))
            painter.drawLine(self._now, 0, self._now, self.height())
