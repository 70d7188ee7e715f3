"""YearTable: the months of a year with hours, each service's amount, the sum, G and the income band."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y
from bpa_desktop.ui.cost.view_model import CostModel
from bpa_desktop.ui.cost.year_wording import YearLine, year_columns, year_lines
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.rows import Row, RowGroup
from bpa_desktop.ui.widgets.words import Words

_LETTERS_A_COLUMN = 13


class _Line(Row):
    """A line of the table; where the columns have no room, one text of all it says."""

    accessible_role = a11y.Role.ListItem

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._cells: list[Words] = []
        self._texts: tuple[str, ...] = ()
        self._folded = Words()
        self._beside = QHBoxLayout()
        self._beside.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        column.addLayout(self._beside)
        column.addWidget(self._folded)

    def put(self, texts: tuple[str, ...], *, name: str, bold: bool = False) -> None:
        """Show the texts in columns, and be named by a whole sentence."""
        self.name, self._texts = name, texts
        while len(self._cells) < len(texts):
            self._cells.append(_cell(first=not self._cells))
            self._beside.addWidget(self._cells[-1], 1)
        for cell in self._cells:
            font = cell.font()
            font.setBold(bold)
            cell.setFont(font)
        self._draw()

    def accessible_actions(self) -> a11y.Actions:
        """Nothing is done with a line but reading it."""
        return {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold with the room there is."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        folded = self.width() < letter * _LETTERS_A_COLUMN * len(self._texts)
        for place, cell in enumerate(self._cells):
            cell.put("" if folded or place >= len(self._texts) else self._texts[place])
        self._folded.put(self.name if folded else "")


class YearTable(QWidget):
    """One tab stop; the arrows walk from month to month."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: RowGroup[_Line] = RowGroup(_Line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lines)

    def show_year(self, model: CostModel, language: Language) -> None:
        """Show the year of a month."""
        self.lines.setAccessibleName(language.text("The months of {year}", year=model.month.year))
        lines = (YearLine(year_columns(language, model)), *year_lines(language, model))
        for place, (row, line) in enumerate(zip(self.lines.set_count(len(lines)), lines, strict=True)):
            row.put(line.cells, name=line.name, bold=place in (0, len(lines) - 1))


def _cell(*, first: bool) -> Words:
    cell = Words()
    cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    cell.setAlignment(
        (Qt.AlignmentFlag.AlignLeft if first else Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignTop
    )
    return cell
