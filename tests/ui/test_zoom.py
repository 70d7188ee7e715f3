"""Larger and smaller text by keys, said and kept, up to twice the size and no further."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpa_desktop.ui import theme
from bpa_desktop.ui.shell import Shell
from tests.ui.conftest import ShellMaker
from tests.ui.doors import FakeDoors

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shell(shell_of: ShellMaker, qapp: QApplication) -> Iterator[Shell]:
    """A window without an arrangement: the text is as large everywhere."""
    yield shell_of(FakeDoors())
    theme.apply(qapp, theme.LIGHT)


def enabled(shell: Shell) -> list[bool]:
    return [shell.window.actions_by_id[one].isEnabled() for one in ("zoom_in", "zoom_out", "zoom_usual")]


def test_text_grows_and_shrinks_by_keys_and_says_so(shell: Shell, qapp: QApplication) -> None:
    usual = qapp.font().pointSizeF()
    assert enabled(shell) == [True, False, False]
    QTest.keyClick(shell.window, Qt.Key.Key_Plus, CONTROL)
    QTest.keyClick(shell.window, Qt.Key.Key_Plus, CONTROL)
    assert qapp.font().pointSizeF() == pytest.approx(usual * 1.25)
    assert shell.window.status.text == "Text size 125 %"
    QTest.keyClick(shell.window, Qt.Key.Key_Minus, CONTROL)
    assert shell._look.settings.text_percent == 110
    QTest.keyClick(shell.window, Qt.Key.Key_0, CONTROL)
    assert qapp.font().pointSizeF() == pytest.approx(usual)


def test_the_largest_text_has_no_larger_one(shell: Shell) -> None:
    for _ in range(9):
        QTest.keyClick(shell.window, Qt.Key.Key_Plus, CONTROL)
    assert shell._look.settings.text_percent == 200
    assert enabled(shell) == [False, True, True]
