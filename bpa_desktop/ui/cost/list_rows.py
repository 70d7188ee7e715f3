"""TextRow: a line of one or two texts in a RowGroup."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.rows import Row
from bpa_desktop.ui.widgets.words import Words

_BESIDE_THE_BAR = 2 * GAP


class TextRow(Row):
    """What leads, and what is said of it below."""

    def __init__(self) -> None:
        super().__init__()
        self._first, self._second = Words(), Words(quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_BESIDE_THE_BAR, GAP // 2, GAP, GAP // 2)
        column.setSpacing(0)
        column.addWidget(self._first)
        column.addWidget(self._second)

    def put(self, first: str, second: str = "") -> None:
        """Show the texts, and be named by both."""
        self._first.put(first)
        self._second.put(second)
        self.name = f"{first}. {second}" if second else first
