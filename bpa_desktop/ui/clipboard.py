"""The clipboard: what the program copied is marked as its own, and taken off again if it is there still.

That is done after a while, when the arrangement is locked, and when the program ends; never where that is chosen.

What is copied by hand out of a field is the user's, and stays; so does all that other programs put there.
"""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from bpa_desktop.services.ports import Clock

LOOK_EVERY = 15 * 1000
"""Milliseconds between two looks at the clock."""
_OURS = "application/x-bpa-desktop-copied"


def copy(text: str) -> None:
    """Put a text on the clipboard."""
    data = QMimeData()
    data.setText(text)
    data.setData(_OURS, b"1")
    QGuiApplication.clipboard().setMimeData(data)


class ClipboardGuard(QObject):
    """Clears the clipboard of what the program copied, some minutes after it did at the latest."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.minutes = 0
        """After so many minutes; 0 is never."""
        self._clock = clock
        self._copied = clock.now()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        QGuiApplication.clipboard().dataChanged.connect(self._changed)
        self._watches = True

    def look(self) -> None:
        """Clear the clipboard where the time is over."""
        over = self._clock.now() - self._copied >= timedelta(minutes=self.minutes)
        if over:
            self.clear()

    def clear(self) -> None:
        """Clear the clipboard now of what the program copied, unless that is to stay for ever."""
        if self.minutes and _is_ours():
            QGuiApplication.clipboard().clear()

    def stop(self) -> None:
        """Clear it, and watch no more. Doing it twice does nothing more."""
        self._timer.stop()
        if self._watches:
            self.clear()
            QGuiApplication.clipboard().dataChanged.disconnect(self._changed)
        self._watches = False

    def _changed(self) -> None:
        """Take note of when the program copied something."""
        if _is_ours():
            self._copied = self._clock.now()
            self._timer.start()
        else:
            self._timer.stop()


def _is_ours() -> bool:
    data = QGuiApplication.clipboard().mimeData()
    return data is not None and data.hasFormat(_OURS)  # a cleared clipboard has none
