"""LabourPage: what the month's work costs, assistant by assistant, each unfolding into its explained lines."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bpa_desktop.data.pay_book import pay_book_with
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.i18n import Language
from bpa_desktop.pay.cost import AssistantCost, LabourCost
from bpa_desktop.ui.cost.labour_model import LabourModel, build_labour
from bpa_desktop.ui.cost.labour_wording import labour_lead, labour_notes, person_lines, person_text, total_text
from bpa_desktop.ui.cost.page import CostPage
from bpa_desktop.ui.cost.pay_panel import PayPanel
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.expander import Expander
from bpa_desktop.ui.widgets.words import Words


class _Person(QWidget):
    """An assistant's month in a line, and behind a button what it is made of."""

    def __init__(self) -> None:
        super().__init__()
        self._summary, self.toggle, self._lines = Words(bold=True), Expander(), Words()
        self.toggle.turned.connect(self._draw)
        self._person: AssistantCost | None = None
        self._language: Language | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        beside = QHBoxLayout()
        beside.addWidget(self._summary, 1)
        beside.addWidget(self.toggle)
        column.addLayout(beside)
        column.addWidget(self._lines)

    def show_person(self, model: LabourModel, language: Language, *, person: AssistantCost) -> None:
        """Show an assistant."""
        if self._person is None or self._person.assistant != person.assistant:
            self.toggle.is_open = False
        self._person, self._language = person, language
        self._summary.put(person_text(language, model, person=person))
        self.toggle.setVisible(bool(person.parts))
        self._draw()

    def _draw(self) -> None:
        if self._person is None or self._language is None:
            return
        text, opened = self._language.text, self.toggle.is_open
        self._lines.put(person_lines(self._language, self._person) if opened else "")
        self.toggle.setText(text("Hide the lines") if opened else text("Show the lines"))
        self.toggle.setAccessibleName(f"{self.toggle.text()}: {self._summary.text()}")


class LabourPage(CostPage):
    """Draws itself from a LabourModel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._lead, self._total, self._notes = Words(), Words(bold=True), Words(quiet=True)
        self._people: list[_Person] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(2 * GAP)
        self._line = QFrame()
        self._line.setFrameShape(QFrame.Shape.HLine)
        self._panel = PayPanel(desk)
        self.column.addWidget(self._lead)
        self.column.addLayout(self._place)
        for part in (self._total, self._notes, self._line, self._panel):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_month(self, month: date) -> None:
        """Draw anew for the month that begins on a day."""
        language, own = self.desk.language, self.desk.history.records.all(OwnPayAgreement)
        model = build_labour(self.desk.roster, month, book=pay_book_with(own))
        self._lead.put(labour_lead(language, model))
        self._draw_people(model)
        self._total.put(total_text(language, model))
        self._notes.put(labour_notes(language, model))
        self._panel.show_model(model)

    def retranslate(self) -> None:
        """Make every fixed text again; drawing the month follows."""
        self.setAccessibleName(self.desk.language.text("What the work costs"))
        self._panel.retranslate()

    def focus_first(self) -> None:
        """Put the focus on the first assistant's lines, else where an agreement is chosen."""
        first = next((person.toggle for person in self._people if person.toggle.isVisible()), self._panel.change)
        first.setFocus()

    def _draw_people(self, model: LabourModel) -> None:
        people = model.cost.people if isinstance(model.cost, LabourCost) else ()
        while len(self._people) < len(people):
            self._people.append(_Person())
            self._place.addWidget(self._people[-1])
        for place, widget in enumerate(self._people):
            widget.setVisible(place < len(people))
            if place < len(people):
                widget.show_person(model, self.desk.language, person=people[place])
