"""Draws a card. States by shape, problems by sign and text, assistants by pattern: colour is never the only sign."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QPixmapCache, QPolygonF
from PySide6.QtWidgets import QWidget

from bpa_desktop.ui.roster.card_measure import (
    MARGIN,
    PADDING,
    CardLines,
    before_times,
    card_lines,
    elided,
    sign_size,
    times_font,
)
from bpa_desktop.ui.roster.card_wording import CardFace
from bpa_desktop.ui.roster.view_model import Form
from bpa_desktop.ui.theme import Theme, current
from bpa_desktop.ui.widgets.edge import EDGE, paint_edge

_CORNER = 6
_LEAST_BESIDE = 3
"""A text of no more letters than so many, with its ellipsis, says nothing beside the times."""
_OUTLINES = {
    Form.DRAFT: (Qt.PenStyle.DashLine, 1.6),
    Form.OFFERED: (Qt.PenStyle.DotLine, 2.2),
    Form.PUBLISHED: (Qt.PenStyle.SolidLine, 1.2),
    Form.OPEN: (Qt.PenStyle.SolidLine, 2.2),
    Form.GAP: (Qt.PenStyle.DashDotLine, 2.2),
    Form.NOTE: (Qt.PenStyle.SolidLine, 0.8),
}


_OUTLINE_COLOURS = {Form.OPEN: "ink", Form.GAP: "alert"}


@dataclass(frozen=True)
class CardMarks:
    """What stands on a card for the moment: the focus, the selection, a shift picked up, or where it would land."""

    focused: bool = False
    selected: bool = False
    lifted: bool = False
    landing: str = ""
    """The times of the shift that would land here."""


NO_MARKS = CardMarks()


def card_picture(face: CardFace, marks: CardMarks, *, of: QWidget) -> QPixmap:
    """Return a widget's card as it is drawn, on its own ground; cards that look the same are drawn once."""
    size, ratio, ground, font = of.size(), of.devicePixelRatioF(), of.palette().window().color(), of.font()
    marked = "" if marks == NO_MARKS else repr(marks)
    key = f"{face.look} {marked} {size.toTuple()} {ratio} {ground.rgba()} {font.key()} {current().name}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(ground)
        painter = QPainter(picture)
        painter.setFont(font)
        paint_card(painter, QRectF(of.rect()), face=face, marks=marks)
        painter.end()
        QPixmapCache.insert(key, picture)
    return picture


