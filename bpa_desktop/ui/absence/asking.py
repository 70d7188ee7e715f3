"""Asking: logs who is asked, about the shift of a card and, where that is ticked, the others of the same absence."""

from __future__ import annotations

from collections.abc import Collection

from bpa_desktop.services.substitute import Way
from bpa_desktop.ui.absence.deeds import Deeds
from bpa_desktop.ui.absence.proposal import asks
from bpa_desktop.ui.absence.request_card import RequestCard
from bpa_desktop.ui.absence.view_model import latest_answer, searches_about
from bpa_desktop.ui.desk import Desk


class Asking:
    """All who are asked at once are one round; the focus stays in the card."""

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        self._desk = desk
        self._deeds = deeds

    def ask(self, card: RequestCard, assistants: Collection[str]) -> None:
        """Log that assistants are asked."""
        shown = card.card
        if shown is None or shown.request is None:
            return
        until = latest_answer(shown.request, shown.shift, now=self._desk.history.clock.now())
        about = searches_about(shown, also=card.proposal.is_about_others)
        if self._deeds.ask(about, assistants, way=Way(card.strip.channel, until)):
            card.focus_first()

    def ask_proposed(self, card: RequestCard) -> None:
        """Log that those who are proposed are asked; say so where nobody is."""
        wave = card.card.wave if card.card is not None else None
        if wave is not None and asks(wave):
            self.ask(card, wave.assistants)
        else:
            text = self._desk.language.text("Nobody is proposed now. Tick whom to ask, or say nobody was found.")
            self._desk.bulletin.refused.emit(text)
