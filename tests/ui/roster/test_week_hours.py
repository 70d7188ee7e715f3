"""A week by the hour: a column a day, the same cards, keys and verbs as in the grid and the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span, Week, clock_span
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.day_note import keep_day_note
from bpa_desktop.ui import theme
from bpa_desktop.ui.roster.day_rows import hour_rows
from bpa_desktop.ui.roster.shape import Shape
from bpa_desktop.ui.roster.shift_card import ShiftCard
from tests.memory import FakeClock
from tests.ui.accessibility import nameless
from tests.ui.desks import HOME, week_49
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.hour_weeks import SHIFTS, hours, hours_from, on_wednesday, planned, with_night
from tests.ui.roster.stage import ALT, CONTROL, SHIFT, Key, Stage, focused, settle

WEEKS = st.sampled_from([Week(2026, 49), Week(2026, 13), Week(2026, 43)])
QUARTER = timedelta(minutes=15)


@pytest.fixture
def week(make_stage: StageMaker) -> Stage:
    """Week 49 by the hour, with the focus on Ola's shift on Wednesday."""
    return on_wednesday(make_stage, "week_hours")


def visit(first: int, last: int) -> DayNote:
    """Return a note on days of December."""
    return DayNote("", date(2026, 12, first), date(2026, 12, last), "Visit")


def column(card: ShiftCard) -> date | None:
    """Return the day in whose column a card stands."""
    return card.model.on if card.model is not None else None


def parts(week: Stage, shift: str) -> list[ShiftCard]:
    return [one for one in week.cards() if one.model is not None and one.model.shift and one.model.shift.id == shift]


@given(SHIFTS, WEEKS)
@example([(21 + 144, 9, "kari"), (26 + 144, 1, None), (27 + 144, 1, None)], Week(2026, 43))
@example([(21 + 144, 9, "kari")], Week(2026, 13))
def test_every_day_holds_whoever_is_there_by_the_clock(lines: list[tuple[int, int, str | None]], week: Week) -> None:
    shifts, model = planned(lines, week)
    for row, day in zip(hour_rows(model, zone=HOME.zone), week.days, strict=True):
        moments = [at for at in hours_from(week) if at.astimezone(HOME.zone).date() == day]
        said = [at.astimezone(HOME.zone).hour for at in moments]
        lines_of = [hour + said[:n].count(hour) / said.count(hour) for n, hour in enumerate(said)] + [24]
        there = {shift.id: [n for n, at in enumerate(moments) if shift.span.contains(at)] for shift in shifts}
        cards = [card for card in row.cells[0] if card.shift is not None]
        assert row.day == day
        assert sorted(card.shift.id for card in cards if card.shift) == sorted(one for one in there if there[one])
        assert len(row.cells[0]) == max(len(cards), 1)
        for card in cards:
            at = there[card.shift.id] if card.shift is not None else []
            assert card.hours == (lines_of[at[0]], lines_of[at[-1] + 1])
            assert (card.on, card.in_list, card.continued) == (day, True, card.day < day)


def test_the_focus_stays_on_its_shift_and_the_view_is_said(week: Stage) -> None:
    assert week.heard.said[-1] == "The week by the hour"
    assert week.current is week.card("w49-wed-day")
    assert week.current.hasFocus()
    assert week.screen.header.title.text().startswith("Week 49")
    assert [row.model.day for row in week.screen.grid.rows() if row.model] == list(Week(2026, 49).days)


def test_a_card_says_who_it_is_and_is_as_high_as_it_lasts(week: Stage) -> None:
    card, scale = week.card("w49-wed-day"), week.screen.grid.hours.scale
    assert card.name == "Ola Berg, Wednesday 2 December, 09:00 to 15:00, published"
    assert card.face is not None
    assert card.face.lines[0].startswith("Ola Berg")
    assert (card.y(), card.height()) == (scale.y(9), scale.y(15) - scale.y(9))


def test_a_night_stands_in_both_days_and_the_second_part_says_so(week: Stage) -> None:
    first, second = parts(week, "night")
    scale = week.screen.grid.hours.scale
    assert (column(first), column(second)) == (date(2026, 12, 1), date(2026, 12, 2))
    assert (first.y(), first.y() + first.height()) == (scale.y(22), scale.y(24))
    assert (second.y(), second.y() + second.height()) == (scale.y(0), scale.y(7))
    assert first.name == "Jonas Åsen, Tuesday 1 December, 22:00 to 07:00, draft"
    assert second.name == f"{first.name}, continued"
    assert second.face is not None
    assert "since Tue 1 Dec" in second.face.lines


