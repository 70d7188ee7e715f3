"""MonthPage: the services in a sum, the ladder, how far it is to the next steps, and what to be careful about."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.texts import amount_text
from bpa_desktop.ui.cost.ladder_picture import LadderPicture
from bpa_desktop.ui.cost.view_model import CostModel, Unknown
from bpa_desktop.ui.cost.wording import cautions, edges, ladder_text, list_text, service_reasons
from bpa_desktop.ui.cost.year_table import YearTable
from bpa_desktop.ui.widgets.expander import Expander
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.tab_order import tab_as_laid_out
from bpa_desktop.ui.widgets.words import Subtitle, Words


class _Service(QWidget):
    """A service's amount, and the sum behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.amount, self.why = Words(bold=True), Words()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.amount)
        column.addWidget(self.why)

    def put(self, amount: str, why: str) -> None:
        """Show both, or nothing."""
        self.setVisible(bool(amount))
        self.amount.put(amount)
        self.why.put(why)


class MonthPage(ScrollColumn):
    """Draws itself from a CostModel; empty while the cost is not known."""

    def __init__(self) -> None:
        super().__init__()
        self._services: list[_Service] = []
        self._ladder_heading, self._ladder = Subtitle(), LadderPicture()
        self._edges, self._as_text = Words(), Words()
        self._toggle = Expander()
        self._toggle.turned.connect(self._draw_text)
        self._year_toggle, self.year = Expander(), YearTable()
        self._year_toggle.turned.connect(self._draw_year)
        self._line = QFrame()
        self._line.setFrameShape(QFrame.Shape.HLine)
        self._list, self._cautions = Words(quiet=True), Words(quiet=True)
        self._model: CostModel | Unknown | None = None
        self._language: Language | None = None
        toggle_line = FlowLayout()
        toggle_line.addWidget(self._toggle)
        toggle_line.addWidget(self._year_toggle)
        for part in (self._ladder_heading, self._ladder, self._edges):
            self.column.addWidget(part)
        self.column.addLayout(toggle_line)
        self.column.addWidget(self._as_text)
        self.column.addWidget(self.year)
        self.column.addWidget(self._line)
        self.column.addWidget(self._list)
        self.column.addWidget(self._cautions)
        self.column.addStretch(1)

    def show_cost(self, model: CostModel | Unknown, language: Language) -> None:
        """Show a month."""
        self._model, self._language = model, language
        self.setAccessibleName(language.text("The month's co-payment"))
        known = model if isinstance(model, CostModel) else None
        self._draw_services(known, language)
        for part in (self._ladder_heading, self._ladder, self._toggle):
            part.setVisible(known is not None and known.ladder is not None)
        self._line.setVisible(known is not None)
        practical = known.lines[0].charge if known is not None and known.ladder is not None else None
        self._edges.put("\n".join(edges(language, practical)) if practical is not None else "")
        self._list.put(list_text(language, known.tariff) if known is not None else "")
        self._cautions.put("\n".join(cautions(language, known)) if known is not None else "")
        if known is not None and known.ladder is not None:
            self._ladder_heading.setText(language.text("Kroner a month by income"))
            self._ladder.show_ladder(known.ladder, language)
        self._draw_text()
        self._draw_year()

    def _draw_services(self, model: CostModel | None, language: Language) -> None:
        lines = model.lines if model is not None else ()
        reasons = service_reasons(language, model) if model is not None else ()
        while len(self._services) < len(lines):
            self._services.append(_Service())
            self.column.insertWidget(len(self._services) - 1, self._services[-1])
        for place, service in enumerate(self._services):
            line = lines[place] if place < len(lines) else None
            amount = f"{line.label}: {amount_text(language, line.charge)}" if line is not None else ""
            service.put(amount, reasons[place] if line is not None else "")

    def _draw_text(self) -> None:
        model, language = self._model, self._language
        if language is None:
            return
        shown = self._toggle.is_open
        self._toggle.setText(language.text("Hide the text") if shown else language.text("Show as text"))
        ladder = model.ladder if isinstance(model, CostModel) else None
        self._as_text.put(ladder_text(language, ladder) if ladder is not None and shown else "")

    def _draw_year(self) -> None:
        known, language = self._model, self._language
        if language is None or not isinstance(known, CostModel):
            return
        shown = self._year_toggle.is_open
        name = language.text("Hide the year's table") if shown else language.text("Show the year as a table")
        self._year_toggle.setText(name)
        self.year.setVisible(shown)
        if shown:
            self.year.show_year(known, language)
            inside = self.widget()
            assert inside is not None
            tab_as_laid_out(inside)
