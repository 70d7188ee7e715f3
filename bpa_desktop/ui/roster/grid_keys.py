"""Which key of the grid asks for what. The keys of commands are the keymap's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from bpa_desktop.ui.roster.gesture import Ask
from bpa_desktop.ui.roster.hour_column import QUARTER
from bpa_desktop.ui.roster.shape import Shape

_K = Qt.Key
_M = Qt.KeyboardModifier
_NONE = _M.NoModifier
_ALT = _M.AltModifier
_SHIFT_ALT = _M.AltModifier | _M.ShiftModifier
MOVES = frozenset({_K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down, _K.Key_Home, _K.Key_End})
OPENS = frozenset({_K.Key_Return, _K.Key_Enter})

_Asks = dict[tuple[Qt.Key, Qt.KeyboardModifier], tuple[Ask, int]]
_ACROSS: _Asks = {
    (_K.Key_Left, _ALT): (Ask.MOVE_DAYS, -1),
    (_K.Key_Right, _ALT): (Ask.MOVE_DAYS, 1),
    (_K.Key_PageUp, _ALT): (Ask.MOVE_DAYS, -7),
    (_K.Key_PageDown, _ALT): (Ask.MOVE_DAYS, 7),
    (_K.Key_Up, _ALT): (Ask.MOVE_ROWS, -1),
    (_K.Key_Down, _ALT): (Ask.MOVE_ROWS, 1),
    (_K.Key_Left, _SHIFT_ALT): (Ask.END_MINUTES, -QUARTER),
    (_K.Key_Right, _SHIFT_ALT): (Ask.END_MINUTES, QUARTER),
    (_K.Key_Up, _SHIFT_ALT): (Ask.START_MINUTES, -QUARTER),
    (_K.Key_Down, _SHIFT_ALT): (Ask.START_MINUTES, QUARTER),
}
_DOWN: _Asks = {
    **_ACROSS,
    (_K.Key_Up, _ALT): (Ask.MOVE_MINUTES, -QUARTER),
    (_K.Key_Down, _ALT): (Ask.MOVE_MINUTES, QUARTER),
    (_K.Key_Up, _SHIFT_ALT): (Ask.END_MINUTES, -QUARTER),
    (_K.Key_Down, _SHIFT_ALT): (Ask.END_MINUTES, QUARTER),
    (_K.Key_Left, _SHIFT_ALT): (Ask.START_MINUTES, -QUARTER),
    (_K.Key_Right, _SHIFT_ALT): (Ask.START_MINUTES, QUARTER),
}
"""Where time runs downwards, up and down are what changes it."""
_PEOPLE_ACROSS: _Asks = {
    **_DOWN,
    (_K.Key_Left, _ALT): (Ask.MOVE_ROWS, -1),
    (_K.Key_Right, _ALT): (Ask.MOVE_ROWS, 1),
    (_K.Key_PageUp, _ALT): (Ask.MOVE_DAYS, -1),
    (_K.Key_PageDown, _ALT): (Ask.MOVE_DAYS, 1),
}
_ASKS = {Shape.HOURS: _DOWN, Shape.DAY: _PEOPLE_ACROSS}
"""An arrow moves a shift to where it points, a page key to where that key leads: a week, or the next day."""


def modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Return the modifiers that count: the number pad's does not."""
    return event.modifiers() & ~_M.KeypadModifier


def asked(event: QKeyEvent, shape: Shape) -> tuple[Ask, int] | None:
    """Return what a key asks for in a shape of the week, and how much of it, or None for a key that asks for nothing.

    A key that is held down goes on moving.
    """
    return _ASKS.get(shape, _ACROSS).get((Qt.Key(event.key()), modifiers(event)))


def is_menu(event: QKeyEvent) -> bool:
    """Tell whether a key opens the context menu: Qt makes no event of its own of Shift+F10 on X11."""
    return (event.key(), modifiers(event)) in ((_K.Key_F10, _M.ShiftModifier), (_K.Key_Menu, _NONE))


def begins_times(event: QKeyEvent) -> bool:
    """Tell whether a key begins to write times, as a digit on a free day does."""
    return modifiers(event) == _NONE and event.text().isdecimal()
