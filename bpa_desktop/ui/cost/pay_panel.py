"""PayPanel: what the work is paid by, and a drawer each to choose another agreement and to write down one's own."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bpa_desktop.ui.cost.agreement_drawer import AgreementDrawer
from bpa_desktop.ui.cost.labour_model import LabourModel
from bpa_desktop.ui.cost.labour_wording import agreement_name, unknown_text
from bpa_desktop.ui.cost.own_pay_drawer import OwnPayDrawer
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.drawer import Drawer
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.fact_list import FactList
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.words import Subtitle, Words


class PayPanel(QWidget):
    """Facts with two buttons, or one of two drawers; what is kept can be undone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._heading, self._facts, self._unknown = Subtitle(), FactList(), Words()
        self._choice, self.own = AgreementDrawer(desk), OwnPayDrawer(desk)
        self.change, self.write = QPushButton(), QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP)
        buttons = FlowLayout()
        for part in (self._heading, self._facts, self._unknown):
            column.addWidget(part)
        column.addLayout(buttons)
        for button, drawer in ((self.change, self._choice), (self.write, self.own)):
            button.clicked.connect(lambda _checked=False, wanted=drawer: self._begin(wanted))
            drawer.closed.connect(lambda left=drawer, back=button: self._close(left, back))
            buttons.addWidget(button)
            column.addWidget(drawer)

    def show_model(self, model: LabourModel) -> None:
        """Show what the month is paid by."""
        language = self._desk.language
        self._facts.show_facts(((language.text("Pay agreement"), agreement_name(language, model.agreement)),))
        self._unknown.setText(unknown_text(language, model))
        self._show_facts(self._choice.isHidden() and self.own.isHidden())
        self._choice.offer(model)
        self.own.known = model.agreements

    def retranslate(self) -> None:
        """Make every fixed text again."""
        language = self._desk.language
        self._heading.setText(language.text("What it is paid by"))
        self.change.setText(language.text("Choose agreement"))
        self.write.setText(language.text("Write down what we pay"))
        for drawer in (self._choice, self.own):
            drawer.retranslate()

    def _begin(self, wanted: Drawer) -> None:
        self._show_facts(False)
        wanted.begin()

    def _close(self, left: Drawer, back: QPushButton) -> None:
        left.hide()
        self._show_facts(True)
        back.setFocus()

    def _show_facts(self, shown: bool) -> None:
        self._unknown.setVisible(shown and bool(self._unknown.text()))
        for part in (self._facts, self.change, self.write):
            part.setVisible(shown)