def test_the_focus_stays_on_the_part_of_a_night_that_has_it(week: Stage) -> None:
    second = parts(week, "night")[1]
    week.screen.grid.roving.move_to(second, focus=True)
    week.screen.refresh()
    settle()
    assert week.current is parts(week, "night")[1]


def test_what_overlaps_stands_side_by_side_and_nothing_is_covered(week: Stage) -> None:
    for row in week.screen.grid.rows():
        cards = list(row.cards())
        for place, card in enumerate(cards):
            assert row.rect().contains(card.geometry())
            assert not any(card.geometry().intersects(other.geometry()) for other in cards[:place])


def test_arrows_move_a_shift_where_they_point(week: Stage) -> None:
    week.key(Key.Key_Right, ALT)
    assert week.roster.shifts_by_id["w49-wed-day"].span == hours(3, 9, 15)
    assert column(week.current) == date(2026, 12, 3)
    week.key(Key.Key_Down, ALT)
    week.key(Key.Key_Down, ALT)
    week.key(Key.Key_Up, ALT)
    assert week.roster.shifts_by_id["w49-wed-day"].span == hours(3, 9, 15).moved(QUARTER)
    week.key(Key.Key_Up, ALT | SHIFT)
    week.key(Key.Key_Left, ALT | SHIFT)
    whole = hours(3, 9, 15)
    assert week.roster.shifts_by_id["w49-wed-day"].span == Span(whole.start, whole.end)
    week.key(Key.Key_PageDown, ALT)
    assert week.roster.shifts_by_id["w49-wed-day"].span == hours(10, 9, 15)
    assert week.screen.week == Week(2026, 50)
    assert week.roster.shifts_by_id["w49-wed-day"].assistant == "ola"


def test_a_shift_moved_down_in_time_keeps_the_clock_of_the_night_it_is_in(make_stage: StageMaker) -> None:
    saturday = date(2026, 10, 24)
    night = Shift("night", clock_span(saturday, time(22), end=time(7), zone=HOME.zone), "jonas")
    stage = make_stage(week_49().with_shift(night))
    stage.focus("night")
    stage.act("week_hours")
    first, second = parts(stage, "night")
    scale = stage.screen.grid.hours.scale
    assert (second.y(), second.y() + second.height()) == (scale.y(0), scale.y(7))
    assert stage.screen.grid.rows()[6].heading.face.second == "the clocks change: 25 hours"
    stage.act("day_grid")
    stage.key(Key.Key_PageDown)
    scale, card = stage.screen.grid.hours.scale, stage.card("night")
    assert stage.screen.header.title.text() == "Sunday 25 October 2026 · Week 43 · the clocks change: 25 hours"
    assert len(scale.axis.numbers) == 25
    assert (card.y(), card.y() + card.height()) == (scale.y(0), scale.y(8))
    assert first is not second


def test_a_shift_carried_to_another_day_stays_with_its_person(week: Stage) -> None:
    week.act("move_shift")
    week.key(Key.Key_Right)
    week.key(Key.Key_Down)
    assert "Ola Berg, Thursday 3 December, 09:15 to 15:15: " in week.heard.said[-1]
    week.key(Key.Key_Return)
    moved = week.roster.shifts_by_id["w49-wed-day"]
    assert (moved.assistant, moved.span) == ("ola", hours(3, 9, 15).moved(QUARTER))


def test_every_day_says_what_would_come_of_putting_down_there(week: Stage) -> None:
    week.act("move_shift")
    for _ in range(12):
        settle()
    said = [row.heading.accessible_text() for row in week.screen.grid.rows()]
    told = ("fits", "warning", "breaks a rule", "not possible: absent")
    assert sum(any(words in text for words in told) for text in said) == 6


def test_a_free_day_plans_a_shift(make_stage: StageMaker) -> None:
    stage = make_stage()
    stage.act("week_hours")
    stage.key(Key.Key_PageDown)
    assert stage.current.name == "Monday 7 December, New shift"
    stage.key(Key.Key_8)
    stage.write("-12")
    stage.key(Key.Key_Return)
    added = stage.roster.shifts[-1]
    assert (added.span, added.assistant) == (hours(7, 8, 12), None)
    assert stage.current is stage.card(added.id)


