"""Locking: the arrangement is closed, and the page that asks for the passphrase stands in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from bpa_desktop.services.ports import Clock
from bpa_desktop.services.settings import Settings
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.idle import Idle
from bpa_desktop.ui.start.stage import Stage
from bpa_desktop.ui.start.unlock import Locked
from bpa_desktop.ui.start.unlocking import Unlocking


class Locking:
    """Locks when it is asked, when nobody touches the window for as long as is set, and after the computer slept.

    It asks for the passphrase or the code even where this computer remembers the key: that would open for anybody.
    """

    def __init__(self, stage: Stage, unlocking: Unlocking, *, clock: Clock, let_go: Callable[[], None]) -> None:
        self.unlocking = unlocking
        unlocking.close = self.close
        self.desk: Desk | None = None
        """What can be locked: nothing while nothing is open, nor in the demo."""
        self._stage = stage
        self.clock = clock
        """What tells when something was locked."""
        self._let_go = let_go
        self._settings = Settings()
        self._warned_of_form = False
        self.idle = Idle(clock)
        self.idle.warned.connect(self._warn)
        self.idle.left_alone.connect(self.lock)

    def open(self, desk: Desk | None) -> None:
        """Take what can be locked from now on; None for what nobody else need not see."""
        self.desk = desk
        self._watch()

    def follow(self, settings: Settings) -> None:
        """Follow the settings."""
        is_other = settings.lock_minutes != self._settings.lock_minutes
        self._settings = settings
        if is_other:
            self._watch()

    def stop(self) -> None:
        """Watch no more."""
        self.idle.stop()

    def lock_now(self) -> None:
        """Lock; where a form is open, say first that it is not saved, and lock when asked again."""
        if form_is_open(self._stage.window) and not self._warned_of_form:
            self._warned_of_form = True
            text = self._stage.language.text("A form is open and not saved. Save it, or lock again all the same.")
            self._stage.window.status.refuse(text)
        else:
            self.lock()

    def lock(self) -> None:
        """Close everything, and ask for the passphrase."""
        if self.desk is not None:
            locked = self._locked(self.desk)
            self.close()
            self._stage.window.status.say(self._stage.language.text("Locked."))
            self.unlocking.ask(locked)

    def close(self) -> None:
        """Close the arrangement and every window over it."""
        self.open(None)
        self._warned_of_form = False
        for widget in QApplication.topLevelWidgets():
            if widget is not self._stage.window and widget.isVisible():
                widget.close()
        self._let_go()

    def _locked(self, desk: Desk) -> Locked:
        from bpa_desktop.domain.arrangement import Arrangement
        from bpa_desktop.services.emergency import emergency_sheet

        records = desk.history.records
        is_wished = self._settings.emergency_when_locked and records.all(Arrangement)
        sheet = emergency_sheet(records, self.clock.now()) if is_wished else None
        return Locked(sheet, form_is_open(self._stage.window))

    def _watch(self) -> None:
        self.idle.watch(self._settings.lock_minutes if self.desk is not None else 0)

    def _warn(self) -> None:
        self._stage.window.status.refuse(self._stage.language.text("Locks in a minute. Any key keeps it open."))


def form_is_open(window: QWidget) -> bool:
    """Tell whether something is typed that is not saved: a drawer stands open, or a field in a dialog was changed."""
    from bpa_desktop.ui.drawer import Drawer

    drawers = any(drawer.isVisible() for drawer in window.findChildren(Drawer))
    dialogs = (dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
    return drawers or any(field.isModified() for dialog in dialogs for field in dialog.findChildren(QLineEdit))
