"""InvoiceForm: what was billed for the month, kept with Enter; it stands open all the time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QPushButton

from bpa_desktop.domain.invoice import Invoice, invoice_id
from bpa_desktop.services.invoice import enter_invoice, remove_invoice
from bpa_desktop.tariff.errors import TariffError
from bpa_desktop.ui.cost.entry import read_kroner
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.drawer import Drawer
from bpa_desktop.ui.widgets.entry import NoAmountError, amount_entry


class InvoiceForm(Drawer):
    """One field; Esc puts back what is kept."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._month = desk.today.replace(day=1)
        self._filled: tuple[date, Invoice | None] | None = None
        self._remove = QPushButton()
        self._remove.clicked.connect(self._take_away)
        self.form.add("amount")
        self.buttons.addWidget(self._remove)
        self.teaching.hide()
        self.leave.hide()
        self.closed.connect(self.begin)

    def begin(self) -> None:
        """Put what is kept into the field, and the focus."""
        self._fill(self.kept())
        self.form.focus("amount")

    def kept(self) -> Invoice | None:
        """Return what is kept for the month."""
        return self.desk.history.records.get(Invoice, invoice_id(self._month))

    def show_month(self, month: date) -> None:
        """Go to a month; what is being typed stays while its month and what is kept for it do."""
        self._month = month
        language, kept = self.desk.language, self.kept()
        name = language.text("Billed for {month}, in kroner", month=language.date(month, "month"))
        self.form.label("amount", name)
        self._remove.setVisible(kept is not None)
        if self._filled != (month, kept):
            self._fill(kept)

    def keep(self) -> Mapping[str, str]:
        """Keep the amount in one step."""
        try:
            amount = read_kroner(self.form.values()["amount"])
        except NoAmountError:
            amount = None
        if amount is None:
            return {"amount": self.desk.language.text("Write the amount on the invoice, like 1 290.")}
        try:
            enter_invoice(self.desk.history, Invoice(invoice_id(self._month), self._month, amount))
        except TariffError as error:
            return {"amount": self.why_refused(error)}
        return {}

    def retranslate(self) -> None:
        """Make every fixed text again; showing the month follows."""
        super().retranslate()
        self._remove.setText(self.desk.language.text("Take the invoice away"))

    def _fill(self, kept: Invoice | None) -> None:
        self._filled = (self._month, kept)
        self.form.fill({"amount": amount_entry(kept.amount if kept is not None else None)})

    def _take_away(self) -> None:
        kept = self.kept()
        if kept is not None:
            remove_invoice(self.desk.history, kept.id)
        self.begin()
