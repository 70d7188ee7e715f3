"""CandidateRow: somebody who can come, with the reasons, and what they answered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from bpa_desktop.ui.absence.view_model import Candidate
from bpa_desktop.ui.absence.wording import Wording
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.rows import Row
from bpa_desktop.ui.widgets.words import Words


class CandidateRow(Row):
    """Letters log, by the keymap: asked, an answer, booked. Enter takes the next step."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._reasons, self._answer = Words(bold=True), Words(quiet=True), Words(bold=True)
        self._answer.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(2 * GAP)
        line.addWidget(self._name, 3)
        line.addWidget(self._answer, 2)
        column.addLayout(line)
        column.addWidget(self._reasons)

    def show_candidate(self, wording: Wording, candidate: Candidate) -> None:
        """Show somebody."""
        self._name.setText(candidate.assistant.name)
        self._reasons.setText(wording.reasons(candidate))
        self._answer.setText(wording.answer(candidate))
        self.name = wording.candidate_name(candidate)
