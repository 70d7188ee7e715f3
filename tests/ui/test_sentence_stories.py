"""Whole stories of sentences in the window: Ctrl+K, a sentence, Enter, and what is kept then."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import Week
from bpa_desktop.services.history import History
from bpa_desktop.services.roster import records_of
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui.palette import Palette
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.roster.view import RosterScreen
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from tests.memory import FakeClock
from tests.ui.a11y_walk import settle
from tests.ui.accessibility import Recorder
from tests.ui.conftest import ShellMaker
from tests.ui.cut_texts import cuts
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors
from tests.ui.found import found

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store() -> MemoryStore:
    """What is kept."""
    return MemoryStore(records_of(week_49()))


@pytest.fixture
def shell(shell_of: ShellMaker, store: MemoryStore) -> Shell:
    """A window with week 49 open."""
    shell = shell_of(FakeDoors())
    shell._opened(Opening(store, None, False))
    return shell


def kept(store: MemoryStore) -> Roster:
    """Return what the store holds, read anew."""
    return History(store, FakeClock(), author="test").roster


def typed(shell: Shell, sentence: str) -> Palette:
    """Open the palette by its key and type."""
    QTest.keyClick(shell.window, Key.Key_K, CONTROL)
    palette = shell.window.findChildren(Palette)[-1]
    QTest.keyClicks(found(palette, QLineEdit), sentence)
    return palette


def entered(qtbot: QtBot, shell: Shell, sentence: str, *, until: Callable[[], bool]) -> list[str]:
    """Type a sentence and press Enter; return what was announced from then on."""
    palette = typed(shell, sentence)
    with Recorder() as recorder:
        QTest.keyClick(found(palette, QLineEdit), Key.Key_Return)
        qtbot.waitUntil(until)
        shell.window.activateWindow()
        qtbot.waitUntil(shell.window.isActiveWindow)
    return recorder.announcements


def focused_card() -> ShiftCard:
    card = QApplication.focusWidget()
    assert isinstance(card, ShiftCard)
    return card


def test_a_shift_is_moved_by_a_sentence_kept_said_and_undone(qtbot: QtBot, shell: Shell, store: MemoryStore) -> None:
    before = kept(store)
    announced = entered(
        qtbot,
        shell,
        "flytt Kari man 08-15 til Per",
        until=lambda: kept(store).shifts_by_id["w49-mon-day"].assistant == "per",
    )
    assert announced[-1] == "Monday 30 November 08:00–15:00 given to Per Ødegård."
    assert focused_card().name.startswith("Per Ødegård, Monday 30 November")
    QTest.keyClick(shell.window, Key.Key_Z, CONTROL)
    assert kept(store) == before


def test_what_a_sentence_would_break_is_shown_and_said_before_what_it_does(shell: Shell) -> None:
    with Recorder() as recorder:
        palette = typed(shell, "slett Kari man")
    told = "△ Warning: need not covered. Delete the shift: Kari Lunde, Monday 30 November 08:00–15:00"
    assert recorder.announcements[-1] == told
    assert palette._shown[0].text() == told
    palette.reject()


def test_a_new_shift_in_another_week_is_said_last(qtbot: QtBot, shell: Shell, store: MemoryStore) -> None:
    announced = entered(qtbot, shell, "new shift Kari 14.12 15-22", until=lambda: len(kept(store).shifts) == 13)
    assert announced[-1] == "New shift Monday 14 December 15:00–22:00 for Kari Lunde."
    assert shell.window.status.text == announced[-1]
    assert focused_card().name.startswith("Kari Lunde, Monday 14 December")


def test_an_absence_is_registered_from_another_view_and_the_roster_shows_it(
    qtbot: QtBot, shell: Shell, store: MemoryStore
) -> None:
    shell.window.show_screen("cost")
    announced = entered(qtbot, shell, "Kari syk torsdag", until=lambda: len(kept(store).absences) == 2)
    assert shell.window.shown == "roster"
    assert announced[-1] == "Kari Lunde is absent Thursday 3 December: 1 shift opened."
    assert [request.shift for request in kept(store).requests] == ["w49-thu-day"]
    assert focused_card().hasFocus()


def test_a_week_is_gone_to(qtbot: QtBot, shell: Shell) -> None:
    screen = shell.window.current_screen()
    assert isinstance(screen, RosterScreen)
    entered(qtbot, shell, "uke 31", until=lambda: screen.week == Week(2026, 31))
    assert focused_card().hasFocus()


def test_a_sentence_the_program_refuses_stays_in_the_palette_and_keeps_nothing(
    qtbot: QtBot, shell: Shell, store: MemoryStore
) -> None:
    before = kept(store)
    palette = typed(shell, "gi Ola fre 15-23")
    QTest.keyClick(found(palette, QLineEdit), Key.Key_Return)
    settle()
    assert palette.isVisible()
    assert kept(store) == before
    QTest.keyClick(palette, Key.Key_Escape)


def test_a_command_is_still_a_command(qtbot: QtBot, shell: Shell) -> None:
    palette = typed(shell, "new shift")
    shown = [button.text() for button in palette.findChildren(QPushButton) if button.isVisible()]
    assert shown == ["New shift    Ctrl+N"]
    QTest.keyClick(palette, Key.Key_Escape)


def test_no_sentence_is_read_while_nothing_is_open(qtbot: QtBot, shell_of: ShellMaker) -> None:
    shell = shell_of(FakeDoors())
    shell.begin(demo=False)
    assert shell.window.reader is None
    palette = typed(shell, "ny vakt fre 8-15")
    assert [button for button in palette.findChildren(QPushButton) if button.isVisible()] == []
    QTest.keyClick(palette, Key.Key_Escape)


@pytest.mark.parametrize("sentence", ["flytt Kari man 8-15 til Per tor 10-17", "Kari influensa torsdag"])
@pytest.mark.parametrize("width", [300, 700])
def test_a_sentence_is_never_cut(shell: Shell, sentence: str, width: int) -> None:
    palette = typed(shell, sentence)
    palette.resize(width, 500)
    settle()
    assert cuts(palette, width=1280, height=800) == []
    QTest.keyClick(palette, Key.Key_Escape)
