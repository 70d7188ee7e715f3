"""CandidateRow: somebody who can come, with the reasons, and what they answered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from bpa_desktop.ui import theme
from bpa_desktop.ui.absence.view_model import Candidate
from bpa_desktop.ui.absence.wording import Wording
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.rows import Row
from bpa_desktop.ui.widgets.words import Words

_HOOK = ((0.2, 0.55), (0.42, 0.78), (0.82, 0.26))
"""The tick in its box, as parts of a side."""


class CandidateRow(Row):
    """Letters log, by the keymap: asked, an answer, booked. Space ticks, Enter takes the next step."""

    turned = Signal()
    """Space, or a press on the box: ticked, or not any more."""

    def __init__(self) -> None:
        super().__init__()
        self.is_ticked = False
        self._can_tick = False
        self._name, self._reasons, self._answer = Words(bold=True), Words(quiet=True), Words(bold=True)
        self._answer.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(self._left, GAP, 2 * GAP, GAP)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(2 * GAP)
        line.addWidget(self._name, 3)
        line.addWidget(self._answer, 2)
        column.addLayout(line)
        column.addWidget(self._reasons)

    def show_candidate(self, wording: Wording, candidate: Candidate, *, is_ticked: bool) -> None:
        """Show somebody; who was asked and has not answered cannot be ticked."""
        self._name.setText(candidate.assistant.name)
        self._reasons.setText(wording.reasons(candidate))
        self._answer.setText(wording.answer(candidate))
        self.is_ticked, self._can_tick = is_ticked, candidate.can_be_asked
        ticked = wording.language.text("ticked") if is_ticked else ""
        self.name = ", ".join(part for part in (wording.candidate_name(candidate), ticked) if part)
        self.update()

    @property
    def _side(self) -> int:
        """How wide the box is: as high as a line."""
        return self.fontMetrics().height()

    @property
    def _left(self) -> int:
        """Where the words begin, behind the box."""
        return 4 * GAP + self._side

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's text size."""
        super().changeEvent(event)
        column = self.layout()
        if event.type() == QEvent.Type.FontChange and column is not None:
            column.setContentsMargins(self._left, GAP, 2 * GAP, GAP)

    def accessible_states(self) -> dict[str, bool]:
        """Tell whether the row is ticked, where it can be."""
        states = super().accessible_states()
        return {**states, "checkable": True, "checked": self.is_ticked} if self._can_tick else states

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space; anything else as every row."""
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._turn()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick by a press before the name; it takes the focus too."""
        super().mousePressEvent(event)
        if event.position().x() < self._left:
            self._turn()

    def _turn(self) -> None:
        if self._can_tick:
            self.turned.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box before the name, where somebody can be ticked."""
        super().paintEvent(event)
        if not self._can_tick:
            return
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side
        box = QRectF(2 * GAP, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(QColor(look.ink), 2 if self.is_ticked else 1.5))
        painter.drawRoundedRect(box, 3, 3)
        if self.is_ticked:
            painter.setPen(QPen(QColor(look.ink), 3))
            painter.drawPolyline(QPolygonF([box.topLeft() + QPointF(x * side, y * side) for x, y in _HOOK]))
        painter.end()
