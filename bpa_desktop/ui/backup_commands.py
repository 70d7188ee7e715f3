"""What the File menu and the status line do about backups, while an arrangement that is kept is open."""

from __future__ import annotations

from datetime import datetime

from bpa_desktop.services.ports import Shelf
from bpa_desktop.ui.backup_keeper import Keeper
from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.main_window import MainWindow
from bpa_desktop.ui.worker import Worker


class BackupCommands:
    """Answers the actions about backups; without a shelf, as in the demo, there are none."""

    def __init__(self, window: MainWindow, worker: Worker) -> None:
        self._window = window
        self._worker = worker
        self.keeper: Keeper | None = None
        """What makes the backups of the arrangement that is open."""

    def open(self, shelf: Shelf | None, desk: Desk) -> None:
        """Keep the backups of an arrangement from now on, and make one where it is due."""
        self.close()
        if shelf is not None:
            self.keeper = Keeper(shelf, desk, worker=self._worker)
            self.keeper.changed.connect(self.show)
            desk.bulletin.language_changed.connect(self.show)
            self.keeper.look()

    def handlers(self) -> Handlers:
        """Return what is answered just now."""
        if self.keeper is None:
            return {}
        return {"make_backup": self.keeper.make, "backups": self._show_backups}

    def show(self) -> None:
        """Show in the status line how old the last backup is."""
        shown, spoken = self.keeper.status if self.keeper is not None else ("", "")
        self._window.status.show_backup(shown, spoken)

    def show_holding(self, moment: datetime, lead: str) -> None:
        """Show the backups made until a moment, to be deleted, where there is a shelf."""
        from bpa_desktop.ui.holding_dialog import HoldingDialog

        if self.keeper is not None:
            dialog = HoldingDialog(self.keeper, moment, lead=lead, parent=self._window)
            dialog.finished.connect(lambda _result: dialog.deleteLater())
            dialog.open()

    def close(self) -> None:
        """Look no more; what is still being made comes home to nobody, since the window may be gone by then."""
        if self.keeper is not None:
            self.keeper.stop()
            self.keeper.changed.disconnect(self.show)
            self.keeper = None

    def _show_backups(self) -> None:
        from bpa_desktop.ui.backup_dialog import BackupsDialog

        assert self.keeper is not None  # greyed without
        dialog = BackupsDialog(self.keeper, self._window)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()
