"""Every command is declared once, has a text, a key or a place in a menu, and clashes with no other."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from bpa_desktop.i18n import Language
from bpa_desktop.ui.actions import ACTIONS, MENUS
from bpa_desktop.ui.main_window import MainWindow

CODES = ("en", "nb", "nn")


def mnemonic(text: str) -> str:
    """Return the letter after the single ampersand of a text, or ""."""
    bare = text.replace("&&", "")
    return bare.partition("&")[2][:1].casefold()


def test_every_action_has_an_id_of_its_own_and_a_menu_that_there_is() -> None:
    assert Counter(spec.id for spec in ACTIONS).most_common(1)[0][1] == 1
    assert {spec.menu for spec in ACTIONS} <= {name for name, _ in MENUS}


def test_no_key_does_two_things(qapp: QApplication) -> None:
    keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys)
    # A key that the focused view answers is one of its menu: N copies a shift in the roster, and is a no to a request.
    shown = Counter((spec.menu, spec.shown_keys) for spec in ACTIONS if spec.shown_keys)
    twice = {
        key: {spec.menu for spec in ACTIONS if key in (QKeySequence(one).toString() for one in spec.keys)}
        for key, times in keys.items()
        if times > 1
    }
    # The roster's own views and cost's own pages, and what each prints: no view answers both.
    views = {key: {"view", "cost"} for key in ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5")}
    assert twice == {"Ctrl+P": {"file", "cost"}, **views}
    assert [key for key, times in shown.items() if times > 1] == []
    assert {key for _, key in shown} & set(keys) == set()


@pytest.mark.parametrize("code", CODES)
def test_every_action_is_in_a_menu_with_a_text(qtbot: QtBot, code: str) -> None:
    window = MainWindow(Language(code))
    qtbot.addWidget(window)
    in_menus = {action.objectName() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    assert {spec.id for spec in ACTIONS} <= in_menus
    assert all(action.text().strip("&") for action in window.actions_by_id.values())


@pytest.mark.parametrize("code", CODES)
def test_no_letter_stands_for_two_entries_of_a_menu(qtbot: QtBot, code: str) -> None:
    window = MainWindow(Language(code))
    qtbot.addWidget(window)
    for actions in (window.menuBar().actions(), *(menu.actions() for menu in window.menuBar().findChildren(QMenu))):
        letters = Counter(mnemonic(action.text().split("\t")[0]) for action in actions)
        letters.pop("", None)
        clashes = [letter for letter, times in letters.items() if times > 1]
        assert clashes == [], [action.text() for action in actions if mnemonic(action.text().split("\t")[0]) in clashes]
