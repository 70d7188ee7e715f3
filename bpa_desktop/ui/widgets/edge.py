"""The edge that carries a person's colour and pattern, by a place in the team: colour is never alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from bpa_desktop.ui.theme import ASSISTANT_COLOURS, current

EDGE = 6
"""Width in pixels."""
_PATTERNS = (
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.CrossPattern,
    Qt.BrushStyle.Dense5Pattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.VerPattern,
    Qt.BrushStyle.DiagCrossPattern,
    Qt.BrushStyle.Dense3Pattern,
    Qt.BrushStyle.Dense7Pattern,
)


def paint_edge(painter: QPainter, area: QRectF, *, place: int) -> None:
    """Draw colour and pattern into an area."""
    theme = current()
    painter.save()
    shape = QPainterPath()
    shape.addRoundedRect(area, 3, 3)
    painter.fillPath(shape, QColor(ASSISTANT_COLOURS[place % len(ASSISTANT_COLOURS)]))
    painter.fillPath(shape, QBrush(QColor("#000000"), _PATTERNS[place % len(_PATTERNS)]))
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)
    painter.restore()
