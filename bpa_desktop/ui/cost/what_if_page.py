"""WhatIfPage: another income, other hours or another list beside today; every letter draws it anew, nothing is kept."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton

from bpa_desktop.services.what_if import WhatIf
from bpa_desktop.ui.cost.cost_column import CostColumn
from bpa_desktop.ui.cost.page import CostPage
from bpa_desktop.ui.cost.what_if_form import WhatIfForm
from bpa_desktop.ui.cost.what_if_model import WhatIfModel, build_what_if
from bpa_desktop.ui.cost.what_if_wording import what_if_lead
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.room import turn
from bpa_desktop.ui.widgets.words import Words

_LETTERS_SIDE_BY_SIDE = 90


class WhatIfPage(CostPage):
    """Draws itself from a WhatIfModel; while something typed cannot be read, what stood before stays."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._month = desk.today.replace(day=1)
        self._said = ""
        self._lead, self._form, self._back = Words(bold=True), WhatIfForm(desk), QPushButton()
        self._today, self._other = CostColumn(), CostColumn()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(3 * GAP)
        for side in (self._today, self._other):
            self._sides.addWidget(side, 1)
        self._back.clicked.connect(self._form.take_back)
        self._form.changed.connect(self._draw)
        self._form.left.connect(self._say)
        buttons = FlowLayout()
        buttons.addWidget(self._back)
        self.column.addWidget(self._lead)
        self.column.addWidget(self._form)
        self.column.addLayout(buttons)
        self.column.addLayout(self._sides)
        self.column.addStretch(1)

    def show_month(self, month: date) -> None:
        """Draw anew for the month that begins on a day."""
        self._month = month
        self._form.follow(month)
        self._draw()

    def retranslate(self) -> None:
        """Make every fixed text again; drawing the month follows."""
        text = self.desk.language.text
        self.setAccessibleName(text("What if"))
        self._form.retranslate()
        self._back.setText(text("Back to today"))
        self._today.heading.setText(text("Today"))
        self._other.heading.setText(text("If"))

    def focus_first(self) -> None:
        """Put the focus into the income."""
        self._form.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two sides below each other where there is little room."""
        super().resizeEvent(event)
        turn(self._sides, self, letters=_LETTERS_SIDE_BY_SIDE)

    def _draw(self) -> None:
        change = self._form.change()
        if change is None:
            return
        model = build_what_if(self.desk.roster, self._month, change=change, prices=self.desk.prices)
        self._lead.put(what_if_lead(self.desk.language, model, is_changed=change != WhatIf()))
        self._back.setEnabled(change != WhatIf())
        self._show(model)

    def _show(self, model: WhatIfModel) -> None:
        language = self.desk.language
        self._today.show_side(model.today, language)
        self._other.show_side(model.other, language, left_out=model.left_out)
        for column, side in ((self._today, model.today), (self._other, model.other)):
            column.show_ladder(side, language, highest=model.highest)

    def _say(self) -> None:
        """Say the difference, once for each."""
        if self._back.isEnabled() and self._lead.text() != self._said:
            self._said = self._lead.text()
            self.desk.bulletin.said.emit(self._said)
