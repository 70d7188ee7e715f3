"""What the program copied is taken off the clipboard after a while; what is not its own stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from bpa_desktop.services.roster import records_of
from bpa_desktop.services.settings import with_setting
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui import clipboard
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from tests.memory import FakeClock
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors


@pytest.fixture
def shell(shell_of: ShellMaker) -> Shell:
    """A window."""
    return shell_of(FakeDoors())


def after(shell: Shell, minutes: int) -> str:
    """Return what is on the clipboard some minutes later."""
    clock = shell._clock
    assert isinstance(clock, FakeClock)
    clock.go_on(timedelta(minutes=minutes))
    shell.clipboard.look()
    return QGuiApplication.clipboard().text()


def test_a_message_is_there_for_ten_minutes_and_then_no_more(shell: Shell) -> None:
    clipboard.copy("To Kari")
    assert after(shell, 9) == "To Kari"
    clipboard.copy("To Ola")
    assert after(shell, 9) == "To Ola"
    assert after(shell, 1) == ""


def test_what_was_put_there_since_stays(shell: Shell) -> None:
    clipboard.copy("To Kari")
    QGuiApplication.clipboard().setText("a shopping list")
    assert after(shell, 99) == "a shopping list"


def test_the_same_words_copied_by_somebody_else_stay(shell: Shell) -> None:
    clipboard.copy("To Kari")
    QGuiApplication.clipboard().setText("To Kari")
    assert after(shell, 99) == "To Kari"


def end(shell: Shell) -> None:
    shell.end()


def lock(shell: Shell) -> None:
    shell._opened(Opening(MemoryStore(records_of(week_49()))))
    clipboard.copy("To Kari")
    shell.locking.lock()


@pytest.mark.parametrize("go", [end, lock])
def test_it_goes_when_the_program_ends_or_is_locked(shell: Shell, go: Callable[[Shell], None]) -> None:
    clipboard.copy("To Kari")
    go(shell)
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize("go", [end, lock])
def test_what_others_put_there_stays_when_the_program_ends_or_is_locked(
    shell: Shell, go: Callable[[Shell], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "copy", QGuiApplication.clipboard().setText)
    QGuiApplication.clipboard().setText("To Kari")
    go(shell)
    assert QGuiApplication.clipboard().text() == "To Kari"


@pytest.mark.parametrize("go", [end, lock])
def test_it_never_goes_where_that_is_chosen(shell: Shell, go: Callable[[Shell], None]) -> None:
    shell._look.change(with_setting(shell._look.settings, "clipboard_minutes", value=0))
    clipboard.copy("To Kari")
    assert after(shell, 9999) == "To Kari"
    go(shell)
    assert QGuiApplication.clipboard().text() == "To Kari"
