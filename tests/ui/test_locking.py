"""The lock: by key, by being left alone, by sleep; nothing of the arrangement stays in the window."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.fallback import FallbackContact, FallbackKind
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.fallback import keep_fallback
from bpa_desktop.services.roster import records_of
from bpa_desktop.services.settings import with_setting
from bpa_desktop.services.team import add_assistant
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui.idle import SLEPT
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.unlock import UnlockPage
from tests.memory import FakeClock
from tests.ui.a11y_walk import settle
from tests.ui.conftest import ShellMaker, opened_by, with_demo
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors
from tests.ui.found import found, there


@pytest.fixture
def doors() -> FakeDoors:
    """Doors to week 49, which this computer remembers the key of."""
    doors = FakeDoors(exists=True)
    doors.store = MemoryStore(records_of(week_49()))
    doors.without_asking = True
    return doors


@pytest.fixture
def shell(shell_of: ShellMaker, doors: FakeDoors) -> Shell:
    """A window with week 49 open."""
    return opened_by(shell_of, doors)


def clock(shell: Shell) -> FakeClock:
    """Return the clock of a window."""
    assert isinstance(shell._clock, FakeClock)
    return shell._clock


def lock_after(shell: Shell, minutes: int, *, sheet: bool = False) -> None:
    settings = with_setting(shell._look.settings, "lock_minutes", value=minutes)
    shell._look.change(with_setting(settings, "emergency_when_locked", value=sheet))


def is_locked(shell: Shell) -> bool:
    return shell.session is None and there(shell.window, UnlockPage)


def everything_in(widget: QWidget) -> str:
    """Return every text that is anywhere in a window, shown or not."""
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    labels = [label.text() for label in widget.findChildren(QLabel)]
    names = [one.accessibleName() + one.toolTip() + one.accessibleDescription() for one in widget.findChildren(QWidget)]
    actions = [action.text() + action.toolTip() for action in widget.actions()]
    return "\n".join([*labels, *names, *actions, widget.windowTitle()])


def test_the_key_locks_and_the_passphrase_opens_again(qtbot: QtBot, shell: Shell, doors: FakeDoors) -> None:
    QTest.keyClick(shell.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert is_locked(shell)
    assert shell.window.status.text == "Locked."
    assert ("without asking",) not in doors.asked  # what this computer remembers would open for anybody
    doors.store = MemoryStore(records_of(week_49()))  # a store in memory forgets everything when it is closed
    field = found(found(shell.window, UnlockPage), QLineEdit)
    assert field.hasFocus()
    QTest.keyClicks(field, "correct horse")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.session is not None)
    assert shell.window.shown == "roster"


def test_nothing_of_the_arrangement_stays_in_a_locked_window(shell: Shell) -> None:
    assert shell.session is not None
    add_assistant(shell.session.history, Assistant("nina", "Nina Canary", phone="90000001"))
    shell.window.show_screen("team")
    assert "Nina Canary" in everything_in(shell.window)
    shell.window.run("lock_now")
    left = everything_in(shell.window)
    for name in ("Nina", "Kari", "Asker", "90000001"):
        assert name not in left
    assert not any("Nina" in saying.text for saying in shell.window.status.log.newest_first)
    assert not shell.window.actions_by_id["undo"].isEnabled()
    assert not shell.window.actions_by_id["lock_now"].isEnabled()
    assert not shell.window.actions_by_id["export_file"].isEnabled()


def test_the_demo_is_not_locked(shell_of: ShellMaker) -> None:
    shell = with_demo(shell_of)
    assert not shell.window.actions_by_id["lock_now"].isEnabled()


def test_an_open_form_is_warned_of_first_and_told_of_afterwards(shell: Shell) -> None:
    shell.window.show_screen("account")
    shell.window.run("new_award")
    shell.window.run("lock_now")
    assert not is_locked(shell)
    assert shell.window.status.text == "A form is open and not saved. Save it, or lock again all the same."
    shell.window.run("lock_now")
    assert is_locked(shell)
    assert "not saved is gone" in everything_in(found(shell.window, UnlockPage))


def test_a_dialog_goes_with_the_lock(shell: Shell) -> None:
    shell.window.show_screen("roster", "w49-mon-day")
    shell.window.run("go_to_week")
    shell.locking.lock()
    settle()
    assert is_locked(shell)
    assert "not saved is gone" not in everything_in(found(shell.window, UnlockPage))
    assert shell.window.isVisible()


def test_it_never_locks_by_itself_unless_it_is_told_to(shell: Shell) -> None:
    clock(shell).go_on(timedelta(days=2))
    shell.locking.idle.look()
    assert not is_locked(shell)


def test_left_alone_it_warns_and_then_locks(shell: Shell) -> None:
    lock_after(shell, 5)
    for _ in range(4):
        clock(shell).go_on(timedelta(minutes=1))
        assert shell.window.status.text == ""
        shell.locking.idle.look()
    assert shell.window.status.text == "Locks in a minute. Any key keeps it open."
    assert not is_locked(shell)
    clock(shell).go_on(timedelta(minutes=1))
    shell.locking.idle.look()
    assert is_locked(shell)


def test_a_key_begins_anew(shell: Shell) -> None:
    lock_after(shell, 5)
    for _ in range(12):
        clock(shell).go_on(timedelta(minutes=1))
        QTest.keyClick(shell.window, Qt.Key.Key_Shift)
        shell.locking.idle.look()
    assert not is_locked(shell)


@pytest.mark.parametrize("woken_by_key", [False, True])
def test_it_locks_after_the_computer_slept(shell: Shell, woken_by_key: bool) -> None:
    lock_after(shell, 60)
    clock(shell).go_on(SLEPT)
    shell.locking.idle.look()
    assert not is_locked(shell)
    clock(shell).go_on(SLEPT + timedelta(seconds=1))
    if woken_by_key:
        QTest.keyClick(shell.window, Qt.Key.Key_Shift)
    else:
        shell.locking.idle.look()
    assert is_locked(shell)


def test_the_emergency_sheet_is_left_readable_where_that_is_chosen(shell: Shell) -> None:
    assert shell.session is not None
    keep_fallback(shell.session.history, FallbackContact("", FallbackKind.DUTY, "Vakttelefonen", "90000009"))
    clock(shell).at = week_49().shifts[0].span.start
    lock_after(shell, 5, sheet=True)
    shell.window.run("lock_now")
    left = everything_in(found(shell.window, UnlockPage))
    assert "Kari" in left
    assert "Vakttelefonen, 90000009" in left
    speak = with_setting(shell._look.settings, "language", value="nb")
    shell._look.change(speak)
    assert "mandag" in everything_in(found(shell.window, UnlockPage)).casefold()
