"""LetterBox: a letter that can be changed before it is copied or saved; nothing is sent."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bpa_desktop.ui import clipboard
from bpa_desktop.ui.cost.invoice_model import InvoiceModel
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.file_save import Wish, choose_place, save_and_say
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.form import Notes
from bpa_desktop.ui.widgets.words import Subtitle, Words

_LINES_SHOWN = 14


class LetterBox(QWidget):
    """Several lines that Tab leaves, with two buttons below. A new draft takes the place of what was changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._draft, self._name = "", ""
        self._heading, self._note = Subtitle(), Words(quiet=True)
        self._letter = Notes(_LINES_SHOWN)
        self._copy, self._save = QPushButton(), QPushButton()
        self._copy.clicked.connect(self._to_clipboard)
        self._save.clicked.connect(self._to_file)
        buttons = FlowLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP)
        for part in (self._heading, self._note, self._letter):
            column.addWidget(part)
        for button in (self._copy, self._save):
            buttons.addWidget(button)
        column.addLayout(buttons)

    def show_letter(self, draft: str, model: InvoiceModel) -> None:
        """Show a draft; what was changed in it stays as long as the draft is the same."""
        self.setVisible(bool(draft))
        self._name = f"faktura-{model.month:%Y-%m}.txt"
        if draft != self._draft:
            self._draft = draft
            self._letter.setPlainText(draft)

    def retranslate(self) -> None:
        """Make every fixed text again."""
        text = self._desk.language.text
        self._heading.setText(text("Letter to the municipality"))
        self._letter.setAccessibleName(text("Letter to the municipality"))
        self._note.put(
            text(
                "A draft: fill in what stands in square brackets, and change what you like. It names no income. It is "
                "in Norwegian, since the municipality shall read it."
            )
        )
        self._copy.setText(text("Copy the letter"))
        self._save.setText(text("Save as a text file…"))

    def _to_clipboard(self) -> None:
        clipboard.copy(self._letter.toPlainText())
        self._desk.bulletin.said.emit(self._desk.language.text("The letter is copied."))

    def _to_file(self) -> None:
        text = self._desk.language.text
        wish = Wish(text("Save the letter as a file"), text("Text files (*.txt)"), self._name)
        path = choose_place(self, wish)
        if path is not None:
            save_and_say(self._desk, path, content=self._letter.toPlainText().encode())
