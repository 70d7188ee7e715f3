"""CallSheetDialog: whom to call in which order, as a sheet of paper: looked at, saved as a PDF, printed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.data.resources import resources_folder
from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.interchange.call_sheet import Calls, call_sheet
from bpa_desktop.interchange.sheet import sheet_pages, sheet_pdf
from bpa_desktop.ui.absence.view_model import Card, latest_answer
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.file_save import Wish, choose_place, save_and_say
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.paper import Paper
from bpa_desktop.ui.widgets.room import open_at
from bpa_desktop.ui.widgets.words import Words

_LAYOUTS = resources_folder() / "sheets"


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
        preview.show_pages(sheet_pages(self.sheet, _LAYOUTS), text=self.sheet.text)
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
        text = self._desk.language.text
        name = text("Call sheet").lower().replace(" ", "-")
        path = choose_place(self, Wish(text("Save the sheet as a PDF"), text("PDF files (*.pdf)"), f"{name}.pdf"))
        if path is not None:
            save_and_say(self._desk, path, content=sheet_pdf(self.sheet, _LAYOUTS))

    def _print(self) -> None:
        from bpa_desktop.ui.printing import print_pages  # brings the printing part of Qt

        if print_pages(sheet_pages(self.sheet, _LAYOUTS), self):
            self._desk.bulletin.said.emit(self._desk.language.text("Sent to the printer."))
