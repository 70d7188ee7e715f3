"""Keys that were changed, and letters that are off: what works, and what the window shows of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from bpa_desktop.ui.absence.ask_strip import AskStrip
from bpa_desktop.ui.absence.candidate_row import CandidateRow
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.numbers import Numbers
from bpa_desktop.ui.palette import commands
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.roster.shift_editor import ShiftEditor
from bpa_desktop.ui.roster.view import RosterScreen
from bpa_desktop.ui.settings.keys import KeysDialog
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.demo import demo_store
from bpa_desktop.ui.start.stage import Opening
from tests.ui.a11y_walk import settle
from tests.ui.conftest import ShellMaker, with_demo
from tests.ui.doors import FakeDoors
from tests.ui.found import found, there

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shell(shell_of: ShellMaker) -> Shell:
    """A window with the demo open."""
    return with_demo(shell_of)


def change(look: Look, *keys: tuple[str, str], single_letters: bool = True) -> None:
    look.change(replace(look.settings, keys=keys, single_letters=single_letters))
    settle()


def roster(shell: Shell) -> RosterScreen:
    screen = shell.window.current_screen()
    assert isinstance(screen, RosterScreen)
    return screen


def card(shell: Shell, *, free: bool = False) -> ShiftCard:
    """Return a card with a shift, or a free day, with the focus on it."""
    cards = [one for row in roster(shell).grid.rows() for one in row.cards()]
    wanted = next(one for one in cards if one.model is not None and (one.model.shift is None) == free)
    wanted.setFocus()
    return wanted


def shifts(shell: Shell) -> int:
    assert shell.session is not None
    return len(shell.session.desk.roster.shifts)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)
    settle()


def test_a_changed_key_works_and_the_usual_one_no_longer(shell: Shell, look: Look) -> None:
    change(look, ("show_team", "Ctrl+J"))
    press(Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert shell.window.shown == "roster"
    press(Key.Key_J, CONTROL)
    assert shell.window.shown == "team"


def test_a_letter_of_the_week_can_be_another_letter_or_a_key_of_the_window(shell: Shell, look: Look) -> None:
    before = shifts(shell)
    change(look, ("copy_shift", "X"))
    card(shell)
    press(Key.Key_N)
    assert shifts(shell) == before
    press(Key.Key_X)
    assert shifts(shell) == before + 1
    change(look, ("copy_shift", "Ctrl+J"))
    card(shell)
    press(Key.Key_X)
    assert shifts(shell) == before + 1
    press(Key.Key_J, CONTROL)
    assert shifts(shell) == before + 2


def test_the_keys_that_turn_the_week_and_delete_can_be_changed(shell: Shell, look: Look) -> None:
    change(look, ("next_week", "Del"), ("remove_shift", "PgDown"))
    week, before = roster(shell).week, shifts(shell)
    card(shell)
    press(Key.Key_Delete)
    assert (roster(shell).week, shifts(shell)) == (week.later(1), before)
    roster(shell).show_week(week)
    card(shell)
    press(Key.Key_PageDown)
    assert shifts(shell) == before - 1


def test_letters_that_are_off_do_nothing_in_the_week_and_digits_begin_no_shift(shell: Shell, look: Look) -> None:
    before = shifts(shell)
    change(look, single_letters=False)
    card(shell)
    press(Key.Key_N)
    assert shifts(shell) == before
    card(shell, free=True)
    press(Key.Key_8)
    assert not there(shell.window, ShiftEditor)
    change(look)
    card(shell, free=True)
    press(Key.Key_8)
    assert found(shell.window, ShiftEditor).isVisible()


def test_menus_palette_and_buttons_show_the_keys_in_force(shell: Shell, look: Look) -> None:
    change(look, ("copy_shift", "X"), ("palette", "F6"), ("undo", "Ctrl+J"), ("new_shift", ""))
    actions = shell.window.actions_by_id
    assert actions["copy_shift"].text().endswith("\tX")
    shown = {one.id: one.key for one in commands(actions, look.language)}
    assert (shown["copy_shift"], shown["undo"], shown["new_shift"]) == ("X", "Ctrl+J", "")
    assert any(one.text().startswith("F6") for one in shell.window.menuBar().findChildren(QToolButton))
    assert found(shell.window.status, QPushButton).text() == "Undo (Ctrl+J)"
    change(look, single_letters=False)
    assert "\t" not in actions["copy_shift"].text()
    assert actions["remove_shift"].text().endswith("\tDel")
    assert found(shell.window.status, QPushButton).text() == "Undo (Ctrl+Z)"


def open_substitutes(shell: Shell) -> CandidateRow:
    """Open the search for an open shift, with the focus on the best candidate."""
    assert shell.session is not None
    desk = shell.session.desk
    unheld = next(
        one for one in desk.roster.shifts_by_holder.get(None, ()) if one.span.start > desk.history.clock.now()
    )
    shell.window.show_screen("absence", unheld.id)
    settle()
    row = QApplication.focusWidget()
    assert isinstance(row, CandidateRow)
    return row


def test_letters_of_the_search_can_be_changed_and_switched_off_and_its_buttons_say_so(shell: Shell, look: Look) -> None:
    assert shell.session is not None
    history = shell.session.history
    open_substitutes(shell)
    strip = next(one for one in shell.window.findChildren(AskStrip) if one.isVisible())
    kept = history.undoable
    change(look, single_letters=False)
    press(Key.Key_A)
    assert history.undoable == kept
    assert not any(button.text().endswith(")") for button in strip.findChildren(QPushButton))
    change(look, ("ask_assistant", "X"))
    assert any(button.text().endswith("(X)") for button in strip.findChildren(QPushButton))
    press(Key.Key_A)
    assert history.undoable == kept
    press(Key.Key_X)
    assert history.undoable is not None
    assert history.undoable.line.verb == "ask_assistants"


def test_the_dialog_opens_from_the_menu_and_changes_take_effect_at_once(shell: Shell, look: Look) -> None:
    shell.window.actions_by_id["change_keys"].trigger()
    dialog = found(shell.window, KeysDialog)
    settle()
    press(Key.Key_Return)
    press(Key.Key_J, CONTROL)
    assert look.settings.keys == (("import_file", "Ctrl+J"),)
    press(Key.Key_Return)
    press(Key.Key_F3)  # a key of every window: while the row waits it is no more than a key
    assert dialog.answer.text() == "F3 is the key of Numbers. Choose another."
    assert not dialog.findChildren(Numbers)
    press(Key.Key_Escape)
    assert shell.window.actions_by_id["import_file"].shortcut().toString() == "Ctrl+J"
    dialog.reject()


def test_keys_that_were_kept_are_in_force_from_the_first_moment(shell_of: ShellMaker, look: Look) -> None:
    change(look, ("quit", "Ctrl+J"))
    shell = shell_of(FakeDoors())
    assert shell.window.actions_by_id["quit"].shortcut().toString() == "Ctrl+J"
    shell._opened(Opening(demo_store(date(2026, 11, 24)), None, True))
    assert shell.session is not None
    assert shell.session.desk.keymap == shell.window.keymap
