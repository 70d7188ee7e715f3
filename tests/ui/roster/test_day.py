"""One day by the hour: the same cards, keys and verbs as in the week, each where its hours are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpa_desktop.domain.span import Span, Week
from bpa_desktop.ui.roster.day_rows import day_rows
from bpa_desktop.ui.roster.shape import Shape
from tests.memory import FakeClock
from tests.ui.accessibility import nameless, showing
from tests.ui.desks import HOME
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.hour_weeks import SHIFTS, hours, hours_from, on_wednesday, planned, with_night
from tests.ui.roster.stage import ALT, SHIFT, Key, Stage, centre, focused, settle

WEEK = Week(2026, 49)
WEDNESDAY = date(2026, 12, 2)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def day(make_stage: StageMaker) -> Stage:
    """Wednesday 2 December by the hour, with the focus on Ola's shift."""
    return on_wednesday(make_stage, "day_grid")


_WEEKS = st.sampled_from([WEEK, Week(2026, 13), Week(2026, 43)])
"""An ordinary week, and those in which the clocks change."""


@given(SHIFTS, _WEEKS, st.integers(0, 6))
@example([(21 + 144, 9, "kari")], Week(2026, 43), 6)
@example([(21 + 144, 9, "kari")], Week(2026, 13), 6)
def test_a_day_holds_whoever_is_there_at_some_hour_of_it_and_nobody_else(
    lines: list[tuple[int, int, str | None]], week: Week, weekday: int
) -> None:
    shifts, model = planned(lines, week)
    day = week.days[weekday]
    moments = [at for at in hours_from(week) if at.astimezone(HOME.zone).date() == day]
    there = {shift.id: [n for n, at in enumerate(moments) if shift.span.contains(at)] for shift in shifts}
    for row in day_rows(model, day, zone=HOME.zone):
        cards = row.cells[0]
        mine = {shift.id for shift in shifts if shift.assistant == row.id and there[shift.id]}
        assert {card.shift.id for card in cards if card.shift is not None} == mine
        assert len(cards) == max(len(mine), 1)
        for card in cards:
            at = there[card.shift.id] if card.shift is not None else range(len(moments))
            assert (card.on, card.hours) == (day, (at[0], at[-1] + 1))
            assert card.continued == (card.day < day)


def test_the_day_one_stands_on_is_shown_and_the_focus_stays(day: Stage) -> None:
    assert day.screen.header.title.text() == "Wednesday 2 December 2026 · Week 49"
    assert day.screen.header.lead.text() == "3 shifts · 1 from the night before"
    assert day.current is day.card("w49-wed-day")
    assert day.current.hasFocus()
    assert day.heard.said[-1] == "The day by the hour"
    assert day.screen.grid.name == "Roster, Wednesday 2 December, 3 shifts"


def test_a_card_stands_where_its_hours_are_and_is_as_high(day: Stage) -> None:
    scale = day.screen.grid.hours.scale
    for shift, begin, end in (("w49-wed-day", 9, 15), ("w49-wed-eve", 15, 22), ("night", 0, 7)):
        card = day.card(shift)
        assert card.y() == scale.y(begin)
        assert card.height() == scale.y(end) - scale.y(begin)


def test_a_short_shift_has_room_for_its_times_and_what_overlaps_stands_beside_it(day: Stage) -> None:
    day.act("lower_hours")
    day.act("lower_hours")
    evening, meeting = day.card("w49-wed-eve"), day.card("meeting")
    assert meeting.height() >= meeting.needs(meeting.width()).height()
    assert meeting.width() >= meeting.needs(0).width()
    assert not evening.geometry().intersects(meeting.geometry())
    assert meeting.x() >= evening.geometry().right()


def test_every_card_is_called_what_it_is_called_in_the_week(day: Stage) -> None:
    in_day = {card.name for card in day.cards() if card.model is not None and card.model.shift is not None}
    day.act("week_grid")
    assert in_day <= {card.name for card in day.cards()}
    assert "Jonas Åsen, Tuesday 1 December, 22:00 to 07:00, draft" in in_day


