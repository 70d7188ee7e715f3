"""CardButtons: what can be done about the shift of a card as a whole."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bpa_desktop.ui.absence.view_model import Card, Stage
from bpa_desktop.ui.absence.wording import Wording
from bpa_desktop.ui.widgets.expander import Expander
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.wrapping import Button


class CardButtons(QWidget):
    """Each is named with the shift, so that they can be told from those of the next card."""

    look_wanted = Signal()
    turned = Signal()
    """More or fewer who can, or who cannot, are to be shown."""
    acted = Signal(str)
    """The id of the action that a button stands for."""

    def __init__(self) -> None:
        super().__init__()
        self.look = Button()
        self.more, self.why = Expander(), Expander()
        self.look.setProperty("main", True)
        self.look.clicked.connect(self.look_wanted)
        self._acting = {"set_deadline": Button(), "fit_shift": Button(), "give_up_request": Button()}
        line = FlowLayout()
        for button in (self.look, self.more, self.why, *self._acting.values()):
            line.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(line)
        for expander in (self.more, self.why):
            expander.turned.connect(self.turned)
        for action_id, one in self._acting.items():
            one.clicked.connect(lambda _checked=False, chosen=action_id: self.acted.emit(chosen))

    def show_card(self, card: Card, wording: Wording) -> None:
        """Name and show those that make sense now."""
        text, when = wording.language.text, wording.card_title(card)
        searching, rest = card.stage is Stage.SEARCHING, len(card.candidates) - card.first
        more = wording.language.plural("Show {n} more who can", "Show {n} more who can", n=rest)
        why = text("Hide who can't") if self.why.is_open else text("Show who can't, and why")
        look = text("Look again") if card.stage is Stage.GIVEN_UP else text("Look for somebody")
        named: tuple[tuple[QPushButton, str, bool], ...] = (
            (self.look, look, not searching),
            (self.more, text("Show fewer") if self.more.is_open else more, rest > 0),
            (self.why, why, bool(card.cannot)),
            (self._acting["set_deadline"], text("Answer by…"), searching),
            (self._acting["fit_shift"], text("Other times…"), True),
            (self._acting["give_up_request"], text("Nobody was found"), searching),
        )
        for button, label, shown in named:
            button.setText(label)
            button.setAccessibleName(f"{label}, {when}")
            button.setVisible(shown)

    def focus_first(self) -> None:
        """Put the focus on looking for somebody, else on why nobody can."""
        (self.look if self.look.isVisibleTo(self) else self.why).setFocus()

    def focus_last(self) -> None:
        """Put the focus on saying that nobody was found."""
        self._acting["give_up_request"].setFocus()
