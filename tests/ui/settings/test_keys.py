"""The dialog of keys: pressed keys are taken, refused in words, given back; all by keys, in force at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox
from pytestqt.qtbot import QtBot

from bpa_desktop.i18n import Language
from bpa_desktop.services.settings import Settings
from bpa_desktop.ui import a11y
from bpa_desktop.ui.actions import ACTIONS
from bpa_desktop.ui.key_rules import keymap_of
from bpa_desktop.ui.keymap import SPECS
from bpa_desktop.ui.settings.keys import KeysDialog
from tests.ui.a11y_walk import nameless, settle
from tests.ui.accessibility import Recorder
from tests.ui.accessibility import nameless as nameless_nodes
from tests.ui.found import found
from tests.ui.screens import focused, press

Key = Qt.Key
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Hand:
    """An open dialog, what it changed, and hands for its keys."""

    def __init__(self, qtbot: QtBot, settings: Settings, code: str = "en") -> None:
        a11y.install()
        self.dialog = KeysDialog(settings, Language(code))
        self.kept: list[Settings] = []
        self.dialog.changed.connect(self.kept.append)
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.dialog.activateWindow()
        settle()

    def choose(self, action_id: str) -> None:
        """Walk to a command with the arrows."""
        wanted = [spec.id for spec in ACTIONS].index(action_id)
        press(Key.Key_Home, *([Key.Key_Down] * wanted))

    def keys(self, action_id: str) -> tuple[str, ...]:
        """Return a command's keys as they were kept last."""
        return keymap_of(self.kept[-1] if self.kept else Settings()).keys(SPECS[action_id])

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        widget = self.dialog.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, held)

    def button(self, text: str) -> QAbstractButton:
        """Return a button by its text."""
        return next(one for one in self.dialog.findChildren(QAbstractButton) if one.text().replace("&", "") == text)


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    """The dialog with the usual keys."""
    return Hand(qtbot, Settings())


def test_the_focus_is_in_the_list_and_every_line_says_its_key(hand: Hand) -> None:
    assert focused() == "Import a roster file: Ctrl+O"
    hand.choose("copy_shift")
    assert focused() == "Copy to the next day: N"
    hand.choose("new_award")
    assert focused() == "New award: no key"


def test_enter_and_a_key_give_the_command_that_key(hand: Hand) -> None:
    hand.choose("move_shift")
    with Recorder() as recorder:
        press(Key.Key_Return)
        assert focused() == "Move: press the new key"
        hand.key(Key.Key_L, CONTROL | SHIFT)
    assert hand.keys("move_shift") == ("Ctrl+Shift+L",)
    assert focused() == "Move: Ctrl+Shift+L"
    assert recorder.announcements == ["Press the new key. Esc leaves it as it is.", "Move: Ctrl+Shift+L"]


def test_a_letter_is_taken_where_a_view_answers_it(hand: Hand) -> None:
    hand.choose("copy_shift")
    press(Key.Key_Return, Key.Key_X)
    assert hand.keys("copy_shift") == ("X",)


@pytest.mark.parametrize(
    ("key", "held", "said"),
    [
        (Key.Key_B, CONTROL, "Ctrl+B is the key of Give to. Choose another."),
        (Key.Key_Left, CONTROL, "Ctrl+Left is needed to write and to move. Choose another."),
        (Key.Key_Right, ALT, "Alt+Right moves shifts in the week. Choose another."),
        (Key.Key_L, CONTROL | ALT, "Ctrl+Alt is AltGr on a Norwegian keyboard. Choose another."),
        (Key.Key_F4, ALT, "The computer itself needs Alt+F4. Choose another."),
        (Key.Key_F, ALT, "Alt and a letter open menus. Choose another."),
        (Key.Key_X, Qt.KeyboardModifier.NoModifier, "X alone cannot do this. Add Ctrl."),
        (Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "Tab is needed to write and to move. Choose another."),
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier, "Return is needed to write and to move. Choose another."),
    ],
)
def test_a_key_that_cannot_be_had_is_refused_in_words_and_another_is_waited_for(
    hand: Hand, key: Qt.Key, held: Qt.KeyboardModifier, said: str
) -> None:
    hand.choose("publish_week")
    press(Key.Key_Return)
    with Recorder() as recorder:
        hand.key(key, held)
    assert recorder.announcements == [said]
    assert hand.dialog.answer.text() == said
    assert hand.kept == []
    assert focused() == "Publish the week: press the new key"
    hand.key(Key.Key_F6)
    assert hand.keys("publish_week") == ("F6",)


def test_escape_leaves_the_key_as_it_was_and_the_dialog_open(hand: Hand) -> None:
    hand.choose("move_shift")
    press(Key.Key_Return, Key.Key_Escape)
    assert hand.kept == []
    assert hand.dialog.isVisible()
    assert focused() == "Move: F7"
    press(Key.Key_Escape)
    assert not hand.dialog.isVisible()


def test_a_row_that_loses_the_focus_waits_no_longer(hand: Hand) -> None:
    hand.choose("move_shift")
    press(Key.Key_Return)
    hand.button("Usual keys for all").setFocus()
    assert not any(row.waits for row in hand.dialog.rows.rows)


def test_delete_takes_the_key_away_so_that_another_command_can_have_it(hand: Hand) -> None:
    hand.choose("assign_shift")
    press(Key.Key_Delete)
    assert hand.keys("assign_shift") == ()
    assert focused() == "Give to: no key"
    hand.choose("move_shift")
    press(Key.Key_Return)
    hand.key(Key.Key_B, CONTROL)
    assert hand.keys("move_shift") == ("Ctrl+B",)
    hand.choose("assign_shift")
    hand.button("Usual key").click()
    assert hand.dialog.answer.text() == "Ctrl+B is the key of Move. Choose another."
    assert hand.keys("assign_shift") == ()


def test_one_command_or_all_get_their_usual_keys_again(hand: Hand) -> None:
    for action_id in ("move_shift", "assign_shift"):
        hand.choose(action_id)
        press(Key.Key_Delete)
    hand.button("Usual key").click()
    assert (hand.keys("move_shift"), hand.keys("assign_shift")) == ((), ("Ctrl+B",))
    hand.button("Usual keys for all").click()
    assert hand.kept[-1] == Settings()
    assert hand.dialog.answer.text() == "All commands have their usual keys."


def test_single_letters_are_switched_off_as_one_and_their_lines_say_so(hand: Hand) -> None:
    with Recorder() as recorder:
        found(hand.dialog, QCheckBox).click()
    assert hand.kept[-1] == Settings(single_letters=False)
    assert recorder.announcements == ["Single-letter keys are switched off."]
    hand.choose("copy_shift")
    assert focused() == "Copy to the next day: N, switched off"
    press(Key.Key_Return, Key.Key_X)
    assert hand.dialog.answer.text() == "Single-letter keys are switched off. Choose another."


def test_a_letter_goes_to_the_next_command_that_begins_with_it(hand: Hand) -> None:
    hand.choose("move_shift")
    press("m")
    assert focused() == "Mend the problem: Ctrl+M"
    press("m")
    assert focused() == "Make a backup now: no key"
    press("m")
    assert focused() == "Month: Ctrl+3"
    press("m")
    assert focused() == "Move: F7"


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_everything_has_a_name_and_the_list_is_one_tab_stop(qtbot: QtBot, code: str) -> None:
    hand = Hand(qtbot, Settings(), code)
    assert nameless(hand.dialog) == []
    assert nameless_nodes(hand.dialog) == []
    stops = [row for row in hand.dialog.rows.rows if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1
