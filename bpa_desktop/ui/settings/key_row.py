"""KeyRow: a command with its key; while it waits, the next key that is pressed becomes that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout

from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y
from bpa_desktop.ui.actions import ActionSpec, plain
from bpa_desktop.ui.keymap import Keymap, is_of_views, native
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.rows import Row
from bpa_desktop.ui.widgets.words import Words

_HELD = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta})


class KeyRow(Row):
    """Shows a command and its key."""

    given = Signal(str)
    """A key was pressed while the row waited: Ctrl+Shift+P, or N; "" for Esc."""
    taken_away = Signal()
    """Delete was pressed: the command shall have no key."""

    _waits = False

    def __init__(self) -> None:
        super().__init__()
        self._command, self._key = Words(), Words(bold=True)
        self._key.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        line.setSpacing(2 * GAP)
        line.addWidget(self._command, 3)
        line.addWidget(self._key, 2)

    @property
    def waits(self) -> bool:
        """Whether the next key is taken."""
        return self._waits

    def show_command(self, language: Language, spec: ActionSpec, *, keymap: Keymap, waits: bool) -> None:
        """Take what to show, and whether to wait for a key."""
        text, self._waits = language.text, waits
        command = plain(text(spec.text))
        keys = native(keymap.keys(spec)) or text("no key")
        if keymap.keys(spec) and not keymap.working(spec):
            keys = text("{key}, switched off", key=keys)
        shown = text("press the new key") if waits else keys
        self._command.setText(command)
        self._key.setText(shown)
        name = f"{command}: {shown}"
        if name != self.name:
            self.name = name
            a11y.notify_name(self)

    def event(self, event: QEvent) -> bool:
        """Take every key while waiting, also those that would do something in the window."""
        if self._waits and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if self._waits and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if Qt.Key(event.key()) not in _HELD and not event.isAutoRepeat():
                self.given.emit(written(event))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Delete."""
        if event.key() == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.taken_away.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Wait no longer."""
        super().focusOutEvent(event)
        if self._waits:
            self.given.emit("")


def written(event: QKeyEvent) -> str:
    """Return a pressed key as the keymap writes it; "" for Esc."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Escape and held == Qt.KeyboardModifier.NoModifier:
        return ""
    if event.key() == Qt.Key.Key_Backtab:
        return "Shift+Tab"
    key = QKeySequence(QKeyCombination(held, Qt.Key(event.key()))).toString()
    alone = key.removeprefix("Shift+")
    return alone if is_of_views(alone) and len(alone) == 1 else key
