"""The month and the four weeks, by keys alone: look, walk, turn, open a day, plan on it."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.span import DayRange, Week, clock_span
from bpa_desktop.i18n import Language
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.services import shift as verbs
from bpa_desktop.ui import a11y, theme
from bpa_desktop.ui.roster.day_cell import DayCell
from bpa_desktop.ui.roster.findings import Findings
from tests.ui.accessibility import Recorder, nameless, showing
from tests.ui.desks import HOME, week_49
from tests.ui.roster.conftest import REAL_OF_DAYS, StageMaker
from tests.ui.roster.stage import Key, Stage, focused, settle
from tests.ui.roster.test_view import application

Role = QAccessible.Role


@pytest.fixture
def month(stage: Stage) -> Stage:
    """December 2026, with the focus on Friday the fourth."""
    stage.focus("w49-fri-eve")
    stage.act("month")
    return stage


def day(stage: Stage) -> date:
    """Return the day with the focus."""
    cell = focused()
    assert isinstance(cell, DayCell)
    assert cell is stage.screen.months.grid.current
    return cell.day


def cell(stage: Stage, wanted: date) -> DayCell:
    return next(one for one in stage.screen.months.grid.cells if one.day == wanted)


def test_the_month_has_the_focus_on_the_day_one_comes_from_and_is_said(month: Stage) -> None:
    assert day(month) == date(2026, 12, 4)
    assert month.screen.header.title.text() == "December 2026"
    assert month.heard.said[-1] == "December 2026: 76 hours planned, 10 shifts, 2 open shifts"


def test_four_weeks_begin_with_the_week_one_comes_from(month: Stage) -> None:
    month.act("four_weeks")
    assert month.screen.header.title.text() == "Weeks 49 to 52 · 30 Nov – 27 Dec 2026"
    assert day(month) == date(2026, 12, 4)
    assert [one.day for one in month.screen.months.grid.cells] == [
        one for week in (49, 50, 51, 52) for one in Week(2026, week).days
    ]


def test_arrows_home_and_end_walk_by_days_and_weeks(month: Stage) -> None:
    walk = [
        (Key.Key_Right, 5),
        (Key.Key_Down, 12),
        (Key.Key_Left, 11),
        (Key.Key_Up, 4),
        (Key.Key_End, 6),
        (Key.Key_Down, 13),
        (Key.Key_Home, 7),
    ]
    for key, number in walk:
        month.key(key)
        assert day(month) == date(2026, 12, number)


def test_an_arrow_leads_on_into_the_next_month(month: Stage) -> None:
    for _ in range(4):
        month.key(Key.Key_Down)
    assert day(month) == date(2027, 1, 1)  # stands in December's last week still
    assert month.screen.header.title.text() == "December 2026"
    month.key(Key.Key_Down)
    assert day(month) == date(2027, 1, 8)
    assert month.screen.header.title.text() == "January 2027"


def test_the_page_keys_turn_the_month_and_keep_the_day(month: Stage) -> None:
    month.key(Key.Key_PageDown)
    assert day(month) == date(2027, 1, 4)
    month.key(Key.Key_PageUp)
    month.key(Key.Key_PageUp)
    assert day(month) == date(2026, 11, 4)
    assert month.heard.said[-1].startswith("November 2026: ")


def test_a_day_past_the_end_of_a_shorter_month_becomes_its_last(month: Stage) -> None:
    month.screen.months.go_to(date(2027, 1, 31))
    month.key(Key.Key_PageDown)
    assert day(month) == date(2027, 2, 28)


def test_enter_opens_the_day_in_its_week(month: Stage) -> None:
    month.key(Key.Key_PageDown)
    month.key(Key.Key_Return)
    assert month.screen.week == Week(2027, 1)
    assert month.current.hasFocus()
    assert month.current.name == "Open shifts, Monday 4 January, no shift"
    assert month.screen.header.title.text().startswith("Week 1 ·")


def test_today_and_go_to_stay_in_the_month(month: Stage) -> None:
    month.act("today")
    assert day(month) == date(2026, 11, 24)
    month.act("go_to_week")
    month.write("17.5.2027")
    month.key(Key.Key_Return)
    month.window.activateWindow()
    settle()
    assert month.screen.months.is_shown
    assert day(month) == date(2027, 5, 17)
    assert cell(month, date(2027, 5, 17)).face.special == "Constitution Day, Whit Monday"


def test_a_new_shift_is_planned_on_the_day_and_seen_in_its_week(month: Stage) -> None:
    month.key(Key.Key_Right)
    month.act("new_shift")
    month.write("8-12")
    month.key(Key.Key_Return)
    assert month.roster.shifts[-1].span == clock_span(date(2026, 12, 5), time(8), end=time(12), zone=HOME.zone)
    assert not month.screen.months.is_shown
    assert month.current is month.card(month.roster.shifts[-1].id)


def test_what_is_kept_and_what_is_undone_is_drawn_and_the_focus_stays(month: Stage) -> None:
    verbs.remove_shifts(month.desk.history, ("w49-fri-eve",))
    assert cell(month, date(2026, 12, 4)).face.name == "Friday 4 December, week 49, 1 shift, 1 of them open"
    month.desk.history.undo()
    assert cell(month, date(2026, 12, 4)).face.name == "Friday 4 December, week 49, 2 shifts, 2 of them open"
    assert day(month) == date(2026, 12, 4)


def test_what_the_rules_find_stands_on_the_day_and_the_next_problem_is_gone_to(stage: Stage) -> None:
    stage.found.append(Finding("daily_rest", Weight.MUST, "kari", ("w49-tue-eve",), None))
    stage.act("month")
    stage.screen.months.go_to(date(2026, 11, 30))
    settle()
    seen = []
    for action in ("next_problem", "next_problem", "next_problem", "previous_problem"):
        stage.act(action)
        seen.append(day(stage).day)
    assert seen == [1, 4, 1, 4]
    assert "1 thing to mend" in cell(stage, date(2026, 12, 1)).face.name
    assert stage.screen.header.lead.text().endswith("1 thing to mend")


def test_where_am_i_says_the_month_and_the_day(month: Stage) -> None:
    month.act("where_am_i")
    assert month.heard.said[-1] == (
        "December 2026: 76 hours planned, 10 shifts, 2 open shifts. "
        "Friday 4 December, week 49, 2 shifts, 2 of them open"
    )


def test_a_month_without_problems_says_so(month: Stage) -> None:
    month.key(Key.Key_PageDown)
    month.act("next_problem")
    assert month.heard.said[-1] == "No problems in these weeks."


def test_a_target_from_another_view_shows_the_week(month: Stage) -> None:
    month.screen.show_target("w49-mon-day")
    assert not month.screen.months.is_shown
    assert month.current is month.card("w49-mon-day")


def test_coming_back_to_the_roster_comes_back_to_the_month(month: Stage) -> None:
    month.screen.header._buttons["today"].setFocus()
    month.screen.show_target("")
    assert day(month) == date(2026, 12, 4)


def test_the_other_shapes_of_the_week_show_the_day_one_stands_on(month: Stage) -> None:
    month.key(Key.Key_PageDown)
    month.act("agenda")
    assert month.screen.grid.as_list
    assert month.screen.week == Week(2027, 1)
    assert month.current.model is not None
    assert month.current.model.day == date(2027, 1, 4)


def test_what_is_about_a_card_is_not_offered_in_a_month(month: Stage) -> None:
    assert "remove_shift" not in month.screen.handlers()
    assert not month.screen.beside.is_panel_shown
    month.key(Key.Key_Return)
    assert "remove_shift" in month.screen.handlers()
    assert month.screen.beside.is_panel_shown


def test_a_double_click_opens_a_day_and_a_click_chooses_it(month: Stage) -> None:
    sixth = cell(month, date(2026, 12, 6))
    QTest.mouseClick(sixth, Qt.MouseButton.LeftButton)
    assert month.screen.months.is_shown
    QTest.mouseDClick(sixth, Qt.MouseButton.LeftButton)
    assert not month.screen.months.is_shown
    assert month.current.name == "Open shifts, Sunday 6 December, no shift"


def test_a_day_is_a_button_and_the_week_s_number_comes_before_its_days(month: Stage) -> None:
    seen = showing(month.screen.months.grid)
    assert seen[0].name == "December 2026: 76 hours planned, 10 shifts, 2 open shifts"
    assert [node.name for node in seen if node.role == Role.Heading][:3] == ["Week", "Monday", "Tuesday"]
    place = [node.name for node in seen].index("week 49")
    assert seen[place + 1].role == Role.Button
    assert seen[place + 1].name == "Monday 30 November, week 49, 2 shifts, Kari, Ola"
    assert "Press" in seen[place + 1].actions


def test_assistive_technology_opens_a_day(month: Stage) -> None:
    interface = QAccessible.queryAccessibleInterface(cell(month, date(2026, 12, 2)))
    assert isinstance(interface, a11y._Interface)
    interface.doAction("Press")
    assert month.current.name == "Open shifts, Wednesday 2 December, no shift"


def test_one_arrow_is_one_focus_event(month: Stage) -> None:
    with Recorder() as heard:
        month.key(Key.Key_Right)
    assert heard.focused == ["Saturday 5 December, week 49, 1 shift, Ingrid"]


def test_only_the_day_with_the_focus_tells_its_new_name(month: Stage) -> None:
    with Recorder() as heard:
        verbs.remove_shifts(month.desk.history, ("w49-fri-eve", "w49-sat-long"))
    names = [event.name for event in heard.of(QAccessible.Event.NameChanged) if ", week " in event.name]
    assert names == ["Friday 4 December, week 49, 1 shift, 1 of them open"]


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
@pytest.mark.parametrize("action", ["month", "four_weeks"])
def test_everything_that_takes_the_focus_has_a_name(make_stage: StageMaker, code: str, action: str) -> None:
    stage = make_stage(code=code)
    stage.act(action)
    assert nameless(stage.window) == []


def test_the_language_changes_while_a_month_is_shown(month: Stage) -> None:
    month.desk.language = Language("nb")
    month.desk.bulletin.language_changed.emit()
    assert month.screen.header.title.text() == "Desember 2026"
    assert cell(month, date(2026, 12, 25)).face.special == "1. juledag"


def test_the_cells_are_used_again(month: Stage) -> None:
    month.act("four_weeks")
    month.act("month")
    before = set(month.screen.months.grid.findChildren(DayCell))
    for _ in range(3):
        month.key(Key.Key_PageDown)
        month.key(Key.Key_PageUp)
    after = set(month.screen.months.grid.findChildren(DayCell))
    assert before <= after
    assert len(after) <= 42


@pytest.mark.parametrize("percent", [100, 200])
def test_every_day_has_the_room_it_needs_at_any_text_size(make_stage: StageMaker, percent: int) -> None:
    theme.apply(application(), theme.LIGHT, text_percent=percent)
    try:
        stage = make_stage(week_49())
        stage.act("month")
        for one in stage.screen.months.grid.cells:
            assert one.height() >= one.needs(one.width()).height()
        stage.window.resize(1000, 500)
        settle()
        stage.screen.months.go_to(date(2026, 12, 1))
        for _ in range(4):
            stage.key(Key.Key_Down)
        area, current = stage.screen.months.area, focused()
        at = current.mapTo(area.viewport(), current.rect().center())
        assert area.viewport().rect().contains(at)
    finally:
        theme.apply(application(), theme.LIGHT)


def test_the_real_rules_look_at_all_the_days_of_the_month(stage: Stage) -> None:
    days = DayRange(date(2026, 11, 30), date(2027, 1, 3))
    found = REAL_OF_DAYS(Findings(shipped_limits()), stage.roster, days)
    assert {"open_shift", "absent"} <= {finding.rule for finding in found}
    stage.found += found
    stage.act("month")
    settle()
    assert cell(stage, date(2026, 12, 2)).face.name.startswith("Wednesday 2 December, week 49, 2 shifts")