def test_turning_the_week_keeps_the_day_of_the_week(week: Stage) -> None:
    week.key(Key.Key_PageDown)
    assert week.screen.week == Week(2026, 50)
    assert column(week.current) == date(2026, 12, 9)
    assert week.current.hasFocus()


def test_notes_stand_above_their_days_and_are_reached_by_arrows(week: Stage) -> None:
    keep_day_note(week.desk.history, visit(2, 3))
    week.focus("w49-thu-day")
    week.key(Key.Key_Up)
    assert (week.current.model is not None and week.current.model.is_notes, week.current.name) == (
        True,
        "Note: Visit, Wednesday 2 December to Thursday 3 December",
    )
    week.key(Key.Key_Left)
    week.key(Key.Key_Down)
    assert column(week.current) == date(2026, 12, 2)


def test_notes_and_headings_stay_in_sight_and_clear_of_what_has_the_focus(week: Stage) -> None:
    keep_day_note(week.desk.history, visit(2, 2))
    settle()
    grid = week.screen.grid
    week.focus("w49-sun-long")
    week.key(Key.Key_Home)
    bar = week.screen._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    lane = grid.rows()[0]
    assert lane.y() == bar.value() + grid.rows()[1].heading.height()
    assert grid.rows()[1].heading.y() == bar.value()
    week.key(Key.Key_Left)
    card = week.current
    top = card.mapTo(grid, card.rect().topLeft()).y() - bar.value()
    assert top >= lane.y() - bar.value() + lane.height()


def test_the_time_it_is_stands_in_the_column_of_today_only(week: Stage) -> None:
    week.act("today")
    grid = week.screen.grid
    clock = week.desk.history.clock
    assert isinstance(clock, FakeClock)
    assert grid.hours.now.isVisible()
    assert grid.hours.now.accessible_text() == "now 19:00"
    marked = [row._now for row in grid.rows()]
    assert marked == [0, grid.hours.scale.y(19), 0, 0, 0, 0, 0]
    week.act("week_grid")
    assert not grid.hours.now.isVisible()


