"""Create: what a new arrangement is called, where it is, and the passphrase that keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from bpa_desktop.i18n import Language, mark
from bpa_desktop.ui.start.doors import Place
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.start.passphrase_field import PassphraseFields
from bpa_desktop.ui.widgets.choice import Choice
from bpa_desktop.ui.widgets.wrapping import Tick


@dataclass(frozen=True)
class Beginning:
    """What was filled in. The passphrase is left out where the value is shown."""

    name: str
    place: Place | None
    passphrase: str = field(repr=False)
    remember: bool = False


class CreatePage(StartPage):
    """Asks for a name and a place, unless a file brings them, and for a passphrase twice, unless a file is open."""

    help_page = "locking"

    submitted = Signal(object)
    """A Beginning."""
    back_wanted = Signal()

    def __init__(
        self, language: Language, places: Sequence[Place], *, for_file: bool = False, is_open: bool = False
    ) -> None:
        heading = mark("Choose a passphrase for this computer") if for_file else mark("Begin your own arrangement")
        super().__init__(language, heading)
        self._name: QLineEdit | None = None
        self._place: QComboBox | None = None
        self._passphrase: PassphraseFields | None = None
        self._remember: Tick | None = None
        self._button_text = mark("Begin") if is_open else mark("Make the encrypted file")
        if not for_file:
            self._ask_name_and_place(places)
        if not is_open:
            self._ask_passphrase()
        self.column.addWidget(self.error)
        self._create = self.button(self._button_text, self._submit, is_main=True)
        if not is_open:
            self.button(mark("Back"), self.back_wanted.emit)
        self.column.addStretch(1)

    def _ask_passphrase(self) -> None:
        self._passphrase = PassphraseFields(
            self,
            (mark("Passphrase, at least 8 characters"), mark("The same passphrase again")),
            mark("Show the passphrases"),
        )
        self._passphrase.entered.connect(self._submit)
        self.column.addWidget(self._passphrase)
        self._remember = Tick()
        self.put(self._remember.setText, mark("Remember it in this computer's key store"))
        self.column.addWidget(self._remember)
        self.words(
            mark(
                "Nobody can open the file without the passphrase, and nobody can make a new one for you: there is no "
                "server. You get a recovery code next. Print it and keep it where you keep important papers."
            )
        )

    def _ask_name_and_place(self, places: Sequence[Place]) -> None:
        self._name, self._place = QLineEdit(), Choice()
        for widget, source in (
            (self._name, mark("What do you call it?")),
            (self._place, mark("Municipality, for its price list")),
        ):
            self.labelled(source, widget)
        self._name.returnPressed.connect(self._place.setFocus)
        self.put(self._name.setPlaceholderText, mark("for example: My assistants"))
        self._place.addItem("")
        self.put(partial(self._place.setItemText, 0), mark("None of these"))
        for place in places:
            self._place.addItem(f"{place.name} ({place.number})", place)

    def begin(self) -> None:
        """Put the focus in the first field."""
        self._first().setFocus()

    def set_busy(self, busy: bool) -> None:
        """Show that the file is being made; working out the key takes about a second."""
        self._create.setEnabled(not busy)
        self._create.setText(self.language.text(mark("Making the file…") if busy else self._button_text))

    def refused(self, text: str) -> None:
        """Say why the file could not be made."""
        self.set_busy(False)
        self.refuse(text, self._first())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _first(self) -> QLineEdit:
        if self._name is not None:
            return self._name
        assert self._passphrase is not None  # one of the two is asked for
        return self._passphrase.fields[0]

    def _fault(self) -> tuple[str, QLineEdit] | None:
        """Return what is wrong with what was filled in, and the field to mend it in."""
        if self._name is not None and not self._name.text().strip():
            return self.language.text("The arrangement needs a name."), self._name
        return self._passphrase.fault(self.language) if self._passphrase is not None else None

    def _submit(self) -> None:
        if not self._create.isEnabled():
            return
        fields = self._passphrase.fields if self._passphrase is not None else ()
        self.clear_error(self._first(), *fields)
        fault = self._fault()
        if fault is not None:
            self.refuse(*fault)
            return
        self.set_busy(True)
        self.submitted.emit(
            Beginning(
                name=self._name.text().strip() if self._name is not None else "",
                place=self._place.currentData() if self._place is not None else None,
                passphrase=self._passphrase.text if self._passphrase is not None else "",
                remember=self._remember is not None and self._remember.isChecked(),
            )
        )
