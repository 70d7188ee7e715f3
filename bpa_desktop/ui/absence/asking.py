"""Asking: logs who is asked, about the shift of a card and, where that is ticked, the others of the same absence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bpa_desktop.domain.substitute import SubstituteRequest
from bpa_desktop.services.substitute import Way
from bpa_desktop.texts import name_of, span_text
from bpa_desktop.ui.absence.deeds import Deeds
from bpa_desktop.ui.absence.proposal import asks
from bpa_desktop.ui.absence.request_card import RequestCard
from bpa_desktop.ui.absence.standing import ranked
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
        refusal = next(self._who_cannot(about[1:], assistants), "")
        if refusal:
            self._desk.bulletin.refused.emit(refusal)
        elif self._deeds.ask(about, assistants, way=Way(card.strip.channel, until)):
            card.focus_first()

    def _who_cannot(self, others: Sequence[SubstituteRequest], assistants: Collection[str]) -> Iterator[str]:
        """Yield who of those who are to be asked cannot take one of the other shifts, in words."""
        desk = self._desk
        for search in others:
            able = {one.assistant for one in ranked(desk, search.shift).candidates}
            when = span_text(desk.language, desk.roster.shifts_by_id[search.shift].span, zone=desk.zone)
            for who in assistants:
                if who not in able:
                    name = name_of(desk.language, desk.roster, assistant=who)
                    yield desk.language.text(
                        "{name} cannot take {when}. Ask about one shift only.", name=name, when=when
                    )

    def ask_proposed(self, card: RequestCard) -> None:
        """Log that those who are proposed are asked; say so where nobody is."""
        wave = card.card.wave if card.card is not None else None
        if wave is not None and asks(wave):
            self.ask(card, wave.assistants)
        else:
            text = self._desk.language.text("Nobody is proposed now. Tick whom to ask, or say nobody was found.")
            self._desk.bulletin.refused.emit(text)
