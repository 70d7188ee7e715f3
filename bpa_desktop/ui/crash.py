"""The last resort: catches what nobody caught, and the queue for what happened before there was a window."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from bpa_desktop.i18n import Language

if TYPE_CHECKING:
    from bpa_desktop.ui.crash_report import CrashDialog


class CrashGuard(QObject):
    """Catches what nobody caught, in any thread, and shows it in the main one; queued while there is no window.

    An error of the world's (a full disk) for which `sentence` has words is no fault of the program: it is `refused`.
    """

    refused = Signal(str)
    _caught = Signal(str)

    def __init__(self, language: Callable[[], Language], sentence: Callable[[Exception], str | None]) -> None:
        super().__init__()
        self._language = language
        self._sentence = sentence
        self._waiting: list[str] = []
        self._window: QWidget | None = None
        self.dialog: CrashDialog | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the place of the interpreter's own last words."""
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self._hook(args.exc_type, args.exc_value)

    def uninstall(self) -> None:
        """Give the interpreter its own back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def shown_over(self, window: QWidget) -> None:
        """Take the window to stand over, and show what waited for it."""
        self._window = window
        waiting, self._waiting = self._waiting, []
        for report in waiting:
            self._caught.emit(report)

    def _hook(self, kind: type[BaseException], error: BaseException | None, *_where: object) -> None:
        if error is None or isinstance(error, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error or kind(), error.__traceback__ if error is not None else None)
            return
        text = self._sentence(error) if isinstance(error, Exception) else None
        if text is not None:
            self.refused.emit(text)
            return
        from bpa_desktop.ui.crash_report import report_of  # not before something went wrong

        report = report_of(error)
        if sys.stderr is not None:  # there is none without a console
            sys.stderr.write(f"{report}\n")
        if self._window is None:
            self._waiting.append(report)
        else:
            self._caught.emit(report)

    def _show(self, report: str) -> None:
        if self.dialog is not None:
            self.dialog.add(report)
            return
        from bpa_desktop.ui.crash_report import CrashDialog

        self.dialog = CrashDialog(report, self._language(), self._window)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        self.dialog = None
