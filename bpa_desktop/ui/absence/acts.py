"""Acts: what the keys and buttons of a card do, about its shift and about the candidate that is chosen in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bpa_desktop.domain.substitute import Outcome, SubstituteRequest
from bpa_desktop.services.standby import call_backup
from bpa_desktop.services.substitute import give_up_request
from bpa_desktop.services.wave import WaveKind
from bpa_desktop.texts.substitute_message import first_name
from bpa_desktop.ui import clipboard
from bpa_desktop.ui.absence.ask_strip import ANSWERS
from bpa_desktop.ui.absence.asking import Asking
from bpa_desktop.ui.absence.deeds import Deeds
from bpa_desktop.ui.absence.proposal import asks
from bpa_desktop.ui.absence.questions import Questions
from bpa_desktop.ui.absence.request_card import NEXT_STEP, RequestCard
from bpa_desktop.ui.absence.sending import SENDING, Sending
from bpa_desktop.ui.absence.view_model import Candidate, Card, searches_about
from bpa_desktop.ui.desk import Desk

ABOUT_CARD = ("ask_proposed", "call_backup", "set_deadline", "fit_shift", "give_up_request")
"""The actions that are about the shift, whoever is chosen."""


class Acts:
    """After each the focus stands on the candidate; after a booking, `booked` is told the shift's id."""

    def __init__(self, desk: Desk, deeds: Deeds, *, booked: Callable[[str], None], parent: QWidget) -> None:
        self._desk = desk
        self._booked = booked
        self._deeds = deeds
        self._asking, self._questions = Asking(desk, deeds), Questions(desk)
        self._sending = Sending(desk, parent)

    def act(self, card: RequestCard, action_id: str) -> None:
        """Do an action, or the next step."""
        shown, candidate = card.card, card.candidate
        if shown is None:
            return
        if action_id in ABOUT_CARD:
            self._about_shift(card, shown, action_id=action_id)
        elif candidate is not None and action_id in SENDING:
            self._sending.send(action_id, candidate.assistant, message=card.message)
        elif candidate is not None and shown.request is not None:
            self._about_candidate(card, shown.request, candidate=candidate, action_id=action_id)

    def press(self, card: RequestCard, letter: str) -> None:
        """Do the action that a letter stands for."""
        action_id = self._desk.keymap.answered(letter, menus=("absence",))
        if action_id:
            self.act(card, action_id)

    def give_up(self, card: RequestCard, outcome: Outcome = Outcome.NONE) -> None:
        """Say that nobody was found, and how the user gets by."""
        request = card.card.request if card.card is not None else None
        if request is not None and self._deeds.do(
            lambda: give_up_request(self._desk.history, request.id, outcome=outcome)
        ):
            card.focus_first()

    def copy(self, name: str, message: str) -> None:
        """Put a message on the clipboard and say for whom."""
        clipboard.copy(message)
        self._desk.bulletin.said.emit(self._desk.language.text("Message to {name} copied.", name=name))

    def _about_shift(self, card: RequestCard, shown: Card, *, action_id: str) -> None:
        if action_id == "ask_proposed":
            self._asking.ask_proposed(card)
        elif action_id == "call_backup":
            if self._deeds.do(lambda: call_backup(self._desk.history, shown.shift.id)):
                self._booked(shown.shift.id)
        elif action_id == "give_up_request":
            self.give_up(card)
        else:
            self._questions.ask(card, shown, action_id=action_id)

    def _about_candidate(
        self, card: RequestCard, request: SubstituteRequest, *, candidate: Candidate, action_id: str
    ) -> None:
        who = candidate.assistant.id
        if action_id == NEXT_STEP:
            self._next_step(card, candidate)
        elif action_id == "copy_message":
            self.copy(first_name(candidate.assistant), card.message)
        elif action_id == "confirm_substitute":
            if self._deeds.confirm(request, who):
                self._booked(request.shift)
        elif action_id == "ask_assistant":
            self._asking.ask(card, card.ticked or (who,))
        elif action_id == "answer_part" and candidate.ask is not None:
            self._questions.ask_part(card, request, candidate=candidate)
        elif action_id in ANSWERS:
            self._log(card, who, action_id=action_id)

    def _log(self, card: RequestCard, who: str, *, action_id: str) -> None:
        if card.card is None:
            return
        about = searches_about(card.card, also=card.proposal.is_about_others)
        if self._deeds.answer(about, who, answer=ANSWERS[action_id]):
            card.focus_first()

    def _next_step(self, card: RequestCard, candidate: Candidate) -> None:
        """Confirm who said yes, ask the ticked, log what is waited for, else do what is proposed."""
        shown, ask = card.card, candidate.ask
        if shown is None or shown.wave is None:
            return
        if candidate.can_be_confirmed:
            self.act(card, "confirm_substitute")
        elif card.ticked:
            self._asking.ask(card, card.ticked)
        elif ask is not None and ask.is_waiting:
            card.strip.focus_next(candidate)
        elif shown.backup is not None:
            self.act(card, "call_backup")
        elif asks(shown.wave):
            self.act(card, "ask_proposed")
        elif shown.wave.kind is WaveKind.OUTSIDE:
            card.buttons.focus_last()
        else:
            card.focus_on(shown.wave.assistants[0])
