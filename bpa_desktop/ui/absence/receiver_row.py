"""ReceiverRow: somebody who waits for word of how it ended, with the message ready."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.rows import Row
from bpa_desktop.ui.widgets.words import Words


class ReceiverRow(Row):
    """Enter copies the message, and once it is copied notes that they are told."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._state, self._message = Words(bold=True), Words(quiet=True), Words(quiet=True)
        line = QHBoxLayout()
        line.setSpacing(2 * GAP)
        line.addWidget(self._name, 2)
        line.addWidget(self._state, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._message)

    def show_receiver(self, name: str, *, state: str, message: str) -> None:
        """Show whom, what comes next for them, and what is told."""
        self._name.setText(name)
        self._state.setText(state)
        self._message.setText(message)
        self.name = f"{name}, {state}: {message}"
