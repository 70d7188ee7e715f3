"""What counts among substitutes: a word for each thing, in force and kept at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.i18n import Language
from bpa_desktop.ranking.weights import FACTORS, USUAL, Importance
from bpa_desktop.services.settings import Settings
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.settings.weights import WeightsDialog
from tests.ui.accessibility import nameless
from tests.ui.conftest import ShellMaker, with_demo
from tests.ui.found import found


def opened(qtbot: QtBot, look: Look) -> WeightsDialog:
    dialog = WeightsDialog(look.settings, look.language)
    qtbot.addWidget(dialog)
    dialog.changed.connect(look.change)
    dialog.show()
    return dialog


def test_each_thing_has_a_choice_with_a_name_and_shows_what_is_set(qtbot: QtBot, look: Look) -> None:
    look.change(Settings(weights=replace(USUAL, travel=Importance.NOT)))
    dialog = opened(qtbot, look)
    shown = {name: found(dialog, QComboBox, name).currentData() for name in FACTORS}
    assert shown == {name: getattr(look.settings.weights, name) for name in FACTORS}
    assert nameless(dialog) == []


def test_a_choice_by_keys_is_told_to_be_kept_and_the_usual_comes_back(qtbot: QtBot, look: Look) -> None:
    kept: list[Settings] = []
    look.on_change(kept.append)
    dialog = opened(qtbot, look)
    box = found(dialog, QComboBox, "travel")
    assert box.currentText() == "a little"
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert kept[-1].weights == replace(USUAL, travel=Importance.IMPORTANT)
    QTest.keyClick(found(dialog, QComboBox, "hours_balance"), Qt.Key.Key_End)
    assert kept[-1].weights.hours_balance is Importance.NOT
    usual = next(one for one in dialog.findChildren(QPushButton) if one.text() == "As &usual")
    QTest.keyClick(usual, Qt.Key.Key_Space)
    assert kept[-1].weights == USUAL
    assert found(dialog, QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close)


def test_what_is_chosen_is_in_force_on_the_desk_at_once(shell_of: ShellMaker) -> None:
    shell = with_demo(shell_of)
    assert shell.session is not None
    heard: list[bool] = []
    shell.session.desk.bulletin.settings_changed.connect(lambda: heard.append(True))
    shell.window.show_screen("absence")
    shell.window.run("substitute_weights")
    box = found(found(shell.window, WeightsDialog), QComboBox, "cost")
    box.setCurrentIndex(box.findData(Importance.NOT))
    assert shell.session.desk.weights.cost is Importance.NOT
    assert heard == [True]


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_the_dialog_has_words_in_every_language(qtbot: QtBot, look: Look, code: str) -> None:
    dialog = WeightsDialog(look.settings, Language(code))
    qtbot.addWidget(dialog)
    assert dialog.windowTitle()
