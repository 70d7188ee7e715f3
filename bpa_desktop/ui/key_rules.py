"""Which key an action can have: not one that something else has, that text is written with, or that never arrives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from bpa_desktop.services.settings import Settings
from bpa_desktop.ui.actions import ACTIONS, ActionSpec
from bpa_desktop.ui.keymap import SPECS, Keymap, declared_keys, is_letter, is_of_views

_K, _M = Qt.Key, Qt.KeyboardModifier
_VIEWS = ({"view", "shift"}, {"absence"})
"""Menus whose actions are answered by one view, so that a view's key may stand for one of them only."""
_SYSTEM = frozenset({"Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Space", "Alt+Esc", "Ctrl+Esc", "F10", "Shift+F10"})
_FIRST_UNWRITTEN = _K.Key_Escape
"""From here on Qt numbers keys that write nothing."""
_WALKING = frozenset({_K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down, _K.Key_PageUp, _K.Key_PageDown})
_WRITING = frozenset({_K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down, _K.Key_Home, _K.Key_End}) | frozenset(
    {_K.Key_Backspace, _K.Key_Delete, _K.Key_Insert, _K.Key_Return, _K.Key_Enter, _K.Key_Tab, _K.Key_Space}
)
_WRITING_LETTERS = frozenset({"Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"})


class Why(StrEnum):
    """Why a key is refused."""

    TAKEN = "taken"
    WRITING = "writing"
    WALKING = "walking"
    ALTGR = "altgr"
    SYSTEM = "system"
    MENU = "menu"
    LETTERS_OFF = "letters_off"
    OTHER_VIEW = "other_view"


@dataclass(frozen=True)
class KeyRefused:
    """A key that an action cannot have; `holder` is the id of the action that has it."""

    why: Why
    holder: str = ""


def refusal(keymap: Keymap, action_id: str, *, key: str) -> KeyRefused | None:
    """Return why an action cannot have a key, written as Ctrl+Shift+P or N; None where it can."""
    spec = SPECS[action_id]
    own = key in declared_keys(spec)
    why = _letters(keymap, key) if own else _unfit(spec, key) or _letters(keymap, key)
    if why is not None:
        return KeyRefused(why)
    holder = _holder(keymap, spec, key=key)
    return KeyRefused(Why.TAKEN, holder) if holder else None


def keymap_of(settings: Settings) -> Keymap:
    """Return the keys in force by the settings; what names no action, or no key it can have, is left out."""
    keymap = Keymap()
    for action_id, key in settings.keys:
        if action_id in SPECS and (not key or _is_written_well(key)):
            freed = keymap.with_key(action_id, "")
            if not key or refusal(_with_all(settings, freed), action_id, key=key) is None:
                keymap = keymap.with_key(action_id, key)
    left_out = {action_id for action_id, _ in settings.keys} & SPECS.keys() - dict(keymap.chosen).keys()
    for action_id in sorted(left_out):  # its own keys may be another's by now
        if any(_holder(keymap, SPECS[action_id], key=key) for key in keymap.keys(SPECS[action_id])):
            keymap = keymap.with_key(action_id, "")
    return Keymap(keymap.chosen, settings.single_letters)


def _with_all(settings: Settings, keymap: Keymap) -> Keymap:
    """Return a keymap in which everything else that was changed has lost its own keys: those may be given away."""
    for action_id, _ in settings.keys:
        if action_id in SPECS and action_id not in dict(keymap.chosen):
            keymap = keymap.with_key(action_id, "")
    return keymap


def _is_written_well(key: str) -> bool:
    return is_of_views(key) or (bool(key) and QKeySequence(key).toString() == key and QKeySequence(key).count() == 1)


def _letters(keymap: Keymap, key: str) -> Why | None:
    return Why.LETTERS_OFF if is_letter(key) and not keymap.single_letters else None


def _unfit(spec: ActionSpec, key: str) -> Why | None:
    """Return why a key does not fit an action, whoever else has it."""
    if is_of_views(key):
        return None if spec.shown_keys and (is_letter(key) or spec.menu in _VIEWS[0]) else Why.OTHER_VIEW
    combination = _combination(key)
    pressed, held = combination.key(), combination.keyboardModifiers()
    if key in _SYSTEM or held & _M.MetaModifier:
        return Why.SYSTEM
    if held & _M.ControlModifier and held & _M.AltModifier:
        return Why.ALTGR
    if held & _M.AltModifier:
        return _of_alt(pressed)
    if held & _M.ControlModifier:
        return Why.WRITING if pressed in _WRITING or key in _WRITING_LETTERS else None
    return None if _K.Key_F1 <= pressed <= _K.Key_F35 else Why.WRITING


def _combination(key: str) -> QKeyCombination:
    sequence: Sequence[QKeyCombination] = QKeySequence(key)  # type: ignore[assignment]  # Qt's stubs leave it out
    return sequence[0]


def _of_alt(pressed: Qt.Key) -> Why | None:
    if pressed in _WALKING:
        return Why.WALKING
    return Why.MENU if pressed < _FIRST_UNWRITTEN and chr(pressed).isalpha() else None


def _holder(keymap: Keymap, spec: ActionSpec, *, key: str) -> str:
    """Return the id of another action that has a key; two that share it of themselves belong to two views."""
    for other in ACTIONS:
        if other.id == spec.id or key not in keymap.keys(other):
            continue
        shared = key in declared_keys(spec) and key in declared_keys(other)
        if not shared and (not is_of_views(key) or _in_one_view(spec, other)):
            return other.id
    return ""


def _in_one_view(one: ActionSpec, other: ActionSpec) -> bool:
    return any(one.menu in view and other.menu in view for view in _VIEWS)
