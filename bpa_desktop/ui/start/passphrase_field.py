"""A field for a passphrase: pasting allowed, shown on request."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.words import Words
from bpa_desktop.ui.widgets.wrapping import Tick

LEAST_LENGTH = 8


class PassphraseFields(QWidget):
    """One or more fields with their labels, and one tick that shows what is typed."""

    entered = Signal()
    """Enter was pressed in the last field."""

    def __init__(self, page: StartPage, labels: tuple[str, ...], show_label: str) -> None:
        super().__init__()
        self.fields = tuple(QLineEdit() for _ in labels)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP)
        for field, source in zip(self.fields, labels, strict=True):
            field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
            label = Words()
            label.setBuddy(field)
            page.put(label.setText, source)
            page.put(_named(field), source)
            group = QVBoxLayout()
            spaced(group, GAP // 2)
            group.addWidget(label)
            group.addWidget(field)
            column.addLayout(group)
        self._show = Tick()
        page.put(self._show.setText, show_label)
        self._show.toggled.connect(self._show_typed)
        column.addWidget(self._show)
        for field, following in zip(self.fields, self.fields[1:], strict=False):
            field.returnPressed.connect(following.setFocus)
        self.fields[-1].returnPressed.connect(self.entered)
        self._show_typed(False)

    @property
    def text(self) -> str:
        """What is typed in the first field."""
        return self.fields[0].text()

    def fault(self, language: Language) -> tuple[str, QLineEdit] | None:
        """Return what is wrong with a new passphrase that is typed twice, and the field to mend it in."""
        if len(self.text) < LEAST_LENGTH:
            return language.text("The passphrase needs at least {n} characters.", n=LEAST_LENGTH), self.fields[0]
        if len({field.text() for field in self.fields}) > 1:
            return language.text("The two passphrases differ. Type the second again."), self.fields[-1]
        return None

    def clear(self) -> None:
        """Forget what was typed."""
        for field in self.fields:
            field.clear()

    def _show_typed(self, shown: bool) -> None:
        for field in self.fields:
            field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


def _named(field: QLineEdit) -> Callable[[str], None]:
    return lambda text: field.setAccessibleName(text.replace("&", ""))
