"""QrDialog: a message as a code for the camera of the telephone that shall send it, with its words beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.interchange.qr import QUIET
from bpa_desktop.ui import a11y
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.words import Words

_LEAST = 220
_LIGHT, _DARK = QColor("#FFFFFF"), QColor("#000000")
"""The same in every palette: cameras look for dark squares on light."""


class QrPicture(a11y.Accessible, QWidget):
    """The squares, as large as there is room, with the light edge that the standard asks for."""

    accessible_role = a11y.Role.Graphic

    def __init__(self, squares: tuple[tuple[bool, ...], ...]) -> None:
        super().__init__()
        self._squares = squares
        self.setMinimumSize(_LEAST, _LEAST)

    def sizeHint(self) -> QSize:
        """Return twice the least: a camera reads it from an arm's length."""
        return QSize(2 * _LEAST, 2 * _LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw every square of whole pixels, so that none is thinner than another."""
        count = len(self._squares) + 2 * QUIET
        side = min(self.width(), self.height()) // count
        left, top = (self.width() - side * count) // 2, (self.height() - side * count) // 2
        painter = QPainter(self)
        painter.fillRect(QRect(left, top, side * count, side * count), _LIGHT)
        for row, squares in enumerate(self._squares):
            for column, is_dark in enumerate(squares):
                if is_dark:
                    x, y = left + (column + QUIET) * side, top + (row + QUIET) * side
                    painter.fillRect(x, y, side, side, _DARK)


@dataclass(frozen=True)
class Code:
    """What is shown: the squares, the message they hold, and for whom it is."""

    squares: tuple[tuple[bool, ...], ...]
    message: str
    name: str


class QrDialog(QDialog):
    """What the code holds stands below it, and is its description; Esc closes."""

    def __init__(self, language: Language, code: Code, *, parent: QWidget) -> None:
        super().__init__(parent)
        text = language.text
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("Message to {name} as a QR code", name=code.name))
        self.picture = QrPicture(code.squares)
        self.picture.setAccessibleName(self.windowTitle())
        self.picture.setAccessibleDescription(code.message)
        close = QPushButton(text("Close"))
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        spaced(column, GAP)
        how = text("Point the telephone's camera at the code. It opens the message there; you send it.")
        column.addWidget(Words(how))
        column.addWidget(self.picture, 1)
        column.addWidget(Words(code.message))
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        open_at(self, letters=64, lines=34)
        close.setFocus()
