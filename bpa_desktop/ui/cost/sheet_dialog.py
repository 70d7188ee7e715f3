"""SheetDialog: the month's cost as a sheet of paper: looked at, saved as a PDF, printed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.interchange.cost_sheet import CostSheet
from bpa_desktop.texts import error_text
from bpa_desktop.ui.cost.sheet_content import Paper, cost_sheet
from bpa_desktop.ui.cost.view_model import CostModel, Unknown, build_cost
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.sheets import print_sheet, save_sheet, show_sheet
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.paper import Paper as Preview
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.words import Words
from bpa_desktop.ui.widgets.wrapping import Tick


class SheetDialog(QDialog):
    """The income is left out until it is ticked, each time anew."""

    def __init__(self, desk: Desk, model: CostModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._model = desk, model
        text = desk.language.text
        self.setWindowTitle(text("Print or save the cost"))
        self.with_income = Tick()
        self.with_income.setText(text("With the household's &income"))
        self.with_income.toggled.connect(lambda _ticked: self._draw())
        self._preview = Preview(text("The sheet as it will be printed"))
        note = Words(text("A saved or printed sheet is not encrypted any more."), quiet=True)
        self.save, buttons = QPushButton(text("&Save as PDF…")), FlowLayout()
        self.save.setProperty("main", True)
        self.save.clicked.connect(self._save)
        buttons.addWidget(self.save)
        for name, deed in ((text("&Print…"), self._print), (text("&Close"), self.reject)):
            button = QPushButton(name)
            button.clicked.connect(deed)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        for part in (self._preview, self.with_income, note):
            column.addWidget(part)
        column.addLayout(buttons)
        self._draw()
        open_at(self, letters=90, lines=36)
        self.save.setFocus()

    @property
    def sheet(self) -> CostSheet:
        """The sheet as it is ticked."""
        desk = self._desk
        paper = Paper(desk.roster.arrangement.name, desk.today, self.with_income.isChecked())
        return cost_sheet(desk.language, self._model, paper=paper)

    def _draw(self) -> None:
        show_sheet(self._preview, self.sheet)

    def _save(self) -> None:
        save_sheet(self._desk, self.sheet, name=f"egenandel-{self._model.month:%Y-%m}", parent=self)

    def _print(self) -> None:
        print_sheet(self._desk, self.sheet, parent=self)


def open_sheet(desk: Desk, month: date, *, parent: QWidget) -> None:
    """Open the sheet of the month that begins on a day, or say why there is none."""
    model = build_cost(desk.roster, month, prices=desk.prices)
    if isinstance(model, Unknown):
        desk.bulletin.refused.emit(error_text(desk.language, model.error) or str(model.error))
        return
    SheetDialog(desk, model, parent).open()
