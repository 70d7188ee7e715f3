"""Buttons and ticks whose words go on in the next line where there is no room: Qt's own cut them, or widen the window.

Qt draws a button's lines where its text has line breaks. They are put in for the width there is; the whole text stays
what `text` returns and what a screen reader says.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QSizePolicy

from bpa_desktop.ui import theme

# Beside Qt's class, not below it: Qt for Python makes an object of one Qt class only.
if TYPE_CHECKING:
    _Beside = QAbstractButton
else:
    _Beside = object
_EVENTS_OF_SIZE = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})


def in_lines(text: str, metrics: QFontMetrics, *, width: int) -> tuple[str, ...]:
    """Return a text in lines of a width in pixels; a word that is longer has a line for itself."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and _wide(longer, metrics) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def _wide(text: str, metrics: QFontMetrics) -> int:
    return metrics.horizontalAdvance(text.replace("&&", "+").replace("&", ""))


class _Wrapping(_Beside):
    """Wants the width of its whole text, and does with that of its longest word."""

    _whole = ""
    _least_height: Callable[[], int] = staticmethod(int)
    """What the lines are not lower than together; the style sheet says it of most things."""

    def setText(self, text: str) -> None:
        """Show a text; a mark before a letter makes it the shortcut, as ever."""
        self._whole = text
        self.setAccessibleName(text.replace("&&", "\0").replace("&", "").replace("\0", "&"))
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._wrap()
        self.updateGeometry()

    def text(self) -> str:
        """Return the whole text, in one line."""
        return self._whole

    def _wrap(self) -> None:
        lines = "\n".join(in_lines(self._whole, self.fontMetrics(), width=self.width() - self._beside()))
        if lines != super().text():
            super().setText(lines)

    def _beside(self) -> int:
        """Return the room at the sides of the text: margins, or the sign of a tick."""
        widest = max(_wide(line, self.fontMetrics()) for line in super().text().split("\n"))
        return super().sizeHint().width() - widest

    def sizeHint(self) -> QSize:
        """Want the width of one line, and the height of the lines there are."""
        return QSize(_wide(self._whole, self.fontMetrics()) + self._beside(), self._high())

    def minimumSizeHint(self) -> QSize:
        """Do with the longest word, and with the lines there are: not every layout asks for a height by width."""
        widest = max((_wide(word, self.fontMetrics()) for word in self._whole.split()), default=0)
        return QSize(widest + self._beside(), self._high())

    def _high(self) -> int:
        return max(super().sizeHint().height(), self._least_height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that a width makes."""
        lines = len(in_lines(self._whole, self.fontMetrics(), width=width - self._beside()))
        now = super().text().count("\n") + 1
        high = super().sizeHint().height() + (lines - now) * self.fontMetrics().lineSpacing()
        return max(high, self._least_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._wrap()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's text size."""
        super().changeEvent(event)
        if event.type() in _EVENTS_OF_SIZE:
            self._wrap()
            self.updateGeometry()


class Button(_Wrapping, QPushButton):
    """A push button."""


class Tick(_Wrapping, QCheckBox):
    """A check box, as high as a target has to be: by a style sheet it would do with less than its lines."""

    _least_height = staticmethod(theme.least_target)
