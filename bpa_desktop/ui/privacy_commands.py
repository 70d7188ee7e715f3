"""What the menus do about what is known of people: the change log, and erasing for good."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.main_window import MainWindow


class PrivacyCommands:
    """Answers these actions while something is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.desk: Desk | None = None
        """What is open."""

    def handlers(self) -> Handlers:
        """Return what is answered just now."""
        if self.desk is None:
            return {}
        return {"change_log": self._show_log}

    def _show_log(self) -> None:
        from bpa_desktop.ui.change_log import ChangeLog

        assert self.desk is not None  # greyed while nothing is open
        _open(ChangeLog(self.desk, self._window))


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()
