"""AccountPanel: one award's account: the sentence, the advice, the sums, the chart and the table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.texts import account_sentence
from bpa_desktop.ui.account.chart import AccountChart
from bpa_desktop.ui.account.view_model import AccountModel
from bpa_desktop.ui.account.week_rows import WeekRows
from bpa_desktop.ui.account.wording import advice, facts
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.fact_list import FactList
from bpa_desktop.ui.widgets.words import Subtitle, Words


class AccountPanel(QWidget):
    """Everything about one award in one period."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = QPushButton()
        self._heading, self._sentence, self._advice = Subtitle(), Words(bold=True), Words()
        self._facts, self._legend = FactList(), Words(quiet=True)
        self.chart, self.weeks = AccountChart(), WeekRows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * GAP)
        spaced(column, GAP)
        for part in (self._heading, self._sentence, self._advice, self._facts, self.chart, self._legend, self.weeks):
            column.addWidget(part)
        column.insertWidget(column.indexOf(self.chart), self.edit, 0, Qt.AlignmentFlag.AlignLeft)

    def show_account(self, model: AccountModel, language: Language, *, is_alone: bool) -> None:
        """Show an award in a period; what is alone is told of above already."""
        name = model.award.reference or language.text("Award")
        self._heading.setText(name)
        self.edit.setText(language.text("Edit the award"))
        self.edit.setAccessibleName(language.text("Edit the award {name}", name=name))
        self._sentence.put("" if is_alone else account_sentence(language, model.account))
        self._advice.put("\n".join(f"△ {line}" for line in advice(language, model)))
        self._facts.show_facts(facts(language, model))
        self._legend.put(
            language.text("Each column is a week: filled is used, hollow is planned, the line is what is granted.")
        )
        self.chart.show_account(model, language)
        self.weeks.show_account(model, language)
