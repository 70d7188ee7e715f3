"""RequestCard: one shift that nobody holds, with who can come, what was asked, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.domain.roster import Roster
from bpa_desktop.texts.substitute_message import Messages
from bpa_desktop.ui.absence.ask_strip import AskStrip
from bpa_desktop.ui.absence.candidate_row import CandidateRow
from bpa_desktop.ui.absence.card_buttons import CardButtons
from bpa_desktop.ui.absence.card_entry import CardEntry
from bpa_desktop.ui.absence.incident import Incident
from bpa_desktop.ui.absence.proposal_strip import ProposalStrip
from bpa_desktop.ui.absence.timeline import timeline
from bpa_desktop.ui.absence.view_model import Candidate, Card, Stage, latest_answer, shifts_about
from bpa_desktop.ui.absence.wording import Wording
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.rows import RowGroup
from bpa_desktop.ui.widgets.words import Subtitle, Words

NEXT_STEP = "next_step"
"""What Enter asks for: whatever comes next."""


class RequestCard(QWidget):
    """Draws itself from a Card; says what was asked for and decides nothing."""

    acted = Signal(str)
    """The id of an action about the card or the chosen candidate, or NEXT_STEP."""
    letter = Signal(str)
    """A letter was pressed on the chosen candidate."""
    entered = Signal()
    """The focus came into the list of candidates."""

    def __init__(self) -> None:
        super().__init__()
        self.card: Card | None = None
        self._roster: Roster | None = None
        self._wording: Wording | None = None
        self._ticked: set[str] = set()
        self._title, self._state = Subtitle(), Words(quiet=True)
        self.proposal, self.strip, self.entry = ProposalStrip(), AskStrip(), CardEntry()
        self.incident, self.buttons = Incident(), CardButtons()
        self.rows: RowGroup[CandidateRow] = RowGroup(self._make_row)
        self._nobody, self._cannot, self._asks = Words(), Words(quiet=True), Words(quiet=True)
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * GAP)
        spaced(column, GAP)
        for part in (
            *(self._title, self._state, self.proposal, self._nobody, self.rows, self.entry, self.strip),
            *(self.incident, self.buttons, self._cannot, self._asks),
        ):
            column.addWidget(part)

    def _connect(self) -> None:
        self.buttons.turned.connect(self._draw)
        self.rows.chosen.connect(lambda _place: self._draw_strip())
        self.rows.entered.connect(self.entered)
        self.rows.letter.connect(lambda _place, letter: self.letter.emit(letter))
        self.rows.pressed.connect(lambda _place: self.acted.emit(NEXT_STEP))
        for part in (self.strip, self.proposal, self.buttons):
            part.acted.connect(self.acted)
        self.proposal.widened.connect(self._draw_strip)
        self.entry.closed.connect(self.focus_first)

    def _make_row(self) -> CandidateRow:
        row = CandidateRow()
        row.turned.connect(self._turn_tick)
        return row

    @property
    def candidate(self) -> Candidate | None:
        """Who is chosen in the list, or None where there is nobody."""
        shown = len(self.rows.rows)
        return self.card.candidates[self.rows.current] if self.card is not None and shown else None

    @property
    def ticked(self) -> tuple[str, ...]:
        """Who is ticked and can be asked, in the order they are shown."""
        known = self.card.candidates if self.card is not None else ()
        return tuple(one.assistant.id for one in known if one.assistant.id in self._ticked and one.can_be_asked)

    @property
    def message(self) -> str:
        """The question to send to the chosen candidate."""
        card, wording, roster, candidate = self.card, self._wording, self._roster, self.candidate
        if card is None or wording is None or roster is None or candidate is None or card.request is None:
            return ""
        until = latest_answer(card.request, card.shift, now=wording.now)
        shifts = shifts_about(card, roster, also=self.proposal.is_about_others)
        return Messages(wording.language, wording.zone).asking(candidate.assistant, shifts, until=until)

    def show_card(
        self, card: Card, roster: Roster, *, wording: Wording, contacts: Sequence[FallbackContact] = ()
    ) -> None:
        """Show a shift's search; the same person stays chosen where they are still in the list."""
        chosen = self.candidate
        self.card, self._roster, self._wording = card, roster, wording
        self.incident.setVisible(card.stage is Stage.GIVEN_UP)
        self.incident.show_incident(card, contacts, wording=wording)
        self._draw()
        ids = [one.assistant.id for one in card.candidates[: len(self.rows.rows)]]
        if chosen is not None and chosen.assistant.id in ids:
            self.rows.keep(ids.index(chosen.assistant.id))
        self._draw_strip()

    def tell_time(self, wording: Wording) -> None:
        """Say anew how much time is left."""
        self._wording = wording
        self._draw()

    def focus_first(self) -> None:
        """Put the focus where one goes on: on the chosen candidate, else on what can be done."""
        if self.rows.rows:
            self.rows.focus_current()
        elif not self.incident.isHidden():
            self.incident.focus_first()
        else:
            self.buttons.focus_first()

    def focus_on(self, assistant: str) -> None:
        """Put the focus on a candidate."""
        ids = [one.assistant.id for one in self.card.candidates] if self.card is not None else []
        if assistant in ids[: len(self.rows.rows)]:
            self.rows.rows[ids.index(assistant)].setFocus()

    def _turn_tick(self) -> None:
        if self.candidate is not None:
            self._ticked ^= {self.candidate.assistant.id}
            self._draw()

    def _draw(self) -> None:
        card, wording, roster = self.card, self._wording, self._roster
        if card is None or wording is None or roster is None:
            return
        text, searching = wording.language.text, card.stage is Stage.SEARCHING
        self._title.setText(wording.card_title(card))
        self._state.setText(wording.card_state(card))
        self.proposal.show_proposal(card, roster, wording=wording)
        self.proposal.setVisible(searching)
        shown = len(card.candidates) if self.buttons.more.is_open else card.first
        self.rows.setAccessibleName(text("Who can come, {when}", when=wording.card_title(card)))
        for row, candidate in zip(self.rows.set_count(shown), card.candidates, strict=False):
            row.show_candidate(wording, candidate, is_ticked=candidate.assistant.id in self.ticked)
        self._nobody.put(text("Nobody on the team can come.") if searching and not card.candidates else "")
        for part in (self.rows, self.strip):
            part.setVisible(bool(shown))
        self._asks.put(timeline(wording, roster, shift=card.shift, request=card.request))
        self._cannot.put(wording.cannot(card) if self.buttons.why.is_open else "")
        self.buttons.show_card(card, wording)
        self._draw_strip()

    def _draw_strip(self) -> None:
        if self._wording is not None and self.candidate is not None:
            self.strip.show_candidate(self._wording.language, self.candidate, message=self.message)