def paint_card(painter: QPainter, area: QRectF, *, face: CardFace, marks: CardMarks) -> None:
    """Draw a card into an area, in the theme that is in force."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _CardPainter(painter, area, marks=marks).paint(face)


class _CardPainter:
    def __init__(self, painter: QPainter, area: QRectF, *, marks: CardMarks) -> None:
        self._painter = painter
        self._theme: Theme = current()
        self._marks = marks
        self._outer = area
        self._frame = area.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        self._font = QFont(painter.font())

    def paint(self, face: CardFace) -> None:
        """Draw everything, from the ground up."""
        if face.form is Form.EMPTY:
            self._paint_empty(face)
        else:
            self._paint_ground(face)
            self._paint_text(face)
            self._paint_signs(face)
        if self._marks.landing:
            times = self._marks.landing if face.form is Form.EMPTY else ""
            self._painter.setFont(self._font)
            _landing(self._painter, self._frame, times=times)
        if self._marks.focused:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(QColor(self._theme.focus), 3))
            self._painter.drawRoundedRect(self._outer.adjusted(1.5, 1.5, -1.5, -1.5), _CORNER + 1, _CORNER + 1)

    def _ink(self, *, quiet: bool = False) -> QColor:
        if self._marks.selected:
            return QColor(self._theme.on_accent)
        return QColor(self._theme.quiet if quiet else self._theme.ink)

    def _paint_empty(self, face: CardFace) -> None:
        if self._marks.selected:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(self._theme.accent))
            self._painter.drawRoundedRect(self._frame, _CORNER, _CORNER)
        if self._marks.landing:
            return
        self._painter.setPen(QPen(self._ink(quiet=True), 1.5))
        centre = self._frame.center()
        if face.lines:
            self._painter.setFont(self._font)
            room = self._frame.adjusted(EDGE + PADDING, 0, -PADDING, 0)
            self._painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, face.lines[0])
        elif self._marks.focused:
            _plus(self._painter, centre, arm=sign_size(self._font) / 2)
        else:
            self._painter.drawLine(centre - QPointF(4, 0), centre + QPointF(4, 0))

    def _paint_ground(self, face: CardFace) -> None:
        filled = face.form in (Form.DRAFT, Form.OFFERED, Form.PUBLISHED)
        ground = QColor(self._theme.fill if self._marks.selected else self._theme.field)
        self._painter.setBrush(ground if filled or self._marks.selected else Qt.BrushStyle.NoBrush)
        style, width = _OUTLINES.get(face.form, (Qt.PenStyle.NoPen, 0))
        if self._marks.lifted:
            style, width = Qt.PenStyle.DotLine, 1
        colour = _OUTLINE_COLOURS.get(face.form, "line")
        outline = QPen(QColor(getattr(self._theme, colour)), width, style)
        self._painter.setPen(outline if style is not Qt.PenStyle.NoPen else Qt.PenStyle.NoPen)
        self._painter.drawRoundedRect(self._frame, _CORNER, _CORNER)
        if face.colour >= 0 and face.form is not Form.ABSENT:
            edge = QRectF(self._frame.left() + 2, self._frame.top() + 3, EDGE, self._frame.height() - 6)
            paint_edge(self._painter, edge, place=face.colour)

    def _paint_text(self, face: CardFace) -> None:
        lines = card_lines(face, self._font, width=round(self._outer.width()))
        metrics = QFontMetrics(self._font)
        left = self._frame.left() + EDGE + PADDING
        below = (*lines.notes, *lines.problem, lines.extra)
        top = self._paint_times(face, lines.times)
        fit = max(0, int((self._frame.bottom() + 1 - top) // metrics.lineSpacing()))
        if fit < len(lines.notes) + bool(lines.problem):
            self._paint_beside_times(face, lines, first=below[fit] if fit == 0 else "")
        for place, text in enumerate(below[:fit]):
            start = left
            if lines.problem and place == len(lines.notes):
                self._paint_weight(face, QPointF(left, top + metrics.height() / 2))
                start += lines.beside
            self._painter.setPen(self._ink(quiet=text == lines.extra))
            self._painter.drawText(QPointF(start, top + metrics.ascent()), text)
            top += metrics.lineSpacing()

    def _paint_beside_times(self, face: CardFace, lines: CardLines, *, first: str) -> None:
        """Draw what has no room below: at the right that something is wrong, and the first line between."""
        large, size = QFontMetrics(times_font(self._font)), sign_size(self._font)
        left = self._frame.left() + EDGE + 2 * PADDING + before_times(face, self._font)
        left += max(large.horizontalAdvance(text) for text in lines.times) if lines.times else 0
        right = self._frame.right() - PADDING
        middle = self._frame.top() + _above(lines.times, self._frame, font=self._font) + large.height() / 2
        if face.weight:
            right -= size
            self._paint_weight(face, QPointF(right, middle))
        metrics = QFontMetrics(self._font)
        text = elided(first, metrics, width=round(right - left - 2))
        if len(text) > _LEAST_BESIDE:
            self._painter.setPen(self._ink())
            self._painter.drawText(QPointF(left, middle + metrics.ascent() - metrics.height() / 2), text)

    def _paint_times(self, face: CardFace, times: tuple[str, ...]) -> float:
        """Draw the times with the signs of their line; return where the next line begins."""
        large = times_font(self._font)
        large.setStrikeOut(face.form is Form.ABSENT)
        metrics = QFontMetrics(large)
        left = self._frame.left() + EDGE + PADDING + before_times(face, self._font)
        top = self._frame.top() + _above(times, self._frame, font=self._font)
        size = sign_size(self._font)
        middle = top + metrics.height() / 2
        if face.form is Form.OPEN:
            self._painter.setPen(QPen(self._ink(), 2))
            _plus(self._painter, QPointF(left - size / 2 - 2, middle), arm=size / 2 - 2)
        self._painter.setFont(large)
        self._painter.setPen(self._ink(quiet=face.form is Form.ABSENT))
        for line in times:
            self._painter.drawText(QPointF(left, top + metrics.ascent()), line)
            top += metrics.height()
        self._painter.setFont(self._font)
        return top

    def _paint_weight(self, face: CardFace, middle: QPointF) -> None:
        size = sign_size(self._font)
        alert = QColor(self._theme.on_accent if self._marks.selected else self._theme.alert)
        box = QRectF(middle.x(), middle.y() - size / 2, size, size)
        _triangle(self._painter, box, colour=alert, filled=face.weight == "must")

    def _paint_signs(self, face: CardFace) -> None:
        """Draw in the lower right corner a note and a lock, and on the corner itself that the shift is selected."""
        size = sign_size(self._font) - 2
        corner = self._frame.bottomRight()
        left = corner.x() - PADDING - (size if self._marks.selected else 0)
        for is_there, paint in ((face.has_note, _note), (face.is_locked, _lock)):
            if is_there:
                left -= size
                paint(
                    self._painter, QRectF(left, corner.y() - PADDING - size, size, size), colour=self._ink(quiet=True)
                )
                left -= 2
        if self._marks.selected:
            badge = QRectF(corner.x() - size, corner.y() - size, size + 2, size + 2)
            self._painter.setPen(QPen(QColor(self._theme.paper), 1.5))
            self._painter.setBrush(QColor(self._theme.accent))
            self._painter.drawEllipse(badge)
            _tick(self._painter, badge.adjusted(3, 3, -3, -3), colour=self._ink())


def _above(times: tuple[str, ...], frame: QRectF, *, font: QFont) -> float:
    """Return how much is free above the times: less where the card is hardly higher than they are."""
    high = QFontMetrics(times_font(font)).height() * len(times)
    return min(PADDING - 1, max(0, (frame.height() - high) / 2))


def _landing(painter: QPainter, frame: QRectF, *, times: str) -> None:
    """Draw that a shift would land here, with its times where nothing else stands."""
    ink = QColor(current().ink)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 2, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), _CORNER, _CORNER)
    painter.setFont(times_font(painter.font()))
    painter.setPen(ink)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, times)


def paint_open(painter: QPainter, box: QRectF) -> None:
    """Draw the sign of an open shift: hollow, with a plus."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(current().ink), 1.6))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    _plus(painter, box.center(), arm=box.width() / 4)


