"""A new passphrase in the place of the old one, by the old one or by the recovery code."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bpa_desktop.i18n import Language, mark
from bpa_desktop.ui.start.doors import Doors, Knock
from bpa_desktop.ui.start.key_fields import KeyFields
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.start.page_dialog import PageDialog
from bpa_desktop.ui.start.passphrase_field import PassphraseFields
from bpa_desktop.ui.start.stage import Stage
from bpa_desktop.ui.worker import is_gone


class ChangePassphrasePage(StartPage):
    """Asks for the passphrase there is, or the recovery code, and twice for the new one."""

    help_page = "locking"

    submitted = Signal(object, str)
    """A Knock with what opens the file now, and the new passphrase."""
    back_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__(language, mark("Change the passphrase"))
        self._keys = KeyFields(self, mark("The passphrase now"))
        self._passphrase = PassphraseFields(
            self,
            (mark("New passphrase, at least 8 characters"), mark("The new passphrase again")),
            mark("Show the new passphrases"),
        )
        self._keys.entered.connect(self._passphrase.fields[0].setFocus)
        self._passphrase.entered.connect(self._submit)
        self.column.addWidget(self._passphrase)
        self.words(mark("The recovery code stays the same."))
        self.column.addWidget(self.error)
        self._change = self.button(mark("Change"), self._submit, is_main=True)
        self.button(mark("Cancel"), self.back_wanted.emit)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Put the focus in the first field."""
        self._keys.field.setFocus()

    def refused(self, text: str) -> None:
        """Say why it was not changed."""
        self._change.setEnabled(True)
        self._keys.refuse(text)

    def _submit(self) -> None:
        self.clear_error(*self._passphrase.fields)
        if not self._keys.ready():
            return
        fault = self._passphrase.fault(self.language)
        if fault is not None:
            self.refuse(*fault)
        else:
            self._change.setEnabled(False)
            self.submitted.emit(self._keys.knock, self._passphrase.text)


class ChangePassphraseDialog(PageDialog):
    """Changes it, and closes."""

    def __init__(self, stage: Stage, doors: Doors, *, parent: QWidget) -> None:
        self.page = ChangePassphrasePage(stage.language)
        super().__init__(self.page, parent)
        self._stage = stage
        self._doors = doors
        self.page.submitted.connect(self._change)
        self.page.back_wanted.connect(self.reject)

    def _change(self, knock: Knock, new: str) -> None:
        self._stage.run(
            partial(self._doors.change_passphrase, knock, new),
            done=lambda _nothing: self._changed(),
            failed=lambda error: self._stage.refuse(self.page, error),
        )

    def _changed(self) -> None:
        if not is_gone(self):  # closed while it was changed, which Esc does not undo
            self.accept()
        self._stage.window.status.say(self._stage.language.text("The passphrase is changed."))
