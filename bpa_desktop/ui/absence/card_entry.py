"""CardEntry: one line to type on a card, for one question at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.form import Form
from bpa_desktop.ui.widgets.words import Words

_LINE = "typed"


@dataclass(frozen=True)
class Question:
    """What is asked for, what stands in the line at first, and what is done with what was typed.

    `keep` returns why it was refused, or nothing where it was kept.
    """

    label: str
    typed: str
    keep: Callable[[str], str]
    hint: str = ""


class CardEntry(QWidget):
    """Enter keeps, Esc leaves; the line stays open, with the reason beside it, where it was refused."""

    closed = Signal()
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None
        self._hint = Words(quiet=True)
        self._form = Form(save=self._keep, leave=self._close)
        self._form.add(_LINE)
        self._save, self._leave = QPushButton(), QPushButton()
        self._save.clicked.connect(self._keep)
        self._leave.clicked.connect(self._close)
        buttons = FlowLayout()
        buttons.addWidget(self._save)
        buttons.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 0, GAP)
        spaced(column, GAP)
        column.addWidget(self._form)
        column.addWidget(self._hint)
        column.addLayout(buttons)
        self.hide()

    def begin(self, language: Language, question: Question) -> None:
        """Ask, with the focus in the line and what stands there selected."""
        self._question = question
        self._form.label(_LINE, question.label)
        self._form.fill({_LINE: question.typed})
        self._hint.put(question.hint)
        for button, text in ((self._save, language.text("Save")), (self._leave, language.text("Cancel"))):
            button.setText(text)
            button.setAccessibleName(f"{text}, {question.label}")
        self.show()
        self._form.focus(_LINE)
        line = self._form.findChild(QLineEdit, _LINE)
        assert isinstance(line, QLineEdit)
        line.selectAll()

    def _keep(self) -> None:
        wrong = self._question.keep(self._form.values()[_LINE]) if self._question is not None else ""
        if wrong:
            self._form.complain({_LINE: wrong})
            self.refused.emit(wrong)
        else:
            self._close()

    def _close(self) -> None:
        self._question = None
        self.hide()
        self.closed.emit()
