"""Room in letters and lines, which grow with the text: how large a window opens, and what fits on one line."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

_SHARE = 0.9
"""Of the screen; the rest is for the window's frame."""


def open_at(window: QWidget, *, letters: int, lines: int) -> None:
    """Size a window that is about to be shown."""
    metrics, room = window.fontMetrics(), window.screen().availableGeometry()
    width, height = metrics.averageCharWidth() * letters, metrics.height() * lines
    window.resize(min(width, round(room.width() * _SHARE)), min(height, round(room.height() * _SHARE)))


def turn(line: QBoxLayout, widget: QWidget, *, letters: int) -> bool:
    """Put the parts of a line below each other where a widget has no room for so many letters; tell whether they are.

    Else they lie beside each other.
    """
    narrow = widget.width() < widget.fontMetrics().averageCharWidth() * letters
    line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
    return narrow