def test_the_night_before_says_since_when(day: Stage) -> None:
    face = day.card("night").face
    assert face is not None
    assert face.lines == ("since Tue 1 Dec",)


def test_the_same_keys_move_give_stretch_copy_and_delete_where_they_point(day: Stage) -> None:
    day.key(Key.Key_PageDown, ALT)
    assert day.roster.shifts_by_id["w49-wed-day"].span == hours(3, 9, 15)
    assert day.screen.header.title.text().startswith("Thursday 3 December")
    assert day.current is day.card("w49-wed-day")
    day.key(Key.Key_Right, ALT)
    assert day.roster.shifts_by_id["w49-wed-day"].assistant == "amina"
    day.key(Key.Key_Down, ALT)
    assert day.roster.shifts_by_id["w49-wed-day"].span == hours(3, 9, 15).moved(timedelta(minutes=15))
    day.key(Key.Key_Up, ALT)
    day.key(Key.Key_Down, ALT | SHIFT)
    day.key(Key.Key_Right, ALT | SHIFT)
    longer = hours(3, 9, 15)
    quarter = timedelta(minutes=15)
    assert day.roster.shifts_by_id["w49-wed-day"].span == Span(longer.start + quarter, longer.end + quarter)
    day.key(Key.Key_N)
    assert day.screen.header.title.text().startswith("Friday 4 December")
    day.key(Key.Key_Delete)
    moves = ["move_shift", "assign_shift", "move_shift", "move_shift"]
    assert day.verbs == [*moves, "edit_shift", "edit_shift", "add_shift", "remove_shift"]


def test_a_shift_picked_up_goes_to_another_person_and_stays_on_the_day_it_begins(day: Stage) -> None:
    day.focus("night")
    day.act("move_shift")
    day.key(Key.Key_Left)
    assert day.current.name.startswith("Ingrid Sæther")
    day.key(Key.Key_Return)
    moved = day.roster.shifts_by_id["night"]
    assert (moved.assistant, moved.span) == ("ingrid", hours(1, 22, 7))
    assert day.verbs == ["assign_shift"]


def test_up_and_down_hold_what_is_carried_earlier_or_later_and_a_slot_shows_where(day: Stage) -> None:
    day.act("move_shift")
    slot, scale = day.screen.grid.slot, day.screen.grid.hours.scale
    assert not slot.isVisible()
    for _ in range(3):
        day.key(Key.Key_Down)
    day.key(Key.Key_Up)
    assert "Ola Berg, Wednesday 2 December, 09:30 to 15:30: " in day.heard.said[-1]
    assert slot.isVisible()
    assert slot.parentWidget() is day.current.parentWidget()
    assert (slot.y(), slot.height()) == (scale.y(9.5), scale.y(15.5) - scale.y(9.5))
    day.key(Key.Key_Right)
    assert slot.parentWidget() is day.current.parentWidget()
    day.key(Key.Key_Return)
    moved = day.roster.shifts_by_id["w49-wed-day"]
    assert (moved.assistant, moved.span) == ("amina", hours(2, 9, 15).moved(timedelta(minutes=30)))
    assert day.verbs == ["move_shift"]
    assert not slot.isVisible()


def test_what_is_held_where_it_was_is_put_back(day: Stage) -> None:
    day.act("move_shift")
    day.key(Key.Key_Down)
    day.key(Key.Key_Up)
    day.key(Key.Key_Return)
    assert day.heard.said[-1] == "Put back where it was."
    assert day.verbs == []


def test_a_drag_lands_where_it_is_let_go_in_whole_quarters(day: Stage) -> None:
    source, target = day.card("w49-wed-day"), day.cell("amina", 0)
    home = day.screen.grid.roving.row_of(source)
    scale = day.screen.grid.hours.scale
    down = scale.y(1.6) - scale.top
    QTest.mousePress(source, LEFT, pos=centre(source))
    QTest.mouseMove(source, centre(source) + QPoint(QApplication.startDragDistance() + 1, 0))
    place = centre(source) + QPoint(target.mapTo(day.screen.grid, QPoint()).x() - home.x(), down)
    QTest.mouseMove(source, place)
    assert day.screen.grid.slot.y() == scale.y(10.5)
    QTest.mouseRelease(source, LEFT, pos=place)
    settle()
    moved = day.roster.shifts_by_id["w49-wed-day"]
    assert (moved.assistant, moved.span) == ("amina", hours(2, 9, 15).moved(timedelta(minutes=90)))


