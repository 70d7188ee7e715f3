"""Cards: the widgets of open and of covered shifts; one that goes is hidden, and used again when it comes back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QWidget

from bpa_desktop.domain.substitute import Outcome
from bpa_desktop.ui.absence.acts import Acts
from bpa_desktop.ui.absence.covered_card import CoveredCard
from bpa_desktop.ui.absence.request_card import RequestCard
from bpa_desktop.ui.absence.told_acts import ToldActs
from bpa_desktop.ui.desk import Desk

Card = RequestCard | CoveredCard


class Cards:
    """Makes each card once and ties it to what its keys and buttons do; `entered` is told which has the focus."""

    def __init__(self, desk: Desk, acts: Acts, *, told: ToldActs, entered: Callable[[Card], None]) -> None:
        self._desk = desk
        self._acts = acts
        self._told = told
        self._entered = entered
        self._open: dict[str, RequestCard] = {}
        self._covered: dict[str, CoveredCard] = {}

    @property
    def all(self) -> tuple[Card, ...]:
        """Every card there is, shown or not."""
        return (*self._open.values(), *self._covered.values())

    def of_shift(self, shift_id: str, look: Callable[[str], object]) -> RequestCard:
        """Return the card of a shift nobody holds; `look` begins a search for it."""
        if shift_id not in self._open:
            card = RequestCard()
            card.letter.connect(partial(self._acts.press, card))
            card.acted.connect(partial(self._act, card))
            card.buttons.look_wanted.connect(partial(look, shift_id))
            card.incident.chosen.connect(partial(self._give_up, card))
            card.incident.copy_wanted.connect(self._acts.copy)
            card.entry.refused.connect(self._desk.bulletin.refused)
            card.entered.connect(partial(self._entered, card))
            self._open[shift_id] = card
            self._dress(card)
        return self._open[shift_id]

    def of_request(self, request_id: str) -> CoveredCard:
        """Return the card of a covered search."""
        if request_id not in self._covered:
            card = CoveredCard()
            card.letter.connect(partial(self._told.press, card))
            card.acted.connect(partial(self._told.act, card))
            card.entered.connect(partial(self._entered, card))
            self._covered[request_id] = card
            self._dress(card)
        return self._covered[request_id]

    def place(self, column: QBoxLayout, visible: list[Card], *, after: QWidget) -> None:
        """Show some cards in their order, below what stands above them; hide the others."""
        for known in self.all:
            if known not in visible:
                known.hide()
        first = column.indexOf(after) + 1
        for place, widget in enumerate(visible, start=first):
            if column.indexOf(widget) != place:
                column.insertWidget(place, widget)
            widget.show()

    def retranslate(self) -> None:
        """Make the fixed texts of every card again, with the keys in force."""
        for card in self.all:
            self._dress(card)

    def _dress(self, card: Card) -> None:
        if isinstance(card, RequestCard):
            card.strip.retranslate(self._desk.language, self._desk.keymap)
            card.proposal.keymap = self._desk.keymap
        else:
            card.keymap = self._desk.keymap

    def _act(self, card: RequestCard, action_id: str) -> None:
        self._entered(card)
        self._acts.act(card, action_id)

    def _give_up(self, card: RequestCard, outcome: Outcome) -> None:
        self._entered(card)
        self._acts.give_up(card, outcome)
