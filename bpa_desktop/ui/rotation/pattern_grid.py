"""The pattern as a grid of weeks by weekdays, and the needs below: one tab stop, arrows walk."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.texts import capital, weekday_text
from bpa_desktop.ui import a11y
from bpa_desktop.ui.rotation.pattern_card import PatternCard
from bpa_desktop.ui.rotation.view_model import WEEKDAYS, Item, PatternModel, PatternRow
from bpa_desktop.ui.rotation.wording import Wording, row_lines, row_title
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.words import Words, scaled_font

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Home: (0, -len(WEEKDAYS)),
    Qt.Key.Key_End: (0, len(WEEKDAYS)),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_COMMANDS = {
    Qt.Key.Key_Return: "edit_shift",
    Qt.Key.Key_Enter: "edit_shift",
    Qt.Key.Key_Space: "edit_shift",
    Qt.Key.Key_Delete: "remove_shift",
    Qt.Key.Key_N: "copy_shift",
}
_LAST = 1_000
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class _Cell(QWidget):
    """The cards of one day, below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[PatternCard] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addStretch(1)

    def add_card(self, card: PatternCard) -> None:
        """Take one more card, below the others."""
        self.column.insertWidget(len(self.cards), card)
        self.cards.append(card)

    def shown(self) -> list[PatternCard]:
        """Return the cards that show something."""
        return [card for card in self.cards if not card.isHidden()]


class _RowHeading(QWidget):
    """What a row is called, and below it what there is to say of it."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._told = a11y.Heading(), Words(quiet=True)
        self._title.setFont(scaled_font(1, bold=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, GAP, 0)
        column.setSpacing(0)
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


class _Row:
    """A heading and seven cells."""

    def __init__(self) -> None:
        self.heading = _RowHeading()
        self.cells = [_Cell() for _ in WEEKDAYS]

    def set_visible(self, visible: bool) -> None:
        """Show the row, or keep it for later."""
        for part in (self.heading, *self.cells):
            part.setVisible(visible)


class PatternGrid(QWidget):
    """Rows and cards are made where there are too few, and used again."""

    wanted = Signal(str)
    """The id of an action, about the current card."""
    menu_wanted = Signal(object)
    moved = Signal(object)
    """The card that has got the focus."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._count = 0
        self._current: PatternCard | None = None
        self._days = [a11y.Heading() for _ in WEEKDAYS]
        self._lay = QGridLayout(self)
        self._lay.setContentsMargins(0, 0, 0, 0)
        self._lay.setHorizontalSpacing(0)
        self._lay.setVerticalSpacing(GAP // 2)
        for column, heading in enumerate(self._days, start=1):
            heading.setContentsMargins(GAP, 0, 0, 0)
            self._lay.addWidget(heading, 0, column)
            self._lay.setColumnStretch(column, 1)

    @property
    def current(self) -> Item | None:
        """What the tab stop stands on."""
        return self._current.item if self._current is not None else None

    def cards(self) -> Iterator[PatternCard]:
        """Yield the cards that are shown, row by row and day by day."""
        for row in self._rows[: self._count]:
            for cell in row.cells:
                yield from cell.shown()

    def show_pattern(self, model: PatternModel, *, language: Language, wording: Wording) -> None:
        """Show a pattern; the tab stop stays in its place, with the focus if it has it."""
        before = self._place(self._current) if self._current is not None else (0, 0, 0)
        had_focus = self._current is not None and self._current.hasFocus()
        for heading, weekday in zip(self._days, WEEKDAYS, strict=True):
            heading.setText(capital(weekday_text(language, weekday, short=True)))
            heading.setAccessibleName(capital(weekday_text(language, weekday)))
        while len(self._rows) < len(model.rows):
            self._add_row()
        self._count = len(model.rows)
        for place, row in enumerate(self._rows):
            row.set_visible(place < self._count)
        self._lay.setRowStretch(len(self._rows) + 1, 1)
        for row, shown in zip(self._rows, model.rows, strict=False):
            self._show_row(row, shown, language=language, wording=wording)
        self._move_to(self._at(*before), focus=had_focus)

    def focus_current(self) -> None:
        """Put the focus on the current card."""
        if self._current is not None:
            self._current.setFocus()

    def focus_item(self, wanted: Item) -> None:
        """Put the focus on an item; where it is no longer there, on the current card."""
        found = next((card for card in self.cards() if card.item == wanted), self._current)
        if found is not None:
            self._move_to(found, focus=True)

    def focused(self, card: PatternCard) -> None:
        """Make a card the tab stop."""
        self._move_to(card, focus=False)
        self.moved.emit(card)

    def pressed(self, card: PatternCard) -> None:
        """Edit what stands there, or add something."""
        self._move_to(card, focus=False)
        self.wanted.emit("edit_shift")

    def menu(self, card: PatternCard) -> None:
        """Ask for the menu of a card."""
        self._move_to(card, focus=True)
        self.menu_wanted.emit(card)

    def key(self, card: PatternCard, event: QKeyEvent) -> bool:
        """Walk with arrows; answer the keys of the pattern."""
        key = Qt.Key(event.key())
        if event.modifiers() not in _PLAIN:
            return False
        if key in _STEPS:
            self._step(card, *_STEPS[key])
        elif key in _COMMANDS:
            if not event.isAutoRepeat():
                self.wanted.emit(_COMMANDS[key])
        else:
            return False
        return True

    def _show_row(self, row: _Row, shown: PatternRow, *, language: Language, wording: Wording) -> None:
        title, lines = row_title(language, shown), tuple(row_lines(language, shown))
        row.heading.show_row(title, lines)
        for cell, items in zip(row.cells, shown.cells, strict=True):
            while len(cell.cards) < len(items):
                cell.add_card(PatternCard(self))
            for place, card in enumerate(cell.cards):
                if place < len(items):
                    card.show_item(items[place], wording.face(items[place]))
                card.setVisible(place < len(items))

    def _add_row(self) -> None:
        self._lay.setRowStretch(len(self._rows) + 1, 0)
        row = _Row()
        self._rows.append(row)
        self._lay.addWidget(row.heading, len(self._rows), 0)
        for column, cell in enumerate(row.cells, start=1):
            self._lay.addWidget(cell, len(self._rows), column)

    def _place(self, card: PatternCard) -> tuple[int, int, int]:
        """Return row, column and place in the cell."""
        for at, row in enumerate(self._rows):
            for column, cell in enumerate(row.cells):
                if card in cell.cards:
                    return at, column, cell.cards.index(card)
        return 0, 0, 0

    def _at(self, row: int, column: int, place: int) -> PatternCard:
        """Return the card nearest to a place."""
        cells = self._rows[max(0, min(row, self._count - 1))].cells
        shown = cells[max(0, min(column, len(cells) - 1))].shown()
        return shown[max(0, min(place, len(shown) - 1))]

    def _step(self, card: PatternCard, down: int, right: int) -> None:
        row, column, place = self._place(card)
        shown = self._rows[row].cells[column].shown()
        if right:
            self._move_to(self._at(row, column + right, 0), focus=True)
        elif 0 <= place + down < len(shown):
            self._move_to(shown[place + down], focus=True)
        elif 0 <= row + down < self._count:
            self._move_to(self._at(row + down, column, 0 if down > 0 else _LAST), focus=True)

    def _move_to(self, card: PatternCard, *, focus: bool) -> None:
        if self._current is not None and self._current is not card:
            self._current.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = card
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if focus:
            card.setFocus()
