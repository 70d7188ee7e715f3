"""Labels in the sizes and weights of the look; each follows when the text size is changed while running."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from bpa_desktop.ui import a11y

_TITLE = 1.6
_SUBTITLE = 1.25


def scaled_font(scale: float, *, bold: bool = False) -> QFont:
    """Return the program's font so many times its size."""
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(bold)
    return font


class Title(a11y.Heading):
    """A heading, 1.6 times the text: one a screen."""

    scale = _TITLE

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setWordWrap(True)
        self.setFont(scaled_font(self.scale, bold=True))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(scaled_font(self.scale, bold=True))


class Subtitle(Title):
    """A heading, 1.25 times the text: over a part of a screen."""

    scale = _SUBTITLE


class Words(QLabel):
    """A paragraph that wraps; quiet ones stand back, bold ones lead."""

    def __init__(self, text: str = "", *, quiet: bool = False, bold: bool = False) -> None:
        super().__init__(text)
        self._bold = bold
        self.setWordWrap(True)
        if quiet:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        if bold:
            self.setFont(scaled_font(1, bold=True))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's text size."""
        super().changeEvent(event)
        if self._bold and event.type() == QEvent.Type.StyleChange:
            self.setFont(scaled_font(1, bold=True))

    def put(self, text: str) -> None:
        """Show a text, or nothing at all where it is empty."""
        if self.text() != text:
            self.setText(text)
        self.setVisible(bool(text))
