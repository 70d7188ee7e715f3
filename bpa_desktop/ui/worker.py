"""Worker: runs a job off the main thread, and brings its result or its error home."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import Shiboken

from bpa_desktop.services.job import CancelledError, Job, Progress

R = TypeVar("R")


def is_gone(part: object) -> bool:
    """Tell whether Qt deleted a part of the window: what waits for a job may be closed before it comes home."""
    return not Shiboken.isValid(part)


class _Errand(QObject):
    """One job under way; it lives in the main thread, so what it is told elsewhere arrives there."""

    arrived = Signal()
    moved = Signal(int, int)


class Worker:
    """One thread beside the main one; jobs wait for each other.

    A job gets only values, never a widget. What it raises comes home too: nothing is swallowed on the way.
    """

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="worker")
        self._errands: set[_Errand] = set()

    @property
    def is_busy(self) -> bool:
        """Tell whether a job is under way."""
        return bool(self._errands)

    def run(
        self,
        job: Job[R],
        *,
        done: Callable[[R], None],
        failed: Callable[[BaseException], None],
        moved: Callable[[int, int], None] | None = None,
    ) -> Progress:
        """Begin a job; exactly one of `done` and `failed` is called, in the main thread.

        The progress returned can be cancelled; the job then fails with CancelledError, and so does one that was still
        waiting when the worker was stopped.
        """
        errand = _Errand()
        progress = Progress(errand.moved.emit)
        if moved is not None:
            errand.moved.connect(moved, Qt.ConnectionType.QueuedConnection)
        future: Future[R] = self._threads.submit(job, progress)
        self._errands.add(errand)  # a worker that was stopped took none

        def bring_home() -> None:
            self._errands.discard(errand)
            errand.deleteLater()  # its signal holds this function, and with it what came home
            error = CancelledError() if future.cancelled() else future.exception()
            if error is not None:
                failed(error)
            else:
                done(future.result())

        errand.arrived.connect(bring_home, Qt.ConnectionType.QueuedConnection)
        future.add_done_callback(lambda _future: errand.arrived.emit())
        return progress

    def stop(self) -> None:
        """Take no more jobs; one under way is left to end by itself."""
        self._threads.shutdown(wait=False, cancel_futures=True)
