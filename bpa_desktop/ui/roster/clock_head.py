"""The hours above a day, and among them the time it is now, as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bpa_desktop.i18n import Language
from bpa_desktop.ui import a11y
from bpa_desktop.ui.roster.day_painter import bold
from bpa_desktop.ui.roster.day_rows import HOURS
from bpa_desktop.ui.theme import GAP, current

_MINUTES_AN_HOUR = 60
_A_MINUTE = 60_000
_EVERY = 3
"""Where there is no room for every hour's number, every third stands there."""


class ClockScale(a11y.Accessible, QWidget):
    """The numbers of the hours; the line above them is left for the time it is."""

    accessible_role = a11y.Role.Heading

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ""

    def show_name(self, language: Language) -> None:
        """Take what it is called."""
        self._name = language.text("Hours of the day, 0 to 24")

    def accessible_text(self) -> str | None:
        """Return what it is."""
        return self._name

    def least_width(self) -> int:
        """Return the least width of a day, in which every third hour has room for its number."""
        return HOURS * (self.fontMetrics().horizontalAdvance("00") // 2 + GAP // 2)

    def height_needed(self) -> int:
        """Return the height of the two lines."""
        return 2 * self.fontMetrics().lineSpacing() + GAP // 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, metrics = QPainter(self), self.fontMetrics()
        hour = self.width() / HOURS
        wide = metrics.horizontalAdvance("00")
        step = 1 if hour > wide + GAP else _EVERY
        painter.setPen(QColor(current().quiet))
        for number in range(0, HOURS, step):
            area = QRectF(number * hour, metrics.lineSpacing(), wide + GAP, metrics.lineSpacing())
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft, f"{number:02d}")


class NowMark(a11y.Accessible, QWidget):
    """The time it is now, above its place among the hours; the rows draw the line. It follows once a minute."""

    accessible_role = a11y.Role.StaticText
    moved = Signal()
    """It stands in another place, or no longer anywhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.clock: Callable[[], datetime] | None = None
        """What tells the local time; without it there is no mark."""
        self._text = ""
        self._day: date | None = None
        self._language: Language | None = None
        self._room = (0, 0.0)
        self.at = 0
        """Where in the table the time is, in pixels; 0 while it is not among the hours that are shown."""
        self.hide()
        each_minute = QTimer(self)
        each_minute.timeout.connect(self.follow)
        each_minute.start(_A_MINUTE)

    def accessible_text(self) -> str | None:
        """Return what time it is."""
        return self._text

    def show_on(self, day: date | None, *, language: Language) -> None:
        """Take the day that is shown, None where no day is shown by the hour."""
        self._day, self._language = day, language

    def place(self, *, left: int, hour: float) -> None:
        """Take where the day begins, and how wide an hour is."""
        self._room = (left, hour)
        self.follow()

    def follow(self) -> None:
        """Stand where the clock is."""
        now = self.clock() if self.clock is not None else None
        self.at = 0
        if now is not None and self._language is not None and now.date() == self._day:
            left, hour = self._room
            self._text = self._language.text("now {time}", time=self._language.clock(now))
            self.at = left + round((now.hour + now.minute / _MINUTES_AN_HOUR) * hour)
            wide = QFontMetrics(bold(self.font())).horizontalAdvance(self._text) + GAP
            begin = max(left, min(self.at - wide // 2, left + round(HOURS * hour) - wide))
            self.setGeometry(begin, 0, wide, self.fontMetrics().lineSpacing())
            self.raise_()
        self.setVisible(bool(self.at))
        self.update()
        self.moved.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(bold(self.font()))
        painter.setPen(QColor(current().alert))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
