"""CoveredCard: a shift that a substitute takes, with the words to send to them and to those who wait."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bpa_desktop.texts import span_text
from bpa_desktop.texts.substitute_message import Messages, first_name
from bpa_desktop.ui.absence.view_model import Covered
from bpa_desktop.ui.absence.wording import Wording
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.words import Subtitle, Words


class CoveredCard(QWidget):
    """A button to copy for each who has to be told."""

    copy_wanted = Signal(str, str)
    """A name, and the text for them."""
    hide_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self._tell, self._texts = Subtitle(), Words(), Words(quiet=True)
        self._copies: list[QPushButton] = []
        self._messages: list[tuple[str, str]] = []
        self._hide = QPushButton()
        self._hide.clicked.connect(self.hide_wanted)
        self._line = FlowLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * GAP)
        spaced(column, GAP)
        for part in (self._title, self._tell, self._texts):
            column.addWidget(part)
        column.addLayout(self._line)
        self._line.addWidget(self._hide)

    def show_covered(self, covered: Covered, wording: Wording) -> None:
        """Show who takes the shift and who has to be told."""
        language, shift = wording.language, covered.shift
        messages = Messages(language, wording.zone)
        text = language.text
        when = span_text(language, shift.span, zone=wording.zone)
        self._title.setText(text("✓ {name} takes {when}", name=covered.chosen.name, when=when))
        names = language.listed(tuple(one.name for one in covered.waiting))
        waiting = text("Tell these that it is taken: {names}", names=names)
        self._tell.setText(waiting if covered.waiting else text("Nobody else waits for word."))
        self._messages = [(first_name(covered.chosen), messages.yours(covered.chosen, (shift,)))]
        self._messages += [(first_name(one), messages.taken(one, (shift,))) for one in covered.waiting]
        self._texts.setText("\n".join(message for _, message in self._messages))
        self._name_buttons(wording, when)

    def _name_buttons(self, wording: Wording, when: str) -> None:
        text = wording.language.text
        while len(self._copies) < len(self._messages):
            self._add_copy()
        for place, button in enumerate(self._copies):
            button.setVisible(place < len(self._messages))
            if place < len(self._messages):
                name = self._messages[place][0]
                button.setText(text("Copy message to {name}", name=name))
                button.setAccessibleName(text("Copy message to {name}, {when}", name=name, when=when))
        self._hide.setText(text("All are told"))
        self._hide.setAccessibleName(text("All are told, {when}", when=when))

    def focus_first(self) -> None:
        """Put the focus on the first message."""
        self._copies[0].setFocus()

    def _add_copy(self) -> None:
        place, button = len(self._copies), QPushButton()
        button.clicked.connect(lambda: self.copy_wanted.emit(*self._messages[place]))
        self._copies.append(button)
        self._line.takeAt(self._line.count() - 1)
        self._line.addWidget(button)
        self._line.addWidget(self._hide)
