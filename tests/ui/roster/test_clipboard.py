"""Shifts are copied, cut and pasted by the keys everybody knows, each time in one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bpa_desktop.domain.award import Overdraw
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import DayRange, Span, Week, clock_span
from bpa_desktop.services import shift as verbs
from tests.ui.desks import HOME, week_49
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import ALT, CONTROL, SHIFT, Key, Stage

MONDAY = date(2026, 11, 30)


def hours(day: int, start: int, end: int) -> Span:
    return clock_span(date(2026, 12, day), time(start), end=time(end), zone=HOME.zone)


def added(stage: Stage) -> list[Shift]:
    """Return the shifts that the example week did not have."""
    known = week_49().shifts_by_id
    return [shift for shift in stage.roster.shifts if shift.id not in known]


def go_to(stage: Stage, row: str | None, column: int) -> None:
    stage.screen.grid.roving.move_to(stage.cell(row, column), focus=True)


def select(stage: Stage, *shifts: str) -> None:
    for shift in shifts:
        stage.focus(shift)
        stage.key(Key.Key_Space)


def test_a_copy_is_pasted_as_a_draft_on_another_day_for_another_person(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.act("clip_shift")
    assert stage.heard.said[-1] == "1 shift copied. Choose a day and paste."
    go_to(stage, "ingrid", 3)
    stage.act("paste_shift")
    (copy,) = added(stage)
    assert (copy.span, copy.assistant, copy.state) == (hours(3, 8, 15), "ingrid", ShiftState.DRAFT)
    assert copy.tasks == week_49().shifts_by_id["w49-mon-day"].tasks
    assert stage.current.name.startswith("Ingrid Sæther, Thursday 3 December")
    go_to(stage, None, 2)
    stage.act("paste_shift")  # it can be pasted again
    assert [(one.span, one.assistant) for one in added(stage)][1:] == [(hours(2, 8, 15), None)]
    assert stage.verbs == ["add_shift", "add_shift"]


def test_what_is_selected_is_copied_also_from_a_day_without_a_shift(stage: Stage) -> None:
    select(stage, "w49-mon-day", "w49-tue-day")
    go_to(stage, "ingrid", 3)
    stage.act("clip_shift")
    assert stage.heard.said[-1] == "2 shifts copied. Choose a day and paste."
    stage.key(Key.Key_Right, ALT)
    assert stage.roster.shifts_by_id["w49-mon-day"].span == hours(1, 8, 15)
    assert stage.current is stage.card("w49-mon-day")


def test_what_is_selected_in_another_week_is_left_alone_there(stage: Stage) -> None:
    select(stage, "w49-mon-day")
    stage.act("next_week")
    for action in ("clip_shift", "remove_shift"):
        stage.act(action)
    assert stage.heard.refused == ["There is no shift here: choose one first"] * 2
    assert stage.verbs == []


def test_what_was_cut_stands_where_it_was_until_it_is_pasted_and_then_moves(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.act("cut_shift")
    assert stage.verbs == []
    assert stage.card("w49-mon-day").marks.lifted
    go_to(stage, "per", 6)
    stage.act("paste_shift")
    moved = stage.roster.shifts_by_id["w49-mon-day"]
    assert (moved.span, moved.assistant, moved.state) == (hours(6, 8, 15), "per", ShiftState.OFFERED)
    assert stage.verbs == ["move_shift"]
    assert not stage.card("w49-mon-day").marks.lifted
    go_to(stage, "jonas", 0)
    stage.act("paste_shift")  # from now on it is a copy
    assert [one.assistant for one in added(stage)] == ["jonas"]


def test_shifts_of_several_people_stay_theirs_and_keep_their_distance(stage: Stage) -> None:
    select(stage, "w49-mon-day", "w49-mon-eve", "w49-tue-day")
    stage.act("clip_shift")
    stage.act("next_week")
    go_to(stage, "jonas", 2)
    stage.act("paste_shift")
    assert stage.verbs == ["add_shift"]
    assert [(one.span, one.assistant) for one in added(stage)] == [
        (hours(9, 8, 15), "kari"),
        (hours(9, 15, 22), "ola"),
        (hours(10, 8, 15), "amina"),
    ]
    assert stage.screen.grid.selected == {one.id for one in added(stage)}
    assert stage.screen.week == Week(2026, 50)


def test_in_the_row_of_open_shifts_nobody_holds_what_is_pasted(stage: Stage) -> None:
    select(stage, "w49-mon-day", "w49-mon-eve")
    stage.act("clip_shift")
    go_to(stage, None, 1)
    stage.act("paste_shift")
    assert [one.assistant for one in added(stage)] == [None, None]


def test_a_copy_for_somebody_who_is_absent_is_open(stage: Stage) -> None:
    stage.focus("w49-mon-eve")
    stage.act("clip_shift")
    go_to(stage, "ola", 4)
    stage.act("paste_shift")
    assert [one.assistant for one in added(stage)] == [None]


def test_what_was_cut_does_not_go_to_somebody_who_is_absent(stage: Stage) -> None:
    stage.focus("w49-mon-eve")
    stage.act("cut_shift")
    go_to(stage, "ola", 4)
    stage.act("paste_shift")
    assert stage.heard.refused[-1].startswith("Ola Berg is absent")
    assert stage.verbs == []


def test_what_was_cut_and_deleted_meanwhile_is_not_pasted(stage: Stage) -> None:
    stage.focus("w49-mon-eve")
    stage.act("cut_shift")
    verbs.remove_shifts(stage.desk.history, ("w49-mon-eve",))
    stage.act("paste_shift")
    assert stage.heard.refused[-1] == "What was cut is not there any more"


def test_nothing_can_be_pasted_before_something_was_taken(stage: Stage) -> None:
    assert "paste_shift" not in stage.screen.handlers()
    go_to(stage, "jonas", 0)
    stage.act("clip_shift")
    assert stage.heard.refused[-1] == "There is no shift here: choose one first"
    assert "paste_shift" not in stage.screen.handlers()


def test_a_shift_is_copied_to_the_next_week(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.key(Key.Key_D, CONTROL)
    assert [(one.span, one.assistant) for one in added(stage)] == [(hours(7, 8, 15), "kari")]
    assert stage.screen.week == Week(2026, 50)


def test_several_are_copied_to_the_next_day_in_one_step(stage: Stage) -> None:
    select(stage, "w49-mon-day", "w49-tue-eve")
    stage.key(Key.Key_N)
    assert stage.verbs == ["add_shift"]
    assert [one.span for one in added(stage)] == [hours(1, 8, 15), hours(2, 15, 22)]


def test_several_are_moved_by_a_key_in_one_step_or_not_at_all(stage: Stage) -> None:
    select(stage, "w49-mon-day", "w49-mon-eve")
    stage.key(Key.Key_Right, ALT)
    assert stage.verbs == ["move_shift"]
    assert stage.roster.shifts_by_id["w49-mon-day"].span == hours(1, 8, 15)
    assert stage.current.name.startswith("Ola Berg, Tuesday 1 December")
    for _ in range(2):
        stage.key(Key.Key_Right, ALT)
    stage.key(Key.Key_Right, ALT)  # Ola is absent on Friday: neither moves
    assert stage.heard.refused[-1].startswith("Ola Berg is absent")
    assert stage.roster.shifts_by_id["w49-mon-day"].span == hours(3, 8, 15)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_several_are_given_away_in_one_step_or_not_at_all(stage: Stage) -> None:
    select(stage, "w49-mon-day", "w49-fri-eve", "w49-thu-eve")
    stage.act("assign_shift")
    labels = [action.text() for action in stage.menu().actions()]
    assert labels[:3] == ["Kari Lunde", "Ola Berg (absent)", "Amina Yusuf"]
    assert not any(action.isChecked() for action in stage.menu().actions())
    stage.menu().actions()[1].trigger()
    assert stage.heard.refused[-1].startswith("Ola Berg is absent")
    assert stage.verbs == []
    stage.key(Key.Key_Escape)
    stage.act("assign_shift")
    stage.menu().actions()[0].trigger()
    given = [stage.roster.shifts_by_id[one].assistant for one in ("w49-mon-day", "w49-fri-eve", "w49-thu-eve")]
    assert given == ["kari"] * 3
    assert stage.verbs == ["assign_shift"]
    assert stage.current is stage.card("w49-thu-eve")
    stage.key(Key.Key_Escape)
    stage.act("assign_shift")
    stage.menu().actions()[0].trigger()
    assert stage.heard.refused[-1] == "Kari Lunde has this shift already"


def test_several_go_to_the_neighbour_rows_in_one_step_or_not_at_all(stage: Stage) -> None:
    select(stage, "w49-mon-day", "w49-mon-eve")
    stage.key(Key.Key_Down, ALT)
    assert stage.verbs == ["assign_shift"]
    assert [stage.roster.shifts_by_id[one].assistant for one in ("w49-mon-day", "w49-mon-eve")] == ["ola", "amina"]
    assert stage.current is stage.card("w49-mon-eve")
    before = stage.roster
    for _ in range(4):
        stage.key(Key.Key_Up, ALT)
    assert stage.heard.refused == ["There is nobody further that way who can have it"] * 2
    assert stage.verbs == ["assign_shift"] * 3
    assert [stage.roster.shifts_by_id[one].assistant for one in ("w49-mon-day", "w49-mon-eve")] == [None, "kari"]
    stage.desk.history.undo()
    stage.desk.history.undo()
    assert stage.roster == before


def test_several_are_stretched_in_one_step_or_not_at_all(stage: Stage) -> None:
    select(stage, "w49-mon-day", "w49-wed-day")
    stage.key(Key.Key_Right, ALT | SHIFT)
    stage.key(Key.Key_Up, ALT | SHIFT)
    assert stage.verbs == ["edit_shift"] * 2
    lengths = [stage.roster.shifts_by_id[one].span.length for one in ("w49-mon-day", "w49-wed-day")]
    assert lengths == [timedelta(hours=7.5), timedelta(hours=6.5)]
    for _ in range(26):
        stage.key(Key.Key_Left, ALT | SHIFT)
    assert stage.heard.refused == ["A shift lasts at least 15 minutes"]
    assert stage.roster.shifts_by_id["w49-mon-day"].span.length == timedelta(hours=1.25)


@pytest.mark.parametrize("command", ["copy_shift", "copy_shift_week"])
def test_an_award_that_may_not_be_overdrawn_refuses_all_copies(make_stage: StageMaker, command: str) -> None:
    roster = week_49()
    tight = replace(
        roster.awards[0],
        overdraw=Overdraw.BLOCK,
        weekly_hours=replace(roster.awards[0].weekly_hours, practical=roster.awards[0].weekly_hours.other),
        days=DayRange(MONDAY, date(2026, 12, 13)),
    )
    full = tuple(Shift(f"full-{day}", hours(day, 0, 23), None) for day in range(7, 14))
    stage = make_stage(replace(roster, awards=(tight,), shifts=(*roster.shifts, *full)))
    stage.focus("w49-mon-day")
    stage.act(command)
    assert "more" in stage.heard.refused[-1]
    assert stage.verbs == []
