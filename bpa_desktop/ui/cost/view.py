"""Cost: what do I pay, and why?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.award import Award
from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.household import Household
from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import SubstituteRequest
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.cost import NoIncomeError, NoTariffError
from bpa_desktop.services.step import Step
from bpa_desktop.ui.cost.household_panel import HouseholdPanel
from bpa_desktop.ui.cost.invoice_page import InvoicePage
from bpa_desktop.ui.cost.labour_page import LabourPage
from bpa_desktop.ui.cost.list_page import PriceListPage
from bpa_desktop.ui.cost.month_page import MonthPage
from bpa_desktop.ui.cost.page import CostPage
from bpa_desktop.ui.cost.page_row import PAGES, PageRow
from bpa_desktop.ui.cost.sheet_dialog import open_sheet
from bpa_desktop.ui.cost.view_model import CostModel, Unknown, build_cost, months_later
from bpa_desktop.ui.cost.what_if_page import WhatIfPage
from bpa_desktop.ui.cost.wording import lead
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.screen import Screen
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.header import ScreenHeader

_PAGE_TO_PANEL = (7, 4)
_RESTS_ON = (Arrangement, Award, Household, OwnPriceList, ExpectedBaseAmount)
_PAGES_REST_ON = (*_RESTS_ON, Invoice, OwnPayAgreement, Shift, Assistant, Absence, SubstituteRequest)
PAGE_MAKERS: dict[str, Callable[[Desk], CostPage]] = {
    "what_if": WhatIfPage,
    "invoice": InvoicePage,
    "labour": LabourPage,
    "list": PriceListPage,
}


class CostScreen(Screen):
    """The month's co-payment, and beside it what it rests on; behind it the other pages, made when first shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._month = desk.today.replace(day=1)
        self._header = ScreenHeader(has_period=True, has_main=False)
        self._row = PageRow()
        self._page = MonthPage()
        self._panel = HouseholdPanel(desk)
        self._room = QWidget()
        self._pages: dict[str, CostPage] = {}
        self._shown = "month"
        self._stack = QStackedWidget()
        self._model: CostModel | Unknown
        self._header.answer_page_keys(self)
        self._header.earlier.connect(lambda: self._show_month(months_later(self._month, -1)))
        self._header.later.connect(lambda: self._show_month(months_later(self._month, 1)))
        self._row.chosen.connect(self._show_page)
        self._page.year.wanted.connect(self._show_month)
        self._row.mark_shown(self._shown)
        self._stack.addWidget(_beside(self._page, self._panel, room=self._room))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2 * GAP)
        for part in (self._header, self._row):
            whole.addWidget(part)
        whole.addWidget(self._stack, 1)
        self.retranslate()

    def handlers(self) -> Handlers:
        """Return what this screen does for which action id."""
        pages: Handlers = {f"cost_{name}": partial(self._go_to, name) for name in ("month", *PAGE_MAKERS)}
        return {
            **pages,
            "print_cost": lambda: open_sheet(self.desk, self._month, parent=self),
            "today": lambda: self._show_month(self.desk.today.replace(day=1)),
            "side_panel": lambda: self._panel.setVisible(self._panel.isHidden()),
        }

    def show_target(self, target: str) -> None:
        """Put the focus where one goes on: into the form where something is missing, else on the month."""
        if target in PAGES:
            self._show_page(target)
        if self._shown != "month":
            self._pages[self._shown].focus_first()
        elif isinstance(self._model, Unknown) and isinstance(self._model.error, NoIncomeError | NoTariffError):
            self._panel.begin_with_what_is_missing(self._model.error)
        else:
            self._header.focus_later()

    def concerns(self, step: Step) -> bool:
        """Tell whether a step changes what the page in front rests on; the others are drawn when they are shown."""
        return step.touches(*(_RESTS_ON if self._shown == "month" else _PAGES_REST_ON))

    def refresh(self) -> None:
        """Draw the page in front anew."""
        language = self.desk.language
        self._header.title.setText(language.text("Cost"))
        self._header.show_period(language.date(self._month, "month"))
        if self._shown == "month":
            self._draw_month()
        else:
            self._header.lead.put("")
            self._pages[self._shown].show_month(self._month)

    def _draw_month(self) -> None:
        language = self.desk.language
        self._model = build_cost(self.desk.roster, self._month, prices=self.desk.prices)
        self._header.lead.put(lead(language, self._model))
        self._page.show_cost(self._model, language)
        self._page.setVisible(isinstance(self._model, CostModel))
        self._room.setVisible(isinstance(self._model, Unknown))
        self._panel.show_cost(self._model)

    def retranslate(self) -> None:
        """Make every text again."""
        text = self.desk.language.text
        self._header.name_steps(text("Previous month"), text("Next month"))
        self._row.retranslate(self.desk.language)
        self._panel.retranslate()
        for page in self._pages.values():
            page.retranslate()
        self.refresh()

    def _go_to(self, name: str) -> None:
        self._show_page(name)
        self.show_target("")

    def _show_page(self, name: str) -> None:
        if name != "month" and name not in self._pages:
            self._pages[name] = PAGE_MAKERS[name](self.desk)
            self._pages[name].retranslate()
            self._stack.addWidget(self._pages[name])
        self._shown = name
        self._row.mark_shown(name)
        self._stack.setCurrentIndex(0) if name == "month" else self._stack.setCurrentWidget(self._pages[name])
        self.refresh()

    def _show_month(self, month: date) -> None:
        self._month = month
        self.refresh()
        language = self.desk.language
        name = language.date(month, "month")
        if self._shown == "month":
            name = language.text("{month}: {sentence}", month=name, sentence=lead(language, self._model))
        self.desk.bulletin.said.emit(name)


def _beside(page: QWidget, panel: QWidget, *, room: QWidget) -> QWidget:
    """Return the month with what it rests on beside it; the room keeps the place of a month that is not known."""
    view = QWidget()
    beside = QHBoxLayout(view)
    beside.setContentsMargins(0, 0, 0, 0)
    beside.setSpacing(3 * GAP)
    beside.addWidget(page, _PAGE_TO_PANEL[0])
    beside.addWidget(panel, _PAGE_TO_PANEL[1])
    beside.addWidget(room, _PAGE_TO_PANEL[0])
    return view