def paint_gap(painter: QPainter, box: QRectF) -> None:
    """Draw the sign of a need that nobody covers: hollow, dotted."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(current().alert), 1.8, Qt.PenStyle.DashDotLine))
    painter.drawRect(box.adjusted(1, 1, -1, -1))


def paint_weight(painter: QPainter, box: QRectF, *, must: bool) -> None:
    """Draw the sign of a finding: a filled triangle for what must be mended, a hollow one for a warning."""
    _triangle(painter, box, colour=QColor(current().alert), filled=must)


def _plus(painter: QPainter, centre: QPointF, *, arm: float) -> None:
    painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0))
    painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm))


def _triangle(painter: QPainter, box: QRectF, *, colour: QColor, filled: bool) -> None:
    inner = box.adjusted(1, 1, -1, -1)
    top = QPointF(inner.center().x(), inner.top())
    painter.setPen(QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([top, inner.bottomRight(), inner.bottomLeft()]))


def _note(painter: QPainter, box: QRectF, *, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    for part in (0.35, 0.65):
        line = box.top() + box.height() * part
        painter.drawLine(QPointF(box.left() + 3, line), QPointF(box.right() - 3, line))


def _lock(painter: QPainter, box: QRectF, *, colour: QColor) -> None:
    """Draw a padlock: a filled body, and the bow above it."""
    body = QRectF(box.left() + 1, box.top() + box.height() * 0.45, box.width() - 2, box.height() * 0.55)
    wide = box.width() * 0.5
    painter.setPen(QPen(colour, 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    bow = QRectF(box.center().x() - wide / 2, box.top() + 1, wide, box.height() * 0.8)
    painter.drawArc(bow, 0, 180 * 16)
    painter.setBrush(colour)
    painter.drawRoundedRect(body, 1.5, 1.5)


def _tick(painter: QPainter, box: QRectF, *, colour: QColor) -> None:
    painter.setPen(QPen(colour, 2.4))
    middle = QPointF(box.left() + box.width() * 0.4, box.bottom() - 2)
    painter.drawLine(QPointF(box.left() + 1, box.center().y()), middle)
    painter.drawLine(middle, QPointF(box.right() - 1, box.top() + 2))
