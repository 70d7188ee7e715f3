"""Paper: the pages of a sheet as they will be printed, below each other; all they say as a description."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel

from bpa_desktop.ui import a11y
from bpa_desktop.ui.widgets.scroll import ScrollColumn


class _Page(QLabel):
    """A page as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = QPixmap()
        self.setMinimumWidth(1)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def show_page(self, picture: bytes) -> None:
        """Show a page, given as a PNG."""
        self._whole.loadFromData(picture)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        if not self._whole.isNull():
            wide = min(self.width(), self._whole.width())
            self.setPixmap(self._whole.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation))


class Paper(a11y.Accessible, ScrollColumn):
    """A document that can have the focus, so that it is scrolled and read by keys."""

    accessible_role = a11y.Role.Document

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pages: list[_Page] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def show_pages(self, pictures: Sequence[bytes], *, text: str) -> None:
        """Show pages, each given as a PNG, that say a text."""
        while len(self._pages) < len(pictures):
            self._pages.append(_Page())
            self._pages[-1].setAccessibleName(f"{self.accessibleName()}, {len(self._pages)}")
            self.column.addWidget(self._pages[-1])
        for place, page in enumerate(self._pages):
            page.setVisible(place < len(pictures))
            if place < len(pictures):
                page.show_page(pictures[place])
        self.setAccessibleDescription(text)
