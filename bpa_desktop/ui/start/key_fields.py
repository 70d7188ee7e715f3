"""What opens a file: the passphrase, or the recovery code where that is forgotten."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from bpa_desktop.i18n import mark
from bpa_desktop.ui.start.doors import Knock, Way
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.start.passphrase_field import PassphraseFields
from bpa_desktop.ui.widgets.wrapping import Tick


class KeyFields(QObject):
    """Stands in the column of a page; only the field that is asked for is shown."""

    entered = Signal()
    """Enter was pressed in the field."""
    changed = Signal()
    """Something else is typed, or the other is asked for."""

    def __init__(self, page: StartPage, label: str = mark("Passphrase")) -> None:
        super().__init__(page)
        self._page = page
        self._passphrase = PassphraseFields(page, (label,), mark("Show the passphrase"))
        self._use_code = Tick()
        self._code = QLineEdit()
        page.column.addWidget(self._passphrase)
        page.put(self._use_code.setText, mark("I have forgotten it: use the recovery code"))
        page.column.addWidget(self._use_code)
        self._code_label = page.labelled(mark("Recovery code, as it was printed"), self._code)
        self._passphrase.entered.connect(self.entered)
        self._code.returnPressed.connect(self.entered)
        self._use_code.toggled.connect(self._switch)
        for field in (self._code, *self._passphrase.fields):
            field.textChanged.connect(lambda _text: self.changed.emit())
        self._switch(False)

    @property
    def field(self) -> QLineEdit:
        """The field that is asked for."""
        return self._code if self._use_code.isChecked() else self._passphrase.fields[0]

    @property
    def knock(self) -> Knock:
        """What is typed, and what it is."""
        return Knock(Way.CODE if self._use_code.isChecked() else Way.PASSPHRASE, self.field.text())

    def ready(self) -> bool:
        """Tell whether something is typed, and say so where not; an error of before goes."""
        if not self.field.text().strip():
            self._page.refuse(self._page.language.text("Nothing is typed yet."), self.field)
            return False
        self._page.clear_error(self.field)
        return True

    def refuse(self, text: str) -> None:
        """Say why it did not open; what was typed stays selected, to be typed anew."""
        self._page.refuse(text, self.field)
        self.field.selectAll()

    def _switch(self, use_code: bool) -> None:
        self._page.clear_error(self._code, *self._passphrase.fields)
        self._code_label.setVisible(use_code)
        self._code.setVisible(use_code)
        self._passphrase.setVisible(not use_code)
        self.changed.emit()
        if self._page.isVisible():
            self.field.setFocus()
