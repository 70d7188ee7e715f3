"""How large a window opens: so many letters and lines, which grow with the text, but never more than the screen has."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_SHARE = 0.9
"""Of the screen; the rest is for the window's frame."""


def open_at(window: QWidget, *, letters: int, lines: int) -> None:
    """Size a window that is about to be shown."""
    metrics, room = window.fontMetrics(), window.screen().availableGeometry()
    width, height = metrics.averageCharWidth() * letters, metrics.height() * lines
    window.resize(min(width, round(room.width() * _SHARE)), min(height, round(room.height() * _SHARE)))
