"""Hold: an arrow key that is held down moves on and on; all of it is one deed, and is said once it is let go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from bpa_desktop.texts import step_text
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.moves import Refusal


class Hold:
    """Knows whether the key that moves is held, and what it has done since it was pressed."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        self._desk = desk
        self._latest: str | None = None
        self._has_repeated = False
        self._of: object = None
        self._idle = QTimer(parent)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)

    def pressed(self, act: Callable[[], Refusal], *, of: object) -> Refusal:
        """Do what a key asks as it is pressed; `of` is what its repeats are known by: the key and its shifts."""
        self.let_go()
        return self._done(act, of)

    def repeated(self, act: Callable[[], Refusal], *, of: object) -> Refusal:
        """Do it once more as a part of the same deed; nothing after a refusal, and nothing that would run ahead.

        Repeats that came while the last one was being shown are dropped: the shift stops where the key is let go.
        """
        if of != self._of or self._idle.isActive():
            return None
        with self._desk.history.continuing(self._latest):
            refusal = self._done(act, of)
        self._has_repeated = self._has_repeated or refusal is None
        return refusal

    def _done(self, act: Callable[[], Refusal], of: object) -> Refusal:
        refusal = act()
        latest = self._desk.history.undoable
        self._of = of if refusal is None else None
        if latest is not None and refusal is None:
            self._latest = latest.line.id
        self._idle.start()
        return refusal

    def let_go(self) -> None:
        """Say where it ended, if it was moved on while the key was held."""
        latest = self._desk.history.undoable
        if self._has_repeated and latest is not None and latest.line.id == self._latest:
            self._desk.bulletin.said.emit(step_text(self._desk.language, latest, roster=self._desk.roster))
        self._latest = self._of = None
        self._has_repeated = False
