"""The roster by keys alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from bpa_desktop.domain.shift import ShiftState
from bpa_desktop.domain.span import Week
from bpa_desktop.domain.substitute import RequestState
from bpa_desktop.ui.roster.shift_editor import ShiftEditor
from tests.ui.roster.stage import ALT, CONTROL, SHIFT, Key, Stage, focused, settle


def test_the_grid_is_one_tab_stop(stage: Stage) -> None:
    stops = [card for card in stage.cards() if card.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [stage.current]
    stage.key(Key.Key_Right)
    stops = [card for card in stage.cards() if card.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [stage.current]


def test_arrows_walk_over_days_and_people(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    for key, name in (
        (Key.Key_Right, "Kari Lunde, Tuesday 1 December, 15:00 to 22:00, published"),
        (Key.Key_Down, "Ola Berg, Tuesday 1 December, no shift"),
        (Key.Key_Left, "Ola Berg, Monday 30 November, 15:00 to 22:00, published"),
        (Key.Key_Up, "Kari Lunde, Monday 30 November, 08:00 to 15:00, published"),
        (Key.Key_End, "Kari Lunde, Sunday 6 December, no shift"),
        (Key.Key_Home, "Kari Lunde, Monday 30 November, 08:00 to 15:00, published"),
    ):
        stage.key(key)
        assert stage.current.name == name
        assert stage.current.hasFocus()


def test_arrows_stop_at_the_edge(stage: Stage) -> None:
    stage.key(Key.Key_Home, CONTROL)
    first = stage.current
    stage.key(Key.Key_Up)
    stage.key(Key.Key_Left)
    assert stage.current is first
    stage.key(Key.Key_End, CONTROL)
    assert stage.current.name == "Jonas Åsen, Sunday 6 December, no shift"


def test_several_shifts_of_one_day_are_walked_through(stage: Stage) -> None:
    stage.focus("w49-fri-day")
    stage.key(Key.Key_Down)
    assert stage.current is stage.card("w49-fri-eve")
    stage.key(Key.Key_Down)
    assert stage.current is stage.cell("kari", 4)
    stage.key(Key.Key_Up)
    assert stage.current is stage.card("w49-fri-eve")


def test_page_keys_turn_the_weeks_and_say_which_it_is(stage: Stage) -> None:
    stage.focus("w49-wed-day")
    stage.key(Key.Key_PageDown)
    assert stage.screen.week == Week(2026, 50)
    assert stage.current.name == "Ola Berg, Wednesday 9 December, no shift"
    assert stage.current.hasFocus()
    assert stage.heard.said[-1].startswith("week 50, Monday 7 December to Sunday 13 December")
    stage.key(Key.Key_PageUp)
    assert stage.current is stage.card("w49-wed-day")


def test_enter_on_a_free_day_makes_a_shift_there(stage: Stage) -> None:
    stage.screen.grid.roving.move_to(stage.cell("jonas", 2), focus=True)
    stage.key(Key.Key_Return)
    stage.write("8.30-12")
    stage.key(Key.Key_Return)
    made = stage.roster.shifts[-1]
    assert (made.assistant, made.state) == ("jonas", ShiftState.DRAFT)
    assert made.span.first_day(stage.desk.zone) == date(2026, 12, 2)
    assert made.span.length == timedelta(hours=3.5)
    assert stage.verbs == ["add_shift"]
    stage.window.activateWindow()
    settle()
    assert stage.current is stage.card(made.id)


def test_writing_times_on_a_free_day_is_enough(stage: Stage) -> None:
    stage.screen.grid.roving.move_to(stage.cell("jonas", 2), focus=True)
    stage.key(Key.Key_9)
    stage.write("-12")
    stage.key(Key.Key_Return)
    assert stage.roster.shifts[-1].span.length == timedelta(hours=3)


def test_saving_twice_makes_one_shift(stage: Stage) -> None:
    stage.screen.grid.roving.move_to(stage.cell("jonas", 2), focus=True)
    stage.key(Key.Key_Return)
    stage.write("8-12")
    editor = stage.dialog()
    assert isinstance(editor, ShiftEditor)
    editor.save()
    editor.save()
    assert stage.verbs == ["add_shift"]


def test_a_wrong_time_is_said_beside_the_field_and_nothing_is_kept(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.key(Key.Key_Return)
    stage.write("26-3")
    stage.key(Key.Key_Return)
    assert stage.heard.refused == ["“26” is no time. Write hours from 0 to 24, such as 8 or 08:30."]
    assert focused().objectName() == "times"
    assert focused().accessibleDescription() == stage.heard.refused[0]
    assert stage.verbs == []
    stage.key(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_a_shift_is_edited_and_undone(stage: Stage) -> None:
    before = stage.roster
    stage.focus("w49-mon-day")
    stage.act("edit_shift")
    stage.write("9-14")
    stage.key(Key.Key_Return)
    assert stage.roster.shifts_by_id["w49-mon-day"].span.length == timedelta(hours=5)
    assert stage.verbs == ["edit_shift"]
    stage.desk.history.undo()
    assert stage.roster == before
    assert stage.card("w49-mon-day").name == "Kari Lunde, Monday 30 November, 08:00 to 15:00, published"


def test_saving_without_a_change_keeps_no_step(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.act("edit_shift")
    stage.key(Key.Key_Return)
    assert stage.verbs == []


def test_alt_and_arrows_move_by_days_and_people_and_the_focus_follows(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.key(Key.Key_Right, ALT)
    assert stage.current.name == "Kari Lunde, Tuesday 1 December, 08:00 to 15:00, offered"
    stage.key(Key.Key_Down, ALT)
    assert stage.current.name == "Ola Berg, Tuesday 1 December, 08:00 to 15:00, offered"
    assert stage.current.hasFocus()
    assert stage.verbs == ["move_shift", "assign_shift"]


def test_a_shift_can_be_opened_by_moving_it_to_the_top(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.key(Key.Key_Up, ALT)
    assert stage.roster.shifts_by_id["w49-mon-day"].assistant is None
    stage.key(Key.Key_Up, ALT)
    assert stage.heard.refused == ["There is nobody further that way who can have it"]


def test_a_shift_moved_out_of_the_week_takes_the_week_along(stage: Stage) -> None:
    stage.focus("w49-sun-long")
    stage.key(Key.Key_Right, ALT)
    assert stage.screen.week == Week(2026, 50)
    assert stage.current is stage.card("w49-sun-long")
    stage.key(Key.Key_PageUp, ALT)
    assert stage.current.name == "Amina Yusuf, Monday 30 November, 10:00 to 20:00, offered"


def test_shift_alt_arrows_change_start_and_end_by_a_quarter(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.key(Key.Key_Right, ALT | SHIFT)
    stage.key(Key.Key_Up, ALT | SHIFT)
    assert "07:45 to 15:15" in stage.current.name


def test_a_shift_keeps_a_quarter_of_an_hour(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    for _ in range(28):
        stage.key(Key.Key_Left, ALT | SHIFT)
    assert stage.heard.refused == ["A shift lasts at least 15 minutes"]
    assert stage.roster.shifts_by_id["w49-mon-day"].span.length == timedelta(minutes=15)


def test_who_is_absent_is_passed_over_and_refused_a_move(stage: Stage) -> None:
    stage.focus("w49-fri-eve")
    stage.key(Key.Key_Down, ALT)
    stage.key(Key.Key_Down, ALT)
    assert stage.current.name.startswith("Amina Yusuf, Friday")
    stage.focus("w49-wed-day")
    stage.key(Key.Key_Right, ALT)
    stage.key(Key.Key_Right, ALT)
    assert stage.heard.refused[-1].startswith("Ola Berg is absent Friday 4 December")
    assert stage.current.name.startswith("Ola Berg, Thursday")


def test_who_takes_an_absent_person_s_shift_is_the_substitute(stage: Stage) -> None:
    stage.focus("w49-fri-day")
    stage.key(Key.Key_Down, ALT)
    kept = stage.roster.shifts_by_id["w49-fri-day"]
    assert kept.assistant == "ola"
    assert stage.roster.holder(kept) == "kari"
    assert stage.roster.requests[0].state is RequestState.FILLED
    assert stage.current.name == "Kari Lunde, Friday 4 December, 08:00 to 15:00, published, instead of Ola Berg"
    assert stage.card("w49-fri-day", ghost=True).name == (
        "Ola Berg, Friday 4 December, 08:00 to 15:00, absent, Kari Lunde comes instead"
    )


def test_n_copies_to_the_next_day_as_a_draft(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.key(Key.Key_N)
    copy = stage.roster.shifts[-1]
    assert (copy.assistant, copy.state, copy.tasks) == (
        "kari",
        ShiftState.DRAFT,
        ("morning routine", "physiotherapy at 11"),
    )
    assert stage.current is stage.card(copy.id)
    assert stage.current.name == "Kari Lunde, Tuesday 1 December, 08:00 to 15:00, draft"


def test_delete_takes_the_shift_away_and_the_focus_stays_there(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.key(Key.Key_Delete)
    assert "w49-mon-day" not in stage.roster.shifts_by_id
    assert stage.current.name == "Kari Lunde, Monday 30 November, no shift"
    assert stage.current.hasFocus()
    stage.desk.history.undo()
    assert stage.cell("kari", 0) is stage.current


def test_space_selects_and_delete_takes_all_that_is_selected(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.key(Key.Key_Space)
    stage.key(Key.Key_Right)
    stage.key(Key.Key_Space)
    assert stage.screen.grid.selected == {"w49-mon-day", "w49-tue-eve"}
    stage.key(Key.Key_Delete)
    assert stage.verbs == ["remove_shift"]
    assert not {"w49-mon-day", "w49-tue-eve"} & set(stage.roster.shifts_by_id)
    assert stage.screen.grid.selected == frozenset()


def test_a_shift_is_picked_up_and_put_down_by_keys(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.act("move_shift")
    assert stage.heard.said[-1].startswith("Picked up.")
    assert stage.current.marks.lifted
    stage.key(Key.Key_Down)
    stage.key(Key.Key_Right)
    assert stage.current.marks.landing == "08–15"
    assert stage.verbs == []
    stage.key(Key.Key_Return)
    assert stage.verbs == ["move_shift"]
    assert stage.current.name == "Ola Berg, Tuesday 1 December, 08:00 to 15:00, offered"
    assert stage.current.marks.landing == ""


def test_a_shift_is_carried_into_another_week(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.act("move_shift")
    stage.key(Key.Key_PageDown)
    stage.key(Key.Key_Return)
    assert stage.current.name == "Kari Lunde, Monday 7 December, 08:00 to 15:00, offered"


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return])
def test_escape_and_landing_at_home_put_the_shift_back(stage: Stage, key: Qt.Key) -> None:
    stage.focus("w49-mon-day")
    stage.act("move_shift")
    if key == Key.Key_Escape:
        stage.key(Key.Key_Down)
    stage.key(key)
    assert stage.verbs == []
    assert stage.heard.said[-1] == "Put back where it was."
    assert stage.current is stage.card("w49-mon-day")
    assert not stage.current.marks.lifted


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_card_opens_under_it_and_acts(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.key(Key.Key_F10, SHIFT)
    menu = stage.menu()
    assert stage.current.accessible_popup() is menu
    assert menu.activeAction().objectName() == "edit_shift"
    entries = {entry.objectName(): entry for entry in menu.actions()}
    assert entries["remove_shift"].shortcut().toString() == "Del"
    entries["remove_shift"].trigger()
    assert stage.verbs == ["remove_shift"]
    stage.key(Key.Key_Escape)
    assert stage.current.accessible_popup() is None
    assert stage.current.hasFocus()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_shift_is_given_to_somebody_from_a_menu_that_tells_who_cannot(stage: Stage) -> None:
    stage.focus("w49-fri-eve")
    stage.act("assign_shift")
    labels = [action.text() for action in stage.menu().actions()]
    assert labels[:3] == ["Kari Lunde", "Ola Berg (absent)", "Amina Yusuf"]
    assert labels[-1] == "Nobody: an open shift"
    stage.key(Key.Key_Return)
    assert stage.roster.shifts_by_id["w49-fri-eve"].assistant == "kari"
    assert stage.current is stage.card("w49-fri-eve")


def test_f4_opens_a_request_and_asks_for_its_screen(stage: Stage) -> None:
    stage.focus("w49-fri-day")
    stage.act("find_substitute")
    assert stage.heard.wanted == [("absence", stage.roster.requests[0].id)]
    stage.focus("w49-mon-day")
    stage.act("find_substitute")
    assert stage.heard.refused == ["Kari Lunde has this shift. Register an absence, or open it"]


def test_f8_goes_round_the_problems(stage: Stage) -> None:
    stage.screen.grid.roving.move_to(stage.cell("jonas", 6), focus=True)
    seen = []
    for action in ("next_problem", "next_problem", "next_problem", "previous_problem"):
        stage.act(action)
        seen.append(stage.current)
    day, evening = stage.card("w49-fri-day"), stage.card("w49-fri-eve")
    assert seen == [day, evening, day, evening]


def test_go_to_week_takes_what_people_type(stage: Stage) -> None:
    stage.act("go_to_week")
    stage.write("99")
    stage.key(Key.Key_Return)
    assert "is no week and no day" in stage.heard.refused[-1]
    focused().clear()  # type: ignore[attr-defined]
    stage.write("24.12")
    stage.key(Key.Key_Return)
    assert stage.screen.week == Week(2026, 52)
    assert stage.current.name == "Open shifts, Thursday 24 December, no shift"


def test_today_is_the_week_we_are_in(stage: Stage) -> None:
    stage.act("today")
    assert stage.screen.week == Week(2026, 48)
    assert stage.current.name == "Open shifts, Tuesday 24 November, no shift"
    stage.act("next_week")
    stage.act("previous_week")
    assert stage.screen.week == Week(2026, 48)


def test_where_am_i_says_week_card_and_selection(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.key(Key.Key_Space)
    stage.act("where_am_i")
    said = stage.heard.said[-1]
    assert "90 of 90 hours planned, 2 open shifts" in said
    assert "Kari Lunde, Monday 30 November, 08:00 to 15:00, published" in said
    assert said.endswith("1 shift selected")


def test_f9_hides_the_panel_and_shows_it_again(stage: Stage) -> None:
    assert stage.screen.details.isVisible()
    stage.act("side_panel")
    assert not stage.screen.details.isVisible()
    stage.act("side_panel")
    assert stage.screen.details.isVisible()


def test_a_command_about_no_shift_is_refused_in_words(stage: Stage) -> None:
    stage.screen.grid.roving.move_to(stage.cell("jonas", 0), focus=True)
    for action in ("edit_shift", "remove_shift", "assign_shift", "move_shift", "copy_shift", "find_substitute"):
        stage.act(action)
    assert stage.heard.refused == ["There is no shift here: choose one first"] * 6
    assert stage.verbs == []


def test_enter_saves_from_a_choice_too(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    stage.act("edit_shift")
    choice = stage.dialog().findChild(QComboBox, "assistant")
    assert choice is not None
    choice.setFocus()
    stage.key(Key.Key_Down)
    stage.key(Key.Key_Return)
    assert stage.roster.shifts_by_id["w49-mon-day"].assistant == "ola"
    assert stage.verbs == ["edit_shift"]
