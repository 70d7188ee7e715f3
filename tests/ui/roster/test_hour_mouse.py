"""The hours by mouse: an end of a shift dragged, a click at a time, and a new shift drawn where nobody is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bpa_desktop.domain.span import Span
from bpa_desktop.ui.roster.drag import edge_at
from bpa_desktop.ui.roster.gesture import Edge
from bpa_desktop.ui.roster.grid_row import GridRow
from bpa_desktop.ui.roster.shift_card import ShiftCard
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.hour_weeks import hours, on_wednesday
from tests.ui.roster.stage import Key, Stage, settle

LEFT = Qt.MouseButton.LeftButton
WEDNESDAY = 2


@pytest.fixture
def week(make_stage: StageMaker) -> Stage:
    """Week 49 by the hour, with Ola's shift on Wednesday from 9 to 15."""
    return on_wednesday(make_stage, "week_hours")


@pytest.fixture
def day(make_stage: StageMaker) -> Stage:
    """That Wednesday by the hour, a column a person."""
    return on_wednesday(make_stage, "day_grid")


def span_of(stage: Stage, shift: str = "w49-wed-day") -> Span:
    return stage.roster.shifts_by_id[shift].span


def bottom(card: ShiftCard) -> QPoint:
    return QPoint(card.width() // 2, card.height() - 2)


def top(card: ShiftCard) -> QPoint:
    return QPoint(card.width() // 2, 2)


def quarters(stage: Stage, count: float) -> QPoint:
    return QPoint(0, round(stage.screen.grid.hours.scale.hour / 4 * count))


def dragged(widget: QWidget, start: QPoint, end: QPoint, *, let_go: bool = True) -> None:
    QTest.mousePress(widget, LEFT, pos=start)
    QTest.mouseMove(widget, start + QPoint(0, QApplication.startDragDistance() + 1))
    QTest.mouseMove(widget, end)
    settle()
    if let_go:
        QTest.mouseRelease(widget, LEFT, pos=end)
        settle()


def column(stage: Stage, place: int) -> GridRow:
    return [row for row in stage.screen.grid.rows() if row.is_by_hour][place]


def at(row: GridRow, hour: float) -> QPoint:
    """Return a place in a column a little after an hour, beside the cards' middle."""
    assert row.scale is not None
    return QPoint(row.width() // 2, row.scale.y(hour) + 2)


def click(row: GridRow, place: QPoint) -> None:
    """Click on whatever is at a place of a column."""
    target = row.childAt(place) or row
    QTest.mouseClick(target, LEFT, pos=target.mapFromGlobal(row.mapToGlobal(place)))
    settle()


def test_the_lower_edge_moves_the_end_alone(week: Stage) -> None:
    card = week.card("w49-wed-day")
    dragged(card, bottom(card), bottom(card) + quarters(week, 3))
    assert span_of(week) == Span(hours(2, 9, 15).start, hours(2, 9, 15).end + timedelta(minutes=45))
    assert week.verbs == ["edit_shift"]
    assert week.current is week.card("w49-wed-day")


def test_the_upper_edge_moves_the_start_alone(week: Stage) -> None:
    card = week.card("w49-wed-day")
    dragged(card, top(card), top(card) - quarters(week, 4))
    assert span_of(week) == hours(2, 8, 15)


def test_in_its_middle_a_card_is_carried_whole(week: Stage) -> None:
    card = week.card("w49-wed-day")
    dragged(card, card.rect().center(), card.rect().center() + quarters(week, 2))
    assert span_of(week) == hours(2, 9, 15).moved(timedelta(minutes=30))


def test_while_an_edge_is_dragged_a_slot_shows_the_times_and_what_would_come_of_it_is_said(week: Stage) -> None:
    card = week.card("w49-wed-day")
    dragged(card, bottom(card), bottom(card) + quarters(week, 4), let_go=False)
    slot = week.screen.grid.slot
    assert slot.isVisible()
    assert slot.height() > card.height()
    assert "09:00 to 16:00" in week.heard.said[-1]
    heading = column(week, WEDNESDAY).heading
    assert heading.height() >= 2 * heading.fontMetrics().lineSpacing()
    assert week.verbs == []
    QTest.mouseRelease(card, LEFT, pos=bottom(card))
    settle()
    assert not slot.isVisible()
    assert week.verbs == []


def test_an_edge_never_leaves_less_than_a_quarter_of_an_hour(week: Stage) -> None:
    card = week.card("w49-wed-day")
    dragged(card, bottom(card), bottom(card) - quarters(week, 60))
    assert span_of(week) == Span(hours(2, 9, 15).start, hours(2, 9, 15).start + timedelta(minutes=15))


def test_an_edge_leads_to_no_other_day(week: Stage) -> None:
    card = week.card("w49-wed-day")
    aside = QPoint(-2 * card.width(), 0)
    dragged(card, bottom(card), bottom(card) + quarters(week, 2) + aside)
    assert span_of(week) == Span(hours(2, 9, 15).start, hours(2, 9, 15).end + timedelta(minutes=30))


def test_escape_leaves_an_edge_where_it_was(week: Stage) -> None:
    card = week.card("w49-wed-day")
    dragged(card, bottom(card), bottom(card) + quarters(week, 4), let_go=False)
    week.key(Key.Key_Escape)
    QTest.mouseRelease(card, LEFT, pos=bottom(card))
    assert week.verbs == []
    assert not week.screen.grid.slot.isVisible()


def test_an_end_that_lies_on_another_day_is_not_taken_hold_of(week: Stage) -> None:
    parts = [one for one in week.cards() if one.model is not None and one.model.shift and one.model.shift.id == "night"]
    found = [[edge_at(card, place) for place in (1, card.height() / 2, card.height() - 1)] for card in parts]
    assert found == [[Edge.START, None, None], [None, None, Edge.END]]


def test_a_low_card_can_still_be_carried(day: Stage) -> None:
    card = day.card("meeting")
    card.resize(card.width(), 9)
    assert [edge_at(card, place) for place in (1, 4, 8)] == [Edge.START, None, Edge.END]


def test_the_pointer_tells_where_an_end_can_be_taken_hold_of(week: Stage) -> None:
    card = week.card("w49-wed-day")
    shapes = []
    for place in (top(card), card.rect().center(), bottom(card)):
        QTest.mouseMove(card, place)
        settle()
        shapes.append(card.cursor().shape())
    vertical = Qt.CursorShape.SizeVerCursor
    assert shapes == [vertical, Qt.CursorShape.ArrowCursor, vertical]


def test_a_click_puts_down_at_the_time_that_is_pointed_at(week: Stage) -> None:
    week.act("move_shift")
    click(column(week, 3), at(column(week, 3), 11.25))
    start = hours(3, 11, 12).start + timedelta(minutes=15)
    assert span_of(week) == Span(start, start + timedelta(hours=6))


def test_a_click_between_the_shifts_of_a_day_puts_down_there_too(week: Stage) -> None:
    week.act("move_shift")
    row = column(week, 1)
    assert row.childAt(at(row, 7)) is None
    click(row, at(row, 7))
    assert span_of(week) == hours(1, 7, 13)


def test_a_click_on_somebody_elses_hours_gives_them_the_shift_at_that_time(day: Stage) -> None:
    day.act("move_shift")
    place = next(n for n in range(20) if (model := column(day, n).model) is not None and model.id == "ingrid")
    click(column(day, place), at(column(day, place), 7))
    assert (span_of(day), day.roster.shifts_by_id["w49-wed-day"].assistant) == (hours(2, 7, 13), "ingrid")


def test_time_drawn_where_nobody_is_becomes_a_new_open_shift(week: Stage) -> None:
    row = column(week, WEDNESDAY)
    dragged(row, at(row, 15.5) + QPoint(row.width() // 2 - 8, 0), at(row, 17.25) + QPoint(row.width() // 2 - 8, 0))
    assert week.dialog().windowTitle() == "New shift"
    week.key(Key.Key_Return)
    new = next(shift for shift in week.roster.shifts if shift.id not in {"night", "meeting"} and len(shift.id) > 20)
    start = hours(2, 15, 16).start + timedelta(minutes=30)
    assert (new.span, new.assistant) == (Span(start, start + timedelta(hours=2)), None)
    assert week.verbs == ["add_shift"]


def test_while_time_is_drawn_it_is_shown_and_escape_gives_it_up(day: Stage) -> None:
    row = next(row for row in day.screen.grid.rows() if row.is_by_hour and row.cell(0)[0].is_whole_day)
    card = row.cell(0)[0]
    place = card.mapFromGlobal(row.mapToGlobal(at(row, 8)))
    dragged(card, place, place + quarters(day, 8), let_go=False)
    assert day.screen.grid.slot.isVisible()
    day.screen.grid.focus_current()
    day.key(Key.Key_Escape)
    assert not day.screen.grid.slot.isVisible()
    QTest.mouseRelease(card, LEFT, pos=place)
    settle()
    assert QApplication.activeModalWidget() is None


def test_a_double_click_makes_a_shift_of_whose_hours_it_is_from_there(day: Stage) -> None:
    row = next(row for row in day.screen.grid.rows() if row.is_by_hour and row.cell(0)[0].is_whole_day)
    card, who = row.cell(0)[0], row.model.id if row.model is not None else None
    place = card.mapFromGlobal(row.mapToGlobal(at(row, 8.5)))
    QTest.mouseDClick(card, LEFT, pos=place)
    QTest.mouseRelease(card, LEFT, pos=place)
    settle()
    assert day.dialog().windowTitle() == "New shift"
    day.key(Key.Key_Return)
    new = max(day.roster.shifts, key=lambda shift: len(shift.id))
    start = hours(2, 8, 9).start + timedelta(minutes=30)
    assert (new.span, new.assistant) == (Span(start, start + timedelta(hours=7)), who)


def test_a_click_on_empty_hours_only_chooses(day: Stage) -> None:
    row = next(row for row in day.screen.grid.rows() if row.is_by_hour and row.cell(0)[0].is_whole_day)
    QTest.mouseClick(row.cell(0)[0], LEFT, pos=QPoint(10, 300))
    settle()
    assert day.current is row.cell(0)[0]
    assert day.current.hasFocus()
    assert QApplication.activeModalWidget() is None
    assert day.verbs == []
