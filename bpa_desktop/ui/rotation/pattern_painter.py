"""Measures and draws a card of the pattern. What is lacking has a hollow outline, and words: never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from bpa_desktop.ui.rotation.wording import Face
from bpa_desktop.ui.theme import card_height, current
from bpa_desktop.ui.widgets.edge import EDGE, paint_edge
from bpa_desktop.ui.widgets.wrapping import in_lines

_CORNER = 6
_MARGIN = 2
_PADDING = 5
_AROUND = 2 * (_MARGIN + _PADDING)
_RING = 3
_PLUS = 6
Lines = tuple[tuple[str, QFont], ...]


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _lines(face: Face, font: QFont, *, width: int) -> Lines:
    """Return the card's text in lines that fit a width; the times on two where one has no room."""
    room, bold = width - _AROUND - EDGE, _bold(font)
    start, dash, end = face.times.partition("–")
    fits = QFontMetrics(bold).horizontalAdvance(face.times) <= room
    times = (face.times,) if fits else (start + dash, end)
    rest = (line for text in face.lines for line in in_lines(text, font, width=room))
    return (*((line, bold) for line in times), *((line, font) for line in rest))


def height_for(face: Face, font: QFont, *, width: int) -> int:
    """Return the height of the lines that a width makes; at least that of a target."""
    return max(card_height(), len(_lines(face, font, width=width)) * QFontMetrics(font).lineSpacing() + _AROUND)


def least_size(face: Face, font: QFont) -> QSize:
    """Return the width of the longest word, and the height of a target."""
    start, dash, end = face.times.partition("–")
    bold, plain = QFontMetrics(_bold(font)), QFontMetrics(font)
    words = (plain.horizontalAdvance(word) for text in face.lines for word in text.split())
    widest = max(bold.horizontalAdvance(start + dash), bold.horizontalAdvance(end), *words)
    return QSize(widest + _AROUND + EDGE, card_height())


def paint_card(painter: QPainter, area: QRectF, *, face: Face, focused: bool) -> None:
    """Draw outline, edge and text; a dash or a plus where nothing stands; the ring of the focus."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    if face.times:
        _paint_outline(painter, inside, face=face)
        _paint_text(painter, inside, face=face)
    else:
        _paint_free(painter, inside.center(), focused=focused)
    if focused:
        inset = _RING / 2
        painter.setPen(QPen(QColor(current().focus), _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), _CORNER, _CORNER)


def _paint_outline(painter: QPainter, area: QRectF, *, face: Face) -> None:
    theme = current()
    if face.is_gap:
        painter.setPen(QPen(QColor(theme.alert), 1.6, Qt.PenStyle.DotLine))
    else:
        painter.setPen(QPen(QColor(theme.line), 2.2 if face.is_hollow else 1.2))
    hollow = face.is_gap or face.is_hollow
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else QColor(theme.field))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), _CORNER, _CORNER)
    if face.colour >= 0:
        edge = QRectF(area.left() + 3, area.top() + 4, EDGE, area.height() - 8)
        paint_edge(painter, edge, place=face.colour)


def _paint_text(painter: QPainter, area: QRectF, *, face: Face) -> None:
    theme, font = current(), painter.font()
    high = QFontMetrics(font).lineSpacing()
    lines = _lines(face, font, width=round(area.width()) + 2 * _MARGIN)
    left, top = area.left() + EDGE + _PADDING, area.center().y() - high * len(lines) / 2
    painter.setPen(QColor(theme.alert if face.is_gap else theme.ink))
    for line, line_font in lines:
        painter.setFont(line_font)
        room = QRectF(left, top, area.right() - left - 1, high)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)
        top += high


def _paint_free(painter: QPainter, centre: QPointF, *, focused: bool) -> None:
    painter.setPen(QPen(QColor(current().quiet), 1.5))
    painter.drawLine(centre - QPointF(_PLUS, 0), centre + QPointF(_PLUS, 0))
    if focused:
        painter.drawLine(centre - QPointF(0, _PLUS), centre + QPointF(0, _PLUS))
