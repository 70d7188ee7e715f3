"""Handing the roster out: the command."""

from __future__ import annotations

from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.roster.shift_commands import WeekFrame


class HandOut:
    """Opens the dialog about the week that is shown."""

    def __init__(self, desk: Desk, frame: WeekFrame) -> None:
        self._desk = desk
        self._frame = frame

    def handlers(self) -> Handlers:
        """Return what is done for which action id."""
        return {"hand_out": self._open}

    def _open(self) -> None:
        from bpa_desktop.ui.roster.hand_out_dialog import HandOutDialog  # brings the layouts of paper

        HandOutDialog(self._desk, self._frame.window(), week=self._frame.week).open()
