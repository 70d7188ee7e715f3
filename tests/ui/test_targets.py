"""How large everything is that can be pressed, and how far from its neighbours: as usual, and with large targets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QDialog,
    QMenu,
    QPushButton,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bpa_desktop.i18n import Language
from bpa_desktop.services.roster import records_of
from bpa_desktop.services.settings import Settings
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui import a11y, theme
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.number_targets import Target, targets_of
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.create import CreatePage
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.start.recovery import RecoveryPage
from bpa_desktop.ui.start.stage import Opening
from bpa_desktop.ui.start.unlock import UnlockPage
from bpa_desktop.ui.start.welcome import NothingOpenPage, WelcomePage
from bpa_desktop.ui.widgets.choice import Choice
from bpa_desktop.ui.widgets.flow import FlowLayout
from tests.ui.a11y_walk import settle
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import ASKER, CODE, FakeDoors

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LARGE, APART = 60, 12
LEAST, CARD = 24, 44
VIEWS = ("roster", "rotation", "team", "absence", "cost", "account")
DEEDS = (
    *(("roster", view) for view in ("agenda", "day_grid", "week_hours", "month", "four_weeks")),
    *(("rotation", "new_rotation"), ("rotation", "new_need")),
    *(("team", "new_assistant"), ("absence", "register_absence"), ("account", "new_award")),
    *(("cost", f"cost_{page}") for page in ("what_if", "invoice", "labour", "list")),
)
DIALOGS = (
    "new_shift",
    "go_to_week",
    "appearance",
    "change_keys",
    "substitute_weights",
    "palette",
    "help",
    "edit_arrangement",
)
SHIFT_DIALOGS = ("hand_out", "filter", "split_shift", "history_list")
PAGES: dict[str, Callable[[Language], StartPage]] = {
    "welcome": WelcomePage,
    "nothing open": NothingOpenPage,
    "create": lambda language: CreatePage(language, (ASKER,)),
    "unlock": UnlockPage,
    "recovery": lambda language: RecoveryPage(language, CODE),
}


@pytest.fixture(name="look", params=[False, True], ids=["usual", "large"])
def _look(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Look]:
    a11y.install()
    made = Look(qapp, Settings(large_targets=request.param), fixed_language="nb")
    yield made
    made.withdraw()
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def shell(shell_of: ShellMaker) -> Shell:
    """A window with week 49 open."""
    shell = shell_of(FakeDoors())
    shell.window.resize(1280, 800)
    shell._opened(Opening(MemoryStore(records_of(week_49())), None, False))
    return shell


def whole(target: Target, host: QWidget) -> QRect:
    """Return where a target is, also the part of it that is scrolled away."""
    if target.action is not None:
        return target.area
    return QRect(target.widget.mapTo(host, QPoint()), target.widget.size())


def faults(host: QWidget, look: Look) -> list[str]:
    """Return what is too small, or too near to another, in a window or an open menu."""
    settle()
    large = look.settings.large_targets
    areas = [(_called(one), whole(one, host), one.widget) for one in targets_of(host) if not _is_read(one.widget)]
    found = []
    for name, area, widget in areas:
        if large and isinstance(widget, QMenu):  # pressed in the gap too: half of it is above, half below
            area = area.adjusted(0, APART // 2, 0, -APART // 2)
        least = LARGE if large else CARD if isinstance(widget, ShiftCard) else LEAST
        if min(area.width(), area.height()) < least:
            found.append(f"{name} is {area.width()} x {area.height()}")
    if large:
        for (one, area, first), (other, beside, second) in combinations(areas, 2):
            if _scroll_area(first) is not _scroll_area(second):  # what is scrolled away is beside nothing out here
                area, beside = area & _seen(first, host), beside & _seen(second, host)
            if first is not second and not first.isAncestorOf(second) and _apart(area, beside) < APART:
                found.append(f"{one} and {other} are {_apart(area, beside)} apart")
    return found


def _scroll_area(widget: QWidget) -> QAbstractScrollArea | None:
    """Return what a widget is scrolled in, or None."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent


def _seen(widget: QWidget, host: QWidget) -> QRect:
    """Return the part of the host in which a widget can be seen."""
    area = _scroll_area(widget)
    if area is None or not host.isAncestorOf(area):
        return host.rect()
    return QRect(area.viewport().mapTo(host, QPoint()), area.viewport().size())


def _is_read(widget: QWidget) -> bool:
    """Tell whether something has the focus to be read and scrolled, and is not pressed."""
    return isinstance(widget, QTextBrowser) or (
        isinstance(widget, QAbstractScrollArea)
        and not isinstance(widget, QAbstractSpinBox)
        and not hasattr(widget, "toPlainText")
    )


