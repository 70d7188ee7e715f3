"""CallSheetDialog: whom to call in which order, as a sheet of paper: looked at, saved as a PDF, printed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.interchange.call_sheet import Calls, call_sheet
from bpa_desktop.ui.absence.view_model import Card, latest_answer
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.sheets import print_sheet, save_sheet, show_sheet
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.paper import Paper
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.words import Words


class CallSheetDialog(QDialog):
    """The sheet of one card."""

    def __init__(self, desk: Desk, card: Card, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        text = desk.language.text
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("Call sheet"))
        now = desk.history.clock.now()
        until = latest_answer(card.request, card.shift, now=now) if card.request is not None else None
        assistants = tuple(one.assistant.id for one in card.candidates)
        contacts = desk.history.records.all(FallbackContact)
        calls = Calls((card.shift,), assistants, until=until, contacts=contacts)
        self.sheet = call_sheet(desk.language, desk.roster, calls=calls, now=now.astimezone(desk.zone))
        preview = Paper(text("The sheet as it will be printed"))
        show_sheet(preview, self.sheet)
        note = Words(text("What is saved, printed or copied is not encrypted any more."), quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        spaced(column, GAP)
        column.addWidget(preview, 1)
        column.addWidget(note)
        column.addLayout(self._buttons())
        open_at(self, letters=100, lines=40)

    def _buttons(self) -> FlowLayout:
        text, line = self._desk.language.text, FlowLayout()
        for name, deed in (
            (text("&Save as PDF…"), self._save),
            (text("Pr&int…"), self._print),
            (text("Close"), self.reject),
        ):
            button = QPushButton(name)
            button.clicked.connect(deed)
            line.addWidget(button)
        return line

    def _save(self) -> None:
        name = self._desk.language.text("Call sheet").lower().replace(" ", "-")
        save_sheet(self._desk, self.sheet, name=name, parent=self)

    def _print(self) -> None:
        print_sheet(self._desk, self.sheet, parent=self)
