"""Draws a day of a month: its number, what is special, figures with their signs, who comes in their colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from bpa_desktop.ui.roster.card_measure import MARGIN, PADDING, elided
from bpa_desktop.ui.roster.card_painter import paint_gap, paint_open, paint_weight
from bpa_desktop.ui.roster.month_wording import DayFace, Sign
from bpa_desktop.ui.theme import current
from bpa_desktop.ui.widgets.edge import EDGE, paint_edge

_CORNER = 6
_BETWEEN = 6
_MOST_NOTES = 2
_MOST_COMERS = 6
"""So many names stand in a cell; the others are counted, and said in its name."""


@dataclass(frozen=True)
class Piece:
    """A text with what stands before it: a sign, or an assistant's colour; `left` is measured from the line's begin."""

    text: str
    left: int
    sign: Sign = Sign.NONE
    colour: int = -1


Lines = Sequence[Sequence[Piece]]


def day_lines(face: DayFace, metrics: QFontMetrics, *, width: int) -> Lines:
    """Return what stands below the number, in lines that fit a cell of a width."""
    room = max(1, width - 2 * (MARGIN + PADDING))
    special = [(face.special, Sign.NONE, -1)] if face.special else []
    figures = [(text, sign, -1) for sign, text in face.figures]
    comers = [(comer.name, Sign.NONE, comer.colour) for comer in face.comers[:_MOST_COMERS]]
    if len(face.comers) > _MOST_COMERS:
        comers.append((f"+{len(face.comers) - _MOST_COMERS}", Sign.NONE, -1))
    notes = [[(text, Sign.NONE, -1)] for text in face.notes[:_MOST_NOTES]]
    if len(face.notes) > _MOST_NOTES:
        notes.append([(f"+{len(face.notes) - _MOST_NOTES}", Sign.NONE, -1)])
    groups = (group for group in (special, *notes, figures, comers) if group)
    return [line for group in groups for line in _flowed(group, metrics, room=room, are_figures=group is figures)]


def bold(font: QFont) -> QFont:
    """Return a font in bold."""
    heavy = QFont(font)
    heavy.setBold(True)
    return heavy


def _before(piece: Piece, metrics: QFontMetrics) -> int:
    if piece.colour >= 0:
        return EDGE + 3
    return metrics.ascent() + 3 if piece.sign is not Sign.NONE else 0


def _flowed(
    pieces: list[tuple[str, Sign, int]], metrics: QFontMetrics, *, room: int, are_figures: bool
) -> Iterator[list[Piece]]:
    """Yield pieces beside each other, in lines of a width.

    One that is too long for its own line is shortened; of a figure the number is left.
    """
    line: list[Piece] = []
    left = 0
    for whole, sign, colour in pieces:
        text = whole
        before = _before(Piece(text, 0, sign, colour), metrics)
        if are_figures and before + metrics.horizontalAdvance(text) > room:
            text = text.split()[0]
        wide = before + metrics.horizontalAdvance(text)
        if line and left + wide > room:
            yield line
            line, left = [], 0
        line.append(Piece(elided(text, metrics, width=room - before), left, sign, colour))
        left += wide + _BETWEEN
    yield line


def paint_ring(painter: QPainter, area: QRectF) -> None:
    """Draw the ring of the focus round an area."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(current().focus), 3))
    painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), _CORNER + 1, _CORNER + 1)


def paint_day(painter: QPainter, area: QRectF, *, face: DayFace, lines: Lines) -> None:
    """Draw a day into an area; without lines only its number."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    day = _DayPainter(painter, face)
    frame = area.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    if face.is_small:
        day.paint_small(frame)
    else:
        day.paint_whole(frame, lines)


class _DayPainter:
    def __init__(self, painter: QPainter, face: DayFace) -> None:
        self._painter = painter
        self._face = face
        self._theme = current()
        self._font = QFont(painter.font())
        self._metrics = QFontMetrics(self._font)

    def _ink(self) -> QColor:
        if self._face.is_red:
            return QColor(self._theme.alert)
        return QColor(self._theme.ink if self._face.is_own else self._theme.quiet)

    def paint_small(self, frame: QRectF) -> None:
        """Draw the number, with a dot where there is a shift and a line below today."""
        painter, theme = self._painter, self._theme
        font = bold(self._font) if self._face.is_own else self._font
        painter.setPen(self._ink())
        painter.setFont(font)
        text = frame.adjusted(PADDING, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self._face.number)
        end = text.left() + QFontMetrics(font).horizontalAdvance(self._face.number)
        if self._face.has_shifts:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.ink))
            painter.drawEllipse(QPointF(end + 5, frame.center().y() - self._metrics.ascent() / 2 + 2), 2.5, 2.5)
        if self._face.is_today:
            painter.fillRect(QRectF(text.left(), frame.bottom() - 3, end - text.left(), 3), QColor(theme.accent))

    def paint_whole(self, frame: QRectF, lines: Lines) -> None:
        """Draw everything, from the ground up."""
        painter, heavy = self._painter, QFontMetrics(bold(self._font))
        self._paint_ground(frame)
        left, top = frame.left() + PADDING, frame.top() + PADDING - 1
        painter.setFont(bold(self._font))
        painter.setPen(self._ink())
        painter.drawText(QPointF(left, top + heavy.ascent()), self._face.number)
        if self._face.is_today:
            wide = heavy.horizontalAdvance(self._face.number)
            painter.fillRect(QRectF(left, top + heavy.height() - 2, wide, 3), QColor(self._theme.accent))
        painter.setFont(self._font)
        top += heavy.lineSpacing()
        for line in lines:
            for piece in line:
                self._paint_piece(piece, at=QPointF(left + piece.left, top))
            top += self._metrics.lineSpacing()

    def _paint_ground(self, frame: QRectF) -> None:
        line = QColor(self._theme.line)
        line.setAlphaF(0.6 if self._face.is_own else 0.25)
        self._painter.setBrush(QColor(self._theme.field) if self._face.is_own else Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(line, 1))
        self._painter.drawRoundedRect(frame, _CORNER, _CORNER)

    def _paint_piece(self, piece: Piece, *, at: QPointF) -> None:
        painter, theme, metrics = self._painter, self._theme, self._metrics
        size = metrics.ascent()
        box = QRectF(at.x(), at.y() + (metrics.height() - size) / 2, size, size)
        if piece.colour >= 0:
            paint_edge(painter, QRectF(at.x(), at.y() + 2, EDGE, metrics.height() - 4), place=piece.colour)
        elif piece.sign is Sign.OPEN:
            paint_open(painter, box)
        elif piece.sign is Sign.UNCOVERED:
            paint_gap(painter, box)
        elif piece.sign is not Sign.NONE:
            paint_weight(painter, box, must=piece.sign is Sign.MUST)
        red = piece.text == self._face.special and self._face.is_red
        painter.setPen(QColor(theme.alert if red else theme.ink if piece.sign is not Sign.NONE else theme.quiet))
        painter.drawText(QPointF(at.x() + _before(piece, metrics), at.y() + metrics.ascent()), piece.text)
