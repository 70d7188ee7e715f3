"""A job runs beside the window, and comes home."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpa_desktop.services.job import CancelledError, Progress
from bpa_desktop.ui.worker import Worker


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.stop()


def never(_value: object) -> None:
    raise AssertionError("not to be called")


def test_a_result_is_brought_to_the_main_thread_from_another(qtbot: QtBot, worker: Worker) -> None:
    threads: list[threading.Thread] = []
    home: list[tuple[int, threading.Thread]] = []

    def job(_progress: Progress) -> int:
        threads.append(threading.current_thread())
        return 42

    worker.run(job, done=lambda value: home.append((value, threading.current_thread())), failed=never)
    qtbot.waitUntil(lambda: bool(home))
    assert home == [(42, threading.main_thread())]
    assert threads[0] is not threading.main_thread()
    assert not worker.is_busy


def test_an_error_is_brought_home_and_not_swallowed(qtbot: QtBot, worker: Worker) -> None:
    errors: list[BaseException] = []

    def job(_progress: Progress) -> int:
        raise ValueError("no such thing")

    worker.run(job, done=never, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ValueError)


def test_progress_arrives_in_order_before_the_result(qtbot: QtBot, worker: Worker) -> None:
    seen: list[object] = []

    def job(progress: Progress) -> str:
        progress.reached(1, 2)
        progress.reached(2, 2)
        return "done"

    worker.run(job, done=seen.append, failed=never, moved=lambda done, of: seen.append((done, of)))
    qtbot.waitUntil(lambda: "done" in seen)
    assert seen == [(1, 2), (2, 2), "done"]


def test_a_cancelled_job_fails_with_cancelled(qtbot: QtBot, worker: Worker) -> None:
    errors: list[BaseException] = []
    may_go_on = threading.Event()

    def job(progress: Progress) -> None:
        may_go_on.wait(60)
        progress.reached(1, 2)

    progress = worker.run(job, done=never, failed=errors.append)
    progress.cancel()
    may_go_on.set()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], CancelledError)


def test_a_job_that_still_waits_when_the_worker_is_stopped_fails_with_cancelled(qtbot: QtBot, worker: Worker) -> None:
    errors: list[BaseException] = []
    may_go_on = threading.Event()
    worker.run(lambda _progress: may_go_on.wait(60), done=lambda _waited: None, failed=never)
    worker.run(lambda _progress: None, done=never, failed=errors.append)
    worker.stop()
    may_go_on.set()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], CancelledError)


class Opened:
    """What a job makes, and nobody keeps."""


def test_what_came_home_is_let_go_of_by_the_worker(qtbot: QtBot, worker: Worker) -> None:
    home: list[ref[Opened]] = []
    worker.run(lambda _progress: Opened(), done=lambda opened: home.append(ref(opened)), failed=never)
    qtbot.waitUntil(lambda: bool(home))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert home[0]() is None


def test_a_worker_that_was_stopped_takes_no_job_and_is_not_busy(worker: Worker) -> None:
    worker.stop()
    with pytest.raises(RuntimeError):
        worker.run(lambda _progress: None, done=never, failed=never)
    assert not worker.is_busy
