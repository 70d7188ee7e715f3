"""What the File menu does about passphrase, recovery code and lock, while an arrangement that is kept is open."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.ui.backup_commands import BackupCommands
from bpa_desktop.ui.desk import Handlers
from bpa_desktop.ui.locking import Locking
from bpa_desktop.ui.start.doors import Doors, Made
from bpa_desktop.ui.start.stage import Stage


class KeyCommands:
    """Answers the actions about keys; in the demo, which has none, there are none."""

    def __init__(self, stage: Stage, doors: Doors, *, locking: Locking, backups: BackupCommands) -> None:
        self._stage = stage
        self._doors = doors
        self._locking = locking
        self._backups = backups

    def handlers(self) -> Handlers:
        """Return what is answered just now."""
        if self._locking.desk is None:
            return {}
        return {
            "change_passphrase": self._change_passphrase,
            "new_code": self._ask_for_new_code,
            "lock_now": self._locking.lock_now,
        }

    def _change_passphrase(self) -> None:
        from bpa_desktop.ui.start.change_passphrase import ChangePassphraseDialog

        dialog = ChangePassphraseDialog(self._stage, self._doors, parent=self._stage.window)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _ask_for_new_code(self) -> None:
        from bpa_desktop.ui.start.new_code import NewCodeDialog

        dialog = NewCodeDialog(self._stage, self._doors, parent=self._stage.window)
        dialog.proved.connect(self._renew)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _renew(self, renew: Callable[[], Made]) -> None:
        """Close the arrangement, put it under a new key beside the window, and show the code."""
        self._locking.close()
        self._stage.wait()
        self._stage.run(renew, done=self._show_code, failed=self._ask_after)

    def _show_code(self, made: Made) -> None:
        from bpa_desktop.ui.start.recovery import RecoveryPage

        page = RecoveryPage(self._stage.language, made.code)
        page.kept.connect(lambda: self._open(made))
        self._stage.show(page)

    def _open(self, made: Made) -> None:
        """Open the arrangement again, and offer to delete what the old code still opens."""
        moment = self._locking.clock.now()
        self._stage.finish(made.store, None)
        lead = self._stage.language.text(
            "The new code is in force. These backups still open with the old one, whoever has it."
        )
        self._backups.show_holding(moment, lead)

    def _ask_after(self, error: BaseException) -> None:
        self._stage.refuse(self._locking.unlocking.ask(), error)