@pytest.mark.parametrize(("percent", "large"), [(100, False), (200, False), (100, True)])
def test_short_shifts_can_be_read_and_pressed_and_cover_nothing(
    make_stage: StageMaker, percent: int, large: bool
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    roster = week_49()
    for n in range(6):
        begin = datetime(2026, 12, 2, 23, 30, tzinfo=HOME.zone) + n * timedelta(minutes=5)
        roster = roster.with_shift(Shift(f"short{n}", Span(begin, begin + QUARTER / 3), "jonas"))
    theme.apply(app, theme.LIGHT, text_percent=percent, large_targets=large)
    try:
        stage = make_stage(roster)
        stage.act("week_hours")
        for _ in range(2):
            stage.act("lower_hours")
        scale = stage.screen.grid.hours.scale
        short = [stage.card(f"short{n}") for n in range(6)]
        for place, card in enumerate(short):
            assert card.height() >= card.needs(card.width()).height() >= (60 if large else 24)
            assert card.width() >= card.needs(0).width()
            assert card.y() + card.height() <= scale.y(24)
            for other in short[:place]:
                apart = card.x() - other.x() - other.width() if card.y() < other.y() + other.height() else 0
                assert not card.geometry().intersects(other.geometry())
                assert apart == 0 or not large or abs(apart) >= 12
    finally:
        theme.apply(app, theme.LIGHT)


def test_it_is_opened_in_the_morning_and_goes_to_what_has_the_focus(make_stage: StageMaker) -> None:
    stage = make_stage()
    stage.screen.show_day(date(2026, 12, 9), row=None)
    stage.act("week_hours")
    grid, bar = stage.screen.grid, stage.screen._scroll.verticalScrollBar()
    assert bar.value() == grid.hours.scale.y(7) - grid.hours.covered.height()
    bar.setValue(200)
    stage.key(Key.Key_Right)
    assert bar.value() == 200  # a free day is in sight wherever one is


class Painted(QObject):
    """Notes which part of a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.areas: list[QRect] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect())
        return False


def test_the_sign_of_a_free_day_stays_in_the_middle_of_what_is_seen_while_one_scrolls(make_stage: StageMaker) -> None:
    stage = make_stage()
    stage.screen.show_day(date(2026, 12, 9), row=None)
    stage.act("week_hours")
    card, painted = stage.current, Painted()
    card.installEventFilter(painted)
    bar = stage.screen._scroll.verticalScrollBar()
    bar.setValue(bar.value() + 5)
    settle()
    seen = card.visibleRegion().boundingRect()
    assert any(area.contains(seen.center()) for area in painted.areas)


def test_its_key_shows_the_week_by_the_hour(make_stage: StageMaker) -> None:
    stage = make_stage()
    stage.key(Key.Key_6, CONTROL)
    assert stage.screen.grid.shape is Shape.HOURS


def test_the_grid_stands_as_before_when_one_comes_back_also_the_notes(week: Stage) -> None:
    keep_day_note(week.desk.history, visit(2, 2))
    week.act("week_grid")
    before = [(card.name, card.geometry()) for card in week.cards()]
    week.act("week_hours")
    week.act("week_grid")
    assert [(card.name, card.geometry()) for card in week.cards()] == before
    assert all(row.scale is None for row in week.screen.grid.rows())  # nor are hours drawn behind them


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_everything_that_takes_the_focus_has_a_name_of_its_own(make_stage: StageMaker, code: str) -> None:
    stage = make_stage(with_night(), code=code)
    stage.act("week_hours")
    assert nameless(stage.window) == []
    assert focused() is stage.current
    names = [card.name for card in stage.cards()]
    assert len(names) == len(set(names))


def test_the_heading_of_a_wide_day_stays_in_sight_while_one_scrolls_across_it(make_stage: StageMaker) -> None:
    roster = week_49()
    for n in range(30):
        roster = roster.with_shift(Shift(f"at-once{n}", hours(1, 8, 15), "jonas"))
    stage = make_stage(roster)
    stage.act("week_hours")
    grid, bar = stage.screen.grid, stage.screen._scroll.horizontalScrollBar()
    tuesday = grid.rows()[1]
    bar.setValue(tuesday.x() + 500)
    heading = tuesday.heading
    assert tuesday.x() + heading.x() == bar.value() + grid.hours.corner.width()
    bar.setValue(tuesday.geometry().right() - 100)
    assert tuesday.rect().contains(heading.geometry())
    assert heading.width() >= heading.needs(0).width()


def test_the_day_of_the_part_one_stands_on_is_the_one_that_is_shown(week: Stage) -> None:
    week.screen.grid.roving.move_to(parts(week, "night")[1], focus=True)
    week.act("day_grid")
    assert week.screen.header.title.text().startswith("Wednesday 2 December")
    assert week.current is week.card("night")


def test_a_holiday_stands_in_the_title_of_its_day(make_stage: StageMaker) -> None:
    stage = make_stage()
    stage.act("day_grid")
    stage.screen.show_day(date(2026, 12, 25), row=None)
    assert stage.screen.header.title.text() == "Friday 25 December 2026 · Week 52 · Christmas Day"


def test_names_are_cut_before_one_has_to_scroll_to_a_day(stage: Stage) -> None:
    stage.act("week_hours")
    stage.screen.beside.toggle()
    settle()
    hours, area = stage.screen.grid.hours, stage.screen._scroll
    wanted = hours.corner.width() + sum(hours._leasts(narrow=False)) - 30
    stage.window.resize(stage.window.width() + wanted - area.viewport().width(), 800)
    settle()
    assert area.viewport().width() == wanted
    assert area.horizontalScrollBar().maximum() == 0
    cards = [card for card in stage.cards() if not card.is_whole_day]
    assert all(card.width() >= card.narrowest for card in cards)
    assert any(card.width() < card.needs(0).width() for card in cards)


@pytest.mark.parametrize("view", ["week_hours", "day_grid"])
def test_no_word_of_a_heading_is_cut_among_the_hours(make_stage: StageMaker, view: str) -> None:
    team = [Assistant(f"more{n}", f"Ann{n} Gundersen") for n in range(9)]
    stage = make_stage(replace(week_49(), assistants=(*week_49().assistants, *team)))
    stage.act(view)
    for row in stage.screen.grid.rows():
        assert "…" not in " ".join(line for line, _ in row.heading._lines(row.heading.width()))
