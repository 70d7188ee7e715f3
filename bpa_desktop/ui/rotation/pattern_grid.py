"""The pattern as a grid of weeks by weekdays, and the needs below: one tab stop, arrows walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.texts import capital, weekday_text
from bpa_desktop.ui import a11y
from bpa_desktop.ui.keymap import view_key_of
from bpa_desktop.ui.rotation.pattern_card import PatternCard
from bpa_desktop.ui.rotation.pattern_cursor import PatternCursor
from bpa_desktop.ui.rotation.pattern_rows import RowWidgets
from bpa_desktop.ui.rotation.view_model import WEEKDAYS, Item, PatternModel
from bpa_desktop.ui.rotation.wording import Wording
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP

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
}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class PatternGrid(QWidget):
    """Rows and cards are made where there are too few, and used again."""

    wanted = Signal(str)
    """The id of an action, about the current card."""
    menu_wanted = Signal(object)
    """The card whose menu is wanted."""
    moved = Signal(object)
    """The card that has got the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.answers_key: Callable[[str], bool] = lambda _key: False
        """Who answers a key that stands for a command of the view, and tells whether there is one."""
        self._made: list[RowWidgets] = []
        self._cursor = PatternCursor()
        self._days = [a11y.Heading() for _ in WEEKDAYS]
        self._lay = QGridLayout(self)
        self._lay.setContentsMargins(0, 0, 0, 0)
        spaced(self._lay, GAP // 2)
        for column, heading in enumerate(self._days, start=1):
            heading.setContentsMargins(GAP, 0, 0, 0)
            self._lay.addWidget(heading, 0, column)
            self._lay.setColumnStretch(column, 1)

    @property
    def current(self) -> Item | None:
        """What the tab stop stands on."""
        return self._cursor.card.item if self._cursor.card is not None else None

    def cards(self) -> Iterator[PatternCard]:
        """Yield the cards that are shown, row by row and day by day."""
        for row in self._cursor.rows:
            for cell in row.cells:
                yield from cell.cards()

    def show_pattern(self, model: PatternModel, *, language: Language, wording: Wording) -> None:
        """Show a pattern; the tab stop stays in its place, with the focus if it has it."""
        place = self._cursor.place()
        had_focus = self._cursor.card is not None and self._cursor.card.hasFocus()
        for heading, weekday in zip(self._days, WEEKDAYS, strict=True):
            heading.setText(capital(weekday_text(language, weekday, short=True)))
            heading.setAccessibleName(capital(weekday_text(language, weekday)))
        self._show_so_many(len(model.rows))
        for row, shown in zip(self._cursor.rows, model.rows, strict=True):
            row.show_row(shown, language=language, wording=wording)
        self._cursor.stand_on(self._cursor.nearest(place), focus=had_focus)

    def _show_so_many(self, rows: int) -> None:
        while len(self._made) < rows:
            self._made.append(RowWidgets(self))
            for column, part in enumerate(self._made[-1].parts()):
                self._lay.addWidget(part, len(self._made), column)
        for place, row in enumerate(self._made, start=1):
            self._lay.setRowStretch(place, 0)
            for part in row.parts():
                part.setVisible(place <= rows)
        self._lay.setRowStretch(len(self._made) + 1, 1)
        self._cursor.rows = self._made[:rows]

    def focus_current(self) -> None:
        """Put the focus on the current card."""
        if self._cursor.card is not None:
            self._cursor.card.setFocus()

    def focus_item(self, wanted: Item) -> None:
        """Put the focus on an item; where it is no longer there, on the current card."""
        found = next((card for card in self.cards() if card.item == wanted), self._cursor.card)
        if found is not None:
            self._cursor.stand_on(found, focus=True)

    def focused(self, card: PatternCard) -> None:
        """Make a card the tab stop."""
        self._cursor.stand_on(card, focus=False)
        self.moved.emit(card)

    def pressed(self, card: PatternCard) -> None:
        """Edit what stands there, or add something."""
        self._cursor.stand_on(card, focus=False)
        self.wanted.emit("edit_shift")

    def menu(self, card: PatternCard) -> None:
        """Ask for the menu of a card."""
        self._cursor.stand_on(card, focus=True)
        self.menu_wanted.emit(card)

    def key(self, card: PatternCard, event: QKeyEvent) -> bool:
        """Walk with arrows; answer the keys of the pattern."""
        key = Qt.Key(event.key())
        if event.modifiers() not in _PLAIN:
            return False
        if key in _STEPS:
            self._cursor.step(*_STEPS[key])
        elif key in _COMMANDS:
            if not event.isAutoRepeat():
                self.wanted.emit(_COMMANDS[key])
        else:
            return not event.isAutoRepeat() and self.answers_key(view_key_of(event))
        return True
