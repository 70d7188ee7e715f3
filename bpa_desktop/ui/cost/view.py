"""Cost: what do I pay, and why?"""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.award import Award
from bpa_desktop.services.cost import NoIncomeError, NoTariffError
from bpa_desktop.services.step import Step
from bpa_desktop.ui.cost.household_panel import HouseholdPanel
from bpa_desktop.ui.cost.month_page import MonthPage
from bpa_desktop.ui.cost.view_model import CostModel, Unknown, build_cost, months_later
from bpa_desktop.ui.cost.wording import lead
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.screen import Screen
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.header import ScreenHeader

_PAGE_TO_PANEL = (7, 4)


class CostScreen(Screen):
    """The month's co-payment; beside it what it rests on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._month = desk.today.replace(day=1)
        self._header = ScreenHeader(has_period=True, has_main=False)
        self._page = MonthPage()
        self._panel = HouseholdPanel(desk)
        self._room = QWidget()
        self._model: CostModel | Unknown = build_cost(desk.roster, self._month, prices=desk.prices)
        self._header.answer_page_keys(self)
        self._header.earlier.connect(lambda: self._show_month(months_later(self._month, -1)))
        self._header.later.connect(lambda: self._show_month(months_later(self._month, 1)))
        beside = QHBoxLayout()
        beside.setSpacing(3 * GAP)
        beside.addWidget(self._page, _PAGE_TO_PANEL[0])
        beside.addWidget(self._panel, _PAGE_TO_PANEL[1])
        beside.addWidget(self._room, _PAGE_TO_PANEL[0])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2 * GAP)
        whole.addWidget(self._header)
        whole.addLayout(beside, 1)
        self.retranslate()

    def handlers(self) -> Handlers:
        """Return what this screen does for which action id."""
        return {
            "today": lambda: self._show_month(self.desk.today.replace(day=1)),
            "side_panel": lambda: self._panel.setVisible(self._panel.isHidden()),
        }

    def show_target(self, target: str) -> None:
        """Put the focus where one goes on: into the form where something is missing, else on the month."""
        if isinstance(self._model, Unknown) and isinstance(self._model.error, NoIncomeError | NoTariffError):
            self._panel.begin()
        else:
            self._header.focus_later()

    def concerns(self, step: Step) -> bool:
        """Tell whether a step changes what the co-payment rests on."""
        return step.touches(Arrangement, Award)

    def refresh(self) -> None:
        """Draw the month anew."""
        language = self.desk.language
        self._model = build_cost(self.desk.roster, self._month, prices=self.desk.prices)
        month = language.date(self._month, "month")
        self._header.title.setText(language.text("Cost"))
        self._header.lead.setText(lead(language, self._model))
        self._header.show_period(month)
        self._page.show_cost(self._model, language)
        self._page.setVisible(isinstance(self._model, CostModel))
        self._room.setVisible(isinstance(self._model, Unknown))
        self._panel.show_cost(self._model)

    def retranslate(self) -> None:
        """Make every text again."""
        text = self.desk.language.text
        self._header.name_steps(text("Previous month"), text("Next month"))
        self._panel.retranslate()
        self.refresh()

    def _show_month(self, month: date) -> None:
        self._month = month
        self.refresh()
        name = self.desk.language.date(month, "month")
        said = self.desk.language.text(
            "{month}: {sentence}", month=name, sentence=lead(self.desk.language, self._model)
        )
        self.desk.bulletin.said.emit(said)
