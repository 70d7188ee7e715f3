"""Acts: what the keys and buttons of a card do, about the candidate that is chosen in it."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.domain.substitute import Answer, SubstituteRequest
from bpa_desktop.texts.substitute_message import first_name
from bpa_desktop.ui import clipboard
from bpa_desktop.ui.absence.ask_strip import ANSWERS
from bpa_desktop.ui.absence.deeds import Deeds
from bpa_desktop.ui.absence.request_card import NEXT_STEP, RequestCard
from bpa_desktop.ui.absence.view_model import Candidate
from bpa_desktop.ui.desk import Desk


class Acts:
    """After each the focus stands on the candidate; after a booking, `booked` is told the request's id."""

    def __init__(self, desk: Desk, booked: Callable[[str], None]) -> None:
        self._desk = desk
        self._booked = booked
        self._deeds = Deeds(desk.history, lambda: desk.language, refuse=desk.bulletin.refused.emit)

    def act(self, card: RequestCard, action_id: str) -> None:
        """Do an action, or the next step."""
        request, candidate = card.card.request if card.card is not None else None, card.candidate
        if request is None or candidate is None:
            return
        if action_id == NEXT_STEP:
            self._next_step(card, candidate)
        elif action_id == "copy_message":
            self.copy(first_name(candidate.assistant), card.message)
        elif action_id == "confirm_substitute":
            if self._deeds.confirm(request, candidate.assistant.id):
                self._booked(request.id)
        elif self._log(card, request, candidate=candidate, action_id=action_id):
            card.focus_first()

    def press(self, card: RequestCard, letter: str) -> None:
        """Do the action that a letter stands for."""
        action_id = self._desk.keymap.answered(letter, menus=("absence",))
        if action_id:
            self.act(card, action_id)

    def give_up(self, card: RequestCard) -> None:
        """Say that nobody was found."""
        if card.card is not None and card.card.request is not None and self._deeds.give_up(card.card.request):
            card.focus_first()

    def copy(self, name: str, message: str) -> None:
        """Put a message on the clipboard and say for whom."""
        clipboard.copy(message)
        self._desk.bulletin.said.emit(self._desk.language.text("Message to {name} copied.", name=name))

    def _next_step(self, card: RequestCard, candidate: Candidate) -> None:
        if candidate.ask is not None and candidate.ask.answer is Answer.YES:
            self.act(card, "confirm_substitute")
        else:
            card.strip.focus_next(candidate)

    def _log(self, card: RequestCard, request: SubstituteRequest, *, candidate: Candidate, action_id: str) -> bool:
        who = candidate.assistant.id
        if action_id == "ask_assistant":
            return self._deeds.ask(request, who, channel=card.strip.channel)
        answer = ANSWERS.get(action_id)
        return answer is not None and self._deeds.answer(request, who, answer=answer)
