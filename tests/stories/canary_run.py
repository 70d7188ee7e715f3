"""A run of the real window in a process of its own: work with seeded words, lock, open again, and leave."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from bpa_desktop.bootstrap import SystemClock
from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.services.absence import register_absence
from bpa_desktop.services.day_note import keep_day_note
from bpa_desktop.services.history import History
from bpa_desktop.ui.application import WindowOptions, run
from bpa_desktop.ui.main_window import MainWindow
from bpa_desktop.ui.start.store_doors import StoreDoors
from bpa_desktop.ui.start.unlock import UnlockPage
from tests.stories.canaries import NOTE, PASSPHRASE

_EVERY = 150
"""Milliseconds between two deeds; each waits until it can be done."""


def window() -> MainWindow:
    """Return the window there is."""
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))


def history() -> History | None:
    """Return the history of what is open, or None while nothing is."""
    desk = window()._desk
    return desk.history if desk is not None and window().shown else None


def work() -> bool:
    """Note something on a day, register an absence, and have it read by every view."""
    if (opened := history()) is None:
        return False
    span = opened.roster.shifts[0].span
    keep_day_note(opened, DayNote("", span.start.date(), span.start.date(), NOTE))
    who = opened.roster.assistants[0]
    register_absence(opened, Absence("", who.id, span, AbsenceKind.SICK_NOTE))
    for name in ("team", "absence", "cost", "account", "roster"):
        window().show_screen(name)
        QCoreApplication.processEvents()
    for action in ("make_backup", "change_log", "what_was_said", "palette", "appearance"):
        window().run(action)
        QCoreApplication.processEvents()
    return True


def lock() -> bool:
    """Lock, though a form is open."""
    if window()._own_handlers().get("lock_now") is None:
        return False
    window().run("lock_now")
    window().run("lock_now")  # a form was open
    return True


def unlock(typed: str) -> bool:
    """Type a passphrase where it is asked for."""
    pages = [page for page in window().findChildren(UnlockPage) if page.isVisible() and page._open.isEnabled()]
    if not pages:
        return False
    field = pages[0].findChildren(QLineEdit)[0]
    field.setText("")
    QTest.keyClicks(field, typed)
    pages[0]._submit()
    return True


def leave() -> bool:
    """Go, once it is open again."""
    if history() is None:
        return False
    window().close()
    return True


class Driven(StoreDoors):
    """The real doors; when the window asks whether there is a store, the deeds begin."""

    def exists(self) -> bool:
        """Begin, and tell."""
        timer = QTimer(QCoreApplication.instance())
        timer.setInterval(_EVERY)
        timer.timeout.connect(go_on)
        timer.start()
        return super().exists()


DEEDS: list[Callable[[], bool]] = [work, lock, lambda: unlock(NOTE), lambda: unlock(PASSPHRASE), leave]


def go_on() -> None:
    """Do the next deed where it can be done."""
    if DEEDS and DEEDS[0]():
        DEEDS.pop(0)


def main(folder: Path) -> int:
    """Run until everything is done; return the status of the program."""
    return run(WindowOptions(folder), Driven(folder, SystemClock(), PASSPHRASE), clock=SystemClock()) or len(DEEDS)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
