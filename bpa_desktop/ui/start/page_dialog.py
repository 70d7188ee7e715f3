"""PageDialog: a page of the start in a window of its own, over an arrangement that is open."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.widgets.room import open_at


class PageDialog(QDialog):
    """Named as its page is; Esc leaves everything as it was."""

    def __init__(self, page: StartPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(page.accessibleName())
        column = QVBoxLayout(self)
        column.addWidget(page)
        open_at(self, letters=70, lines=32)
        page.begin()
