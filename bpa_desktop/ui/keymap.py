"""Keymap: which key stands for which action, as declared and as the user has changed it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from bpa_desktop.i18n import Language
from bpa_desktop.ui.actions import ACTIONS, ActionSpec, plain

SPECS = {spec.id: spec for spec in ACTIONS}
OF_VIEWS = frozenset({"Del", "Enter", "Ins", "PgUp", "PgDown"})
"""Keys besides single letters that a view answers while it has the focus; a text field needs them itself."""

_NAMED = {Qt.Key.Key_Delete: "Del", Qt.Key.Key_Insert: "Ins", Qt.Key.Key_PageUp: "PgUp", Qt.Key.Key_PageDown: "PgDown"}


def is_letter(key: str) -> bool:
    """Tell whether a key is a single letter, without Ctrl or Alt."""
    return len(key) == 1 and key.isalpha()


def is_of_views(key: str) -> bool:
    """Tell whether a key is no shortcut of the window, and so answered by the view that has the focus."""
    return is_letter(key) or key in OF_VIEWS


@cache
def declared_keys(spec: ActionSpec) -> tuple[str, ...]:
    """Return the keys an action has of itself, as Ctrl+Shift+P or N. Needs the QApplication."""
    keys = tuple(QKeySequence(key).toString() for key in spec.keys)
    return (*keys, spec.shown_keys) if spec.shown_keys else keys


@dataclass(frozen=True)
class Keymap:
    """The keys in force. `chosen`: an action's id and the one key it has instead of its own, "" for none."""

    chosen: tuple[tuple[str, str], ...] = ()
    single_letters: bool = True
    """Whether single letters and digits do anything by themselves."""

    def keys(self, spec: ActionSpec) -> tuple[str, ...]:
        """Return an action's keys, a single letter also while those are off."""
        changed = dict(self.chosen).get(spec.id)
        if changed is None:
            return declared_keys(spec)
        return (changed,) if changed else ()

    def working(self, spec: ActionSpec) -> tuple[str, ...]:
        """Return the keys of an action that do something just now."""
        return tuple(key for key in self.keys(spec) if self.single_letters or not is_letter(key))

    def shortcuts(self, spec: ActionSpec) -> tuple[str, ...]:
        """Return the keys that work in the whole window."""
        return tuple(key for key in self.working(spec) if not is_of_views(key))

    def view_key(self, action_id: str) -> str:
        """Return the key of an action that the focused view answers, or ""."""
        return next((key for key in self.working(SPECS[action_id]) if is_of_views(key)), "")

    def answered(self, key: str, *, menus: Collection[str]) -> str:
        """Return which action of some menus a view's key stands for, or ""."""
        mine = (spec.id for spec in ACTIONS if spec.menu in menus)
        return next((action_id for action_id in mine if self.view_key(action_id) == key), "")

    def named(self, text: str, action_id: str) -> str:
        """Return a button's text with the view's key behind it, where there is one."""
        key = self.view_key(action_id)
        return f"{text} ({key})" if key else text

    def with_key(self, action_id: str, key: str) -> Keymap:
        """Return the keymap with one key, or none, in the place of all those of an action."""
        others = tuple(pair for pair in self.chosen if pair[0] != action_id)
        is_own = declared_keys(SPECS[action_id]) == ((key,) if key else ())
        return replace(self, chosen=others if is_own else (*others, (action_id, key)))

    def with_own_keys(self, action_id: str) -> Keymap:
        """Return the keymap with an action's own keys."""
        return replace(self, chosen=tuple(pair for pair in self.chosen if pair[0] != action_id))


DECLARED = Keymap()


def view_key_of(event: QKeyEvent) -> str:
    """Return the key as an action of the view may have it, N or Del; "" for any other."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    typed = event.text() or (chr(event.key()) if Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z else "")
    letter = typed.upper() if is_letter(typed) else ""
    with_shift = Qt.KeyboardModifier.ShiftModifier if letter else Qt.KeyboardModifier.NoModifier
    if held not in (Qt.KeyboardModifier.NoModifier, with_shift):
        return ""
    return _NAMED.get(Qt.Key(event.key()), letter)


def native(keys: Collection[str]) -> str:
    """Return keys as they stand on a keyboard, the first to the last."""
    written = QKeySequence.SequenceFormat.NativeText
    return " / ".join(key if is_of_views(key) else QKeySequence(key).toString(written) for key in keys)


def dress_actions(actions: dict[str, QAction], language: Language, *, keymap: Keymap = DECLARED) -> None:
    """Give every action its text and its keys; a key of a view stands behind a tab, as Qt shows shortcuts."""
    for spec in ACTIONS:
        text, key = language.text(spec.text), keymap.view_key(spec.id)
        action = actions[spec.id]
        action.setShortcuts([QKeySequence(one) for one in keymap.shortcuts(spec)])
        action.setText(f"{text}\t{key}" if key else text)
        action.setToolTip(plain(text))
