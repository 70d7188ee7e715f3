"""LadderPicture: the steps of a price list drawn left to right, with a marker where the household stands."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y, theme
from bpa_desktop.ui.cost.view_model import Ladder, Rung
from bpa_desktop.ui.cost.wording import ladder_text
from bpa_desktop.ui.theme import GAP

_LINES_HIGH = 10
_LEAST = 3


class LadderPicture(a11y.Accessible, QWidget):
    """A picture with everything in its description; nobody has to see it, nor can it hold the focus."""

    accessible_role = a11y.Role.Graphic

    def __init__(self) -> None:
        super().__init__()
        self._ladder: Ladder | None = None
        self._highest = 1.0
        self._language: Language | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ladder(self, ladder: Ladder, language: Language, *, highest: Decimal | None = None) -> None:
        """Draw a ladder, by the scale of its own dearest step or of a higher amount."""
        self._ladder, self._language = ladder, language
        self._highest = float(highest or ladder.highest) or 1.0
        self.setAccessibleName(language.text("The steps of the price list"))
        self.setAccessibleDescription(ladder_text(language, ladder))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Grow with the text."""
        return QSize(20 * GAP, self.fontMetrics().lineSpacing() * _LINES_HIGH)

    def minimumSizeHint(self) -> QSize:
        """Need the whole height."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a bar a step: its height is the amount, its lower corners are the limits."""
        if self._ladder is None or self._language is None or not self._ladder.rungs:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().lineSpacing()
        wide = self.width() / len(self._ladder.rungs)
        for place, rung in enumerate(self._ladder.rungs):
            area = QRectF(place * wide, 2 * line, wide, self.height() - 3.4 * line)
            bar = self._bar(rung, area, line=line)
            self._draw_bar(painter, rung, bar=bar)
            self._draw_texts(painter, rung, bar=bar)
            if rung.is_here:
                self._draw_marker(painter, bar, share=float(self._ladder.share(rung)))
        painter.end()

    def _bar(self, rung: Rung, area: QRectF, *, line: int) -> QRectF:
        """Return a step's bar in its column; the text of its amount goes above it."""
        height = max(_LEAST, (area.height() - line) * float(rung.amount or 0) / self._highest)
        return QRectF(area.left(), area.bottom() - height, area.width(), height)

    def _draw_bar(self, painter: QPainter, rung: Rung, *, bar: QRectF) -> None:
        look = theme.current()
        painter.setPen(QPen(QColor(look.line), 2))
        painter.setBrush(QColor(look.accent if rung.is_here else look.field))
        painter.drawRect(bar.adjusted(1, 0, -1, -1))

    def _draw_texts(self, painter: QPainter, rung: Rung, *, bar: QRectF) -> None:
        """Write the amount above the bar, and its upper limit below its right corner."""
        assert self._language is not None
        line = self.fontMetrics().lineSpacing()
        font = painter.font()
        font.setBold(rung.is_here)
        painter.setFont(font)
        painter.setPen(QColor(theme.current().ink))
        amount = self._language.number(rung.amount, 0) if rung.amount is not None else "–"
        above = QRectF(bar.left(), bar.top() - line * 1.1, bar.width(), line)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, amount)
        font.setBold(False)
        painter.setFont(font)
        if rung.to_g is not None:
            limit = QRectF(bar.right() - bar.width() / 2, bar.bottom() + 2, bar.width(), line)
            painter.drawText(
                limit, Qt.AlignmentFlag.AlignCenter, f"{self._language.number(rung.to_g)}\N{NO-BREAK SPACE}G"
            )

    def _draw_marker(self, painter: QPainter, bar: QRectF, *, share: float) -> None:
        """Draw where the household stands: a sign on top, a line down through its step."""
        assert self._ladder is not None
        assert self._language is not None
        look, line = theme.current(), self.fontMetrics().lineSpacing()
        x, top = bar.left() + share * bar.width(), line * 1.2
        painter.setPen(QPen(QColor(look.ink), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, top + GAP), QPointF(x, bar.top() - line * 1.2))
        painter.setPen(QPen(QColor(look.on_accent), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, bar.top() + 2), QPointF(x, bar.bottom() - 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.ink))
        corners = [QPointF(x - GAP, top), QPointF(x + GAP, top), QPointF(x, top + GAP * 1.4)]
        painter.drawPolygon(QPolygonF(corners))
        painter.setPen(QColor(look.ink))
        text = self._language.text("{ratio} G", ratio=self._language.number(round(self._ladder.at, 2)))
        wide = self.fontMetrics().horizontalAdvance(text) + GAP
        left = min(max(x - wide / 2, 0.0), self.width() - wide)
        painter.drawText(QRectF(left, 0, wide, line), Qt.AlignmentFlag.AlignCenter, text)