def _called(target: Target) -> str:
    text = target.action.text() if target.action is not None else getattr(target.widget, "text", str)()
    return f"{type(target.widget).__name__} “{text or target.widget.accessibleName()}”"


def _apart(one: QRect, other: QRect) -> int:
    across = max(one.left(), other.left()) - min(one.right(), other.right()) - 1
    down = max(one.top(), other.top()) - min(one.bottom(), other.bottom()) - 1
    return max(across, down)


@pytest.mark.parametrize("name", VIEWS)
def test_everything_in_a_view_is_large_enough_and_apart(shell: Shell, look: Look, name: str) -> None:
    shell.window.show_screen(name)
    assert faults(shell.window, look) == []


@pytest.mark.parametrize(("name", "action"), DEEDS)
def test_everything_in_the_forms_and_pages_of_a_view_too(shell: Shell, look: Look, name: str, action: str) -> None:
    shell.window.show_screen(name)
    shell.window.run(action)
    assert faults(shell.window, look) == []


def test_everything_in_the_search_for_a_substitute_too(shell: Shell, look: Look) -> None:
    shell.window.show_screen("absence", "w49-fri-eve")
    found = faults(shell.window, look)
    for action in ("ask_assistant", "answer_yes", "confirm_substitute"):
        shell.window.run(action)
        found += faults(shell.window, look)
    assert found == []


@pytest.mark.parametrize("action", DIALOGS + SHIFT_DIALOGS)
def test_everything_in_a_dialog_too(shell: Shell, look: Look, action: str) -> None:
    shell.window.show_screen("roster", "w49-mon-day")
    shell.window.run("copy_shift")  # so that there is something to undo
    shell.window.run(action)
    dialog = [one for one in shell.window.findChildren(QDialog) if one.isVisible()][-1]
    assert faults(dialog, look) == []
    dialog.close()


@pytest.mark.parametrize("name", PAGES)
def test_everything_on_a_first_page_too(shell_of: ShellMaker, look: Look, name: str) -> None:
    shell = shell_of(FakeDoors())
    shell.window.resize(1280, 800)
    shell._stage.show(PAGES[name](look.language))
    assert faults(shell.window, look) == []


def test_every_entry_of_every_menu_too(shell: Shell, look: Look) -> None:
    found = []
    for title in shell.window.menuBar().actions():
        menu = title.menu()
        assert isinstance(menu, QMenu)
        menu.popup(QPoint(0, 0))
        found += faults(menu, look)
        menu.close()
    assert found == []


def test_what_is_there_already_follows_when_large_targets_are_chosen_and_given_up(
    qtbot: QtBot, shell: Shell, look: Look
) -> None:
    settings = look.settings
    for name in VIEWS:
        shell.window.show_screen(name)
    before = {name: _extents(shell, name) for name in VIEWS}
    look.change(Settings(large_targets=not settings.large_targets))
    for name in VIEWS:
        shell.window.show_screen(name)
        assert faults(shell.window, look) == []
    look.change(settings)
    assert {name: _extents(shell, name) for name in VIEWS} == before


def _edges(area: QRect) -> tuple[int, int, int, int]:
    return area.left(), area.top(), area.width(), area.height()


def _extents(shell: Shell, name: str) -> list[tuple[int, int, int, int]]:
    shell.window.show_screen(name)
    settle()
    return [_edges(whole(one, shell.window)) for one in targets_of(shell.window)]


def test_the_lines_of_a_choice_that_is_open_are_as_large(qtbot: QtBot, look: Look) -> None:
    box = Choice()
    qtbot.addWidget(box)
    box.addItems(["Light", "Dark"])
    box.show()
    box.showPopup()
    settle()
    high = [box.view().visualRect(box.model().index(line, 0)).height() for line in range(2)]
    box.hidePopup()
    assert min(high) >= (LARGE if look.settings.large_targets else 1)


def test_buttons_that_go_on_in_the_next_line_are_apart_too(qtbot: QtBot, look: Look) -> None:
    box, line = QWidget(), FlowLayout()
    qtbot.addWidget(box)
    box.setLayout(line)
    buttons = [QPushButton("Yes"), QPushButton("No")]
    for button in buttons:
        line.addWidget(button)
    box.resize(80, line.heightForWidth(80))
    box.show()
    settle()
    first, second = (button.geometry() for button in buttons)
    assert second.top() > first.bottom()
    assert _apart(first, second) == (APART if look.settings.large_targets else theme.GAP)
    assert box.height() == second.bottom() + 1
