"""A fault of the program is shown in full, without names, and sent nowhere."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bpa_desktop.i18n import Language
from bpa_desktop.ui.crash import CrashGuard
from bpa_desktop.ui.crash_report import CrashDialog, report_of
from tests.ui.accessibility import nameless


def failure() -> ValueError:
    """Return an error that names a person, as a careless one might, with another below it."""
    try:
        try:
            raise KeyError("Kari Nordmann")
        except KeyError as below:
            raise ValueError("Kari Nordmann is ill") from below
    except ValueError as error:
        return error


@pytest.fixture
def guard() -> Iterator[CrashGuard]:
    guard = CrashGuard(
        lambda: Language("en"), lambda error: "The disk is full." if isinstance(error, OSError) else None
    )
    guard.install()
    yield guard
    guard.uninstall()


def test_the_report_tells_kinds_and_places_and_nothing_of_the_content() -> None:
    report = report_of(failure())
    assert "builtins.KeyError" in report
    assert "builtins.ValueError" in report
    assert "test_crash.py" in report
    assert " failure" in report
    assert "Kari" not in report
    assert str(Path.home()) not in report


def test_what_happened_before_the_window_is_shown_when_it_is_there(qtbot: QtBot, guard: CrashGuard) -> None:
    error = failure()
    guard._hook(type(error), error)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    assert guard.dialog is None
    guard.shown_over(window)
    qtbot.waitUntil(lambda: guard.dialog is not None and guard.dialog.isVisible())


def test_a_fault_in_another_thread_is_shown_too_and_a_second_goes_into_the_same_dialog(
    qtbot: QtBot, guard: CrashGuard
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    guard.shown_over(window)
    for _ in range(2):
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
    qtbot.waitUntil(
        lambda: guard.dialog is not None and guard.dialog.report.toPlainText().count("ZeroDivisionError") == 2
    )


def test_a_fault_after_the_dialog_was_closed_has_one_of_its_own(qtbot: QtBot, guard: CrashGuard) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    guard.shown_over(window)
    for _ in range(2):
        guard._hook(ValueError, failure())
        qtbot.waitUntil(lambda: guard.dialog is not None and guard.dialog.isVisible())
        assert guard.dialog is not None
        assert guard.dialog.report.toPlainText().count("builtins.KeyError") == 1
        guard.dialog.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert guard.dialog is None
    assert window.findChildren(CrashDialog) == []


def test_the_report_can_be_copied_and_saved_and_every_part_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CrashDialog("the whole report", Language("en"))
    qtbot.addWidget(dialog)
    dialog.show()
    copy = next(button for button in dialog.findChildren(QPushButton) if "Copy" in button.text())
    copy.click()
    assert QGuiApplication.clipboard().text() == "the whole report"
    dialog.write(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "the whole report\n"
    assert nameless(dialog) == []


def test_a_report_that_cannot_be_saved_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CrashDialog("the whole report", Language("en"))
    qtbot.addWidget(dialog)
    dialog.write(tmp_path / "no such folder" / "report.txt")
    assert "could not be written" in dialog.report.toPlainText()


def test_an_error_of_the_world_is_said_and_is_no_crash(qtbot: QtBot, guard: CrashGuard) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    guard.shown_over(window)
    said: list[str] = []
    guard.refused.connect(said.append)
    full = OSError(28, "No space left on device")
    guard._hook(type(full), full)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["The disk is full."]
    assert guard.dialog is None
