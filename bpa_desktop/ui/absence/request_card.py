"""RequestCard: one shift that nobody holds, with who can come, what was asked, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bpa_desktop.domain.roster import Roster
from bpa_desktop.texts.substitute_message import Messages
from bpa_desktop.ui.absence.ask_strip import AskStrip
from bpa_desktop.ui.absence.candidate_row import CandidateRow
from bpa_desktop.ui.absence.view_model import Candidate, Card, Stage, latest_answer
from bpa_desktop.ui.absence.wording import Wording, timeline
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.expander import Expander
from bpa_desktop.ui.widgets.flow import FlowLayout
from bpa_desktop.ui.widgets.rows import RowGroup
from bpa_desktop.ui.widgets.words import Subtitle, Words

NEXT_STEP = "next_step"
"""What Enter asks for: whatever comes next for the candidate."""


class RequestCard(QWidget):
    """Draws itself from a Card; says what was asked for and decides nothing."""

    acted = Signal(str)
    """The id of an action about the chosen candidate, or NEXT_STEP."""
    letter = Signal(str)
    """A letter was pressed on the chosen candidate."""
    look_wanted = Signal()
    give_up_wanted = Signal()
    entered = Signal()
    """The focus came into the list of candidates."""

    def __init__(self) -> None:
        super().__init__()
        self.card: Card | None = None
        self._roster: Roster | None = None
        self._wording: Wording | None = None
        self._title, self._state = Subtitle(), Words(quiet=True)
        self.rows: RowGroup[CandidateRow] = RowGroup(CandidateRow)
        self.strip = AskStrip()
        self._nobody, self._cannot, self._asks = Words(), Words(quiet=True), Words(quiet=True)
        self._look, self._give_up = QPushButton(), QPushButton()
        self._more, self._why = Expander(), Expander()
        self._look.setProperty("main", True)
        self._connect()
        line = FlowLayout()
        for button in (self._look, self._more, self._why, self._give_up):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * GAP)
        spaced(column, GAP)
        for part in (self._title, self._state, self._nobody, self.rows, self.strip):
            column.addWidget(part)
        column.addLayout(line)
        column.addWidget(self._cannot)
        column.addWidget(self._asks)

    def _connect(self) -> None:
        self._look.clicked.connect(self.look_wanted)
        for expander in (self._more, self._why):
            expander.turned.connect(self._draw)
        self._give_up.clicked.connect(self.give_up_wanted)
        self.rows.chosen.connect(lambda _place: self._draw_strip())
        self.rows.entered.connect(self.entered)
        self.rows.letter.connect(lambda _place, letter: self.letter.emit(letter))
        self.rows.pressed.connect(lambda _place: self.acted.emit(NEXT_STEP))
        self.strip.acted.connect(self.acted)

    @property
    def candidate(self) -> Candidate | None:
        """Who is chosen in the list, or None where there is nobody."""
        shown = len(self.rows.rows)
        return self.card.candidates[self.rows.current] if self.card is not None and shown else None

    @property
    def message(self) -> str:
        """The question to send to the chosen candidate."""
        card, wording, candidate = self.card, self._wording, self.candidate
        if card is None or wording is None or candidate is None or card.request is None:
            return ""
        until = latest_answer(card.request, card.shift, now=wording.now)
        return Messages(wording.language, wording.zone).asking(candidate.assistant, (card.shift,), until=until)

    def show_card(self, card: Card, roster: Roster, *, wording: Wording) -> None:
        """Show a shift's search; the same person stays chosen where they are still in the list."""
        chosen = self.candidate
        self.card, self._roster, self._wording = card, roster, wording
        self._draw()
        ids = [one.assistant.id for one in card.candidates[: len(self.rows.rows)]]
        if chosen is not None and chosen.assistant.id in ids:
            self.rows.keep(ids.index(chosen.assistant.id))
        self._draw_strip()

    def focus_first(self) -> None:
        """Put the focus where one goes on: on the chosen candidate, else on the button."""
        if self.rows.rows:
            self.rows.focus_current()
        else:
            (self._look if self._look.isVisibleTo(self) else self._why).setFocus()

    def _draw(self) -> None:
        card, wording, roster = self.card, self._wording, self._roster
        if card is None or wording is None or roster is None:
            return
        text, searching = wording.language.text, card.stage is Stage.SEARCHING
        self._title.setText(wording.card_title(card))
        self._state.setText(wording.card_state(card))
        shown = len(card.candidates) if self._more.is_open else card.first
        self.rows.setAccessibleName(text("Who can come, {when}", when=wording.card_title(card)))
        for row, candidate in zip(self.rows.set_count(shown), card.candidates, strict=False):
            row.show_candidate(wording, candidate)
        self._nobody.put(text("Nobody on the team can come.") if searching and not card.candidates else "")
        self.strip.setVisible(bool(shown))
        self._asks.put(timeline(wording, roster, card=card))
        self._cannot.put(wording.cannot(card) if self._why.is_open else "")
        self._draw_buttons(card, wording)
        self._draw_strip()

    def _draw_buttons(self, card: Card, wording: Wording) -> None:
        text, when = wording.language.text, wording.card_title(card)
        searching, rest = card.stage is Stage.SEARCHING, len(card.candidates) - card.first
        again = card.stage is Stage.GIVEN_UP
        more = wording.language.plural("Show {n} more who can", "Show {n} more who can", n=rest)
        named = (
            (self._look, text("Look again") if again else text("Look for somebody"), not searching),
            (self._more, text("Show fewer") if self._more.is_open else more, rest > 0),
            (self._why, self._why_text(wording), bool(card.cannot)),
            (self._give_up, text("Nobody was found"), searching),
        )
        for button, label, shown in named:
            button.setText(label)
            button.setAccessibleName(f"{label}, {when}")
            button.setVisible(shown)

    def _why_text(self, wording: Wording) -> str:
        if self._why.is_open:
            return wording.language.text("Hide who can't")
        return wording.language.text("Show who can't, and why")

    def _draw_strip(self) -> None:
        if self._wording is not None and self.candidate is not None:
            self.strip.show_candidate(self._wording.language, self.candidate, message=self.message)
