"""What scrolls, and is no tab stop itself; a column of it that keeps what has the focus in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from bpa_desktop.ui.theme import GAP

_MARGIN = 24


class ScrollArea(QScrollArea):
    """Scrolls what has no room. It is no tab stop; what is in it is."""

    def __init__(self) -> None:
        super().__init__()
        # One that Python made: to find out what class Qt's own is of, PySide would load every class there is.
        seen = QWidget()
        seen.setObjectName("qt_scrollarea_viewport")
        seen.setAutoFillBackground(True)
        self.setViewport(seen)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class ScrollColumn(ScrollArea):
    """Scrolls up and down only: its content takes the width there is."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, GAP, 0)
        self.column.setSpacing(2 * GAP)
        self.setWidget(inside)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = self.widget()
        if now is not None and inside is not None and self.isVisible() and inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, _MARGIN)
