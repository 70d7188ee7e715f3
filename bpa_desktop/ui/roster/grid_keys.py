"""Which key of the grid asks for what. The keys of commands are the keymap's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from bpa_desktop.ui.roster.gesture import Ask

_K = Qt.Key
_M = Qt.KeyboardModifier
_NONE = _M.NoModifier
_ALT = _M.AltModifier
_SHIFT_ALT = _M.AltModifier | _M.ShiftModifier
QUARTER = 15
"""Minutes that a key changes a shift's start or end by."""

MOVES = frozenset({_K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down, _K.Key_Home, _K.Key_End})
OPENS = frozenset({_K.Key_Return, _K.Key_Enter})

_ASKS: dict[tuple[Qt.Key, Qt.KeyboardModifier], tuple[Ask, int]] = {
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


def modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Return the modifiers that count: the number pad's does not."""
    return event.modifiers() & ~_M.KeypadModifier


def asked(event: QKeyEvent) -> tuple[Ask, int] | None:
    """Return what a key asks for and how much of it, or None for a key that asks for nothing.

    A key that is held down goes on moving.
    """
    return _ASKS.get((Qt.Key(event.key()), modifiers(event)))


def is_menu(event: QKeyEvent) -> bool:
    """Tell whether a key opens the context menu: Qt makes no event of its own of Shift+F10 on X11."""
    return (event.key(), modifiers(event)) in ((_K.Key_F10, _M.ShiftModifier), (_K.Key_Menu, _NONE))


def begins_times(event: QKeyEvent) -> bool:
    """Tell whether a key begins to write times, as a digit on a free day does."""
    return modifiers(event) == _NONE and event.text().isdecimal()
