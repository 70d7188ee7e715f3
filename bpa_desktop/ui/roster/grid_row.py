"""A row of the grid: its heading and its cells of cards, all kept and used again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bpa_desktop.ui import a11y
from bpa_desktop.ui.roster.card_measure import card_size, elided, fewer, wrapped
from bpa_desktop.ui.roster.card_wording import CardText, CardWording
from bpa_desktop.ui.roster.hour_column import HourScale, paint_hours
from bpa_desktop.ui.roster.shift_card import CardInput, ShiftCard
from bpa_desktop.ui.roster.view_model import RowModel
from bpa_desktop.ui.spacing import least_gap
from bpa_desktop.ui.theme import GAP, card_height, current
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
        self.face = HeadingFace()
        self._verdict = ("", "")
        self._needs: dict[tuple[int, QFont], QSize] = {}
        self.setAutoFillBackground(True)

    def show_face(self, face: HeadingFace) -> None:
        """Take what to show."""
        if face != self.face:
            self.face = face
            self._needs.clear()
            self._show_tooltip()
            self.update()

    def show_verdict(self, words: str = "", spoken: str = "") -> None:
        """Say below the name what would come of putting down here what is carried; nothing when nothing is carried."""
        if (words, spoken) != self._verdict:
            self._verdict = (words, spoken)
            self._show_tooltip()
            self.update()

    def _show_tooltip(self) -> None:
        long = self._verdict[0] or len(self.face.first) > _MOST_HEADING
        self.setToolTip(self.accessible_text() if long else "")

    def accessible_text(self) -> str:
        """Return the fuller name, with what is said of the row for the moment."""
        return ", ".join(part for part in (self.face.name, self._verdict[1]) if part)

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
        return width - GAP - (EDGE + GAP if self.face.colour >= 0 else 0)

    def _lines(self, width: int) -> tuple[tuple[str, QFont], ...]:
        room, font = self._room(width), self.font()
        bold, metrics = _bold(font)
        first = wrapped(self.face.first, metrics, width=room)
        second = wrapped(self.face.second, self.fontMetrics(), width=room) if self.face.second else ()
        return (*((line, bold) for line in first), *((line, font) for line in second))

    @property
    def narrowest(self) -> int:
        """The width in which no word of its first line is cut, but for one longer than a heading may be."""
        metrics = _bold(self.font())[1]
        widest = max((metrics.horizontalAdvance(word) for word in self.face.first.split()), default=0)
        return min(widest, _most(self.fontMetrics())) + self.width() - self._room(self.width())

    def needs(self, width: int) -> QSize:
        """Return the natural width, at most that of some fifteen letters, and the height at a width."""
        asked = (width, self.font())
        if asked in self._needs:
            return self._needs[asked]
        edge = EDGE + GAP if self.face.colour >= 0 else 0
        bold = _bold(self.font())[1]
        natural = max(bold.horizontalAdvance(self.face.first), self.fontMetrics().horizontalAdvance(self.face.second))
        lines = len(self._lines(width)) if width else 1
        needed = QSize(
            min(natural, _most(self.fontMetrics())) + edge + 2 * GAP, lines * self.fontMetrics().lineSpacing() + GAP
        )
        self._needs[asked] = needed
        return needed

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, left = current(), GAP / 2
        high = self.fontMetrics().lineSpacing()
        lines = self._lines_now(high)
        top = GAP / 2 if self.face.is_day else (self.height() - high * len(lines)) / 2
        if self.face.colour >= 0:
            paint_edge(painter, QRectF(left, 6, EDGE, self.height() - 12), place=self.face.colour)
            left += EDGE + GAP
        for line, font in lines:
            painter.setFont(font)
            painter.setPen(
                QColor(theme.alert if self.face.red else theme.ink if font.bold() or self._verdict[0] else theme.quiet)
            )
            painter.drawText(QRectF(left, top, self.width() - left, high), Qt.AlignmentFlag.AlignVCenter, line)
            top += high
        if self.face.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawRect(QRectF(0, min(top + 1, self.height() - 4), self.width() - GAP, 3))


def _most(metrics: QFontMetrics) -> int:
    """Return how wide the text of a heading may be."""
    return _MOST_HEADING * metrics.averageCharWidth()


@lru_cache(maxsize=16)
def _bold(font: QFont) -> tuple[QFont, QFontMetrics]:
    """Return a font in bold, and how large that is: each row asks for the same."""
    bold = QFont(font)
    bold.setBold(True)
    return bold, QFontMetrics(bold)


class GridRow(a11y.Accessible, QWidget):
    """A row: a named group of a heading and cards."""

    accessible_role = a11y.Role.Grouping

    def __init__(self, parent: QWidget, answers: CardInput) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)  # so that it is moved as it was drawn
        self._answers = answers
        self.heading = GridHeading(self)
        self._cells: list[list[ShiftCard]] = []
        self._shown: list[int] = []
        self._wording: CardWording | None = None
        self.texts: set[CardText] = set()
        """What is written on its cards."""
        self._placed: tuple[object, int] = None, 0
        self._least: tuple[object, int] = None, 0
        self._name = ""
        self.scale: HourScale | None = None
        """How high the hours are where it is a column of them."""
        self._now = 0
        self.model: RowModel | None = None

    def accessible_text(self) -> str | None:
        """Return the row's name with its shifts and hours."""
        return self._name

    def shows(self, model: RowModel, wording: CardWording) -> bool:
        """Tell whether it shows this very row in these very words: then nothing of it has to be told anew."""
        return model is self.model and wording is self._wording

    def show_row(self, model: RowModel, *, heading: HeadingFace, wording: CardWording) -> None:
        """Take what to show; cards are made only where there are too few, and told only what is new."""
        self._name = heading.name
        self.heading.show_face(heading)
        if model == self.model and wording is self._wording:
            return
        self.model, self._wording = model, wording
        # By the hour all of it depends on how high it is; else only the line below it does: see `WeekTable`.
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents, not self.is_by_hour)
        self._placed = self._least = None, 0
        self._shown = [len(cell) for cell in model.cells]
        _grow(self._cells, model, make=lambda: ShiftCard(self, self._answers))
        for column, cards in enumerate(self._cells):
            wanted = model.cells[column] if column < len(model.cells) else ()
            for card, shown in zip(cards, wanted, strict=False):
                card.show_card(shown, row=model, wording=wording)
            for place, card in enumerate(cards):
                if card.isHidden() is (place < len(wanted)):
                    card.setVisible(place < len(wanted))
        faces = {id(card.face): card.face for card in self.cards()}
        self.texts = {face.text for face in faces.values() if face is not None}

    @property
    def least_column(self) -> int:
        """The width of a column in which the times on its cards are not cut, with the gap to the next."""
        asked = self.font(), least_gap()
        if self._least[0] != asked:
            self._least = asked, card_size(self.texts, self.font(), width=0)[0] + least_gap()
        return self._least[1]

    @property
    def columns(self) -> int:
        """How many cells it has: a day each, or the one of the list, and of what runs down by the hour."""
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
        return self._cells[column][: self._shown[column]]

    def cards(self) -> Iterator[ShiftCard]:
        """Yield the cards that are shown, day by day."""
        for column in range(self.columns):
            yield from self.cell(column)

    def column_of(self, card: ShiftCard) -> int:
        """Return the day a card stands on. Raises StopIteration for one that is not here."""
        return next(column for column, cards in enumerate(self._cells) if card in cards)

    def place(self, *, heading_width: int, column_width: int) -> int:
        """Put heading and cards in their places, unless they stand there already; return the height of the row."""
        where = (heading_width, column_width, self.font(), card_height(), least_gap(), self.heading.face)
        if self._placed[0] != where:
            self.scale = None
            self._placed = where, _place(self, heading_width=heading_width, column_width=column_width)
        return self._placed[1]

    def mark_now(self, at: int) -> None:
        """Draw the line of the time it is now so many pixels from the top; 0 for no line."""
        if at != self._now:
            self._now = at
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.scale is not None and self.on is not None:
            paint_hours(painter, self.rect().toRectF(), day=self.on, scale=self.scale)
            if self._now:
                painter.setPen(QPen(QColor(current().alert), 2))
                painter.drawLine(0, self._now, self.width(), self._now)
            return
        line = QColor(current().line)
        line.setAlphaF(0.45)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)  # a line of a pen that one sees through takes fifty times as long
        painter.drawRect(0, self.height() - 1, self.width(), 1)


