"""The sheet the numbers are drawn on: it lies over a window or an open menu, and passes on what is done to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from bpa_desktop.ui import theme

_ROOM = QSize(10, 2)
"""What a number has around it, in pixels."""
_CORNER = 4
_EDGE = 3


@dataclass(frozen=True)
class Badge:
    """A number, where it stands, and what it belongs to."""

    number: str
    place: QRect
    area: QRect

    @property
    def side(self) -> QRect | None:
        """The edge of the thing that a number outside of it stands at, so that nobody takes it for the neighbour's."""
        place, area = self.place, self.area
        if place.intersects(area):
            return None
        if place.left() > area.right() or place.right() < area.left():
            left = area.right() + 1 - _EDGE if place.left() > area.right() else area.left()
            return QRect(left, area.top(), _EDGE, area.height())
        top = area.bottom() + 1 - _EDGE if place.top() > area.bottom() else area.top()
        return QRect(area.left(), top, area.width(), _EDGE)


class SheetInput(Protocol):
    """Who answers what is done to the sheet."""

    def key(self, event: QKeyEvent) -> None:
        """Answer a key."""
        ...

    def clicked(self, at: QPoint) -> None:
        """Answer a click that was let go."""
        ...

    def leave(self) -> None:
        """Take the numbers away."""
        ...


class NumberSheet(QWidget):
    """Draws numbers; decides nothing."""

    def __init__(self, host: QWidget, answers: SheetInput) -> None:
        super().__init__(host)
        self._answers = answers
        self._drawn: Sequence[Badge] = ()
        self.setGeometry(host.rect())

    def draw(self, badges: Sequence[Badge]) -> None:
        """Show these numbers and no others."""
        self._drawn = badges
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keep every key from the shortcuts of the window: they would change what is numbered."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:  # Tab too: it leaves like any other
            self._answers.key(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be gone when something else got the focus."""
        super().focusOutEvent(event)
        self._answers.leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Decide nothing before the button is let go."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say what was clicked."""
        self._answers.clicked(event.position().toPoint())

    def wheelEvent(self, _event: QWheelEvent) -> None:
        """Leave before anything scrolls away below its number."""
        self._answers.leave()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the numbers in the ink of the theme's text, reversed."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(number_font(self))
        for badge in self._drawn:
            side = badge.side
            if side is not None:
                painter.fillRect(side, QColor(look.ink))
            painter.setPen(QPen(QColor(look.paper), 1))
            painter.setBrush(QColor(look.ink))
            painter.drawRoundedRect(badge.place, _CORNER, _CORNER)
            painter.drawText(badge.place, Qt.AlignmentFlag.AlignCenter, badge.number)
        painter.end()


def number_font(host: QWidget) -> QFont:
    """Return the font of the numbers, in the size of the host's text."""
    font = QFont(host.font())
    font.setBold(True)
    return font


def number_sizes(host: QWidget, *, count: int) -> list[QSize]:
    """Return the room each number takes."""
    metrics = QFontMetrics(number_font(host))
    return [QSize(metrics.horizontalAdvance(str(number)), metrics.height()) + _ROOM for number in range(1, count + 1)]
