"""CoveredCard: a shift that a substitute takes, with the words to send to them and to those who wait."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.i18n import mark
from bpa_desktop.texts import span_text
from bpa_desktop.texts.substitute_message import Messages, first_name
from bpa_desktop.ui.absence.receiver_row import ReceiverRow
from bpa_desktop.ui.absence.view_model import Covered, Receiver, Word
from bpa_desktop.ui.absence.wording import Wording
from bpa_desktop.ui.keymap import DECLARED, Keymap
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.rows import RowGroup
from bpa_desktop.ui.widgets.words import Subtitle, Words
from bpa_desktop.ui.widgets.wrapping import Button

_BUTTONS = {
    "copy_message": mark("Copy message to {name}"),
    "mark_told": mark("{name} is told"),
    "all_told": mark("All are told"),
    "fall_out": mark("{name} cannot after all"),
}


class CoveredCard(QWidget):
    """A row for each who has to be told; who is told goes, and when all are, only the title and a way back stay."""

    acted = Signal(str)
    """The id of an action, or "" for the next step."""
    letter = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.covered: Covered | None = None
        self.keymap: Keymap = DECLARED
        self._wording: Wording | None = None
        self._copied: set[str] = set()
        self._title, self._tell, self._reserves = Subtitle(), Words(), Words(quiet=True)
        self.rows: RowGroup[ReceiverRow] = RowGroup(ReceiverRow)
        self._buttons = {action_id: Button() for action_id in _BUTTONS}
        line = FlowLayout()
        for action_id, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, chosen=action_id: self.acted.emit(chosen))
            line.addWidget(button)
        self.rows.pressed.connect(lambda _place: self.acted.emit(""))
        self.rows.letter.connect(lambda _place, letter: self.letter.emit(letter))
        self.rows.chosen.connect(lambda _place: self._draw())
        self.rows.entered.connect(self.entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * GAP)
        spaced(column, GAP)
        for part in (self._title, self._tell, self.rows, self._reserves):
            column.addWidget(part)
        column.addLayout(line)

    @property
    def receiver(self) -> Receiver | None:
        """Who is chosen of those who wait for word, or None where all are told."""
        waiting = self.covered.waiting if self.covered is not None else ()
        return waiting[self.rows.current] if waiting else None

    @property
    def message(self) -> str:
        """The message to the one who is chosen."""
        return self._message(self.receiver) if self.receiver is not None else ""

    @property
    def is_copied(self) -> bool:
        """Tell whether the message to the one who is chosen was copied."""
        return self.receiver is not None and self.receiver.assistant.id in self._copied

    def note_copied(self) -> None:
        """Show that the message to the one who is chosen was copied."""
        if self.receiver is not None:
            self._copied.add(self.receiver.assistant.id)
            self._draw()

    def show_covered(self, covered: Covered, wording: Wording) -> None:
        """Show who takes the shift and who has to be told."""
        if self.covered is None or self.covered.chosen != covered.chosen:
            self._copied.clear()
        self.covered, self._wording = covered, wording
        self._draw()

    def focus_first(self) -> None:
        """Put the focus on the one who is chosen, else on the way back."""
        if self.rows.rows:
            self.rows.focus_current()
        else:
            self._buttons["fall_out"].setFocus()

    def _draw(self) -> None:
        covered, wording = self.covered, self._wording
        if covered is None or wording is None:
            return
        language, text = wording.language, wording.language.text
        when = span_text(language, covered.shift.span, zone=wording.zone)
        self._title.setText(text("✓ {name} takes {when}", name=covered.chosen.name, when=when))
        self._tell.put(text("Tell them how it ended:") if covered.waiting else text("Nobody else waits for word."))
        self.rows.setAccessibleName(text("Who is to be told, {when}", when=when))
        for row, one in zip(self.rows.set_count(len(covered.waiting)), covered.waiting, strict=True):
            is_copied = one.assistant.id in self._copied
            state = text("copied: Enter says they are told") if is_copied else text("not told yet")
            row.show_receiver(one.assistant.name, state=state, message=self._message(one))
        names = language.listed(tuple(one.name for one in covered.reserves))
        self._reserves.put(text("Reserve: {names}", names=names) if covered.reserves else "")
        self._name_buttons(covered, wording, when=when)

    def _message(self, receiver: Receiver) -> str:
        covered, wording = self.covered, self._wording
        if covered is None or wording is None:
            return ""
        messages = Messages(wording.language, wording.zone)
        said = {Word.YOURS: messages.yours, Word.TAKEN: messages.taken, Word.RESERVE: messages.reserve}
        return said[receiver.word](receiver.assistant, (covered.shift,))

    def _name_buttons(self, covered: Covered, wording: Wording, *, when: str) -> None:
        receiver = self.receiver.assistant if self.receiver is not None else covered.chosen
        for action_id, button in self._buttons.items():
            name = first_name(covered.chosen if action_id == "fall_out" else receiver)
            label = wording.language.text(_BUTTONS[action_id], name=name)
            button.setText(self.keymap.named(label, action_id))
            button.setAccessibleName(f"{button.text()}, {when}")
            button.setVisible(action_id == "fall_out" or bool(covered.waiting))
