"""Numbers over a window: everything that can be pressed has one, and typing it presses that and nothing else."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bpa_desktop.services.settings import with_setting
from bpa_desktop.ui import theme
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.navigation import SCREENS
from bpa_desktop.ui.number_targets import targets_of
from bpa_desktop.ui.numbers import Numbers
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.roster.view import RosterScreen
from bpa_desktop.ui.settings.appearance import AppearanceDialog
from bpa_desktop.ui.shell import Shell
from tests.ui.a11y_walk import settle
from tests.ui.accessibility import Recorder, named
from tests.ui.conftest import ShellMaker, with_demo
from tests.ui.doors import FakeDoors
from tests.ui.found import found
from tests.ui.test_theme import contrast

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def shell(shell_of: ShellMaker) -> Shell:
    """A window with the demo open."""
    return with_demo(shell_of)


def keys(*pressed: Qt.Key) -> None:
    """Press keys where they would go: to an open menu, else to what has the focus."""
    for key in pressed:
        where = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert where is not None
        QTest.keyClick(where, key)
        settle()


def digits(number: int) -> list[Qt.Key]:
    return [Qt.Key(Key.Key_0 + int(digit)) for digit in str(number)]


def numbers_over(host: QWidget) -> Numbers:
    """Return the numbers that are shown over a window or a menu."""
    shown = [one for one in host.findChildren(Numbers) if one.sheet.isVisible()]
    assert len(shown) == 1
    return shown[0]


def opened(host: QWidget) -> Numbers:
    keys(Key.Key_F3)
    return numbers_over(host)


def number_of(numbers: Numbers, widget: QWidget) -> int:
    return next(place for place, one in enumerate(numbers.targets, start=1) if one.widget is widget)


def enter(numbers: Numbers, number: int) -> None:
    """Type a number, and Enter where more digits could follow."""
    keys(*digits(number))
    if number * 10 <= len(numbers.targets):
        keys(Key.Key_Return)


def card(shell: Shell, *, free: bool = False, column: int = 0) -> ShiftCard:
    """Return the first card of a day that has a shift, or none."""
    screen = shell.window.current_screen()
    assert isinstance(screen, RosterScreen)
    cards = [card for row in screen.grid.rows() for card in row.cell(column)]
    return next(one for one in cards if one.model is not None and (one.model.shift is None) == free)


def test_the_number_of_things_is_announced_and_the_sheet_has_a_name(shell: Shell) -> None:
    with Recorder() as recorder:
        numbers = opened(shell.window)
    assert recorder.announcements == [f"{len(numbers.targets)} numbers. Type one."]
    assert recorder.focused == ["Numbers"]
    assert len(numbers.targets) > 30


@pytest.mark.parametrize("name", [name for name, _ in SCREENS])
def test_everything_that_takes_the_focus_or_a_press_has_a_number_and_nothing_twice(shell: Shell, name: str) -> None:
    shell.window.show_screen(name)
    settle()
    numbers = opened(shell.window)
    widgets = [one.widget for one in numbers.targets if one.action is None]
    assert len(widgets) == len(set(widgets))
    for kind in (QPushButton, QLineEdit, QComboBox, ShiftCard):
        for widget in shell.window.findChildren(kind):
            can_be_pressed = (
                widget.isVisibleTo(shell.window) and widget.isEnabled() and _is_in_sight(widget, shell.window)
            )
            assert (widget in widgets) == can_be_pressed, widget
    titles = [one.action for one in numbers.targets if one.action is not None]
    assert titles == shell.window.menuBar().actions()


def _is_in_sight(widget: QWidget, window: QWidget) -> bool:
    """Tell whether any of a widget lies within everything around it."""
    area = QRect(widget.mapTo(window, QPoint()), widget.size())
    around = widget.parentWidget()
    while around is not None and around is not window:
        area &= QRect(around.mapTo(window, QPoint()), around.size())
        around = around.parentWidget()
    return not area.isEmpty()


def test_a_field_of_figures_and_a_choice_that_can_be_typed_are_one_thing_and_what_is_greyed_none(qtbot: QtBot) -> None:
    window, line = QWidget(), QVBoxLayout()
    qtbot.addWidget(window)
    window.setLayout(line)
    figures, choice, greyed = QSpinBox(), QComboBox(), QPushButton("No")
    choice.setEditable(True)
    greyed.setEnabled(False)
    for widget in (figures, choice, greyed):
        line.addWidget(widget)
    window.show()
    assert [one.widget for one in targets_of(window)] == [figures, choice]


def test_a_button_is_focused_and_pressed(shell: Shell) -> None:
    numbers = opened(shell.window)
    button = next(one for one in shell.window.navigation.findChildren(QPushButton) if one.text() == "Team")
    enter(numbers, number_of(numbers, button))
    assert shell.window.shown == "team"
    assert not [one for one in shell.window.findChildren(Numbers) if one.sheet.isVisible()]


def test_a_menu_opens_with_numbers_of_its_own_and_one_of_them_runs_its_entry(shell: Shell) -> None:
    before = QApplication.focusWidget()
    numbers = opened(shell.window)
    view = next(
        place for place, one in enumerate(numbers.targets, start=1) if one.action and one.action.text() == "&View"
    )
    enter(numbers, view)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    inner = numbers_over(menu)
    assert [one.action for one in inner.targets] == [
        one for one in menu.actions() if one.isEnabled() and not one.isSeparator()
    ]
    wanted = [one.action.objectName() for one in inner.targets if one.action is not None].index("show_team") + 1
    enter(inner, wanted)
    assert shell.window.shown == "team"
    assert QApplication.activePopupWidget() is None
    assert before is not None


def test_a_card_is_focused_and_shows_its_menu_and_esc_leaves_everything_as_it_was(shell: Shell) -> None:
    wanted = card(shell)
    numbers = opened(shell.window)
    enter(numbers, number_of(numbers, wanted))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu is wanted.popup
    assert numbers_over(menu).targets
    keys(Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert wanted.hasFocus()


def test_while_something_is_carried_a_number_puts_it_down(shell: Shell) -> None:
    assert shell.session is not None
    carried = card(shell)
    carried.setFocus()
    assert carried.model is not None
    assert carried.model.shift is not None
    shift = carried.model.shift
    keys(Key.Key_F7)
    place = card(shell, free=True, column=3)
    assert place.model is not None
    day = place.model.day
    assert day != shift.span.first_day(shell.session.desk.zone)
    numbers = opened(shell.window)
    enter(numbers, number_of(numbers, place))
    desk = shell.session.desk
    assert desk.roster.shifts_by_id[shift.id].span.first_day(desk.zone) == day


def test_a_number_that_others_begin_with_waits_for_enter_and_backspace_takes_a_digit_back(shell: Shell) -> None:
    numbers = opened(shell.window)
    with Recorder() as recorder:
        keys(Key.Key_1)
        assert recorder.announcements == ["1: press Enter, or another digit."]
        assert numbers.sheet.isVisible()
        keys(Key.Key_Backspace, Key.Key_2)
        assert numbers.sheet.isVisible()
        assert recorder.announcements[-1] == "2: press Enter, or another digit."
        keys(Key.Key_Return)
    assert QApplication.activePopupWidget() is not None  # 2 is the second menu


def test_a_number_there_is_not_is_refused_and_the_digits_before_it_stay(shell: Shell) -> None:
    numbers = opened(shell.window)
    with Recorder() as recorder:
        keys(Key.Key_0)
    assert recorder.announcements == ["There is no number 0."]
    assert numbers.sheet.isVisible()


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Tab, Key.Key_F3, Key.Key_N, Key.Key_Delete])
def test_every_other_key_leaves_and_does_nothing_else(shell: Shell, key: Qt.Key) -> None:
    wanted = card(shell)
    wanted.setFocus()
    assert shell.session is not None
    before = shell.session.desk.roster
    opened(shell.window)
    keys(key)
    assert not [one for one in shell.window.findChildren(Numbers) if one.sheet.isVisible()]
    assert wanted.hasFocus()
    assert shell.session.desk.roster is before


def test_no_command_of_the_window_runs_while_the_numbers_are_shown(shell: Shell) -> None:
    opened(shell.window)
    QTest.keyClick(shell.window.focusWidget(), Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert shell.window.shown == "roster"


def test_the_description_says_the_number_and_no_longer_when_they_are_gone(shell: Shell) -> None:
    button = next(one for one in shell.window.navigation.findChildren(QPushButton) if one.text() == "Cost")
    before = button.accessibleDescription()
    numbers = opened(shell.window)
    number = number_of(numbers, button)
    assert named(shell.window.navigation, "Cost").description.startswith(f"Number {number}")
    keys(Key.Key_Escape)
    assert button.accessibleDescription() == before


def test_a_click_on_a_number_presses_and_a_click_elsewhere_leaves(shell: Shell) -> None:
    numbers = opened(shell.window)
    button = next(one for one in shell.window.navigation.findChildren(QPushButton) if one.text() == "Team")
    place = numbers.places[number_of(numbers, button) - 1]
    QTest.mouseClick(numbers.sheet, Qt.MouseButton.LeftButton, pos=place.center())
    assert shell.window.shown == "team"
    settle()
    numbers = opened(shell.window)
    QTest.mouseClick(numbers.sheet, Qt.MouseButton.LeftButton, pos=QPoint(1, shell.window.height() - 1))
    assert not [one for one in shell.window.findChildren(Numbers) if one.sheet.isVisible()]


def test_a_dialog_has_its_numbers_too_and_a_choice_opens_its_list(shell: Shell) -> None:
    shell.window.actions_by_id["appearance"].trigger()
    dialog = found(shell.window, AppearanceDialog)
    settle()
    numbers = opened(dialog)
    box = found(dialog, QComboBox, "theme")
    assert {one.widget.window() for one in numbers.targets} == {dialog}
    enter(numbers, number_of(numbers, box))
    assert box.hasFocus() or QApplication.activePopupWidget() is not None
    assert box.view().isVisible()
    box.hidePopup()


def test_a_window_that_changes_its_size_loses_its_numbers(shell: Shell) -> None:
    opened(shell.window)
    shell.window.resize(shell.window.width() + 40, shell.window.height())
    settle()
    assert not [one for one in shell.window.findChildren(Numbers) if one.sheet.isVisible()]


@pytest.mark.parametrize(
    ("name", "theme_name"),
    [*((name, "light") for name, _ in SCREENS), ("roster", "dark"), ("roster", "high_contrast")],  # a colour moves none
)
def test_no_number_stands_on_another_nor_on_a_text(shell: Shell, look: Look, theme_name: str, name: str) -> None:
    look.change(replace(look.settings, theme=theme_name, text_percent=125))
    shell.window.show_screen(name)
    settle()
    numbers = opened(shell.window)
    places = numbers.places
    keys(Key.Key_Escape)
    seen, bare = _with_and_without_text(shell.window, theme.THEMES[theme_name])
    for number, area in enumerate(places, start=1):
        assert not any(area.intersects(one) for one in places[number:])
        assert shell.window.rect().contains(area)
        inside = product(range(area.left(), area.right()), range(area.top(), area.bottom()))
        covered = sum(seen.pixel(x, y) != bare.pixel(x, y) for x, y in inside)
        assert covered <= LITTLE, number


LITTLE = 25
"""Pixels of text that a number may touch: the tail of a letter, or the dash of a free day, and no letter."""


def _with_and_without_text(window: QWidget, colours: theme.Theme) -> tuple[QImage, QImage]:
    """Return a window as it is seen, and with text in the colour of its ground: what differs is text."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    seen = window.grab().toImage()
    unwritten = replace(colours, ink=colours.paper, quiet=colours.paper, on_accent=colours.fill, alert=colours.paper)
    theme.apply(app, unwritten, text_percent=125)
    settle()
    bare = window.grab().toImage()
    theme.apply(app, colours, text_percent=125)
    return seen, bare


@pytest.mark.parametrize("name", theme.THEMES)
def test_the_numbers_stand_out_seven_to_one(name: str) -> None:
    assert contrast(theme.THEMES[name].paper, theme.THEMES[name].ink) >= 7


def test_the_numbers_grow_with_the_text(shell: Shell, look: Look) -> None:
    before = opened(shell.window).places[0].height()
    keys(Key.Key_Escape)
    look.change(with_setting(look.settings, "text_percent", value=200))
    settle()
    assert opened(shell.window).places[0].height() > 1.7 * before


def test_a_window_without_anything_open_has_its_numbers_too(shell_of: ShellMaker) -> None:
    shell = shell_of(FakeDoors())
    shell.begin(demo=False)
    settle()
    assert len(opened(shell.window).targets) > 3
    assert not isinstance(QApplication.activeModalWidget(), QDialog)
