"""PayPanel: what the work is paid by, the form to choose another agreement, and the one for figures of one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bpa_desktop.services.pay_agreement import choose_pay_agreement
from bpa_desktop.ui.cost.labour_model import LabourModel
from bpa_desktop.ui.cost.labour_wording import agreement_name, unknown_text
from bpa_desktop.ui.cost.own_pay_form import OwnPayForm
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.fact_list import FactList
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.words import Subtitle, Words


class PayPanel(QWidget):
    """Facts with two buttons, or one of two forms; what is kept can be undone."""

    kept = Signal()
    """Another agreement was chosen, or one's own figures were kept."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._model: LabourModel | None = None
        self._heading, self._facts, self._unknown = Subtitle(), FactList(), Words()
        self._teaching = Words()
        self._choice = Form(save=self._keep, leave=self._close)
        self._choice.add("agreement", "choice")
        self._own = OwnPayForm(desk, save=self._keep, leave=self._close)
        self.change, self._write, self._save, self._leave = (QPushButton() for _ in range(4))
        self._save.setProperty("main", True)
        self.change.clicked.connect(self._begin_choice)
        self._write.clicked.connect(self._begin_own)
        self._save.clicked.connect(self._keep)
        self._leave.clicked.connect(self._close)
        self._lay_out()
        self._show_form(None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for part in (self._heading, self._facts, self._unknown, self._teaching, self._choice, self._own):
            column.addWidget(part)
        buttons = FlowLayout()
        for button in (self.change, self._write, self._save, self._leave):
            buttons.addWidget(button)
        column.addLayout(buttons)

    def show_model(self, model: LabourModel) -> None:
        """Show what the month is paid by."""
        self._model = model
        language = self._desk.language
        self._facts.show_facts(((language.text("Pay agreement"), agreement_name(language, model.agreement)),))
        self._unknown.put(unknown_text(language, model))
        named = [(one.id, agreement_name(language, one)) for one in model.agreements]
        self._choice.offer("agreement", [("", language.text("none")), *named])

    def retranslate(self) -> None:
        """Make every fixed text again."""
        language = self._desk.language
        self._heading.setText(language.text("What it is paid by"))
        self._choice.label("agreement", language.text("Pay agreement"))
        self._own.retranslate()
        self.change.setText(language.text("Choose agreement"))
        self._write.setText(language.text("Write down what we pay"))
        self._save.setText(language.text("Save"))
        self._leave.setText(language.text("Cancel"))
        self._teaching.setText(
            language.text(
                "Leave empty what you do not know: then the law's least is used, or it is said that it is not counted. "
                "Write 0 for what you do not pay. An assistant's own hourly wage goes before the one here."
            )
        )

    def _begin_choice(self) -> None:
        self._choice.fill({"agreement": self._desk.roster.arrangement.pay_agreement or ""})
        self._show_form(self._choice)
        self._choice.focus("agreement")

    def _begin_own(self) -> None:
        self._show_form(self._own)
        self._own.begin(self._model.agreements if self._model is not None else ())

    def _keep(self) -> None:
        if self._own.isHidden():
            self._keep_choice()
        elif not self._own.keep():
            return
        self._close()
        self.kept.emit()

    def _keep_choice(self) -> None:
        chosen = self._choice.values()["agreement"] or None
        if chosen != self._desk.roster.arrangement.pay_agreement:
            choose_pay_agreement(self._desk.history, chosen)

    def _close(self) -> None:
        back = self._write if not self._own.isHidden() else self.change
        self._show_form(None)
        back.setFocus()

    def _show_form(self, shown: Form | None) -> None:
        for form in (self._choice, self._own):
            form.setVisible(form is shown)
        self._teaching.setVisible(shown is self._own)
        self._unknown.setVisible(shown is None and bool(self._unknown.text()))
        for button in (self._save, self._leave):
            button.setVisible(shown is not None)
        for part in (self._facts, self.change, self._write):
            part.setVisible(shown is None)
