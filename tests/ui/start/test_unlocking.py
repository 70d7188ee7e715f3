"""Opening what there is: without a question, by passphrase, by code; each refusal in its own words beside the field."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from bpa_desktop.i18n import Language
from bpa_desktop.services.trouble import (
    MistypedCodeError,
    NewerStoreError,
    OldSqliteError,
    StoreError,
    StoreLockedError,
    WrongKeyError,
)
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start import unlocking
from bpa_desktop.ui.start.unlock import UnlockPage
from tests.ui.accessibility import Recorder, nameless
from tests.ui.conftest import ShellMaker
from tests.ui.doors import FakeDoors
from tests.ui.found import found, there

ROOT = Path(__file__).parents[3]
REFUSALS: list[tuple[StoreError, str]] = [
    (WrongKeyError(), "does not open"),
    (NewerStoreError(Path("store.db"), 9, 3), "newer version"),
    (StoreLockedError(4711, "kitchen-laptop", ""), "process 4711 on kitchen-laptop"),
    (OldSqliteError("3.40.1"), "3.40.1"),
    (MistypedCodeError(), "check letters"),
]


def asked(qtbot: QtBot, shell: Shell) -> UnlockPage:
    shell.begin(demo=False)
    qtbot.waitUntil(lambda: there(shell.window, UnlockPage))
    return found(shell.window, UnlockPage)


def test_what_opens_without_a_question_opens_at_once(qtbot: QtBot, shell_of: ShellMaker) -> None:
    doors = FakeDoors(exists=True)
    doors.without_asking = True
    shell = shell_of(doors)
    shell.begin(demo=False)
    qtbot.waitUntil(lambda: shell.session is not None)
    assert doors.asked == [("without asking",)]


def test_what_opens_a_store_is_imported_while_somebody_types(
    qtbot: QtBot, shell_of: ShellMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = Event()
    monkeypatch.setattr(unlocking, "_have_at_hand", begun.set)
    asked(qtbot, shell_of(FakeDoors(exists=True)))
    qtbot.waitUntil(begun.is_set)


def test_nothing_of_that_is_imported_before() -> None:
    program = (
        "import sys\n"
        "from bpa_desktop.ui.start import unlocking\n"
        "before = 'sqlalchemy' in sys.modules\n"
        "unlocking._have_at_hand()\n"
        "print(before, 'bpa_desktop.store.opening' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_a_refusal_without_a_question_is_said_on_the_page_that_asks(qtbot: QtBot, shell_of: ShellMaker) -> None:
    doors = FakeDoors(exists=True)
    doors.refusal = WrongKeyError()
    page = asked(qtbot, shell_of(doors))
    assert "does not open" in page.error.text()


def test_the_passphrase_opens_by_enter(qtbot: QtBot, shell_of: ShellMaker) -> None:
    doors = FakeDoors(exists=True)
    shell = shell_of(doors)
    page = asked(qtbot, shell)
    field = QApplication.focusWidget()
    assert field is page._keys.field
    QTest.keyClicks(field, "correct horse")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.session is not None)
    assert doors.asked[-1] == ("passphrase", "correct horse")


def test_the_recovery_code_opens_too(qtbot: QtBot, shell_of: ShellMaker) -> None:
    doors = FakeDoors(exists=True)
    shell = shell_of(doors)
    page = asked(qtbot, shell)
    next(tick for tick in page.findChildren(QCheckBox) if "recovery code" in tick.text()).click()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert "Recovery code" in field.accessibleName()
    QTest.keyClicks(field, "ABCD-EFGH")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.session is not None)
    assert doors.asked[-1] == ("code", "ABCD-EFGH")


@pytest.mark.parametrize(("refusal", "words"), REFUSALS, ids=lambda one: type(one).__name__)
def test_every_refusal_is_told_apart_and_another_try_is_open(
    qtbot: QtBot, shell_of: ShellMaker, refusal: StoreError, words: str
) -> None:
    doors = FakeDoors(exists=True)
    shell = shell_of(doors)
    page = asked(qtbot, shell)
    doors.refusal = refusal
    field = page._keys.field
    field.setText("something")
    with Recorder() as recorder:
        page._submit()
        qtbot.waitUntil(lambda: words in page.error.text())
    assert any(words in message for message in recorder.announcements)
    assert words in field.accessibleDescription()
    assert field.hasFocus()
    page._submit()
    qtbot.waitUntil(lambda: shell.session is not None)


def test_nothing_typed_is_said_and_not_tried(qtbot: QtBot, shell_of: ShellMaker) -> None:
    doors = FakeDoors(exists=True)
    page = asked(qtbot, shell_of(doors))
    tried = len(doors.asked)
    page._submit()
    assert "Nothing is typed" in page.error.text()
    assert len(doors.asked) == tried


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_everything_on_the_page_has_a_name(qtbot: QtBot, code: str) -> None:
    page = UnlockPage(Language(code))
    qtbot.addWidget(page)
    page.show()
    assert nameless(page) == []
    page.findChildren(QCheckBox)[-1].click()
    assert nameless(page) == []


def test_the_window_says_that_it_opens_while_a_store_is_being_opened(qtbot: QtBot, shell_of: ShellMaker) -> None:
    doors = FakeDoors(exists=True)
    doors.without_asking = True
    shell = shell_of(doors)
    with Recorder() as recorder:
        shell.begin(demo=False)
    assert shell.window.opening.isVisible()
    assert shell.window.opening.text() == "Opening…"
    assert recorder.announcements == ["Opening…"]
    qtbot.waitUntil(lambda: shell.session is not None)
    assert not shell.window.opening.isVisible()
