"""Unlock: the passphrase, or the recovery code; what is wrong said beside the field."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from bpa_desktop.i18n import Language, mark
from bpa_desktop.services.emergency import EmergencySheet
from bpa_desktop.texts.emergency import emergency_lines
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.start.passphrase_field import PassphraseFields
from bpa_desktop.ui.widgets.words import Words
from bpa_desktop.ui.widgets.wrapping import Tick


@dataclass(frozen=True)
class Locked:
    """What the page says of an arrangement that was open until it was locked."""

    sheet: EmergencySheet | None = None
    form_was_open: bool = False


class UnlockPage(StartPage):
    """Asks for what opens the file."""

    passphrase_given = Signal(str)
    code_given = Signal(str)

    def __init__(self, language: Language, locked: Locked | None = None) -> None:
        heading = mark("Open your arrangement") if locked is None else mark("Locked")
        super().__init__(language, heading)
        self._passphrase = PassphraseFields(self, (mark("Passphrase"),), mark("Show the passphrase"))
        self._passphrase.entered.connect(self._submit)
        self.column.addWidget(self._passphrase)
        self._use_code = Tick()
        self.put(self._use_code.setText, mark("I have forgotten it: use the recovery code"))
        self._use_code.toggled.connect(self._switch)
        self.column.addWidget(self._use_code)
        self._code = QLineEdit()
        self._code.returnPressed.connect(self._submit)
        self._code_label = self.labelled(mark("Recovery code, as it was printed"), self._code)
        self.column.addWidget(self.error)
        self._open = self.button(mark("Open"), self._submit, is_main=True)
        self._sheet = Words()
        self._sheet.setTextFormat(Qt.TextFormat.PlainText)
        self._locked = locked
        if locked is not None:
            self._show_locked(locked)
        self.column.addStretch(1)
        self._switch(False)

    def begin(self) -> None:
        """Put the focus in the field that is asked for."""
        self._field.setFocus()

    def _show_locked(self, locked: Locked) -> None:
        """Say what became of an open form, and show the emergency sheet where that is wished."""
        if locked.form_was_open:
            self.words(mark("A form was open. What was typed there and not saved is gone."))
        if locked.sheet is not None:
            self.column.addWidget(self._sheet)
            self._tell_sheet(locked.sheet)

    def _tell_sheet(self, sheet: EmergencySheet) -> None:
        lines = emergency_lines(self.language, sheet)
        self._sheet.setText("\n".join(lines))

    def retranslate(self, language: Language) -> None:
        """Make every text again, the emergency sheet's too."""
        super().retranslate(language)
        if self._locked is not None and self._locked.sheet is not None:
            self._tell_sheet(self._locked.sheet)

    def set_busy(self, busy: bool) -> None:
        """Show that the key is being worked out; that takes about a second."""
        self._open.setEnabled(not busy)
        self._open.setText(self.language.text("Opening…") if busy else self.language.text("Open"))

    def refused(self, text: str) -> None:
        """Say why it did not open; what was typed stays selected, to be typed anew."""
        self.set_busy(False)
        self.refuse(text, self._field)
        self._field.selectAll()

    @property
    def _field(self) -> QLineEdit:
        return self._code if self._use_code.isChecked() else self._passphrase.fields[0]

    def _switch(self, use_code: bool) -> None:
        self.clear_error(self._code, *self._passphrase.fields)
        self._code_label.setVisible(use_code)
        self._code.setVisible(use_code)
        self._passphrase.setVisible(not use_code)
        if self.isVisible():
            self.begin()

    def _submit(self) -> None:
        typed = self._field.text()
        if not self._open.isEnabled():
            return
        if not typed.strip():
            self.refuse(self.language.text("Nothing is typed yet."), self._field)
            return
        self.clear_error(self._field)
        self.set_busy(True)
        signal = self.code_given if self._use_code.isChecked() else self.passphrase_given
        signal.emit(typed)
