"""YearTable: the year month by month: what it comes to, what it is made of, G and the step; Enter shows a month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.cost.view_model import CostModel
from bpa_desktop.ui.cost.year_wording import YearCells, year_cells, year_columns, year_total
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.room import turn
from bpa_desktop.ui.widgets.rows import Row, RowGroup
from bpa_desktop.ui.widgets.words import Words

_STRETCH = (3, 3, 7, 4)
_SUM = 1
_LETTERS_ON_ONE_LINE = 60
_BESIDE_THE_BAR = 2 * GAP


class _Cells(QBoxLayout):
    """Four texts beside each other, or below each other where there is little room."""

    def __init__(self, parent: QWidget, *, quiet: bool = False) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, parent)
        self._texts = tuple(Words(quiet=quiet, bold=not quiet and place == _SUM) for place in range(len(_STRETCH)))
        self.setContentsMargins(_BESIDE_THE_BAR, GAP // 2, GAP, GAP // 2)
        self.setSpacing(GAP)
        for text, stretch in zip(self._texts, _STRETCH, strict=True):
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.addWidget(text, stretch)

    def put(self, cells: YearCells) -> None:
        """Show the texts."""
        for text, cell in zip(self._texts, cells, strict=True):
            text.put(cell)


class _Month(Row):
    """A month; its name says all its cells."""

    def __init__(self) -> None:
        super().__init__()
        self.cells = _Cells(self)

    def put(self, cells: YearCells) -> None:
        """Show a month."""
        self.cells.put(cells)
        self.name = ". ".join(cell for cell in cells if cell)


class YearTable(QWidget):
    """Twelve rows with one tab stop, and their sum."""

    wanted = Signal(object)
    """The first day of a month that is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self._year = 0
        self._head = QWidget()
        self._columns = _Cells(self._head, quiet=True)
        self.months, self._total = RowGroup(_Month), Words(bold=True)
        self.months.pressed.connect(lambda place: self.wanted.emit(date(self._year, place + 1, 1)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        for part in (self._head, self.months, self._total):
            column.addWidget(part)

    def show_year(self, model: CostModel, language: Language) -> None:
        """Show the year of a month, which is marked."""
        self._year = model.month.year
        self.months.setAccessibleName(language.text("The months of {year}", year=self._year))
        self._columns.put(year_columns(language))
        lines = year_cells(language, model)
        for row, cells in zip(self.months.set_count(len(lines)), lines, strict=True):
            row.put(cells)
        self.months.keep(model.month.month - 1)
        self._total.put(year_total(language, model))
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn with the room there is."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        self._head.setVisible(not turn(self._columns, self, letters=_LETTERS_ON_ONE_LINE))
        for row in self.months.rows:
            turn(row.cells, self, letters=_LETTERS_ON_ONE_LINE)
