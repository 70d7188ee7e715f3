"""Paragraphs: short paragraphs below each other, with air between; the first leads, the others stand back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.words import Words


class Paragraphs(QWidget):
    """Paragraphs are reused; nothing at all is shown where there are none."""

    def __init__(self, *, leading: bool = False) -> None:
        """Have the first one lead, or all stand back."""
        super().__init__()
        self._leading = leading
        self._pool: list[Words] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        spaced(self._column, GAP)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these, and nothing else."""
        while len(self._pool) < len(lines):
            self._pool.append(Words(quiet=bool(self._pool) or not self._leading))
            self._column.addWidget(self._pool[-1])
        for place, words in enumerate(self._pool):
            words.put(lines[place] if place < len(lines) else "")
        self.setVisible(bool(lines))
