"""Table: rows of texts below their headings, one tab stop for all of them; each row says itself in one name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.rows import Row, RowGroup
from bpa_desktop.ui.widgets.words import Words


class _Cells(QHBoxLayout):
    """Texts beside each other: the first to the left, numbers to the right."""

    def __init__(self, parent: QWidget, columns: int, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        self._texts = tuple(Words(quiet=quiet) for _ in range(columns))
        for place, text in enumerate(self._texts):
            side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
            text.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.addWidget(text, 1)

    def put(self, cells: Sequence[str]) -> None:
        """Show the texts."""
        for text, cell in zip(self._texts, cells, strict=True):
            text.put(cell)


class TableRow(Row):
    """A line; its name says all its cells."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self.cells = _Cells(self, columns)


class Table(QWidget):
    """Headings, and rows that are used again."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        head = QWidget()
        self._headings = _Cells(head, columns, quiet=True)
        self.rows = RowGroup(lambda: TableRow(columns))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(head)
        column.addWidget(self.rows)

    def show_rows(self, headings: Sequence[str], lines: Sequence[tuple[Sequence[str], str]]) -> None:
        """Show the headings, and for each line its cells and what is said of it."""
        self._headings.put(headings)
        for row, (cells, spoken) in zip(self.rows.set_count(len(lines)), lines, strict=True):
            row.cells.put(cells)
            row.name = spoken
