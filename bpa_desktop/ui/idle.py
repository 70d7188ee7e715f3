"""Idle: notices that nobody has touched the window for a while, or that the computer slept meanwhile."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from bpa_desktop.services.ports import Clock

LOOK_EVERY = 10 * 1000
"""Milliseconds between two looks at the clock."""
SLEPT = timedelta(minutes=2)
"""Where the clock went on for longer than this between two looks, the computer slept."""
WARNING = timedelta(minutes=1)
"""So long before the end the user is warned."""
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
        QEvent.Type.HoverMove,
    }
)


class Idle(QObject):
    """Watches while it is told after how many minutes; with none it watches nothing and costs nothing."""

    warned = Signal()
    """A minute is left; any key or movement begins anew."""
    left_alone = Signal()
    """The time is over, or the computer slept."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._limit: timedelta | None = None
        self._touched = self._looked = clock.now()
        self._has_warned = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def watch(self, minutes: int) -> None:
        """Watch from now on, or with 0 no more."""
        self.stop()
        if minutes:
            self._limit = timedelta(minutes=minutes)
            self._begin_anew(self._clock.now())
            self._looked = self._touched
            self._application().installEventFilter(self)
            self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        if self._limit is not None:
            self._application().removeEventFilter(self)
            self._timer.stop()
            self._limit = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin anew with each touch, unless the computer slept before it. Every event goes on its way."""
        if event.type() in _TOUCHES and not self.look():
            self._begin_anew(self._clock.now())
        return False

    def look(self) -> bool:
        """Look at the clock; return whether the time was over."""
        if self._limit is None:
            return False
        now = self._clock.now()
        slept, self._looked = now - self._looked > SLEPT, now
        alone = now - self._touched
        if slept or alone >= self._limit:
            self._begin_anew(now)
            self.left_alone.emit()
            return True
        if alone >= self._limit - WARNING and not self._has_warned:
            self._has_warned = True
            self.warned.emit()
        return False

    def _begin_anew(self, now: datetime) -> None:
        self._touched = now
        self._has_warned = False

    @staticmethod
    def _application() -> QCoreApplication:
        application = QCoreApplication.instance()
        assert application is not None  # there is a window
        return application
