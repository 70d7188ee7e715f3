"""Buttons and ticks whose words go on in the next line where there is no room: Qt's own cut them, or widen the window.

Qt draws a button's lines where its text has line breaks. They are put in for the width there is; the whole text stays
what `text` returns and what a screen reader says.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QSizePolicy

from bpa_desktop.ui import theme

# Beside Qt's class, not below it: Qt for Python makes an object of one Qt class only.
if TYPE_CHECKING:
    _Beside = QAbstractButton
else:
    _Beside = object
_EVENTS_OF_SIZE = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})


def in_lines(text: str, font: QFont, *, width: int) -> tuple[str, ...]:
    """Return a text in lines of a width in pixels; a word that is longer has a line for itself."""
    words = text.split()
    whole = " ".join(words)
    if _wide(whole, font) <= width:
        return (whole,)
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and _wide(longer, font) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


@lru_cache(maxsize=2048)
def _wide(text: str, font: QFont) -> int:
    """Return how wide a text is: a layout asks for the same dozen times for each change in it."""
    return QFontMetrics(font).horizontalAdvance(text.replace("&&", "+").replace("&", ""))


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
        width = self.width() - self._beside(super().sizeHint())
        lines = "\n".join(in_lines(self._whole, self.font(), width=width))
        if lines != super().text():
            super().setText(lines)

    def _beside(self, wanted: QSize) -> int:
        """Return the room at the sides of the text, of the size Qt wants: margins, or the sign of a tick."""
        font = self.font()
        return wanted.width() - max(_wide(line, font) for line in super().text().split("\n"))

    def sizeHint(self) -> QSize:
        """Want the width of one line, and the height of the lines there are."""
        wanted = super().sizeHint()
        return QSize(_wide(self._whole, self.font()) + self._beside(wanted), self._high(wanted))

    def minimumSizeHint(self) -> QSize:
        """Do with the longest word, and with the lines there are: not every layout asks for a height by width."""
        wanted, font = super().sizeHint(), self.font()
        widest = max((_wide(word, font) for word in self._whole.split()), default=0)
        return QSize(widest + self._beside(wanted), self._high(wanted))

    def _high(self, wanted: QSize) -> int:
        return max(wanted.height(), self._least_height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that a width makes."""
        wanted = super().sizeHint()
        lines = len(in_lines(self._whole, self.font(), width=width - self._beside(wanted)))
        now = super().text().count("\n") + 1
        return max(wanted.height() + (lines - now) * self.fontMetrics().lineSpacing(), self._least_height())

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
