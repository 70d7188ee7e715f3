"""Where a shift that is carried would land among the hours: its times, as high as it lasts. It takes no clicks."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bpa_desktop.domain.span import Span
from bpa_desktop.ui.roster.card_measure import MARGIN, PADDING, times_font
from bpa_desktop.ui.roster.card_wording import CardWording
from bpa_desktop.ui.roster.carry import Carry
from bpa_desktop.ui.roster.grid_row import GridRow
from bpa_desktop.ui.roster.hour_column import SEAM
from bpa_desktop.ui.theme import current

_CORNER = 6
_GROUND = 0.9
"""How much of what lies below is covered, so that the times can be read."""


class LandingSlot(QWidget):
    """A dashed outline with times."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._times = ""
        self.hide()

    def show_carried(self, carry: Carry, words: CardWording) -> bool:
        """Stand in a column of hours where what is carried would land; tell whether there is such a place."""
        column = carry.over_card.parentWidget() if carry.over_card is not None else None
        span = carry.landing_span(words.zone)
        is_there = isinstance(column, GridRow) and column.is_by_hour and span is not None
        self.setVisible(is_there)
        if isinstance(column, GridRow) and is_there and span is not None:
            self.stand_in(column, span, words=words)
        return is_there

    def stand_in(self, column: GridRow, span: Span, *, words: CardWording) -> None:
        """Stand in a column of hours at a time."""
        self._times = words.range(span)
        scale, day = column.scale, column.on
        assert scale is not None and day is not None  # it is a column of hours
        if self.parentWidget() is not column:
            self.setParent(column)
        top, bottom = (scale.y(scale.axis.at(moment, day)) for moment in (span.start, span.end))
        least = self.fontMetrics().height() + 2 * (MARGIN + PADDING)
        self.setGeometry(0, min(top, scale.bottom - least), column.width() - SEAM, max(bottom - top, least))
        self.show()
        self.raise_()
        column.heading.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        ground = QColor(current().paper)
        ground.setAlphaF(_GROUND)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(current().ink), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, _CORNER, _CORNER)
        painter.setFont(times_font(self.font()))
        painter.setPen(QColor(current().ink))
        words = frame.adjusted(PADDING, PADDING, -PADDING, 0)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(words, top | Qt.TextFlag.TextWordWrap, self._times)
