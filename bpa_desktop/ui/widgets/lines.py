"""Lines: a list to choose from in a dialog; Enter does what the main button says, and is not to close the dialog."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget

from bpa_desktop.ui.theme import GAP


class Lines(QListWidget):
    """Lines that wrap, and never scroll sideways."""

    chosen = Signal()

    def __init__(self, *, least: int = 0) -> None:
        """Take how many lines are to be seen where room is short, in what scrolls."""
        super().__init__()
        self.setMinimumHeight(least * self.fontMetrics().lineSpacing())
        self.setWordWrap(True)
        self.setSpacing(GAP // 4)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """Ask for no more than is to be seen at least, where that is said; what scrolls gives that much."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.minimumHeight()) if self.minimumHeight() else hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current line with Enter, once however long it is held."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.chosen.emit()
        else:
            super().keyPressEvent(event)
