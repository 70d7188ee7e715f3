"""Cell: a focusable place of a grid that leaves every answer to whoever owns the grid."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget


class _Keyed(QWidget):
    """A widget that passes keys and the focus on to its input."""

    def given(self, event: QEvent) -> bool:
        """Take a mouse, menu, focus or key event; tell whether it is answered."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.given(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.given(event)
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.given(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class Cell(_Keyed):
    """A widget that passes everything that is done to it on to its input."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.given(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.given(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.given(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.given(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.given(event)
