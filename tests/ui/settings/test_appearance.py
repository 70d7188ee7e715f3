"""Appearance: every choice in force at once, kept at once, in every language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from bpa_desktop.i18n import CODES, Language
from bpa_desktop.services.settings import Settings
from bpa_desktop.ui import theme
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.settings.appearance import AppearanceDialog
from tests.ui.accessibility import nameless
from tests.ui.found import found


def opened(qtbot: QtBot, look: Look) -> AppearanceDialog:
    dialog = AppearanceDialog(look.settings, look.language)
    qtbot.addWidget(dialog)
    dialog.changed.connect(look.change)
    dialog.show()
    return dialog


def choose(dialog: AppearanceDialog, field: str, value: object) -> None:
    box = found(dialog, QComboBox, field)
    box.setCurrentIndex(box.findData(value))


def test_a_theme_is_in_force_as_soon_as_it_is_chosen(qtbot: QtBot, look: Look) -> None:
    dialog = opened(qtbot, look)
    for name in theme.THEMES:
        choose(dialog, "theme", name)
        assert theme.current().name == name


def test_every_choice_is_told_to_be_kept(qtbot: QtBot, look: Look) -> None:
    kept: list[Settings] = []
    look.on_change(kept.append)
    dialog = opened(qtbot, look)
    choose(dialog, "text_percent", 150)
    found(dialog, QCheckBox, "large_targets").click()
    choose(dialog, "language", "nb")
    assert kept[-1] == Settings(language="nb", text_percent=150, large_targets=True)
    assert len(kept) == 3


def test_another_language_is_told_and_the_dialog_speaks_it(qtbot: QtBot, look: Look) -> None:
    heard: list[str] = []
    look.on_language(lambda language: heard.append(language.code))
    dialog = opened(qtbot, look)
    choose(dialog, "language", "nb")
    dialog.retranslate(look.language)
    assert heard == ["nb"]
    assert look.language.code == "nb"


def test_every_language_of_the_program_can_be_chosen(qtbot: QtBot, look: Look) -> None:
    dialog = opened(qtbot, look)
    box = found(dialog, QComboBox, "language")
    assert {box.itemData(place) for place in range(box.count())} == {"", *CODES}
    choose(dialog, "language", "nn")
    dialog.retranslate(look.language)
    assert (look.language.code, dialog.windowTitle()) == ("nn", "Utsjånad og språk")


def test_a_choice_is_made_by_keys(qtbot: QtBot, look: Look) -> None:
    dialog = opened(qtbot, look)
    box = found(dialog, QComboBox, "text_percent")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert look.settings.text_percent == 110


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_everything_has_a_name_and_every_label_its_field(qtbot: QtBot, look: Look, code: str) -> None:
    dialog = AppearanceDialog(look.settings, Language(code))
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    assert all(label.buddy() is not None for label in dialog.findChildren(QLabel))
