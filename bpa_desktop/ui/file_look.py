"""FileLook: a large file is looked at beside the window once it is open; damage closes it, and leads to its rescue."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer

from bpa_desktop.services.job import CancelledError
from bpa_desktop.services.trouble import DamagedStoreError
from bpa_desktop.ui.locking import Locking, form_is_open
from bpa_desktop.ui.start.doors import Knock, OpenStore
from bpa_desktop.ui.start.stage import Stage
from bpa_desktop.ui.worker import Worker

_LOOK_AGAIN = 1000  # milliseconds


class FileLook:
    """What is found whole is not talked about. The look has a thread of its own: a backup need not wait for it."""

    def __init__(self, stage: Stage, locking: Locking) -> None:
        self._stage = stage
        self._locking = locking
        self._worker = Worker()
        locking.unlocking.opened = self._begin

    def stop(self) -> None:
        """Begin no more looks; closing the store ends the one under way."""
        self._worker.stop()

    def _begin(self, store: OpenStore, knock: Knock) -> None:
        look = store.look
        if look is not None:
            self._worker.run(lambda _progress: look(), done=lambda _none: None, failed=partial(self._failed, knock))

    def _failed(self, knock: Knock, error: BaseException) -> None:
        if isinstance(error, DamagedStoreError):
            self._damaged(knock)
        elif not isinstance(error, CancelledError):
            self._stage.refuse(self, error)

    def refused(self, text: str) -> None:
        """Say why the look came to no end."""
        self._stage.window.status.refuse(text)

    def _damaged(self, knock: Knock, *, was_told: bool = False) -> None:
        """Close the file as soon as nothing is typed that is not saved: what was done is in it, whatever is damaged."""
        text = self._stage.language.text
        if self._locking.desk is None:  # locked meanwhile: who opens it again is told
            return
        if form_is_open(self._stage.window):
            if not was_told:
                self.refused(text("Damage was found in the file. Save your form; then it is closed."))
            QTimer.singleShot(_LOOK_AGAIN, self._stage.window, partial(self._damaged, knock, was_told=True))
            return
        self._locking.close()
        self._locking.unlocking.rescue(knock)
        self.refused(text("Damage was found in the file, so it was closed."))
