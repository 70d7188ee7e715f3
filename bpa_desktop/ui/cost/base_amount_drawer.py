"""BaseAmountDrawer: the G the user expects, before it is announced in May."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QPushButton

from bpa_desktop.domain.base_amount import EXPECTED_ID, ExpectedBaseAmount
from bpa_desktop.services.base_amount import expect_base_amount, forget_base_amount
from bpa_desktop.ui.cost.entry import read_kroner
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.drawer import Drawer
from bpa_desktop.ui.widgets.entry import NoAmountError, NoDayError, amount_entry, day_entry, parse_day

_MAY = 5


class BaseAmountDrawer(Drawer):
    """A day, by habit the next first of May, and an amount; what is expected can be taken away again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form.add("amount")
        self.form.add("from_day")
        self._forget = QPushButton()
        self._forget.clicked.connect(self._take_away)
        self.buttons.addWidget(self._forget)

    def begin(self) -> None:
        """Open with the focus on the amount."""
        kept = self.expected()
        self._forget.setVisible(kept is not None)
        day = kept.from_day if kept is not None else self._next_may()
        self.form.fill({"amount": amount_entry(kept.amount if kept else None), "from_day": day_entry(day)})
        self.show()
        self.form.focus("amount")

    def expected(self) -> ExpectedBaseAmount | None:
        """Return what is expected after the last announced G, or None."""
        kept = self.desk.history.records.all(ExpectedBaseAmount)
        return next((one for one in kept if one.from_day > self._announced()), None)

    def keep(self) -> Mapping[str, str]:
        """Keep the amount in one step, in the place of what was expected before."""
        text, values = self.desk.language.text, self.form.values()
        try:
            amount = read_kroner(values["amount"])
        except NoAmountError:
            amount = None
        if not amount:
            return {"amount": text("Write an amount like 141 000.")}
        try:
            day = parse_day(values["from_day"], near=self._next_may())
        except NoDayError:
            return {"from_day": text("Write a day like 1.5.2027.")}
        if day <= self._announced():
            announced = self.desk.language.date(self._announced(), "date")
            return {"from_day": text("G from {day} is announced. Write a later day.", day=announced)}
        expect_base_amount(self.desk.history, ExpectedBaseAmount(EXPECTED_ID, day, amount))
        return {}

    def retranslate(self) -> None:
        """Make every fixed text again."""
        super().retranslate()
        text = self.desk.language.text
        self.form.label("amount", text("Expected G, in kroner"))
        self.form.label("from_day", text("From which day"))
        self._forget.setText(text("Expect nothing"))
        self.teaching.put(
            text("The new G is announced in May and counts from 1 May. Until then you can count with a guess of yours.")
        )

    def _take_away(self) -> None:
        kept = self.expected()
        if kept is not None:
            forget_base_amount(self.desk.history, kept.id)
        self.closed.emit()

    def _announced(self) -> date:
        return self.desk.shipped_prices.base_amounts.entries[-1].from_day

    def _next_may(self) -> date:
        return date(self._announced().year + 1, _MAY, 1)
