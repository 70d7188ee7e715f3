"""What the File menu does about the health of the store, while one that is kept is open."""

from __future__ import annotations

from bpa_desktop.services.health import Health
from bpa_desktop.services.job import Progress
from bpa_desktop.services.ports import Clock
from bpa_desktop.ui.desk import Handlers
from bpa_desktop.ui.main_window import MainWindow
from bpa_desktop.ui.start.doors import Doors, OpenStore
from bpa_desktop.ui.worker import Worker


class HealthCommands:
    """Answers the action; without a store that is kept there is nothing to look at."""

    def __init__(self, window: MainWindow, worker: Worker, *, doors: Doors, clock: Clock) -> None:
        self._window = window
        self._worker = worker
        self._doors = doors
        self._clock = clock
        self.store: OpenStore | None = None
        """What is open and has a shelf."""

    def handlers(self) -> Handlers:
        """Return what is answered just now."""
        return {"check_store": self._show} if self.store is not None else {}

    def _show(self) -> None:
        from bpa_desktop.ui.health_dialog import HealthDialog

        store = self.store
        assert store is not None  # greyed without

        def look(progress: Progress) -> Health:
            return self._doors.rescue.examine(store, self._clock.now(), progress=progress)

        dialog = HealthDialog(look, self._window.language, self._window, worker=self._worker)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()
