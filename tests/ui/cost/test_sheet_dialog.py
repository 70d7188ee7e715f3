"""The sheet in a dialog: looked at, saved and left by keys; the income only where it is ticked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from bpa_desktop.ui import theme
from bpa_desktop.ui.cost.sheet_dialog import SheetDialog
from bpa_desktop.ui.cost.view import CostScreen
from bpa_desktop.ui.desk import Desk
from tests.ui.a11y_walk import nameless, settle
from tests.ui.cut_texts import cuts
from tests.ui.desks import HOME, listen, make_desk, week_49
from tests.ui.long_language import LongLanguage
from tests.ui.screens import shown


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT)


def opened(qtbot: QtBot, desk: Desk) -> SheetDialog:
    screen = shown(qtbot, CostScreen, desk)
    screen.handlers()["print_cost"]()
    settle()
    dialog = screen.findChild(SheetDialog)
    assert isinstance(dialog, SheetDialog)
    return dialog


def described(dialog: SheetDialog) -> str:
    return dialog._preview.accessibleDescription().replace("\N{NO-BREAK SPACE}", " ")


def test_the_sheet_is_seen_told_and_left_with_escape(qtbot: QtBot) -> None:
    dialog = opened(qtbot, make_desk()[0])
    assert dialog.save.hasFocus()
    pages = [label for label in dialog._preview.findChildren(QLabel) if not label.pixmap().isNull()]
    assert pages
    assert all(page.pixmap().width() > 300 for page in pages if page.isVisible())
    assert "You pay 1,565 kr a month, 18,780 kr in 2026." in described(dialog)
    assert nameless(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_income_is_left_out_until_it_is_ticked(qtbot: QtBot) -> None:
    dialog = opened(qtbot, make_desk()[0])
    assert "480,000" not in described(dialog)
    dialog.with_income.setFocus()
    QTest.keyClick(dialog.with_income, Qt.Key.Key_Space)
    assert "480,000 kr" in described(dialog)


def test_the_sheet_is_saved_whole_and_said(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = make_desk()[0]
    heard, dialog = listen(desk.bulletin), opened(qtbot, desk)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "sheet"), ""))
    QTest.keyClick(dialog.save, Qt.Key.Key_Space)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    assert heard.said[-1] == "Exported: sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "no" / "sheet.pdf"), ""))
    QTest.keyClick(dialog.save, Qt.Key.Key_Space)
    assert heard.refused == ["Could not write sheet.pdf: No such file or directory"]


def test_a_cost_that_is_not_known_makes_no_sheet_and_says_why(qtbot: QtBot) -> None:
    desk = make_desk(replace(week_49(), arrangement=replace(HOME, household_income=None)))[0]
    heard, screen = listen(desk.bulletin), shown(qtbot, CostScreen, desk)
    screen.handlers()["print_cost"]()
    assert len(heard.refused) == 1
    assert "income" in heard.refused[0]
    assert screen.findChild(SheetDialog) is None


def test_nothing_is_cut_at_twice_its_length(qtbot: QtBot) -> None:
    desk = make_desk()[0]
    desk.language = LongLanguage("en")
    dialog = opened(qtbot, desk)
    screen = QApplication.primaryScreen().availableGeometry()
    assert cuts(dialog, width=screen.width(), height=screen.height()) == []
