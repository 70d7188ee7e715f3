"""PageRow: the pages of the cost in a row of buttons; the one shown is pressed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bpa_desktop.i18n import Language, mark
from bpa_desktop.ui import a11y
from bpa_desktop.ui.widgets.flow import FlowLayout

PAGES = {
    "month": mark("Co-payment"),
    "what_if": mark("What if"),
    "invoice": mark("Invoice"),
    "labour": mark("Labour cost"),
    "list": mark("Price lists"),
}
"""Each page by its name, in the order of their keys."""


class PageRow(a11y.Accessible, QWidget):
    """One button a page."""

    accessible_role = a11y.Role.Grouping
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons = {name: QPushButton() for name in PAGES}
        self._line = FlowLayout()
        self.setLayout(self._line)
        for name, button in self._buttons.items():
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _checked=False, wanted=name: self.chosen.emit(wanted))
            self._line.addWidget(button)

    def mark_shown(self, name: str) -> None:
        """Show which page stands in front."""
        self._buttons[name].setChecked(True)

    def focus(self, name: str) -> None:
        """Put the focus on a page's button."""
        self._buttons[name].setFocus()

    def retranslate(self, language: Language) -> None:
        """Make every text again."""
        self.setAccessibleName(language.text("Pages of the cost"))
        for name, button in self._buttons.items():
            button.setText(language.text(PAGES[name]))
