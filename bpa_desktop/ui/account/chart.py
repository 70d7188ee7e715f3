"""AccountChart: hours by week: used filled, planned hollow above it, granted as a line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y, theme
from bpa_desktop.ui.account.view_model import AccountModel, WeekModel
from bpa_desktop.ui.account.wording import chart_text
from bpa_desktop.ui.theme import GAP

_LINES_HIGH = 8
_BESIDE = 0.15
_LINE = 2


class AccountChart(a11y.Accessible, QWidget):
    """A picture; the table below it says each week, its description the whole."""

    accessible_role = a11y.Role.Graphic

    def __init__(self) -> None:
        super().__init__()
        self._weeks: tuple[WeekModel, ...] = ()
        self._months: dict[int, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_account(self, model: AccountModel, language: Language) -> None:
        """Draw the weeks of a period."""
        self._weeks = model.weeks
        months = [week.week.days[3] for week in model.weeks]
        self._months = {
            place: language.date(day, "month")[:3]
            for place, day in enumerate(months)
            if place == 0 or day.month != months[place - 1].month
        }
        self.setAccessibleName(language.text("Hours by week"))
        self.setAccessibleDescription(chart_text(language, model))
        self.update()

    def sizeHint(self) -> QSize:
        """Grow with the text."""
        return QSize(20 * GAP, self.fontMetrics().lineSpacing() * _LINES_HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each week, the months below."""
        painter = QPainter(self)
        line = self.fontMetrics().lineSpacing()
        area = QRectF(0, _LINE, self.width(), self.height() - line - 2 * _LINE)
        highest = max((float(max(week.used + week.planned, week.granted)) for week in self._weeks), default=0.0) or 1.0
        wide = area.width() / max(1, len(self._weeks))
        for place, week in enumerate(self._weeks):
            column = QRectF(place * wide, area.top(), wide, area.height())
            _draw_week(painter, week, column=column, scale=area.height() / highest)
        painter.setPen(QColor(theme.current().ink))
        for place, month in self._months.items():
            below = QRectF(place * wide, self.height() - line, self.width(), line)
            if self.fontMetrics().horizontalAdvance(month) < wide * 4.2:
                painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, month)
        painter.end()


def _draw_week(painter: QPainter, week: WeekModel, *, column: QRectF, scale: float) -> None:
    look = theme.current()
    inner = column.adjusted(column.width() * _BESIDE, 0, -column.width() * _BESIDE, 0)
    used, planned, granted = (float(hours) * scale for hours in (week.used, week.planned, week.granted))
    painter.setPen(QPen(QColor(look.accent), 1))
    if used > 0:
        painter.setBrush(QColor(look.accent))
        painter.drawRect(QRectF(inner.left(), inner.bottom() - used, inner.width(), used))
    if planned > 0:
        painter.setBrush(QColor(look.field))
        painter.drawRect(QRectF(inner.left(), inner.bottom() - used - planned, inner.width(), planned))
    painter.setPen(QPen(QColor(look.ink), _LINE))
    height = column.bottom() - granted
    painter.drawLine(QPointF(column.left(), height), QPointF(column.right(), height))
    if week.is_now:
        painter.drawLine(
            QPointF(inner.left(), column.bottom() + _LINE), QPointF(inner.right(), column.bottom() + _LINE)
        )
