"""Board: the column of open shifts and of those just covered, and what is done about them."""

from __future__ import annotations

from functools import partial

from bpa_desktop.services.substitute import open_requests
from bpa_desktop.ui.absence.acts import Acts
from bpa_desktop.ui.absence.covered_card import CoveredCard
from bpa_desktop.ui.absence.request_card import RequestCard
from bpa_desktop.ui.absence.standing import ranked, reason_words
from bpa_desktop.ui.absence.view_model import AbsenceModel, build_absence
from bpa_desktop.ui.absence.wording import Wording
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.widgets.scroll import ScrollColumn
from bpa_desktop.ui.widgets.words import Words


class Board(ScrollColumn):
    """Cards by shift: one that goes is hidden, and used again when it comes back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._acts = Acts(desk, self._booked, parent=self)
        self._cards: dict[str, RequestCard] = {}
        self._covered: dict[str, CoveredCard] = {}
        self._told: set[str] = set()
        self._shown: list[RequestCard] = []
        self._later = Words(quiet=True)
        self.current: RequestCard | None = None
        """The card whose list had the focus last; what the menu's commands are about."""
        self.column.addWidget(self._later)
        self.column.addStretch(1)

    def refresh(self) -> tuple[AbsenceModel, Wording]:
        """Draw anew, and return what was drawn."""
        desk, now = self._desk, self._desk.history.clock.now()
        wording = Wording(desk.language, desk.zone, now, reason_words(desk))
        model = build_absence(desk.roster, now, ranker=partial(ranked, desk))
        self._shown = [self._request_card(card.shift.id) for card in model.cards]
        covered = [one for one in model.covered if one.request.id not in self._told]
        visible = [*self._shown, *(self._covered_card(one.request.id) for one in covered)]
        for known in (*self._cards.values(), *self._covered.values()):
            if known not in visible:
                known.hide()
        for place, widget in enumerate(visible):
            if self.column.indexOf(widget) != place:
                self.column.insertWidget(place, widget)
            widget.show()
        for request_card, card in zip(self._shown, model.cards, strict=True):
            request_card.show_card(card, desk.roster, wording=wording)
        for one in covered:
            self._covered[one.request.id].show_covered(one, wording)
        text = desk.language.plural("{n} more open shift later", "{n} more open shifts later", n=model.later)
        self._later.put(text if model.later else "")
        if self.current not in self._shown:
            self.current = self._shown[0] if self._shown else None
        return model, wording

    def retranslate(self) -> None:
        """Make the fixed texts again."""
        self.setAccessibleName(self._desk.language.text("Open shifts"))
        for card in self._cards.values():
            card.strip.retranslate(self._desk.language, self._desk.keymap)

    def show_target(self, target: str) -> bool:
        """Put the focus on the card of a request or an open shift; a search for the shift begins if there is none.

        Without a target it is the card that had it last. Returns False where there is no card.
        """
        request = next((one for one in self._desk.roster.requests if one.id == target), None)
        shift = request.shift if request is not None else target
        if shift in {card.card.shift.id for card in self._shown if card.card is not None}:
            if request is None:
                open_requests(self._desk.history, (shift,))
            self.current = self._cards[shift]
        elif request is not None and request.id in self._covered:
            self._covered[request.id].focus_first()
            return True
        if self.current is not None:
            self.current.focus_first()
        return self.current is not None

    def act(self, card: RequestCard, action_id: str) -> None:
        """Do an action about the candidate chosen in a card."""
        self.current = card
        self._acts.act(card, action_id)

    def give_up(self, card: RequestCard) -> None:
        """Say that nobody was found."""
        self.current = card
        self._acts.give_up(card)

    def _booked(self, request_id: str) -> None:
        self._told.discard(request_id)
        self.refresh()
        self._covered[request_id].focus_first()

    def _request_card(self, shift_id: str) -> RequestCard:
        if shift_id not in self._cards:
            card = RequestCard()
            card.strip.retranslate(self._desk.language, self._desk.keymap)
            card.letter.connect(partial(self._acts.press, card))
            card.acted.connect(partial(self.act, card))
            card.give_up_wanted.connect(partial(self.give_up, card))
            card.look_wanted.connect(partial(self.show_target, shift_id))
            card.entered.connect(partial(setattr, self, "current", card))
            self._cards[shift_id] = card
        return self._cards[shift_id]

    def _covered_card(self, request_id: str) -> CoveredCard:
        if request_id not in self._covered:
            card = CoveredCard()
            card.copy_wanted.connect(self._acts.copy)
            card.hide_wanted.connect(partial(self._hide, request_id))
            self._covered[request_id] = card
        return self._covered[request_id]

    def _hide(self, request_id: str) -> None:
        self._told.add(request_id)
        self.refresh()
        self.show_target("")
