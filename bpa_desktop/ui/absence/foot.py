"""Foot: what stands below the cards: how many more there are, and how silence is counted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.words import Words
from bpa_desktop.ui.widgets.wrapping import Tick


class Foot(QWidget):
    """The choice is remembered; nothing is decided by it."""

    counted = Signal()
    """Silence is counted in another way."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._later, self._silence = Words(quiet=True), Tick()
        self._silence.setChecked(desk.silence_is_no)
        self._silence.toggled.connect(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spaced(column, GAP)
        column.addWidget(self._later)
        column.addWidget(self._silence)

    def show_later(self, later: int) -> None:
        """Show how many open shifts are not shown."""
        text = self._desk.language.plural("{n} more open shift later", "{n} more open shifts later", n=later)
        self._later.put(text if later else "")

    def retranslate(self) -> None:
        """Make the fixed texts again."""
        self._silence.setText(self._desk.language.text("Who has not answered in time counts as having said no"))

    def _count(self, is_no: bool) -> None:
        self._desk.silence_is_no = is_no
        self._desk.bulletin.silence_chosen.emit(is_no)
        self.counted.emit()
