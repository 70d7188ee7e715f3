"""The weeks of an account as rows: used, planned, granted and left; Enter goes to the week in the roster."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.account.view_model import AccountModel
from bpa_desktop.ui.account.wording import week_cells, week_columns, week_spoken
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.rows import Row, RowGroup
from bpa_desktop.ui.widgets.words import Words

_COLUMNS = 5


class _Cells(QHBoxLayout):
    """Five texts beside each other: numbers to the right."""

    def __init__(self, parent: QWidget, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        self._texts = tuple(Words(quiet=quiet) for _ in range(_COLUMNS))
        for place, text in enumerate(self._texts):
            side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
            text.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.addWidget(text, 1)

    def put(self, cells: tuple[str, ...]) -> None:
        """Show the texts."""
        for text, cell in zip(self._texts, cells, strict=True):
            text.put(cell)


class _WeekRow(Row):
    """A week; its name says all its cells."""

    def __init__(self) -> None:
        super().__init__()
        self.cells = _Cells(self)


class WeekRows(QWidget):
    """Rows with one tab stop; the present week is the one to begin at."""

    wanted = Signal(object)
    """The first day of a week that is to be shown in the roster."""

    def __init__(self) -> None:
        super().__init__()
        head = QWidget()
        self._columns, self.rows = _Cells(head, quiet=True), RowGroup(_WeekRow)
        self._model: AccountModel | None = None
        self.rows.pressed.connect(self._press)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(head)
        column.addWidget(self.rows)

    def show_account(self, model: AccountModel, language: Language) -> None:
        """Show the weeks of a period; another period begins at the present week, or at its first."""
        is_other = self._model is None or self._model.account.period != model.account.period
        self._model = model
        self.rows.setAccessibleName(language.text("The weeks of the period"))
        self._columns.put(week_columns(language))
        for row, week in zip(self.rows.set_count(len(model.weeks)), model.weeks, strict=True):
            row.cells.put(week_cells(language, week))
            row.name = week_spoken(language, week)
        if is_other:
            self.rows.keep(next((at for at, week in enumerate(model.weeks) if week.is_now), 0))

    def _press(self, place: int) -> None:
        if self._model is not None:
            self.wanted.emit(self._model.weeks[place].week.monday)
