"""Locks the chosen shifts, and unlocks them again."""

from __future__ import annotations

from bpa_desktop.services.shift_lock import is_locked, lock_shifts, unlock_shifts
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster.shift_commands import ShiftCommands


class LockCommands:
    """The command about the locks of the current card, or of the shifts that are selected."""

    def __init__(self, desk: Desk, commands: ShiftCommands) -> None:
        self._desk = desk
        self._commands = commands

    def handlers(self) -> Handlers:
        """Return what is done for which action id."""
        return {"lock_shift": self._lock_or_unlock}

    def _lock_or_unlock(self) -> None:
        """Lock what is not locked; where all of it is, unlock it."""
        history = self._desk.history
        chosen = [shift.id for shift in self._commands.chosen()]
        unlocked = [shift_id for shift_id in chosen if not is_locked(history, shift_id)]
        if unlocked:
            lock_shifts(history, unlocked)
        elif chosen:
            unlock_shifts(history, chosen)
