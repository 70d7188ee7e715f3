"""The hours at the left of a day, and among them the time it is now, as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y
from bpa_desktop.ui.roster.day_painter import bold
from bpa_desktop.ui.roster.hour_column import HourScale
from bpa_desktop.ui.theme import GAP, current

_A_MINUTE = 60_000
_EVERY = (1, 2, 3, 6)
"""Where there is no room for every hour's number, every second stands there, or every third, or sixth."""


class ClockScale(a11y.Accessible, QWidget):
    """The numbers of the hours, each below its line."""

    accessible_role = a11y.Role.Heading

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._name = ""
        self._scale: HourScale | None = None
        self._clear = QRect()

    def show_name(self, language: Language) -> None:
        """Take what it is called."""
        self._name = language.text("Hours of the day, 0 to 24")

    def accessible_text(self) -> str | None:
        """Return what it is."""
        return self._name

    def width_needed(self) -> int:
        """Return the width of a number, with the gap to the first column."""
        return self.fontMetrics().horizontalAdvance("00") + 2 * GAP

    def show_scale(self, scale: HourScale, *, width: int) -> None:
        """Take how high the hours are, and stand beside them."""
        self._scale = scale
        self.setGeometry(self.x(), 0, width, scale.bottom + GAP)
        self.update()

    def keep_clear(self, area: QRect) -> None:
        """Take where no number stands, because the time it is stands there."""
        if area != self._clear:
            self._clear = area
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, scale = QPainter(self), self._scale
        if scale is None:
            return
        high = self.fontMetrics().lineSpacing()
        step = next((step for step in _EVERY if step * scale.hour >= high), _EVERY[-1])
        line = QColor(current().line)
        line.setAlphaF(0.25)
        for place in range(0, len(scale.axis.numbers), step):
            painter.setPen(line)
            painter.drawLine(GAP // 2, scale.y(place), self.width(), scale.y(place))
            painter.setPen(QColor(current().quiet))
            area = QRect(0, scale.y(place), self.width() - GAP, high)
            if not area.intersects(self._clear):
                painter.drawText(area, Qt.AlignmentFlag.AlignRight, f"{scale.axis.numbers[place]:02d}")


class NowMark(a11y.Accessible, QWidget):
    """The time it is now, in its place beside the hours; the columns draw the line. It follows once a minute."""

    accessible_role = a11y.Role.StaticText
    moved = Signal()
    """It stands in another place, or no longer anywhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.clock: Callable[[], datetime] | None = None
        """What tells the local time; without it there is no mark."""
        self._text = ""
        self._days: Sequence[date] = ()
        self._language: Language | None = None
        self._scale: HourScale | None = None
        self.day: date | None = None
        """The day it is, where that is one of those that are shown."""
        self.at = 0
        """Where in the table the time is, in pixels; 0 while it is not among the hours that are shown."""
        self.hide()
        each_minute = QTimer(self)
        each_minute.timeout.connect(self.follow)
        each_minute.start(_A_MINUTE)

    def accessible_text(self) -> str | None:
        """Return what time it is."""
        return self._text

    def width_needed(self) -> int:
        """Return the width of the time at its longest, 0 where it is not shown."""
        if self._language is None:
            return 0
        widest = self._language.text("now {time}", time="00:00")
        return QFontMetrics(bold(self.font())).horizontalAdvance(widest) + GAP

    def show_on(self, days: Sequence[date], *, language: Language | None) -> None:
        """Take the days that are shown by the hour, none where there are no hours."""
        self._days, self._language = days, language
        if not days:
            self.follow()

    def place(self, scale: HourScale, *, width: int) -> None:
        """Take how high the hours are, and how much room there is beside them."""
        self._scale = scale
        self.resize(width, self.fontMetrics().lineSpacing())
        self.follow()

    def follow(self) -> None:
        """Stand where the clock is."""
        now = self.clock() if self.clock is not None else None
        self.at, self.day = 0, None
        if now is not None and self._language is not None and self._scale is not None and now.date() in self._days:
            self.day = now.date()
            self._text = self._language.text("now {time}", time=self._language.clock(now))
            self.at = self._scale.y(self._scale.axis.at(now, self.day))
            self.move(self.x(), self.at - self.height() // 2)
        self.setVisible(bool(self.at))
        self.update()
        self.moved.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(bold(self.font()))
        painter.setPen(QColor(current().alert))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
