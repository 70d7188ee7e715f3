"""What the File menu does about passphrase, recovery code and lock, while an arrangement that is kept is open."""

from __future__ import annotations

from bpa_desktop.ui.desk import Handlers
from bpa_desktop.ui.locking import Locking
from bpa_desktop.ui.start.doors import Doors
from bpa_desktop.ui.start.stage import Stage


class KeyCommands:
    """Answers the actions about keys; in the demo, which has none, there are none."""

    def __init__(self, stage: Stage, doors: Doors, *, locking: Locking) -> None:
        self._stage = stage
        self._doors = doors
        self._locking = locking

    def handlers(self) -> Handlers:
        """Return what is answered just now."""
        if self._locking.desk is None:
            return {}
        return {"change_passphrase": self._change_passphrase, "lock_now": self._locking.lock_now}

    def _change_passphrase(self) -> None:
        from bpa_desktop.ui.start.change_passphrase import ChangePassphraseDialog

        dialog = ChangePassphraseDialog(self._stage, self._doors, parent=self._stage.window)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()