def test_a_drag_lands_among_the_hours_also_where_there_is_no_card(day: Stage) -> None:
    source, row_of = day.card("w49-wed-day"), day.screen.grid.roving.row_of
    beside = row_of(day.card("w49-wed-eve"))
    QTest.mousePress(source, LEFT, pos=centre(source))
    QTest.mouseMove(source, centre(source) + QPoint(QApplication.startDragDistance() + 1, 0))
    place = centre(source) + QPoint(beside.x() - row_of(source).x(), 0)
    QTest.mouseMove(source, place)
    QTest.mouseRelease(source, LEFT, pos=place)
    settle()
    moved = day.roster.shifts_by_id["w49-wed-day"]
    assert (moved.assistant, moved.span) == ("per", hours(2, 9, 15))


def test_a_shift_picked_up_and_put_down_on_the_next_page_is_a_day_later(day: Stage) -> None:
    day.focus("night")
    day.act("move_shift")
    day.key(Key.Key_PageDown)
    day.screen.grid.roving.move_to(day.cell("ingrid", 0), focus=True)
    day.key(Key.Key_Return)
    moved = day.roster.shifts_by_id["night"]
    assert (moved.assistant, moved.span) == ("ingrid", hours(2, 22, 7))


def test_what_is_carried_says_in_every_row_what_would_come_of_it(day: Stage) -> None:
    day.act("move_shift")
    for _ in range(12):
        settle()
    said = [row.heading.accessible_text() for row in day.screen.grid.rows()]
    assert sum("fits" in text or "warning" in text or "breaks a rule" in text for text in said) == len(said) - 1


def test_left_and_right_go_to_who_is_there_at_that_time(day: Stage) -> None:
    day.focus("meeting")
    day.key(Key.Key_Left)
    assert day.current is day.card("w49-wed-eve")
    day.key(Key.Key_Left)
    assert day.current.name == "Amina Yusuf, Wednesday 2 December, no shift"
    for card in ("w49-wed-eve", "meeting"):
        day.key(Key.Key_Right)
        assert day.current is day.card(card)
    day.key(Key.Key_Right)
    day.key(Key.Key_Right)
    assert day.current is day.card("night")
    day.key(Key.Key_Right)
    assert day.current is day.card("night")


def test_up_and_down_go_through_the_shifts_of_a_person(day: Stage) -> None:
    day.focus("w49-wed-eve")
    day.key(Key.Key_Down)
    assert day.current is day.card("meeting")
    day.key(Key.Key_Up)
    assert day.current is day.card("w49-wed-eve")
    day.key(Key.Key_Up)
    assert day.current is day.card("w49-wed-eve")


def test_the_page_keys_turn_the_day_also_into_another_week(day: Stage) -> None:
    day.key(Key.Key_PageDown)
    assert day.screen.header.title.text() == "Thursday 3 December 2026 · Week 49"
    assert day.heard.said[-1] == "Thursday 3 December: 2 shifts"
    for _ in range(4):
        day.key(Key.Key_PageDown)
    assert day.screen.header.title.text() == "Monday 7 December 2026 · Week 50"
    assert day.screen.week == Week(2026, 50)
    day.key(Key.Key_PageUp)
    assert day.screen.header.title.text() == "Sunday 6 December 2026 · Week 49"
    assert day.current.name.startswith("Ola Berg")
    assert day.current.hasFocus()


def test_turning_the_day_keeps_the_row_also_where_only_the_night_before_stands_in_it(day: Stage) -> None:
    day.act("previous_week")
    day.screen.grid.roving.move_to(day.card("night"), focus=True)
    day.act("next_week")
    assert day.current is day.card("night")
    day.screen.grid.roving.move_to(day.cell("kari", 0), focus=True)
    day.screen.show_day(WEDNESDAY, row="jonas")
    assert day.current is day.card("night")


