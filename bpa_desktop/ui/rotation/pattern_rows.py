"""A row of the grid: what the week is called, and its days with their cards, all kept and used again."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y
from bpa_desktop.ui.rotation.pattern_card import CardAnswers, PatternCard
from bpa_desktop.ui.rotation.view_model import WEEKDAYS, Item, PatternRow
from bpa_desktop.ui.rotation.wording import Wording, row_lines, row_title
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.words import Words, scaled_font


class WeekdayCell(QWidget):
    """The cards of one day, below each other."""

    def __init__(self, answers: CardAnswers) -> None:
        super().__init__()
        self._answers = answers
        self._cards: list[PatternCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        spaced(self._column, 0)
        self._column.addStretch(1)

    def show_items(self, items: tuple[Item, ...], wording: Wording) -> None:
        """Show so many cards, made where there are too few."""
        while len(self._cards) < len(items):
            self._cards.append(PatternCard(self, self._answers))
            self._column.insertWidget(len(self._cards) - 1, self._cards[-1])
        for place, card in enumerate(self._cards):
            if place < len(items):
                card.show_item(items[place], wording.face(items[place]))
            card.setVisible(place < len(items))

    def cards(self) -> list[PatternCard]:
        """Return the cards that show something."""
        return [card for card in self._cards if not card.isHidden()]


class RowHeading(QWidget):
    """What a row is called, and below it what there is to say of it."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._told = a11y.Heading(), Words(quiet=True)
        self._title.setFont(scaled_font(1, bold=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, GAP, 0)
        spaced(column, 0)
        column.addWidget(self._title)
        column.addWidget(self._told)
        column.addStretch(1)

    def show_row(self, title: str, lines: tuple[str, ...]) -> None:
        """Show a row's name and what is said of it."""
        self._title.setText(title)
        self._title.setAccessibleName(", ".join((title, *lines)).replace("△ ", ""))
        self._told.put("\n".join(lines))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._title.setFont(scaled_font(1, bold=True))


class RowWidgets:
    """A heading and seven cells; the grid lays them out."""

    def __init__(self, answers: CardAnswers) -> None:
        self.heading = RowHeading()
        self.cells = tuple(WeekdayCell(answers) for _ in WEEKDAYS)

    def parts(self) -> Iterator[QWidget]:
        """Yield the heading and the cells, from the left."""
        yield self.heading
        yield from self.cells

    def show_row(self, row: PatternRow, *, language: Language, wording: Wording) -> None:
        """Show a week, or the needs."""
        self.heading.show_row(row_title(language, row), tuple(row_lines(language, row)))
        for cell, items in zip(self.cells, row.cells, strict=True):
            cell.show_items(items, wording)
