"""AskStrip: the buttons for the candidate that is chosen, and the message ready to copy."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.substitute import Answer, Channel
from bpa_desktop.i18n import Language, mark
from bpa_desktop.texts import word
from bpa_desktop.texts.substitute_message import first_name
from bpa_desktop.ui.absence.sending import SENDING
from bpa_desktop.ui.absence.view_model import Candidate
from bpa_desktop.ui.keymap import DECLARED, Keymap
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.choice import Choice
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.words import Words

ANSWERS = {
    "answer_yes": Answer.YES,
    "answer_no": Answer.NO,
    "answer_maybe": Answer.MAYBE,
    "answer_part": Answer.PART,
    "answer_none": Answer.NONE,
}
"""Which action logs which answer; none says that they were tried in vain."""


_SENDING = {
    "open_sms": mark("SMS"),
    "call_candidate": mark("Call"),
    "open_mail": mark("E-mail"),
    "show_qr": mark("QR code"),
}


class AskStrip(QWidget):
    """Everything the letters do, for the pointer, a switch, or a voice."""

    acted = Signal(str)
    """The id of the action that a button stands for."""

    def __init__(self) -> None:
        super().__init__()
        self._channel = Choice()
        self._ask, self._confirm, self._copy = QPushButton(), QPushButton(), QPushButton()
        self._answers = {action_id: QPushButton() for action_id in ANSWERS}
        self._keymap = DECLARED
        self._message = Words(quiet=True)
        fixed = {"ask_assistant": self._ask, "confirm_substitute": self._confirm, "copy_message": self._copy}
        self._sending = {action_id: QPushButton() for action_id in SENDING}
        for action_id, button in (*fixed.items(), *self._answers.items(), *self._sending.items()):
            button.clicked.connect(lambda _checked=False, chosen=action_id: self.acted.emit(chosen))
        line = FlowLayout(2 * GAP)
        for widget in (
            self._ask,
            self._channel,
            *self._answers.values(),
            self._confirm,
            self._copy,
            *self._sending.values(),
        ):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 0, 0)
        spaced(column, GAP)
        column.addLayout(line)
        column.addWidget(self._message)

    @property
    def channel(self) -> Channel:
        """How the next question is asked."""
        return Channel(self._channel.currentData() or Channel.PHONE)

    def show_candidate(self, language: Language, candidate: Candidate, *, message: str) -> None:
        """Offer what can be done about somebody now; what is next carries the accent."""
        text, name = language.text, first_name(candidate.assistant)
        waiting = candidate.ask is not None
        said_yes = candidate.can_be_confirmed
        can_be_asked = candidate.can_be_asked
        named = self._keymap.named
        self._ask.setText(named(text("Log that {name} is asked", name=name), "ask_assistant"))
        part = candidate.ask.part if candidate.ask is not None else None
        confirm = text("Confirm the part: {name}", name=name) if part else text("Confirm {name}", name=name)
        self._confirm.setText(named(confirm, "confirm_substitute"))
        self._copy.setText(named(text("Copy message"), "copy_message"))
        self._copy.setAccessibleName(text("Copy message to {name}", name=name))
        for action_id, button in self._sending.items():
            button.setText(named(text(_SENDING[action_id]), action_id))
            button.setAccessibleName(text("{what}, {name}", what=button.text(), name=name))
        self._ask.setVisible(can_be_asked)
        self._channel.setVisible(can_be_asked)
        self._confirm.setProperty("main", said_yes)
        self._confirm.style().polish(self._confirm)
        for action_id, button in self._answers.items():
            button.setVisible(waiting)
            button.setText(named(_answer_word(language, ANSWERS[action_id]), action_id))
            button.setAccessibleName(text("{answer}: answer of {name}", answer=button.text(), name=name))
        self._message.setText(text("Message: {message}", message=message))

    def focus_next(self, candidate: Candidate) -> None:
        """Put the focus on what comes next for somebody: asking, or their answer."""
        (self._ask if candidate.ask is None else self._answers["answer_yes"]).setFocus()

    def retranslate(self, language: Language, keymap: Keymap) -> None:
        """Make the fixed texts again, with the keys in force."""
        self._keymap = keymap
        self._channel.setAccessibleName(language.text("How you ask"))
        chosen = self.channel
        self._channel.clear()
        for channel in Channel:
            self._channel.addItem(word(language, channel), channel.value)
        self._channel.setCurrentIndex(max(0, self._channel.findData(chosen.value)))


def _answer_word(language: Language, answer: Answer) -> str:
    return language.text("Tried in vain") if answer is Answer.NONE else word(language, answer).capitalize()
