"""A key that is held down moves on and on; all of it is one undo, and is said once."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from bpa_desktop.domain.span import Span, clock_span
from bpa_desktop.services.history import History
from tests.memory import FakeClock
from tests.ui.desks import HOME
from tests.ui.roster.stage import ALT, NONE, SHIFT, Key, Stage, focused, settle

MONDAY_SHIFT = "w49-mon-day"


def december(day: int) -> Span:
    return clock_span(date(2026, 12, 1) + timedelta(days=day - 1), time(8), end=time(15), zone=HOME.zone)


def send(kind: QEvent.Type, key: Qt.Key, modifiers: Qt.KeyboardModifier, *, repeated: bool) -> None:
    QApplication.sendEvent(focused(), QKeyEvent(kind, key, modifiers, "", repeated))


def hold(key: Qt.Key, modifiers: Qt.KeyboardModifier, times: int) -> None:
    """Press a key and hold it for so many repeats; some window systems tell of a release before each."""
    send(QEvent.Type.KeyPress, key, modifiers, repeated=False)
    settle()
    for _ in range(times):
        send(QEvent.Type.KeyRelease, key, modifiers, repeated=True)
        send(QEvent.Type.KeyPress, key, modifiers, repeated=True)
        settle()


def let_go(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    send(QEvent.Type.KeyRelease, key, modifiers, repeated=False)


def test_a_held_arrow_moves_on_and_is_one_undo_and_one_redo(stage: Stage) -> None:
    before = stage.roster
    stage.focus(MONDAY_SHIFT)
    hold(Key.Key_Right, ALT, 9)
    let_go(Key.Key_Right, ALT)
    assert stage.roster.shifts_by_id[MONDAY_SHIFT].span == december(10)
    assert stage.verbs == ["move_shift"] * 10  # each kept as it happens
    after = stage.roster
    stage.desk.history.undo()
    assert stage.roster == before
    assert stage.desk.history.undoable is None
    stage.desk.history.redo()
    assert stage.roster == after


def test_two_presses_are_two_undos(stage: Stage) -> None:
    stage.focus(MONDAY_SHIFT)
    for _ in range(2):
        hold(Key.Key_Right, ALT, 2)
        let_go(Key.Key_Right, ALT)
    stage.desk.history.undo()
    assert stage.roster.shifts_by_id[MONDAY_SHIFT].span == december(3)
    stage.desk.history.undo()
    assert stage.desk.history.undoable is None


def test_what_was_moved_by_a_held_key_is_kept_at_once_and_is_one_undo_after_a_crash(stage: Stage) -> None:
    before = stage.roster
    stage.focus(MONDAY_SHIFT)
    hold(Key.Key_Right, ALT, 4)
    later = History(stage.store, FakeClock(), author="later")  # the key was never let go
    assert later.roster.shifts_by_id[MONDAY_SHIFT].span == december(5)
    later.undo()
    assert later.roster == before
    assert later.undoable is None


def test_where_it_ends_is_said_once_when_the_key_is_let_go(stage: Stage) -> None:
    stage.focus(MONDAY_SHIFT)
    hold(Key.Key_Right, ALT, 3)
    assert stage.heard.said == []
    let_go(Key.Key_Right, ALT)
    assert stage.heard.said == ["Kari Lunde moved to Friday 4 December 08:00–15:00."]
    let_go(Key.Key_Alt, NONE)
    assert len(stage.heard.said) == 1


def test_a_key_that_was_not_held_is_told_by_its_step_alone(stage: Stage) -> None:
    stage.focus(MONDAY_SHIFT)
    hold(Key.Key_Right, ALT, 0)
    let_go(Key.Key_Right, ALT)
    assert stage.heard.said == []


def test_a_held_key_goes_through_the_people_too_and_stops_at_the_first_refusal(stage: Stage) -> None:
    before = stage.roster
    stage.focus(MONDAY_SHIFT)
    hold(Key.Key_Down, ALT, 20)
    let_go(Key.Key_Down, ALT)
    assert stage.roster.shifts_by_id[MONDAY_SHIFT].assistant == "jonas"
    assert stage.heard.refused == ["There is nobody further that way who can have it"]
    assert stage.heard.said == ["Monday 30 November 08:00–15:00 given to Jonas Åsen."]
    stage.desk.history.undo()
    assert stage.roster == before


@pytest.mark.parametrize(("key", "hours"), [(Key.Key_Right, 8.25), (Key.Key_Up, 8.25), (Key.Key_Left, 5.75)])
def test_start_and_end_go_on_while_their_key_is_held(stage: Stage, key: Qt.Key, hours: float) -> None:
    before = stage.roster
    stage.focus(MONDAY_SHIFT)
    hold(key, ALT | SHIFT, 4)
    let_go(key, ALT | SHIFT)
    assert stage.roster.shifts_by_id[MONDAY_SHIFT].span.length == timedelta(hours=hours)
    stage.desk.history.undo()
    assert stage.roster == before


def test_repeats_that_came_while_the_last_was_shown_are_dropped(stage: Stage) -> None:
    stage.focus(MONDAY_SHIFT)
    send(QEvent.Type.KeyPress, Key.Key_Right, ALT, repeated=False)
    for _ in range(5):
        send(QEvent.Type.KeyPress, Key.Key_Right, ALT, repeated=True)
    assert stage.verbs == ["move_shift"]


def test_a_repeat_without_its_press_does_nothing(stage: Stage) -> None:
    stage.focus(MONDAY_SHIFT)
    hold(Key.Key_Right, ALT, 1)
    stage.focus("w49-mon-eve")
    send(QEvent.Type.KeyPress, Key.Key_Right, ALT, repeated=True)
    stage.focus(MONDAY_SHIFT)
    send(QEvent.Type.KeyPress, Key.Key_Left, ALT, repeated=True)
    assert stage.verbs == ["move_shift"] * 2


def test_that_there_is_no_shift_is_said_once_however_long_the_key_is_held(stage: Stage) -> None:
    stage.screen.grid.roving.move_to(stage.cell("jonas", 2), focus=True)
    hold(Key.Key_Right, ALT, 5)
    assert stage.heard.refused == ["There is no shift here: choose one first"]


@pytest.mark.parametrize("key", [Key.Key_N, Key.Key_Delete])
def test_what_makes_or_deletes_is_done_once_however_long_its_key_is_held(stage: Stage, key: Qt.Key) -> None:
    stage.focus(MONDAY_SHIFT)
    hold(key, NONE, 5)
    assert len(stage.verbs) == 1
