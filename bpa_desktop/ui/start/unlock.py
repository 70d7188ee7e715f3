"""Unlock: the passphrase, or the recovery code; what is wrong said beside the field."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from bpa_desktop.i18n import Language, mark
from bpa_desktop.services.emergency import EmergencySheet
from bpa_desktop.texts.emergency import emergency_lines
from bpa_desktop.ui.start.key_fields import KeyFields
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.widgets.words import Words


@dataclass(frozen=True)
class Locked:
    """What the page says of an arrangement that was open until it was locked."""

    sheet: EmergencySheet | None = None
    form_was_open: bool = False


class UnlockPage(StartPage):
    """Asks for what opens the file."""

    help_page = "locking"

    key_given = Signal(object)
    """A Knock."""

    def __init__(self, language: Language, locked: Locked | None = None) -> None:
        heading = mark("Open your arrangement") if locked is None else mark("Locked")
        super().__init__(language, heading)
        self._keys = KeyFields(self)
        self._keys.entered.connect(self._submit)
        self.column.addWidget(self.error)
        self._open = self.button(mark("Open"), self._submit, is_main=True)
        self._sheet = Words()
        self._sheet.setTextFormat(Qt.TextFormat.PlainText)
        self._locked = locked
        if locked is not None:
            self._show_locked(locked)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Put the focus in the field that is asked for."""
        self._keys.field.setFocus()

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
        self._keys.refuse(text)

    def _submit(self) -> None:
        if self._open.isEnabled() and self._keys.ready():
            knock = self._keys.knock
            self.set_busy(True)
            self.key_given.emit(knock)
