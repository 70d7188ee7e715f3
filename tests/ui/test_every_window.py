"""Everything in every window has a name and a true role for assistive technology, in every language."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import bpa_desktop.ui
from bpa_desktop.services.roster import records_of
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui import a11y
from bpa_desktop.ui.cost.page import CostPage
from bpa_desktop.ui.drawer import Drawer
from bpa_desktop.ui.screen import Screen
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.start.stage import Opening
from tests.ui import a11y_walk
from tests.ui.a11y_walk import settle
from tests.ui.accessibility import faults
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors
from tests.ui.kept_names import twice_in, unread
from tests.ui.windows import WAYS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KINDS = (QDialog, Drawer, Screen, StartPage, CostPage)
every_language = pytest.mark.parametrize("spoken", ["en", "nb", "nn"])


@pytest.fixture
def shell(shell_of: ShellMaker) -> Shell:
    """A window with week 49 open."""
    shell = shell_of(FakeDoors())
    shell._opened(Opening(MemoryStore(records_of(week_49())), None, False))
    return shell


def shown(kind: type[QWidget]) -> QWidget:
    """Return what is shown of a kind."""
    return next(one for one in QApplication.allWidgets() if type(one) is kind and one.isVisible())


def subclasses(kind: type[QWidget]) -> Iterator[type[QWidget]]:
    """Yield every class below one that the program declares and nothing is built upon."""
    for one in kind.__subclasses__():
        below = list(subclasses(one))
        yield from below
        if not below and one.__module__.startswith("bpa_desktop."):
            yield one


@every_language
@pytest.mark.parametrize("name", WAYS)
def test_everything_in_it_has_a_true_role_and_a_name_of_its_own_that_was_read(
    shell: Shell, name: str, spoken: str
) -> None:
    WAYS[name].open(shell)
    settle()
    widget = shown(WAYS[name].shows)
    assert faults(widget) == []
    if not isinstance(widget, QFileDialog):
        assert twice_in(widget) == []
        assert spoken != "en" or unread(name, widget) == []
    if not isinstance(widget, QFileDialog):  # Qt has its combo boxes named by the labels beside them
        assert a11y_walk.nameless(widget) == []
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


@every_language
def test_everything_around_the_screens_has_a_name_and_a_true_role(shell: Shell) -> None:
    assert faults(shell.window) == []
    assert [fault for menu in shell.window.menuBar().findChildren(QMenu) for fault in faults(menu)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_a_way_into_each(kind: type[QWidget]) -> None:
    for module in pkgutil.walk_packages(bpa_desktop.ui.__path__, "bpa_desktop.ui."):
        importlib.import_module(module.name)
    declared = set(subclasses(kind))
    assert declared
    assert declared - {way.shows for way in WAYS.values()} == set()


class Dead(a11y.Accessible, QPushButton):
    """A button that cannot be pressed but by keys and the pointer."""


@pytest.mark.parametrize(
    ("fault", "make", "name"),
    [("no name", QPushButton, ""), ("no control's role", QWidget, "Part"), ("no press", Dead, "Part")],
)
def test_each_fault_is_found(qtbot: QtBot, fault: str, make: type[QWidget], name: str) -> None:
    a11y.install()
    window = QWidget()
    qtbot.addWidget(window)
    part = make(window)
    part.setAccessibleName(name)
    part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show()
    assert [found.split(":")[0] for found in faults(window)] == [fault]
