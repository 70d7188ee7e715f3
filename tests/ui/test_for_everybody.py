"""What holds of everything that can be pressed, in every view: one name each, a role, actions, and no hurry."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QDial,
    QDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QSlider,
    QWidget,
)

import bpa_desktop
from bpa_desktop.services.roster import records_of
from bpa_desktop.services.settings import with_setting
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui.help_viewer import HelpViewer
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.number_targets import targets_of
from bpa_desktop.ui.roster.shift_editor import ShiftEditor
from bpa_desktop.ui.roster.view import RosterScreen
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from tests.ui.a11y_walk import name_of, settle
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors
from tests.ui.found import found, there

VIEWS = ("roster", "team", "absence", "cost", "account")
TAB_STOPS = 12
Role = QAccessible.Role
NO_ROLES = {Role.NoRole, Role.Client, Role.Pane, Role.Window}
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shell(shell_of: ShellMaker) -> Shell:
    """A window with week 49 open."""
    shell = shell_of(FakeDoors())
    shell.window.resize(1240, 800)
    shell._opened(Opening(MemoryStore(records_of(week_49())), None, False))
    settle()
    return shell


def pressed_in(window: QWidget) -> list[QWidget]:
    """Return what can be pressed or typed in, but the titles of menus."""
    return [one.widget for one in targets_of(window) if one.action is None]


def show(shell: Shell, name: str) -> list[QWidget]:
    shell.window.show_screen(name)
    settle()
    return pressed_in(shell.window)


def bare(text: str) -> str:
    """Return a button's text without its mark."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
@pytest.mark.parametrize("name", VIEWS)
def test_no_two_things_in_a_window_have_the_same_name(shell: Shell, look: Look, name: str, code: str) -> None:
    look.change(with_setting(look.settings, "language", value=code))
    names = Counter(name_of(widget) for widget in show(shell, name))
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
@pytest.mark.parametrize("name", VIEWS)
def test_what_is_seen_on_a_button_is_part_of_its_name(shell: Shell, look: Look, name: str, code: str) -> None:
    look.change(with_setting(look.settings, "language", value=code))
    buttons = [widget for widget in show(shell, name) if isinstance(widget, QAbstractButton) and _says(widget)]
    assert [button.text() for button in buttons if not _is_said(button.text(), name_of(button))] == []
    labels = [one for one in shell.window.findChildren(QLabel) if one.buddy() is not None and one.isVisible()]
    assert [one.text() for one in labels if not _is_said(one.text(), name_of(_buddy(one)))] == []


def _is_said(shown: str, name: str) -> bool:
    """Tell whether a name holds what is shown; a sign that nobody can say is left out."""
    return " ".join(word for word in bare(shown).split() if any(map(str.isalnum, word))) in name


def _says(button: QAbstractButton) -> bool:
    return any(letter.isalnum() for letter in button.text())


def _buddy(label: QLabel) -> QWidget:
    buddy = label.buddy()
    assert buddy is not None
    return buddy


@pytest.mark.parametrize("name", VIEWS)
def test_everything_pressed_has_a_role_and_an_action(shell: Shell, name: str) -> None:
    for widget in show(shell, name):
        node = QAccessible.queryAccessibleInterface(widget)
        assert node is not None
        assert node.role() not in NO_ROLES, widget
        actions = node.actionInterface()
        assert actions is not None
        assert actions.actionNames(), widget


