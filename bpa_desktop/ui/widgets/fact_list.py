"""FactList: labels with what stands beside them; pooled, so that walking through a list makes nothing anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bpa_desktop.ui.spacing import spaced
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.room import turn
from bpa_desktop.ui.widgets.words import Words

_STRETCH = (2, 3)
_LETTERS_ON_ONE_LINE = 38


class _Fact(QWidget):
    """What it is, and what it is here; below each other where the text is large."""

    def __init__(self) -> None:
        super().__init__()
        self._parts = (Words(quiet=True), Words())
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for part, stretch in zip(self._parts, _STRETCH, strict=True):
            part.setAlignment(Qt.AlignmentFlag.AlignTop)
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._line.addWidget(part, stretch)

    def put(self, label: str, value: str) -> None:
        """Show a fact, or nothing."""
        self.setVisible(bool(label))
        for part, text in zip(self._parts, (label, value), strict=True):
            part.put(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn with the room there is."""
        super().resizeEvent(event)
        self._line.setSpacing(0 if turn(self._line, self, letters=_LETTERS_ON_ONE_LINE) else 2 * GAP)


class FactList(QWidget):
    """Facts below each other."""

    def __init__(self) -> None:
        super().__init__()
        self._pool: list[_Fact] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        spaced(self._column, GAP)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these, and nothing else."""
        while len(self._pool) < len(facts):
            self._pool.append(_Fact())
            self._column.addWidget(self._pool[-1])
        for place, fact in enumerate(self._pool):
            fact.put(*(facts[place] if place < len(facts) else ("", "")))
