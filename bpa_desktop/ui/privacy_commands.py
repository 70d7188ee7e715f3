"""What the menus do about what is known of people: the change log, and erasing for good."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.ui.backup_commands import BackupCommands
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.main_window import MainWindow
from bpa_desktop.ui.worker import Worker


class PrivacyCommands:
    """Answers these actions while something is open."""

    def __init__(self, window: MainWindow, worker: Worker, *, backups: BackupCommands) -> None:
        self._window = window
        self._worker = worker
        self._backups = backups
        self.desk: Desk | None = None
        """What is open."""

    def handlers(self) -> Handlers:
        """Return what is answered just now."""
        if self.desk is None:
            return {}
        handlers: Handlers = {"change_log": self._show_log}
        if not self.desk.reads_only and self.desk.history.records.all(Arrangement):
            handlers["erase"] = self._show_erasing
        return handlers

    def _show_log(self) -> None:
        from bpa_desktop.ui.change_log import ChangeLog

        assert self.desk is not None  # greyed while nothing is open
        _open(ChangeLog(self.desk, self._window))

    def _show_erasing(self) -> None:
        from bpa_desktop.ui.erase_dialog import EraseDialog

        assert self.desk is not None  # greyed while nothing is open
        dialog = EraseDialog(self.desk, self._window)
        dialog.erased.connect(self._show_holding)
        _open(dialog)

    def _show_holding(self) -> None:
        """Show the backups made until now, when those under way are made: they too may hold what was erased."""
        lead = self._window.language.text("It is erased here. These backups hold it still.")

        def done(_nothing: None) -> None:
            if self.desk is not None:
                self._backups.show_holding(self.desk.history.clock.now(), lead)

        def failed(error: BaseException) -> None:
            raise error

        self._worker.run(lambda _progress: None, done=done, failed=failed)


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()
