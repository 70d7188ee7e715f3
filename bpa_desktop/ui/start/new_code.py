"""Another recovery code: what that means, and the passphrase, or the code there is, that proves whose file it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bpa_desktop.i18n import Language, mark
from bpa_desktop.ui.start.doors import Doors, Knock, Way
from bpa_desktop.ui.start.key_fields import KeyFields
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.start.page_dialog import PageDialog
from bpa_desktop.ui.start.passphrase_field import PassphraseFields
from bpa_desktop.ui.start.stage import Stage
from bpa_desktop.ui.worker import is_gone


class NewCodePage(StartPage):
    """Says what a new code does and does not do, and asks for what opens the file.

    By the old code a new passphrase is chosen too: the one that is forgotten cannot go along.
    """

    help_page = "locking"

    submitted = Signal(object, str)
    """A Knock with what opens the file now, and the passphrase that opens it from then on."""
    back_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__(language, mark("A new recovery code"))
        self.words(
            mark(
                "For when somebody may have seen the code, or the sheet is lost. The file is locked anew, and you get "
                "another code. The old one does not open it any more."
            )
        )
        self.words(
            mark(
                "Backups made until now still open with the old code. You are shown them afterwards, and can delete "
                "them."
            )
        )
        self._keys = KeyFields(self, mark("Passphrase, which stays the same"))
        self._new = PassphraseFields(
            self,
            (mark("New passphrase, at least 8 characters"), mark("The new passphrase again")),
            mark("Show the new passphrases"),
        )
        self._keys.entered.connect(self._go_on)
        self._keys.changed.connect(self._switch)
        self._new.entered.connect(self._submit)
        self.column.addWidget(self._new)
        self._switch()
        self.column.addWidget(self.error)
        self._make = self.button(mark("Make a new code"), self._submit, is_main=True)
        self.button(mark("Cancel"), self.back_wanted.emit)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Put the focus in the field."""
        self._keys.field.setFocus()

    def refused(self, text: str) -> None:
        """Say why there is no new code."""
        self._make.setEnabled(True)
        self._keys.refuse(text)

    @property
    def _by_code(self) -> bool:
        return self._keys.knock.way is Way.CODE

    def _switch(self) -> None:
        self._new.setVisible(self._by_code)

    def _go_on(self) -> None:
        if self._by_code:
            self._new.fields[0].setFocus()
        else:
            self._submit()

    def _submit(self) -> None:
        self.clear_error(*self._new.fields)
        if not self._make.isEnabled() or not self._keys.ready():
            return
        fault = self._new.fault(self.language) if self._by_code else None
        if fault is not None:
            self.refuse(*fault)
            return
        self._make.setEnabled(False)
        knock = self._keys.knock
        self.submitted.emit(knock, self._new.text if self._by_code else knock.typed)


class NewCodeDialog(PageDialog):
    """Closes once the passphrase or the code is proved; the key is changed when nothing is open any more."""

    proved = Signal(object)
    """What puts the closed store under a new key: what was typed opens it."""

    def __init__(self, stage: Stage, doors: Doors, *, parent: QWidget) -> None:
        self.page = NewCodePage(stage.language)
        super().__init__(self.page, parent)
        self._stage = stage
        self._doors = doors
        self.page.submitted.connect(self._prove)
        self.page.back_wanted.connect(self.reject)

    def _prove(self, knock: Knock, passphrase: str) -> None:
        self._stage.run(
            partial(self._doors.renewal, knock, passphrase),
            done=self._proved,
            failed=lambda error: self._stage.refuse(self.page, error),
        )

    def _proved(self, renew: object) -> None:
        if not is_gone(self) and self.isVisible():  # who left meanwhile wants none
            self.accept()
            self.proved.emit(renew)
