"""FirstFrame: what is heavy waits until the window has been painted once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_PATIENCE_MS = 400
"""A window that starts minimised or covered is never painted; go on all the same."""


class FirstFrame(QObject):
    """Calls once, in the event loop's next turn after the first paint."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._then = then
        self._called = False
        window.installEventFilter(self)
        QTimer.singleShot(_PATIENCE_MS, self._call)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first paint."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._call)
        return super().eventFilter(watched, event)

    def _call(self) -> None:
        if not self._called:
            self._called = True
            self._then()
