"""YearPicture: the year's months as bars, the shown one in the accent."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y, theme
from bpa_desktop.ui.cost.view_model import CostModel, first_days
from bpa_desktop.ui.cost.wording import year_text
from bpa_desktop.ui.theme import GAP

_LINES_HIGH = 5
_MONTHS = 12


class YearPicture(a11y.Accessible, QWidget):
    """A picture with every amount in its description."""

    accessible_role = a11y.Role.Graphic

    def __init__(self) -> None:
        super().__init__()
        self._amounts: dict[int, float] = {}
        self._initials: tuple[str, ...] = ()
        self._shown = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_year(self, model: CostModel, language: Language) -> None:
        """Draw the year of a month."""
        self._amounts = {one.month.month: float(one.total) for one in model.months}
        self._shown = model.month.month
        days = first_days(model.month.year)
        self._initials = tuple(language.date(day, "month")[:1].upper() for day in days)
        self.setAccessibleName(language.text("The months of {year}", year=model.month.year))
        self.setAccessibleDescription(year_text(language, model))
        self.update()

    def sizeHint(self) -> QSize:
        """Grow with the text."""
        return QSize(20 * GAP, self.fontMetrics().lineSpacing() * _LINES_HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a bar a month over its initial."""
        look, line = theme.current(), self.fontMetrics().lineSpacing()
        painter = QPainter(self)
        wide, highest = self.width() / _MONTHS, max(self._amounts.values(), default=0.0) or 1.0
        for place, initial in enumerate(self._initials):
            height = max(2.0, (self.height() - line - 4) * self._amounts.get(place + 1, 0.0) / highest)
            bar = QRectF(place * wide + 2, self.height() - line - height, wide - 4, height - 2)
            painter.setPen(QPen(QColor(look.line), 1))
            painter.setBrush(QColor(look.accent if place + 1 == self._shown else look.field))
            painter.drawRect(bar)
            painter.setPen(QColor(look.ink))
            below = QRectF(place * wide, self.height() - line, wide, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, initial)
        painter.end()
