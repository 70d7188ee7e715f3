"""The grid with its panel beside it; where there is no room for both the panel waits until it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bpa_desktop.ui.theme import GAP

_PANEL_LETTERS = 30
_LEAST_SHARE = 4
"""The panel is shown by itself where the whole is at least so many times as wide."""


class Beside(QWidget):
    """Two parts: the first takes the room there is."""

    def __init__(self, main: QWidget, panel: QWidget) -> None:
        super().__init__()
        self._panel = panel
        self._chosen: bool | None = None
        self._is_alone = False
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * GAP)
        line.addWidget(main, 1)
        line.addWidget(panel)
        self._fit()

    @property
    def is_panel_shown(self) -> bool:
        """Whether the panel is there."""
        return not self._panel.isHidden()

    def toggle(self) -> None:
        """Show the panel, or hide it; from now on it stays as chosen."""
        self._chosen = not self.is_panel_shown
        self._fit()

    def stand_alone(self, alone: bool) -> None:
        """Keep the panel away while there is nothing it could be about."""
        self._is_alone = alone
        self._fit()

    def _fit(self) -> None:
        wide = self.fontMetrics().averageCharWidth() * _PANEL_LETTERS
        self._panel.setFixedWidth(wide)
        roomy = self.width() >= wide * _LEAST_SHARE
        self._panel.setVisible(not self._is_alone and (roomy if self._chosen is None else self._chosen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit()
