"""After undo one stands where it was undone, whichever week one had gone on to."""

from __future__ import annotations

from bpa_desktop.domain.span import Week
from tests.ui.roster.stage import ALT, Key, Stage, focused, settle

WEEK_49 = Week(2026, 49)


def test_a_shift_that_undo_brings_back_has_the_focus_again(stage: Stage) -> None:
    stage.focus("w49-wed-day")
    stage.act("remove_shift")
    stage.key(Key.Key_Up)
    stage.desk.history.undo()
    assert stage.current is stage.card("w49-wed-day")
    assert stage.current.hasFocus()


def test_undo_leads_back_to_the_week_that_the_shift_is_in_again(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.key(Key.Key_Left, ALT)
    assert stage.screen.week == WEEK_49.later(-1)
    stage.desk.history.undo()
    settle()
    assert stage.screen.week == WEEK_49
    assert stage.current is stage.card("w49-mon-day")
    stage.desk.history.redo()
    assert stage.screen.week == WEEK_49.later(-1)


def test_several_that_were_undone_leave_the_focus_where_it_is_while_one_of_them_is_shown(stage: Stage) -> None:
    for shift in ("w49-mon-day", "w49-tue-day"):
        stage.focus(shift)
        stage.key(Key.Key_Space)
    stage.act("remove_shift")
    stage.focus("w49-sun-long")
    stage.desk.history.undo()
    assert stage.current is stage.card("w49-sun-long")
    stage.act("next_week")
    stage.desk.history.redo()  # nothing is there to be led to
    assert stage.screen.week == WEEK_49.later(1)
    stage.desk.history.undo()
    assert stage.screen.week == WEEK_49


def test_a_button_that_undoes_keeps_the_focus(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.key(Key.Key_Left, ALT)
    button = stage.screen.header.choice
    button.setFocus()
    stage.desk.history.undo()
    assert stage.screen.week == WEEK_49
    assert focused() is button


def test_what_was_done_is_the_last_that_is_said_where_it_leads_to_another_week(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    said = len(stage.heard.said)
    stage.key(Key.Key_Left, ALT)
    assert stage.heard.said[said:] == []  # the step itself is told of by the window
    stage.act("previous_week")
    assert stage.heard.said[-1].startswith("week 47")
