"""Board: the column of open shifts and of those just covered, and what is done about them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer

from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.services.substitute import open_requests
from bpa_desktop.ui.absence.acts import ABOUT_CARD, Acts
from bpa_desktop.ui.absence.cards import Card, Cards
from bpa_desktop.ui.absence.covered_card import CoveredCard
from bpa_desktop.ui.absence.deeds import Deeds
from bpa_desktop.ui.absence.fallback_drawer import FallbackDrawer
from bpa_desktop.ui.absence.foot import Foot
from bpa_desktop.ui.absence.request_card import RequestCard
from bpa_desktop.ui.absence.standing import ranked, wording_of
from bpa_desktop.ui.absence.told_acts import ABOUT_COVERED, ToldActs
from bpa_desktop.ui.absence.view_model import AbsenceModel, build_absence
from bpa_desktop.ui.absence.wording import Wording
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.widgets.scroll import ScrollColumn

_MINUTE = 60_000
"""Milliseconds after which what is said of the time that is left is said anew."""


class Board(ScrollColumn):
    """Cards by shift, the most urgent first; below them those that are covered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._deeds = Deeds(desk.history, lambda: desk.language, refuse=desk.bulletin.refused.emit)
        self._acts = Acts(desk, self._deeds, booked=self._booked, parent=self)
        self._told_acts = ToldActs(desk, self._deeds, copy=self._acts.copy, left=self.show_target)
        self._cards = Cards(desk, self._acts, told=self._told_acts, entered=self._enter)
        self._shown: list[RequestCard] = []
        self._covered: dict[str, CoveredCard] = {}
        self._newest: CoveredCard | None = None
        self._fallback, self._foot = FallbackDrawer(desk), Foot(desk)
        self._current: Card | None = None
        self._foot.counted.connect(self.tell_time)
        for leave in (self._fallback.hide, lambda: self.show_target("")):
            self._fallback.closed.connect(leave)
        self.column.addWidget(self._fallback)
        self.column.addWidget(self._foot)
        self.column.addStretch(1)
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE)
        self._clock.timeout.connect(self.tell_time)
        self._clock.start()

    @property
    def current(self) -> RequestCard | None:
        """The card whose list had the focus last; what the menu's commands are about."""
        if isinstance(self._current, RequestCard):
            return self._current
        return self._shown[0] if self._shown else None

    def refresh(self) -> tuple[AbsenceModel, Wording]:
        """Draw anew, and return what was drawn."""
        desk, wording = self._desk, wording_of(self._desk)
        model = build_absence(desk.roster, wording.now, ranker=partial(ranked, desk))
        self._shown = [self._cards.of_shift(card.shift.id, self.show_target) for card in model.cards]
        before = self._covered
        self._covered = {one.request.id: self._cards.of_request(one.request.id) for one in model.covered}
        self._newest = next((card for key, card in self._covered.items() if key not in before), self._newest)
        self._cards.place(self.column, [*self._shown, *self._covered.values()], after=self._fallback)
        contacts = desk.history.records.all(FallbackContact)
        for request_card, card in zip(self._shown, model.cards, strict=True):
            request_card.show_card(card, desk.roster, wording=wording, contacts=contacts)
        for one in model.covered:
            self._covered[one.request.id].show_covered(one, wording)
        self._foot.show_later(model.later)
        if self._current not in (*self._shown, *self._covered.values()):
            self._current = self._shown[0] if self._shown else None
        return model, wording

    def tell_time(self) -> None:
        """Say anew how much time is left; nothing moves, and the focus stays."""
        wording = wording_of(self._desk)
        for card in self._shown:
            card.tell_time(wording)

    def retranslate(self) -> None:
        """Make the fixed texts again."""
        self.setAccessibleName(self._desk.language.text("Open shifts"))
        self._foot.retranslate()
        self._fallback.retranslate()
        self._cards.retranslate()

    def show_target(self, target: str) -> bool:
        """Put the focus on the card of a request or an open shift; a search for the shift begins if there is none.

        Without a target it is the card that had it last. Returns False where there is no card.
        """
        request = next((one for one in self._desk.roster.requests if one.id == target), None)
        shift = request.shift if request is not None else target
        shown = {card.card.shift.id: card for card in self._shown if card.card is not None}
        if shift in shown:
            if request is None:
                self._deeds.do(lambda: open_requests(self._desk.history, (shift,)))
            self._current = shown[shift]
        elif request is not None and request.id in self._covered:
            self._current = self._covered[request.id]
        elif isinstance(self._current, CoveredCard) and self._shown:
            self._current = self._shown[0]
        if self._current is not None:
            self._current.focus_first()
        return self._current is not None

    def handlers(self) -> Handlers:
        """Return what is done for which action id about the card that is current."""
        card, found = self._current, {"fallback_contacts": self._fallback.begin}
        if isinstance(card, CoveredCard):
            copy = ("copy_message",) if card.receiver is not None else ()
            found |= {one: partial(self._told_acts.act, card, one) for one in (*copy, *ABOUT_COVERED)}
        elif card is not None and card.card is not None and card.card.request is not None:
            found |= {one: partial(self.act, card, one) for one in ABOUT_CARD}
        return found

    def act(self, card: RequestCard, action_id: str) -> None:
        """Do an action about a card, or the candidate chosen in it."""
        self._current = card
        self._acts.act(card, action_id)

    def _booked(self, _shift: str) -> None:
        if self._newest is not None:
            self._current = self._newest
            self._newest.focus_first()

    def _enter(self, card: Card) -> None:
        self._current = card
