"""ProposalStrip: what is proposed next for a shift, its button, and whether it is about the other shifts too."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.domain.roster import Roster
from bpa_desktop.texts import name_of
from bpa_desktop.ui.absence.proposal import asks, backup_button, proposal_text, wave_button
from bpa_desktop.ui.absence.view_model import Card
from bpa_desktop.ui.absence.wording import Wording
from bpa_desktop.ui.keymap import DECLARED, Keymap
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.words import Words
from bpa_desktop.ui.widgets.wrapping import Button, Tick


class ProposalStrip(QWidget):
    """The user decides: nothing is done before the button is pressed."""

    acted = Signal(str)
    """The id of the action that a button stands for."""
    widened = Signal()
    """It is about the other shifts too, or not any more."""

    def __init__(self) -> None:
        super().__init__()
        self.keymap: Keymap = DECLARED
        self._words = Words()
        self._buttons = {"call_backup": Button(), "ask_proposed": Button()}
        self._also = Tick()
        line = FlowLayout()
        for action_id, button in self._buttons.items():
            button.setProperty("main", True)
            button.clicked.connect(lambda _checked=False, chosen=action_id: self.acted.emit(chosen))
            line.addWidget(button)
        self._also.toggled.connect(self.widened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP)
        column.addWidget(self._words)
        column.addLayout(line)
        column.addWidget(self._also)

    @property
    def is_about_others(self) -> bool:
        """Tell whether the next question is about the other shifts of the same absence too."""
        return not self._also.isHidden() and self._also.isChecked()

    def show_proposal(self, card: Card, roster: Roster, *, wording: Wording) -> None:
        """Show what is proposed for a card; nothing where nobody is looked for."""
        when = wording.card_title(card)
        self._words.put(proposal_text(wording, roster, card=card))
        wave = card.wave
        named = {
            "call_backup": backup_button(wording, card) if card.backup is not None else "",
            "ask_proposed": wave_button(wording, wave) if wave is not None and asks(wave) else "",
        }
        for action_id, label in named.items():
            button = self._buttons[action_id]
            button.setText(self.keymap.named(label, action_id))
            button.setAccessibleName(f"{button.text()}, {when}")
            button.setVisible(bool(label))
        self._name_others(card, roster, wording=wording)

    def _name_others(self, card: Card, roster: Roster, *, wording: Wording) -> None:
        name = name_of(wording.language, roster, assistant=card.shift.assistant)
        also = wording.language.plural(
            "Also about {n} other open shift of {name}",
            "Also about {n} other open shifts of {name}",
            n=len(card.others),
            name=name,
        )
        self._also.setText(also)
        self._also.setAccessibleName(f"{also}, {wording.card_title(card)}")
        self._also.setVisible(bool(card.others))
