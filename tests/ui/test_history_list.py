"""What can be undone stands in a list, in words; any of it can be gone back to, by keys, and forth again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.services.history import History
from bpa_desktop.services.roster import records_of
from bpa_desktop.services.shift import assign_shifts, remove_shifts
from bpa_desktop.ui.history_list import HistoryList
from bpa_desktop.ui.start.demo import demo_store
from bpa_desktop.ui.start.stage import Opening
from tests.memory import FakeClock, MemoryStore, history_of
from tests.plain_text import plain
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors


def deeds(history: History) -> list[Roster]:
    """Do three things, an hour apart; return the roster before each and after all."""
    seen = [history.roster]
    clock = history.clock
    assert isinstance(clock, FakeClock)
    acts: tuple[Callable[[], None], ...] = (
        lambda: assign_shifts(history, {"w49-fri-eve": "jonas"}),
        lambda: remove_shifts(history, ["w49-mon-day"]),
        lambda: assign_shifts(history, {"w49-fri-eve": "kari"}),
    )
    for act in acts:
        clock.go_on(timedelta(hours=1))
        act()
        seen.append(history.roster)
    return seen


@pytest.fixture
def kept() -> tuple[History, MemoryStore]:
    return history_of(week_49())


@pytest.fixture
def above(qtbot: QtBot) -> QMainWindow:
    """What the list stands over."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


def opened(above: QMainWindow, history: History) -> HistoryList:
    dialog = HistoryList(history, Language("en"), above)
    dialog.open()
    dialog.activateWindow()
    QApplication.processEvents()
    return dialog


def lines(dialog: HistoryList) -> list[str]:
    return [plain(dialog.list.item(row).text()) for row in range(dialog.list.count())]


DONE = [
    "Tue 24 Nov 22:00 · Friday 4 December 15:00–23:00 given to Kari Lunde · test",
    "Tue 24 Nov 21:00 · Shift Monday 30 November 08:00–15:00 deleted · test",
    "Tue 24 Nov 20:00 · Friday 4 December 15:00–23:00 given to Jonas Åsen · test",
]


def test_every_step_is_listed_in_words_with_time_and_author_newest_first(
    above: QMainWindow, kept: tuple[History, MemoryStore]
) -> None:
    deeds(kept[0])
    dialog = opened(above, kept[0])
    assert lines(dialog) == ["Now", *DONE]
    assert dialog.list.currentRow() == 1
    assert dialog.list.hasFocus()
    assert dialog.button.text() == "&Undo 1 step"


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def test_keys_go_back_to_any_step_and_forth_again_each_in_one_step(
    above: QMainWindow, kept: tuple[History, MemoryStore]
) -> None:
    history, store = kept
    seen = deeds(history)
    dialog = opened(above, history)
    press(Qt.Key.Key_Down)
    assert dialog.button.text() == "&Undo 2 steps"
    press(Qt.Key.Key_Return)
    assert history.roster == seen[1]
    assert lines(dialog) == [f"Undone: {DONE[0]}", f"Undone: {DONE[1]}", "Now", DONE[2]]
    assert (dialog.isVisible(), dialog.list.hasFocus(), dialog.list.currentRow()) == (True, True, 3)
    press(Qt.Key.Key_Return)
    assert history.roster == seen[0]
    assert dialog.list.currentItem().text() == "Now"
    assert not dialog.button.isEnabled()
    press(Qt.Key.Key_Return)  # on now, nothing happens
    press(Qt.Key.Key_Home)
    assert dialog.button.text() == "&Do 3 steps again"
    press(Qt.Key.Key_Return)
    assert history.roster == seen[3]
    assert len(store.kept) == 6
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_button_does_what_it_says(above: QMainWindow, kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    seen = deeds(history)
    dialog = opened(above, history)
    dialog.list.setCurrentRow(3)
    QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    assert history.roster == seen[0]


def test_the_list_is_opened_from_the_edit_menu_and_what_it_did_is_said(shell_of: ShellMaker) -> None:
    shell = shell_of(FakeDoors())
    shell._opened(Opening(demo_store(date(2026, 11, 24)), None, True))
    assert shell.session is not None
    action = shell.window.actions_by_id["history_list"]
    assert not action.isEnabled()
    history = shell.session.history
    before = history.roster
    remove_shifts(history, [before.shifts[0].id])
    remove_shifts(history, [before.shifts[1].id])
    assert action.isEnabled()
    action.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HistoryList)
    dialog.list.setCurrentRow(2)
    dialog.go()
    assert history.roster == before
    assert shell.window.status.text == "Undone: 2 shifts deleted."
    history.redo(2)
    assert shell.window.status.text == "Done again: 2 shifts deleted."
    dialog.reject()


def test_several_undone_at_once_are_told_apart_again_by_another_history() -> None:
    history, store = history_of(week_49())
    seen = deeds(history)
    history.undo(2)
    later = History(store, FakeClock(), author="later")
    assert [step.line.id for step in later.deeds.undone(9)] == [step.line.id for step in store.kept[1:3]]
    later.redo()
    assert later.roster == seen[2]
    later.undo(9)
    assert later.roster == seen[0]
    later.redo(3)
    assert later.roster == seen[3]
    assert [step.line.id for step in later.deeds.done(2)] == [store.kept[2].line.id, store.kept[1].line.id]


def test_a_line_ends_with_who_did_it_and_with_nothing_where_nobody_is_named(above: QMainWindow) -> None:
    for author, end in (("Kari", "· Kari"), ("", "deleted")):
        history = History(MemoryStore(records_of(week_49())), FakeClock(), author=author)
        remove_shifts(history, ["w49-mon-day"])
        dialog = opened(above, history)
        assert plain(dialog.list.item(1).text()).endswith(end)
        dialog.close()
