"""Answers what is done to the cards: keys, mouse, and the presses of assistive technology."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from bpa_desktop.ui import a11y
from bpa_desktop.ui.keymap import view_key_of
from bpa_desktop.ui.roster import grid_keys
from bpa_desktop.ui.roster.card_grid import CardGrid
from bpa_desktop.ui.roster.drag import Drag
from bpa_desktop.ui.roster.gesture import Ask
from bpa_desktop.ui.roster.hour_column import QUARTER
from bpa_desktop.ui.roster.hour_drawing import HourDrawing
from bpa_desktop.ui.roster.in_sight import reveal
from bpa_desktop.ui.roster.shift_card import ShiftCard

_K = Qt.Key
_LATER = {_K.Key_Up: -QUARTER, _K.Key_Down: QUARTER}
"""How much later an arrow holds what is carried, in minutes, where time runs downwards."""


class GridInput:
    """The input of every card of a grid."""

    def __init__(self, grid: CardGrid) -> None:
        self._grid = grid
        self._drag = Drag(grid)
        self.drawing = HourDrawing(grid, self._drag)
        """Answers the mouse where no shift is."""
        self._pressed_twice = False

    def pressed(self, card: ShiftCard) -> None:
        """Put down what is carried; else open the shift or the note, or create one on a free day."""
        self._grid.roving.move_to(card, focus=False)
        if self._grid.carry.shift is not None:
            self._grid.carry.over(card)
            self._grid.put_down()
        elif card.model is not None and card.model.is_notes:
            self._grid.ask(Ask.NOTE)
        elif card.model is not None:
            self._grid.ask(Ask.CREATE if card.model.shift is None else Ask.OPEN)

    def menu(self, card: ShiftCard) -> None:
        """Have the context menu shown."""
        self._grid.roving.move_to(card, focus=True)
        self._grid.menu_wanted.emit(card)

    def numbered(self, card: ShiftCard) -> None:
        """Put down what is carried; else show the menu, since a number mistyped must change nothing."""
        if self._grid.carry.shift is not None:
            self.pressed(card)
        else:
            self.menu(card)

    def toggled(self, card: ShiftCard) -> None:
        """Select a shift, or no longer."""
        model = card.model
        if model is None or model.shift is None:
            return
        self._grid.selected ^= {model.shift.id}
        self._grid.refresh_marks()
        a11y.notify_selected(card, selected=card.marks.selected)

    def focused(self, card: ShiftCard) -> None:
        """Follow the focus."""
        self._grid.roving.move_to(card, focus=False)
        self._grid.carry.over(card)
        reveal(self._grid, card)
        self._grid.current_changed.emit()

    def key(self, card: ShiftCard, event: QKeyEvent) -> bool:
        """Answer a key; tell whether it was one of the grid's."""
        key, plain = Qt.Key(event.key()), grid_keys.modifiers(event) == Qt.KeyboardModifier.NoModifier
        if plain and key in grid_keys.OPENS:
            if not event.isAutoRepeat():
                self.pressed(card)
        elif plain and key == _K.Key_Space:
            self.toggled(card)
        elif plain and key == _K.Key_Escape:
            return self.drawing.give_up() or self._grid.put_back()
        elif grid_keys.is_menu(event):
            self.menu(card)
        elif key in grid_keys.MOVES and _walks(self._grid, event):
            pass
        else:
            return self._asks(card, event)
        return True

    def released(self, event: QKeyEvent) -> None:
        """Tell that a key was let go: some window systems release a held one, too, before they press it once more."""
        if not event.isAutoRepeat():
            self._grid.let_go.emit()

    def _asks(self, card: ShiftCard, event: QKeyEvent) -> bool:
        found = grid_keys.asked(event, self._grid.shape)
        if found is not None:
            self._grid.ask(found[0], amount=found[1], repeated=event.isAutoRepeat())
            return True
        is_free = card.model is not None and card.model.shift is None and not card.model.is_notes
        if is_free and self._grid.takes_digits and grid_keys.begins_times(event):
            self._grid.ask(Ask.CREATE, typed=event.text())
            return True
        key = view_key_of(event)
        return bool(key) and self._grid.answers_key(key, event.isAutoRepeat())

    def mouse(self, card: ShiftCard, event: QMouseEvent) -> None:
        """Answer the mouse: a click chooses or puts down, a double click opens, a drag moves; all when let go."""
        if card.is_whole_day:
            self.drawing.mouse(self._grid.roving.row_of(card), event)
            return
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and event.type() == QEvent.Type.MouseButtonDblClick:
            self._drag.forget()
            self._pressed_twice = True
        elif is_left and event.type() == QEvent.Type.MouseButtonRelease and self._pressed_twice:
            self._pressed_twice = False
            if self._grid.card_at(event.globalPosition()) is card:
                self.pressed(card)
        else:
            self._drag.mouse(card, event)


def _walks(grid: CardGrid, event: QKeyEvent) -> bool:
    """Move to another card; tell whether the modifiers were those of a move."""
    key, held = Qt.Key(event.key()), grid_keys.modifiers(event)
    whole = key in (_K.Key_Home, _K.Key_End) and held == Qt.KeyboardModifier.ControlModifier
    if held != Qt.KeyboardModifier.NoModifier and not whole:
        return False
    if grid.shape.is_by_hour and grid.carry.shift is not None and key in _LATER:
        grid.carry.hold_later(grid.carry.later + _LATER[key])
        return True
    found = grid.roving.beside(key, whole=whole)
    if found is not None:
        grid.roving.move_to(found, focus=True)
    return True
