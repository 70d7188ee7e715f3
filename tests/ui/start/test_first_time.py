"""The first time, by keys alone: welcome, a new arrangement, the recovery code, a file."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.i18n import Language
from bpa_desktop.services.trouble import DiskFullError
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.create import CreatePage
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.start.recovery import RecoveryPage
from bpa_desktop.ui.start.stage import Opening
from bpa_desktop.ui.start.welcome import NothingOpenPage, WelcomePage
from tests.ui.accessibility import Recorder, nameless
from tests.ui.conftest import ShellMaker
from tests.ui.doors import ASKER, CODE, FakeDoors, small_roster
from tests.ui.found import found, there

P = TypeVar("P", bound=StartPage)


def page_of(shell: Shell, kind: type[P]) -> P:
    return found(shell.window, kind)


def focused() -> str:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget.text() if isinstance(widget, QPushButton) else widget.accessibleName()


def press(qtbot: QtBot, key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)


def type_text(qtbot: QtBot, text: str) -> None:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QLineEdit)
    QTest.keyClicks(widget, text)


def test_the_welcome_has_the_demo_first_and_three_other_ways_by_tab(qtbot: QtBot, shell_of: ShellMaker) -> None:
    shell = shell_of(FakeDoors())
    shell.begin(demo=False)
    names = []
    for _ in range(4):
        names.append(focused())
        press(qtbot, Qt.Key.Key_Tab)
    assert names == ["See the demo", "Begin my own arrangement", "Bring back a backup…", "Bring in a roster file…"]


def test_escape_leaves_the_welcome_to_a_page_that_leads_back(qtbot: QtBot, shell_of: ShellMaker) -> None:
    shell = shell_of(FakeDoors())
    shell.begin(demo=False)
    press(qtbot, Qt.Key.Key_Escape)
    page_of(shell, NothingOpenPage)
    assert focused() == "Back to the welcome page"
    press(qtbot, Qt.Key.Key_Space)
    page_of(shell, WelcomePage)


def test_a_new_arrangement_is_made_by_keys_and_the_code_is_shown_before_it_opens(
    qtbot: QtBot, shell_of: ShellMaker
) -> None:
    doors = FakeDoors()
    shell = shell_of(doors)
    shell.first_time._show_create()
    page = page_of(shell, CreatePage)
    type_text(qtbot, "Min ordning")
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() == "Municipality, for its price list"
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Tab)
    type_text(qtbot, "correct horse")
    press(qtbot, Qt.Key.Key_Return)
    type_text(qtbot, "correct horse")
    assert found(page, QComboBox).currentData() == ASKER
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: there(shell.window, RecoveryPage))
    assert doors.asked == [("create", "correct horse", "False")]
    code = found(page_of(shell, RecoveryPage), QPlainTextEdit)
    assert code.toPlainText() == CODE
    assert code.hasFocus()
    assert shell.session is None
    kept = next(b for b in page_of(shell, RecoveryPage).findChildren(QPushButton) if b.text() == "I have kept it")
    kept.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert shell.session is not None
    arrangement = shell.session.history.roster.arrangement
    assert (arrangement.name, arrangement.municipality_no, arrangement.tariff) == ("Min ordning", "3203", "asker-seed")
    assert shell.window.windowTitle() == "BPA Desktop · Min ordning"


@pytest.mark.parametrize(
    ("name", "first", "second", "error", "where"),
    [
        ("", "correct horse", "correct horse", "needs a name", "What do you call it?"),
        ("Min", "short", "short", "at least 8", "Passphrase, at least 8 characters"),
        ("Min", "correct horse", "correct house", "differ", "The same passphrase again"),
    ],
)
def test_what_is_missing_is_said_beside_the_field_and_nothing_is_made(
    qtbot: QtBot, shell_of: ShellMaker, name: str, first: str, second: str, error: str, where: str
) -> None:
    doors = FakeDoors()
    shell = shell_of(doors)
    shell.first_time._show_create()
    page = page_of(shell, CreatePage)
    for field, text in zip(page.findChildren(QLineEdit), (name, first, second), strict=True):
        field.setText(text)
    with Recorder() as recorder:
        page.findChildren(QLineEdit)[-1].setFocus()
        press(qtbot, Qt.Key.Key_Return)
    assert error in recorder.announcements[0]
    assert error in page.error.text()
    assert focused() == where
    assert doors.asked == []


def test_a_full_disk_is_said_on_the_page_and_the_button_works_again(qtbot: QtBot, shell_of: ShellMaker) -> None:
    doors = FakeDoors()
    doors.refusal = DiskFullError(Path("store.db"))
    shell = shell_of(doors)
    shell.first_time.begin_with(small_roster())
    page = page_of(shell, CreatePage)
    for field in page.findChildren(QLineEdit):
        field.setText("correct horse")
    page._submit()
    qtbot.waitUntil(lambda: "disk is full" in page.error.text())
    page._submit()
    qtbot.waitUntil(lambda: there(shell.window, RecoveryPage))


def test_a_file_asks_for_no_name_and_its_content_is_what_opens(qtbot: QtBot, shell_of: ShellMaker) -> None:
    shell = shell_of(FakeDoors())
    shell.first_time.begin_with(small_roster("Fra fil"))
    page = page_of(shell, CreatePage)
    assert not there(page, QComboBox)
    for field in page.findChildren(QLineEdit):
        field.setText("correct horse")
    page._submit()
    qtbot.waitUntil(lambda: there(shell.window, RecoveryPage))
    page_of(shell, RecoveryPage).kept.emit()
    assert shell.session is not None
    assert shell.session.history.roster.arrangement.name == "Fra fil"


def test_a_file_does_not_go_into_a_store_that_is_not_open(qtbot: QtBot, shell_of: ShellMaker) -> None:
    shell = shell_of(FakeDoors(exists=True))
    shell.first_time.begin_with(small_roster())
    assert "Open your arrangement first" in shell.window.status.text


def test_the_code_can_be_copied_and_saved_and_is_in_the_page_alone(
    qtbot: QtBot, tmp_path: Path, shell_of: ShellMaker
) -> None:
    page = RecoveryPage(Language("en"), CODE)
    qtbot.addWidget(page)
    page._copy()
    assert QGuiApplication.clipboard().text() == CODE
    page.write(tmp_path / "code.txt")
    assert CODE in (tmp_path / "code.txt").read_text(encoding="utf-8")
    assert (tmp_path / "code.txt").stat().st_mode & 0o777 == 0o600
    page.write(tmp_path / "no such folder" / "code.txt")
    assert "Could not write code.txt" in page.error.text()


def test_a_passphrase_is_hidden_until_it_is_to_be_shown_and_may_be_pasted(qtbot: QtBot) -> None:
    page = CreatePage(Language("en"), (ASKER,))
    qtbot.addWidget(page)
    _, first, second = page.findChildren(QLineEdit)
    assert first.echoMode() == second.echoMode() == QLineEdit.EchoMode.Password
    QGuiApplication.clipboard().setText("correct horse")
    first.paste()
    assert first.text() == "correct horse"
    next(tick for tick in page.findChildren(QCheckBox) if "Show" in tick.text()).click()
    assert first.echoMode() == second.echoMode() == QLineEdit.EchoMode.Normal


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_everything_on_every_page_has_a_name(qtbot: QtBot, code: str) -> None:
    language = Language(code)
    for page in (
        WelcomePage(language),
        NothingOpenPage(language),
        CreatePage(language, (ASKER,)),
        CreatePage(language, (), for_file=True),
        CreatePage(language, (ASKER,), is_open=True),
        RecoveryPage(language, CODE),
    ):
        qtbot.addWidget(page)
        page.show()
        assert nameless(page) == []


def test_an_arrangement_taken_back_by_undo_leaves_a_page_that_asks_anew(qtbot: QtBot, shell_of: ShellMaker) -> None:
    doors = FakeDoors()
    shell = shell_of(doors)
    shell._opened(Opening(doors.store, Arrangement("ordning", "Min ordning", "3203"), False))
    assert shell.window.current_screen() is not None
    shell.window.run("undo")
    page_of(shell, CreatePage)
    assert shell.window.current_screen() is None
    assert shell.window.status.text.startswith("Undone: ")
    shell.window.run("redo")
    assert shell.window.current_screen() is not None
    assert shell.window.windowTitle() == "BPA Desktop · Min ordning"


def test_the_whole_code_is_seen_without_scrolling(qtbot: QtBot) -> None:
    page = RecoveryPage(Language("en"), "-".join(["WWWW"] * 14))
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    field = found(page, QPlainTextEdit)
    assert field.verticalScrollBar().maximum() == 0
    assert field.horizontalScrollBar().maximum() == 0


def test_enter_in_the_name_goes_on_to_the_municipality(qtbot: QtBot, shell_of: ShellMaker) -> None:
    shell_of(FakeDoors()).first_time._show_create()
    type_text(qtbot, "Min ordning")
    press(qtbot, Qt.Key.Key_Return)
    assert focused() == "Municipality, for its price list"