def _place(row: GridRow, *, heading_width: int, column_width: int) -> int:
    """Put heading and cards in their places; return the height of the row."""
    if row.columns == 1:
        return _place_list(row, heading_width=heading_width, width=column_width)
    return _place_days(row, heading_width=heading_width, column_width=column_width)


def _place_days(row: GridRow, *, heading_width: int, column_width: int) -> int:
    """Put the cards of a day below each other, all of a row equally high; return the height of the row."""
    apart = least_gap()
    high = card_size(row.texts, row.font(), width=column_width - apart)[1]
    high = max(high, row.heading.needs(heading_width).height())
    deepest = max(len(row.cell(column)) for column in range(row.columns))
    for column in range(row.columns):
        for place, card in enumerate(row.cell(column)):
            left, top = heading_width + column * column_width, 2 + place * (high + apart)
            card.setGeometry(left, top, column_width - apart, high)
    whole = deepest * (high + apart)
    row.heading.setGeometry(row.heading.x(), 2, heading_width, whole - apart)
    return whole + 5


def _place_list(row: GridRow, *, heading_width: int, width: int) -> int:
    """Put the cards of the list below each other, each as high as it needs to be; return the height of the row."""
    top = 2
    for card in row.cards():
        needed = card.needs(width).height()
        card.setGeometry(heading_width, top, width, needed)
        top += needed + least_gap()
    high = max(top - 2, row.heading.needs(heading_width).height())
    row.heading.setGeometry(row.heading.x(), 2, heading_width, high)
    return high + 5


def _grow(cells: list[list[ShiftCard]], model: RowModel, *, make: Callable[[], ShiftCard]) -> None:
    """Make cards where there are too few; they are read in the order in which they stand."""
    first = not cells
    cells += [[] for _ in range(len(model.cells) - len(cells))]
    missing = [len(wanted) - len(cards) for wanted, cards in zip(model.cells, cells, strict=False)]
    for cards, count in zip(cells, missing, strict=False):
        cards += [make() for _ in range(count)]
    if not first and any(count > 0 for count in missing):
        for card in (card for cards in cells for card in cards):
            card.raise_()
