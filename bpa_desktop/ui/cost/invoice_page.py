"""InvoicePage: what the municipality billed against what its list says, and what a difference may come from."""

from __future__ import annotations

from datetime import date

from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.i18n import Language
from bpa_desktop.texts.invoice import invoice_letter
from bpa_desktop.ui.cost.invoice_form import InvoiceForm
from bpa_desktop.ui.cost.invoice_model import InvoiceModel, build_invoice
from bpa_desktop.ui.cost.invoice_wording import (
    exact_reasons,
    invoice_lead,
    near_reasons,
    no_reason_text,
    year_facts,
)
from bpa_desktop.ui.cost.letter_box import LetterBox
from bpa_desktop.ui.cost.page import CostPage
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.widgets.fact_list import FactList
from bpa_desktop.ui.widgets.words import Subtitle, Words


class InvoicePage(CostPage):
    """Draws itself from an InvoiceModel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._letter_language = Language("nb")  # the municipality reads it
        self._lead, self._form = Words(bold=True), InvoiceForm(desk)
        self._exact_heading, self._exact = Subtitle(), Words()
        self._near_heading, self._near = Subtitle(), Words()
        self._no_reason, self._letter = Words(), LetterBox(desk)
        self._year_heading, self._year = Subtitle(), FactList()
        self._said = ""
        self._form.closed.connect(self._say)
        explained = (self._exact_heading, self._exact, self._near_heading, self._near, self._no_reason)
        for part in (self._lead, self._form, *explained, self._year_heading, self._year, self._letter):
            self.column.addWidget(part)
        self._form.show()
        self.column.addStretch(1)

    def show_month(self, month: date) -> None:
        """Draw anew for the month that begins on a day."""
        desk, language = self.desk, self.desk.language
        model = build_invoice(desk.roster, month, invoices=desk.history.records.all(Invoice), prices=desk.prices)
        self._said = invoice_lead(language, model)
        self._lead.put(self._said)
        self._form.show_month(month)
        self._draw_reasons(model)
        self._year_heading.setText(language.text("Invoices in {year}", year=month.year))
        self._year_heading.setVisible(bool(model.year))
        self._year.show_facts(year_facts(language, model))
        check = model.check
        letter = invoice_letter(self._letter_language, check) if check is not None and check.is_too_much else ""
        self._letter.show_letter(letter, model)

    def retranslate(self) -> None:
        """Make every fixed text again; drawing the month follows."""
        text = self.desk.language.text
        self.setAccessibleName(text("What was billed"))
        self._exact_heading.setText(text("This would explain it to the krone"))
        self._near_heading.setText(text("This comes near"))
        for part in (self._form, self._letter):
            part.retranslate()

    def focus_first(self) -> None:
        """Put the focus where the amount is written."""
        self._form.form.focus("amount")

    def _draw_reasons(self, model: InvoiceModel) -> None:
        language, check = self.desk.language, model.check
        self._exact.put(exact_reasons(language, check) if check is not None else "")
        self._near.put(near_reasons(language, check) if check is not None else "")
        self._no_reason.put(no_reason_text(language, check) if check is not None else "")
        for heading, reasons in ((self._exact_heading, self._exact), (self._near_heading, self._near)):
            heading.setVisible(bool(reasons.text()))

    def _say(self) -> None:
        """Say how the bill stands, once it is kept: the step itself says only that it was."""
        if self._form.kept() is not None:
            self.desk.bulletin.said.emit(self._said)
