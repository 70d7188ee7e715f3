"""Absence and substitutes: what must I answer now?"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from bpa_desktop.ui.absence.ask_strip import ANSWERS
from bpa_desktop.ui.absence.board import Board
from bpa_desktop.ui.absence.call_sheet_dialog import CallSheetDialog
from bpa_desktop.ui.absence.panel import AbsencePanel
from bpa_desktop.ui.absence.sending import SENDING
from bpa_desktop.ui.absence.view_model import Card
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.screen import Screen
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.header import ScreenHeader

_BOARD_TO_PANEL = (7, 4)
_ABOUT_CANDIDATE = ("ask_assistant", "copy_message", *ANSWERS, "confirm_substitute", *SENDING)


class AbsenceScreen(Screen):
    """The board of open shifts; beside it the form for an absence, and who is away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._header = ScreenHeader()
        self._board = Board(desk)
        self._panel = AbsencePanel(desk)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self._header.main_pressed.connect(self._panel.register)
        self._panel.finished.connect(self.show_target)
        beside = QHBoxLayout()
        beside.setSpacing(3 * GAP)
        beside.addWidget(self._board, _BOARD_TO_PANEL[0])
        beside.addWidget(self._panel, _BOARD_TO_PANEL[1])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2 * GAP)
        whole.addWidget(self._header)
        whole.addLayout(beside, 1)

    def handlers(self) -> Handlers:
        """Return what this screen does for which action id: about the candidate and the absence that are chosen."""
        found: Handlers = {
            **self._panel.handlers(),
            "side_panel": lambda: self._panel.setVisible(self._panel.isHidden()),
        }
        card = self._board.current
        if card is not None and card.candidate is not None:
            found.update({one: partial(self._board.act, card, one) for one in _ABOUT_CANDIDATE})
        if card is not None and card.card is not None and card.card.request is not None:
            found["give_up_request"] = partial(self._board.act, card, "give_up_request")
            found["call_sheet"] = partial(self._open_call_sheet, card.card)
        found.update(self._board.handlers())
        return found

    def show_target(self, target: str) -> None:
        """Put the focus on the best candidate for a shift or request; for a shift somebody holds, open the form."""
        shift = self.desk.roster.shifts_by_id.get(target)
        holder = self.desk.roster.holder(shift) if shift is not None else None
        if shift is not None and holder is not None:
            self._panel.register(holder, shift.id)
        elif not self._board.show_target(target):
            self._header.main.setFocus()

    def refresh(self) -> None:
        """Draw anew; a form that is open stays as it is."""
        text = self.desk.language.text
        self._header.title.setText(text("Absence and substitutes"))
        model, wording = self._board.refresh()
        self._header.lead.setText(wording.lead(model))
        self._panel.show_absences(model.absences, wording)

    def retranslate(self) -> None:
        """Make every text again."""
        text = self.desk.language.text
        self._header.main.setText(text("Register an absence"))
        self._panel.retranslate()
        self._board.retranslate()
        self.refresh()

    def _open_call_sheet(self, card: Card) -> None:
        CallSheetDialog(self.desk, card, parent=self).open()
