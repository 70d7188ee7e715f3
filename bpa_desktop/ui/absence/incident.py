"""Incident: a shift that nobody comes to: how the user gets by, and whom to call."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.domain.substitute import Outcome
from bpa_desktop.i18n import mark
from bpa_desktop.texts import word
from bpa_desktop.texts.substitute_message import Messages
from bpa_desktop.ui.absence.view_model import Card
from bpa_desktop.ui.absence.wording import Wording
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.words import Words
from bpa_desktop.ui.widgets.wrapping import Button

_WAYS = {
    Outcome.WITHOUT: mark("I manage without"),
    Outcome.RELATIVE: mark("A relative comes"),
    Outcome.PROVIDER: mark("The provider sends somebody"),
}


class Incident(QWidget):
    """It stays in sight until somebody comes after all."""

    chosen = Signal(object)
    """The Outcome that was pressed."""
    copy_wanted = Signal(str, str)
    """A contact's name, and the text for them."""

    def __init__(self) -> None:
        super().__init__()
        self._how, self._calls = Words(bold=True), Words()
        self._ways = {outcome: Button() for outcome in _WAYS}
        self._copies: list[Button] = []
        self._messages: list[tuple[str, str]] = []
        line, self._line = FlowLayout(), FlowLayout()
        for outcome, button in self._ways.items():
            button.clicked.connect(lambda _checked=False, chosen=outcome: self.chosen.emit(chosen))
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP)
        column.addWidget(self._how)
        column.addLayout(line)
        column.addWidget(self._calls)
        column.addLayout(self._line)

    def show_incident(self, card: Card, contacts: Sequence[FallbackContact], *, wording: Wording) -> None:
        """Show how the user gets by, and the contacts in the order they were kept, each with a ready text."""
        text, when = wording.language.text, wording.card_title(card)
        outcome = card.request.outcome if card.request is not None else Outcome.NONE
        self._how.put(text("▲ Nobody comes. How do you get by?") if outcome is Outcome.NONE else "")
        for way, button in self._ways.items():
            label = text(_WAYS[way])
            button.setText(f"✓ {label}" if way is outcome else label)
            button.setAccessibleName(", ".join((label, *((text("chosen"),) if way is outcome else ()), when)))
        said = [f"{one.name} · {word(wording.language, one.kind)} · {one.phone}" for one in contacts]
        teaching = text("Nobody to call is kept yet. Write down whom to call under Absence in the menu.")
        self._calls.setText("\n".join(said) or teaching)
        messages = Messages(wording.language, wording.zone)
        self._messages = [(one.name, messages.last_step(one, (card.shift,))) for one in contacts]
        self._name_copies(wording, when)

    def focus_first(self) -> None:
        """Put the focus on the first way to get by."""
        self._ways[Outcome.WITHOUT].setFocus()

    def _name_copies(self, wording: Wording, when: str) -> None:
        while len(self._copies) < len(self._messages):
            place, button = len(self._copies), Button()
            button.clicked.connect(lambda _checked=False, place=place: self.copy_wanted.emit(*self._messages[place]))
            self._copies.append(button)
            self._line.addWidget(button)
        for place, button in enumerate(self._copies):
            button.setVisible(place < len(self._messages))
            if place < len(self._messages):
                name = self._messages[place][0]
                button.setText(wording.language.text("Copy message to {name}", name=name))
                button.setAccessibleName(wording.language.text("Copy message to {name}, {when}", name=name, when=when))
