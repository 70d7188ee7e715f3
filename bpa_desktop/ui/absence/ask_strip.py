"""AskStrip: the buttons for the candidate that is chosen, and the message ready to copy."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.substitute import Answer, Channel
from bpa_desktop.i18n import Language
from bpa_desktop.texts import word
from bpa_desktop.ui.absence.messages import first_name
from bpa_desktop.ui.absence.view_model import Candidate
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.choice import Choice
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.words import Words

_KEYS = {Answer.YES: "J", Answer.NO: "N", Answer.MAYBE: "K", Answer.PART: "D"}


class AskStrip(QWidget):
    """Everything the letters do, for the pointer, a switch, or a voice."""

    asked = Signal()
    answered = Signal(object)
    confirmed = Signal()
    copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._channel = Choice()
        self._ask, self._confirm, self._copy = QPushButton(), QPushButton(), QPushButton()
        self._answers = {answer: QPushButton() for answer in _KEYS}
        self._message = Words(quiet=True)
        self._ask.clicked.connect(self.asked)
        self._confirm.clicked.connect(self.confirmed)
        self._copy.clicked.connect(self.copied)
        for answer, button in self._answers.items():
            button.clicked.connect(lambda _checked=False, given=answer: self.answered.emit(given))
        line = FlowLayout()
        for widget in (self._ask, self._channel, *self._answers.values(), self._confirm, self._copy):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 0, 0)
        column.setSpacing(GAP)
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
        said_yes = candidate.ask is not None and candidate.ask.answer is Answer.YES
        self._ask.setText(text("Log that {name} is asked (A)", name=name))
        self._confirm.setText(text("Confirm {name} (B)", name=name))
        self._copy.setText(text("Copy message"))
        self._copy.setAccessibleName(text("Copy message to {name}", name=name))
        self._ask.setVisible(not waiting)
        self._channel.setVisible(not waiting)
        self._confirm.setProperty("main", said_yes)
        self._confirm.style().polish(self._confirm)
        for answer, button in self._answers.items():
            button.setVisible(waiting)
            button.setText(f"{word(language, answer).capitalize()} ({_KEYS[answer]})")
            button.setAccessibleName(text("{answer}: answer of {name}", answer=button.text(), name=name))
        self._message.setText(text("Message: {message}", message=message))

    def focus_next(self, candidate: Candidate) -> None:
        """Put the focus on what comes next for somebody: asking, or their answer."""
        (self._ask if candidate.ask is None else self._answers[Answer.YES]).setFocus()

    def retranslate(self, language: Language) -> None:
        """Make the fixed texts again."""
        self._channel.setAccessibleName(language.text("How you ask"))
        chosen = self.channel
        self._channel.clear()
        for channel in Channel:
            self._channel.addItem(word(language, channel), channel.value)
        self._channel.setCurrentIndex(max(0, self._channel.findData(chosen.value)))
