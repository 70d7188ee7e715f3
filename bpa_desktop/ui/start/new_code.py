"""Another recovery code: what that means, and the passphrase that proves whose file it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bpa_desktop.i18n import Language, mark
from bpa_desktop.ui.start.doors import Doors
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.start.page_dialog import PageDialog
from bpa_desktop.ui.start.passphrase_field import PassphraseFields
from bpa_desktop.ui.start.stage import Stage
from bpa_desktop.ui.worker import is_gone


class NewCodePage(StartPage):
    """Says what a new code does and does not do, and asks for the passphrase."""

    help_page = "locking"

    submitted = Signal(str)
    back_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__(language, mark("A new recovery code"))
        self.words(
            mark(
                "For when somebody may have seen the code, or the sheet is lost. The file is locked anew, and you get "
                "another code. The old one does not open it any more. The passphrase stays the same."
            )
        )
        self.words(
            mark(
                "Backups made until now still open with the old code. You are shown them afterwards, and can delete "
                "them."
            )
        )
        self._passphrase = PassphraseFields(self, (mark("Passphrase"),), mark("Show the passphrase"))
        self._passphrase.entered.connect(self._submit)
        self.column.addWidget(self._passphrase)
        self.column.addWidget(self.error)
        self._make = self.button(mark("Make a new code"), self._submit, is_main=True)
        self.button(mark("Cancel"), self.back_wanted.emit)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Put the focus in the field."""
        self._passphrase.fields[0].setFocus()

    def refused(self, text: str) -> None:
        """Say why there is no new code."""
        self._make.setEnabled(True)
        self.refuse(text, self._passphrase.fields[0])

    def _submit(self) -> None:
        self.clear_error(self._passphrase.fields[0])
        self._make.setEnabled(False)
        self.submitted.emit(self._passphrase.text)


class NewCodeDialog(PageDialog):
    """Closes once the passphrase is proved; the key is changed when nothing is open any more."""

    proved = Signal(object)
    """What puts the closed store under a new key: the passphrase was right."""

    def __init__(self, stage: Stage, doors: Doors, *, parent: QWidget) -> None:
        self.page = NewCodePage(stage.language)
        super().__init__(self.page, parent)
        self._stage = stage
        self._doors = doors
        self.page.submitted.connect(self._prove)
        self.page.back_wanted.connect(self.reject)

    def _prove(self, passphrase: str) -> None:
        self._stage.run(
            partial(self._doors.renewal, passphrase),
            done=self._proved,
            failed=lambda error: self._stage.refuse(self.page, error),
        )

    def _proved(self, renew: object) -> None:
        if not is_gone(self) and self.isVisible():  # who left meanwhile wants none
            self.accept()
            self.proved.emit(renew)
