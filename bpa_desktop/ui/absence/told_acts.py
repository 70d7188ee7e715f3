"""ToldActs: what the keys and buttons of a covered shift do."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.domain.substitute import Answer
from bpa_desktop.services.substitute import fall_out, mark_told
from bpa_desktop.texts.substitute_message import first_name
from bpa_desktop.ui.absence.ask_strip import ANSWERS
from bpa_desktop.ui.absence.covered_card import CoveredCard
from bpa_desktop.ui.absence.deeds import Deeds
from bpa_desktop.ui.absence.view_model import Covered, Receiver, Word
from bpa_desktop.ui.desk import Desk

LATE = ("answer_yes", "answer_no", "answer_maybe")
"""The answers that can still come when the shift is covered."""
ABOUT_COVERED = ("mark_told", "all_told", "fall_out", *LATE)


class ToldActs:
    """`copy` copies a message for a name; `left` is told the shift's id when there is nothing left to do here."""

    def __init__(
        self, desk: Desk, deeds: Deeds, *, copy: Callable[[str, str], None], left: Callable[[str], object]
    ) -> None:
        self._desk = desk
        self._deeds = deeds
        self._copy = copy
        self._left = left

    def press(self, card: CoveredCard, letter: str) -> None:
        """Do the action that a letter stands for."""
        action_id = self._desk.keymap.answered(letter, menus=("absence",))
        if action_id:
            self.act(card, action_id)

    def act(self, card: CoveredCard, action_id: str) -> None:
        """Do an action; without one the next step: copy the message, then note that they are told."""
        covered, receiver = card.covered, card.receiver
        if covered is not None and action_id == "fall_out":
            if self._deeds.do(lambda: fall_out(self._desk.history, covered.request.id)):
                self._left(covered.shift.id)
        elif covered is not None and receiver is not None:
            self._about(card, covered, receiver=receiver, action_id=action_id)

    def _about(self, card: CoveredCard, covered: Covered, *, receiver: Receiver, action_id: str) -> None:
        if action_id == "copy_message" or (not action_id and not card.is_copied):
            self._copy(first_name(receiver.assistant), card.message)
            card.note_copied()
        elif action_id == "all_told":
            self._tell(card, covered, who=tuple(one.assistant.id for one in covered.waiting))
        elif action_id in ("mark_told", ""):
            self._tell(card, covered, who=(receiver.assistant.id,))
        elif action_id in LATE and receiver.word is not Word.YOURS:
            self._log_late(card, covered, receiver=receiver, action_id=action_id)

    def _log_late(self, card: CoveredCard, covered: Covered, *, receiver: Receiver, action_id: str) -> None:
        """Log an answer that came after somebody was chosen; a yes is kept as a reserve, and that is said."""
        if not self._deeds.answer((covered.request,), receiver.assistant.id, answer=ANSWERS[action_id]):
            return
        if ANSWERS[action_id] is Answer.YES:
            name = receiver.assistant.name
            self._desk.bulletin.said.emit(self._desk.language.text("{name} said yes too: kept as reserve.", name=name))
        card.focus_first()

    def _tell(self, card: CoveredCard, covered: Covered, *, who: tuple[str, ...]) -> None:
        if not self._deeds.do(lambda: mark_told(self._desk.history, covered.request.id, assistants=who)):
            return
        if card.receiver is None:
            self._left(covered.shift.id)
        else:
            card.focus_first()
