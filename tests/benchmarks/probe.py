"""Runs inside a program that is being started, and says when what happened; the child of start.py.

Seconds are since the moment BPA_STARTED_AT, on the clock that all processes share. Prints one JSON object.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

CARD = "ShiftCard"
HEAVY = ("sqlalchemy", "sqlmodel", "alembic", "sqlcipher3", "pydantic", "cryptography", "keyring", "babel", "typer")


class Probe(QObject):
    """Looks at every event of the application until all it waits for has happened."""

    def __init__(self, app: QApplication, *, with_week: bool) -> None:
        super().__init__()
        self._app = app
        self._with_week = with_week
        self.facts: dict[str, object] = {}
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the first frame, the first card painted, and the next card's focus after a key."""
        kind = event.type()
        if kind == QEvent.Type.Expose and isinstance(watched, QWindow) and "mapped" not in self.facts:
            self._mapped()
        elif type(watched).__name__ == CARD:
            if kind == QEvent.Type.Paint and "drawn" not in self.facts:
                self.facts["drawn"] = self._now()
                self.facts["passed over"] = gc.get_freeze_count()
                QTimer.singleShot(0, self._press_right)
            elif kind == QEvent.Type.FocusIn and "pressed" in self.facts:
                self.facts["answered"] = self._now()
                self._end()
        return False

    def _mapped(self) -> None:
        self.facts["mapped"] = self._now()
        self.facts["heavy"] = [name for name in HEAVY if name in sys.modules]
        if not self._with_week:
            self._end()

    def _press_right(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or type(focused).__name__ != CARD:  # the week has not the focus yet
            QTimer.singleShot(1, self._press_right)
            return
        self.facts["pressed"] = self._now()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.postEvent(focused, event)

    def _end(self) -> None:
        self._app.removeEventFilter(self)
        QTimer.singleShot(0, self._app.quit)

    @staticmethod
    def _now() -> float:
        return time.monotonic() - float(os.environ["BPA_STARTED_AT"])


def empty() -> Probe:
    """Show a window with nothing in it."""
    app = QApplication(sys.argv[:1])
    probe = Probe(app, with_week=False)
    window = QWidget()
    window.show()
    app.exec()
    return probe


def program() -> Probe:
    """Start the program on its demo."""
    from bpa_desktop import bootstrap
    from bpa_desktop.ui import application

    probes: list[Probe] = []

    class ProbedApplication(QApplication):
        def __init__(self, arguments: list[str]) -> None:
            super().__init__(arguments)
            probes.append(Probe(self, with_week=True))

    setattr(application, "QApplication", ProbedApplication)  # noqa: B010  # the module's own name for it
    bootstrap.main(["--demo", "--data-dir", os.environ["BPA_PROBE_DATA"]])
    return probes[0]


if __name__ == "__main__":
    sys.stdout.write(json.dumps((program() if sys.argv[1] == "program" else empty()).facts))
