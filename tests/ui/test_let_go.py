"""What is closed is let go of: no window, no arrangement and no plan stays behind for the rest of the day."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable
from typing import Any
from weakref import ref

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from bpa_desktop.services.roster import records_of
from bpa_desktop.services.settings import Settings
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui import a11y
from bpa_desktop.ui.garbage import pass_over_what_is_there
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.main_window import MainWindow
from bpa_desktop.ui.session import MAKERS
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from tests.memory import FakeClock
from tests.ui.a11y_walk import settle
from tests.ui.accessibility import Recorder, faults
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors
from tests.ui.windows import WAYS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Part(a11y.Accessible, QWidget):
    """Something that tells what it is to a screen reader."""


def begin(shell: Shell) -> None:
    """Open week 49 in a window, in the place of what is open."""
    shell._opened(Opening(MemoryStore(records_of(week_49())), None, False))
    settle()


def let_go() -> None:
    """Have Qt delete what was closed, and Python what nobody holds."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()
    gc.collect()


def kept(holds: Iterable[ref[Any]]) -> list[str]:
    """Return what is still there, by its kind."""
    return [type(one).__name__ for hold in holds if (one := hold()) is not None]


def test_the_end_of_a_part_that_python_still_holds_is_told_without_a_fault(qapp: QApplication) -> None:
    a11y.install()
    window = QWidget()
    heading = a11y.Heading("Week 49", window)
    assert QAccessible.queryAccessibleInterface(heading).text(QAccessible.Text.Name) == "Week 49"
    with Recorder() as told:
        Shiboken.delete(window)
    assert told.of(QAccessible.Event.ObjectDestroyed)
    assert not Shiboken.isValid(heading)


def test_a_part_that_a_screen_reader_asked_for_goes_with_its_window(qtbot: QtBot) -> None:
    a11y.install()
    window = QWidget()
    hold = ref(Part(window))
    part = window.findChild(Part)
    assert part is not None
    interface = QAccessible.queryAccessibleInterface(part)
    assert interface is not None
    assert interface.role() == a11y.Role.Button
    del part, interface
    window.deleteLater()
    let_go()
    assert kept([hold]) == []


def a_day_in_a_window(app: QApplication) -> list[ref[Any]]:
    """Open a window, show every view to a screen reader, and close it; return what it was made of."""
    look = Look(app, Settings(), fixed_language="en")
    shell = Shell(MainWindow(look.language), look, doors=FakeDoors(), clock=FakeClock())
    shell.window.show()
    begin(shell)
    for name in MAKERS:
        shell.window.show_screen(name)
        settle()
        assert faults(shell.window) == []
    assert shell.session is not None
    parts = (look, shell, shell.window, shell.session, shell.session.desk.history, *shell.window._screens.values())
    shell.end()
    shell.window.close()
    shell.window.deleteLater()
    look.withdraw()
    return [ref(part) for part in parts]


def test_only_what_is_there_when_a_file_is_opened_first_is_passed_over_for_good() -> None:
    pass_over_what_is_there.cache_clear()
    pass_over_what_is_there()
    assert gc.get_freeze_count() > 0
    gc.unfreeze()
    pass_over_what_is_there()
    assert gc.get_freeze_count() == 0


def test_a_window_that_is_closed_takes_everything_with_it(qapp: QApplication) -> None:
    a11y.install()
    made_of = a_day_in_a_window(qapp)
    let_go()
    assert kept(made_of) == []


def test_an_arrangement_that_gives_its_place_to_another_is_let_go_of(shell_of: ShellMaker) -> None:
    shell = shell_of(FakeDoors())
    begin(shell)
    for name in MAKERS:
        shell.window.show_screen(name)
    assert shell.session is not None
    screens = shell.window._screens.values()
    holds = [ref(one) for one in (shell.session, shell.session.desk.history, *screens)]
    del screens
    begin(shell)
    let_go()
    assert kept(holds) == []


def windows_over_the_window() -> list[QWidget]:
    """Return every dialog and menu there is, shown or not."""
    return [one for one in QApplication.allWidgets() if isinstance(one, QDialog | QMenu)]


@pytest.mark.parametrize("name", [name for name, way in WAYS.items() if issubclass(way.shows, QDialog | QMenu)])
def test_a_dialog_or_menu_that_is_closed_is_let_go_of(shell_of: ShellMaker, name: str) -> None:
    shell = shell_of(FakeDoors())
    begin(shell)
    left = []
    for _ in range(2):
        WAYS[name].open(shell)
        settle()
        assert WAYS[name].shows in {type(one) for one in windows_over_the_window() if one.isVisible()}
        for window in windows_over_the_window():
            window.close()
        del window
        let_go()
        left.append(Counter(type(one) for one in windows_over_the_window()))
    assert left[0] == left[1]