@pytest.mark.parametrize("name", VIEWS)
def test_tab_goes_round_a_view_in_a_dozen_stops(shell: Shell, name: str) -> None:
    show(shell, name)
    first = QApplication.focusWidget()
    assert first is not None
    stops = [first]
    for _ in range(60):
        QTest.keyClick(stops[-1], Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now is first:
            break
        stops.append(now)
    assert len(stops) <= TAB_STOPS, [name_of(stop) for stop in stops]


def test_a_press_that_is_let_go_elsewhere_does_nothing(shell: Shell) -> None:
    button = next(one for one in shell.window.navigation.findChildren(QPushButton) if one.text() == "Team")
    QTest.mousePress(button, LEFT)
    assert shell.window.shown == "roster"
    QTest.mouseMove(button, QPoint(button.width() + 40, 4))
    QTest.mouseRelease(button, LEFT, pos=QPoint(button.width() + 40, 4))
    assert shell.window.shown == "roster"
    QTest.mouseClick(button, LEFT)
    assert shell.window.shown == "team"


def test_a_double_click_opens_a_shift_when_it_is_let_go_and_not_when_that_is_elsewhere(shell: Shell) -> None:
    screen = shell.window.current_screen()
    assert isinstance(screen, RosterScreen)
    card = next(one for row in screen.grid.rows() for one in row.cards() if one.model is not None and one.model.shift)
    here, elsewhere = card.rect().center(), QPoint(card.width() * 2 + 10, card.height() // 2)
    for where, opens in ((elsewhere, False), (here, True)):
        QTest.mouseClick(card, LEFT, pos=here)
        _second_press(card, here)
        assert not there(shell.window, ShiftEditor)
        QTest.mouseRelease(card, LEFT, pos=where)
        assert there(shell.window, ShiftEditor) == opens


def _second_press(widget: QWidget, at: QPoint) -> None:
    place = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseButtonDblClick, place, widget.mapToGlobal(place), LEFT, LEFT, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("name", VIEWS)
def test_help_is_the_same_key_in_every_view(shell: Shell, name: str) -> None:
    show(shell, name)
    QTest.keyClick(shell.window, Qt.Key.Key_F1)
    viewer = found(shell.window, HelpViewer)
    assert viewer.isVisible()
    viewer.close()


def test_every_dialog_gives_the_focus_back_to_where_it_was(shell: Shell) -> None:
    shell.window.show_screen("roster", "w49-mon-day")
    before = QApplication.focusWidget()
    for action in ("new_shift", "go_to_week", "appearance", "change_keys", "palette", "edit_arrangement"):
        shell.window.actions_by_id[action].trigger()
        dialog = [one for one in shell.window.findChildren(QDialog) if one.isVisible()][-1]
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert dialog.isAncestorOf(focused)
        QTest.keyClick(focused, Qt.Key.Key_Escape)
        shell.window.activateWindow()
        settle()
        assert not [one for one in shell.window.findChildren(QDialog) if one.isVisible()]
        assert QApplication.focusWidget() is before, action


@pytest.mark.parametrize("action", ["new_shift", "go_to_week", "appearance", "change_keys", "palette", "help", "about"])
def test_every_dialog_has_a_title(shell: Shell, action: str) -> None:
    shell.window.show_screen("roster", "w49-mon-day")
    shell.window.run(action)
    dialogs = [one for one in shell.window.findChildren(QDialog) if one.isVisible()]
    assert [bool(one.windowTitle().strip()) for one in dialogs] == [True]
    assert name_of(dialogs[0]).strip()
    dialogs[0].close()


@pytest.mark.parametrize("name", VIEWS)
def test_no_control_is_one_whose_value_has_to_be_turned(shell: Shell, name: str) -> None:
    show(shell, name)
    turned = (QAbstractSpinBox, QSlider, QDial, QProgressBar)
    assert [one for one in shell.window.findChildren(QWidget) if isinstance(one, turned)] == []


@pytest.mark.parametrize("name", VIEWS)
def test_what_a_tooltip_says_is_said_too(shell: Shell, name: str) -> None:
    for widget in show(shell, name):
        node = QAccessible.queryAccessibleInterface(widget)
        assert node is not None
        said = f"{name_of(widget)} {node.text(QAccessible.Text.Description)}"
        assert widget.toolTip() in said, widget


@pytest.mark.parametrize("name", VIEWS)
def test_resting_the_pointer_on_something_does_nothing(shell: Shell, name: str) -> None:
    show(shell, name)
    assert shell.session is not None
    before = (shell.window.shown, QApplication.focusWidget(), shell.session.desk.roster, _visible(shell.window))
    for widget in pressed_in(shell.window):
        QTest.mouseMove(widget, widget.rect().center())
        settle()
    assert (shell.window.shown, QApplication.focusWidget(), shell.session.desk.roster, _visible(shell.window)) == before


def _visible(window: QWidget) -> list[QWidget]:
    return [one for one in window.findChildren(QWidget) if one.isVisible()]


def test_nothing_waits_for_time() -> None:
    waits = [call for path in _sources() for call in _timers(path)]
    # The first frame waits for the screen, and for nobody's hand. The others look at the clock now and then: how long
    # it is until an answer, whether a backup is due, and, only where that was chosen, what locks and what is cleared.
    assert sorted(call for call in waits if not call.endswith(" 0")) == [
        "backup_keeper.py LOOK_EVERY",
        "board.py _MINUTE",
        "clipboard.py LOOK_EVERY",
        "file_look.py _LOOK_AGAIN",
        "first_frame.py _PATIENCE_MS",
        "idle.py LOOK_EVERY",
    ]


def _sources() -> Iterator[Path]:
    yield from (Path(bpa_desktop.__file__).parent / "ui").rglob("*.py")


def _timers(path: Path) -> Iterator[str]:
    """Yield every call that sets how long a timer waits, and how long."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr in {"singleShot", "setInterval", "startTimer"}:
            yield f"{path.name} {ast.unparse(node.args[0])}"
