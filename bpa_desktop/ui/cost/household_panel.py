"""HouseholdPanel: what the cost rests on, drawers to change each part of it, and the year."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from bpa_desktop.i18n import mark
from bpa_desktop.services.cost import NoIncomeError
from bpa_desktop.ui.cost.base_amount_drawer import BaseAmountDrawer
from bpa_desktop.ui.cost.income_drawer import IncomeDrawer
from bpa_desktop.ui.cost.list_drawer import ListDrawer
from bpa_desktop.ui.cost.services_drawer import ServicesDrawer
from bpa_desktop.ui.cost.view_model import CostModel, Unknown
from bpa_desktop.ui.cost.wording import household_facts
from bpa_desktop.ui.cost.year_picture import YearPicture
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.drawer import Drawer
from bpa_desktop.ui.widgets.fact_list import FactList
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Subtitle, Words

_BUTTONS = {
    "income": mark("Income"),
    "tariff": mark("Price list"),
    "services": mark("Other services"),
    "g": mark("Expect a G"),
}


class HouseholdPanel(ScrollColumn):
    """Facts with a button for each thing that can be changed; one drawer at a time is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._heading, self._teaching = Subtitle(), Words()
        self._facts = FactList()
        self._drawers: dict[str, Drawer] = {
            "income": IncomeDrawer(desk),
            "tariff": ListDrawer(desk),
            "services": ServicesDrawer(desk),
            "g": BaseAmountDrawer(desk),
        }
        self._buttons = {key: QPushButton() for key in self._drawers}
        self._year_heading, self._year, self._year_sum = Subtitle(), YearPicture(), Words(quiet=True)
        for part in (self._heading, self._teaching, self._facts):
            self.column.addWidget(part)
        line = FlowLayout()
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, wanted=key: self.begin(wanted))
            line.addWidget(button)
        self.column.addLayout(line)
        for key, drawer in self._drawers.items():
            drawer.closed.connect(lambda left=key: self._close(left))
            self.column.addWidget(drawer)
        for below in (self._year_heading, self._year, self._year_sum):
            self.column.addWidget(below)
        self.column.addStretch(1)

    def begin(self, wanted: str) -> None:
        """Open a drawer, with the focus in it: `income`, `tariff`, `services` or `g`."""
        for drawer in self._drawers.values():
            drawer.hide()
        self._show_buttons(False)
        self._drawers[wanted].begin()

    def begin_with_what_is_missing(self, error: Exception) -> None:
        """Open the drawer for what the cost cannot be told without."""
        self.begin("income" if isinstance(error, NoIncomeError) else "tariff")

    def show_cost(self, model: CostModel | Unknown) -> None:
        """Show what the month rests on; where something is missing, say what to do."""
        language, roster = self._desk.language, self._desk.roster
        known = model if isinstance(model, CostModel) else None
        self._facts.show_facts(household_facts(language, roster, prices=self._desk.prices))
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
        for key, button in self._buttons.items():
            button.setText(text(_BUTTONS[key]))
        for drawer in self._drawers.values():
            drawer.retranslate()

    def _close(self, left: str) -> None:
        self._drawers[left].hide()
        self._show_buttons(True)
        self._buttons[left].setFocus()

    def _show_buttons(self, shown: bool) -> None:
        self._facts.setVisible(shown)
        for button in self._buttons.values():
            button.setVisible(shown)