def test_the_arrows_of_the_header_say_that_they_turn_the_day(day: Stage) -> None:
    buttons = day.screen.header._buttons
    assert (buttons["previous_week"].accessibleName(), buttons["next_week"].accessibleName()) == (
        "Previous day",
        "Next day",
    )
    buttons["next_week"].click()
    assert day.screen.header.title.text().startswith("Thursday 3 December")
    day.act("month")
    assert buttons["next_week"].accessibleName() == "Next month"
    day.act("week_grid")
    assert buttons["next_week"].accessibleName() == "Next week"


def test_enter_on_a_free_row_plans_a_shift_on_the_day(day: Stage) -> None:
    day.screen.grid.roving.move_to(day.cell("kari", 0), focus=True)
    day.key(Key.Key_8)
    day.write("-12")
    day.key(Key.Key_Return)
    added = day.roster.shifts[-1]
    assert (added.span, added.assistant) == (hours(2, 8, 12), "kari")
    assert day.current is day.card(added.id)


def test_what_is_planned_or_pasted_on_the_night_before_begins_on_the_day_that_is_shown(day: Stage) -> None:
    day.act("clip_shift")
    day.focus("night")
    day.screen.show_day(WEDNESDAY, row="jonas")
    assert day.current is day.card("night")
    day.act("paste_shift")
    assert (day.roster.shifts[-1].span, day.roster.shifts[-1].assistant) == (hours(2, 9, 15), "jonas")
    day.screen.grid.roving.move_to(day.card("night"), focus=True)
    day.act("new_shift")
    day.write("16-20")
    day.key(Key.Key_Return)
    assert day.roster.shifts[-1].span == hours(2, 16, 20)


def test_a_shift_put_to_another_day_elsewhere_is_followed_when_it_is_a_target(day: Stage) -> None:
    day.screen.show_target("w49-sun-long")
    assert day.screen.header.title.text().startswith("Sunday 6 December")
    assert day.current is day.card("w49-sun-long")


def test_the_week_shows_the_day_one_comes_from(day: Stage) -> None:
    day.focus("night")
    day.act("week_grid")
    assert day.screen.grid.shape is Shape.GRID
    assert day.current is day.card("night")


def test_an_empty_day_says_how_to_begin(day: Stage) -> None:
    day.screen.show_day(date(2026, 12, 8), row=None)
    assert day.screen.header.lead.text() == "Nobody comes on this day. Choose somebody and press Enter to plan a shift."


def test_the_time_it_is_stands_among_the_hours_of_today_and_of_no_other_day(day: Stage) -> None:
    mark = day.screen.grid.hours.now
    assert not mark.isVisible()
    day.act("today")
    assert mark.isVisible()
    assert mark.accessible_text() == "now 19:00"
    assert mark.at == day.screen.grid.hours.scale.y(19)
    assert mark.geometry().center().y() in range(mark.at - 1, mark.at + 2)
    assert [node.role for node in showing(day.screen.grid) if node.name == "now 19:00"] == [QAccessible.Role.StaticText]
    numbers = day.screen.grid.hours._numbers.grab().toImage()
    assert [_is_written(numbers, day.screen.grid.hours.scale.y(hour)) for hour in (18, 19, 20)] == [True, False, True]
    clock = day.desk.history.clock
    assert isinstance(clock, FakeClock)
    clock.go_on(timedelta(minutes=20))
    mark.follow()
    assert mark.accessible_text() == "now 19:20"
    day.key(Key.Key_PageDown)
    assert not mark.isVisible()


def _is_written(numbers: QImage, top: int) -> bool:
    """Tell whether anything stands below a line of the hours."""
    paper = numbers.pixelColor(0, top + 4)
    below, across = range(top + 3, top + 14), range(numbers.width())
    return any(numbers.pixelColor(x, y) != paper for y in below for x in across)


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_everything_that_takes_the_focus_has_a_name(make_stage: StageMaker, code: str) -> None:
    stage = make_stage(with_night(), code=code)
    stage.act("day_grid")
    assert nameless(stage.window) == []
    assert focused() is stage.current
