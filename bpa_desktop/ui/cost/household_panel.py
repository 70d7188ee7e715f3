"""HouseholdPanel: what the cost rests on, the form to change it, and the year."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from bpa_desktop.services.arrangement import edit_arrangement
from bpa_desktop.ui.cost.entry import Problem, entry_of, read_entry
from bpa_desktop.ui.cost.view_model import CostModel, Unknown
from bpa_desktop.ui.cost.wording import household_facts
from bpa_desktop.ui.cost.year_picture import YearPicture
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.widgets.fact_list import FactList
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Subtitle, Words


class HouseholdPanel(ScrollColumn):
    """Facts with a button to change them, or the form; changing is one step that undo takes back."""

    closed = Signal()
    """The form was saved or left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._heading, self._teaching = Subtitle(), Words()
        self._facts = FactList()
        self._form = Form(save=self._keep, leave=self._close)
        self._form.add("income")
        self._form.add("tariff", "choice")
        self._change, self._save, self._leave = QPushButton(), QPushButton(), QPushButton()
        self._save.setProperty("main", True)
        self._change.clicked.connect(self.begin)
        self._save.clicked.connect(self._keep)
        self._leave.clicked.connect(self._close)
        self._year_heading, self._year, self._year_sum = Subtitle(), YearPicture(), Words(quiet=True)
        for part in (self._heading, self._teaching, self._facts, self._form):
            self.column.addWidget(part)
        line = QHBoxLayout()
        for button in (self._change, self._save, self._leave):
            line.addWidget(button)
        line.addStretch()
        self.column.addLayout(line)
        self.column.addWidget(self._year_heading)
        self.column.addWidget(self._year)
        self.column.addWidget(self._year_sum)
        self.column.addStretch(1)
        self._show_form(False)

    def begin(self) -> None:
        """Open the form with the focus on the income."""
        self._form.fill(entry_of(self._desk.roster.arrangement))
        self._show_form(True)
        self._form.focus("income")

    def show_cost(self, model: CostModel | Unknown) -> None:
        """Show what the month rests on; where something is missing, say what to do."""
        language, arrangement = self._desk.language, self._desk.roster.arrangement
        known = model if isinstance(model, CostModel) else None
        tariff = next((one for one in self._desk.prices.tariffs if one.id == arrangement.tariff), None)
        self._facts.show_facts(household_facts(language, arrangement, tariff=tariff))
        teaching = language.text(
            "The co-payment follows the household's taxable income and the municipality's price list. Neither leaves "
            "this computer."
        )
        self._teaching.put(teaching if known is None else "")
        for part in (self._year_heading, self._year, self._year_sum):
            part.setVisible(known is not None)
        if known is not None:
            self._year_heading.setText(language.text("The year {year}", year=known.month.year))
            self._year.show_year(known, language)
            total = language.text("{total} in all", total=language.money(known.year_total))
            self._year_sum.setText(total)

    def retranslate(self) -> None:
        """Make every fixed text again."""
        text = self._desk.language.text
        self.setAccessibleName(text("Details"))
        self._heading.setText(text("What it rests on"))
        self._form.label("income", text("Household's income a year, in kroner"))
        self._form.label("tariff", text("Price list"))
        lists = sorted((one.municipality, one.id, one.title) for one in self._desk.prices.tariffs)
        self._form.offer("tariff", [("", text("none")), *((key, f"{name}: {title}") for name, key, title in lists)])
        self._change.setText(text("Change"))
        self._change.setAccessibleName(text("Change income and price list"))
        self._save.setText(text("Save"))
        self._leave.setText(text("Cancel"))

    def _keep(self) -> None:
        entry = read_entry(self._form.values(), self._desk.roster.arrangement)
        if isinstance(entry, Problem):
            problem = self._desk.language.text("Write an amount like 480 000.")
            self._form.complain({"income": problem})
            self._desk.bulletin.refused.emit(problem)
        else:
            edit_arrangement(self._desk.history, entry)
            self._close()

    def _close(self) -> None:
        self._show_form(False)
        self._change.setFocus()
        self.closed.emit()

    def _show_form(self, shown: bool) -> None:
        for widget in (self._form, self._save, self._leave):
            widget.setVisible(shown)
        for part in (self._facts, self._change):
            part.setVisible(not shown)
