"""Needs that nobody covers have a row of their own, and Enter on one plans exactly the shift that is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span, Week, clock_span
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.ui.roster.uncovered import with_uncovered
from bpa_desktop.ui.roster.view_model import Form, RowModel, with_findings
from bpa_desktop.ui.roster.week_builder import build_week
from tests.ui.accessibility import nameless
from tests.ui.desks import HOME, week_49
from tests.ui.roster.conftest import REAL, StageMaker
from tests.ui.roster.stage import ALT, Key, Stage, settle

WEEK = Week(2026, 49)
TODAY = date(2026, 11, 24)


def gap(day: int, start: time, end: time, *, lacking: int = 1) -> Finding:
    span = clock_span(date(2026, 12, day), start, end=end, zone=HOME.zone)
    return Finding("uncovered_need", Weight.SHOULD, None, (), span, facts=(("need", "n"), ("lacking", lacking)))


THURSDAY = gap(3, time(15), time(22))
NIGHT = gap(3, time(22, 30), time(7, 15), lacking=2)


def uncovered(stage: Stage) -> list[RowModel]:
    return [row.model for row in stage.screen.grid.rows() if row.model is not None and row.model.is_uncovered]


@pytest.fixture
def gaps(make_stage: StageMaker) -> Stage:
    """The example week without Amina's Thursday evening, nor anybody at night."""
    roster = week_49()
    stage = make_stage(replace(roster, shifts=tuple(one for one in roster.shifts if one.id != "w49-thu-eve")))
    stage.found += [THURSDAY, NIGHT]
    stage.screen.check()
    return stage


def focus_gap(stage: Stage, place: int = 0) -> None:
    row = next(row for row in stage.screen.grid.rows() if row.model is not None and row.model.is_uncovered)
    stage.screen.grid.roving.move_to(row.cell(3)[place], focus=True)


def test_there_is_no_such_row_while_every_need_is_covered(stage: Stage) -> None:
    assert uncovered(stage) == []


def test_the_row_stands_below_the_open_shifts_and_says_how_much_is_missing(gaps: Stage) -> None:
    rows = gaps.screen.grid.rows()
    assert rows[0].accessible_text() == "Open shifts, 2 shifts, 15 hours"
    assert rows[1].accessible_text() == "Uncovered, 2 needs not covered, 15.75 hours"
    assert rows[2].accessible_text() == "Kari Lunde, 3 shifts, 21 hours"
    assert gaps.screen.grid.name.endswith("6 assistants, 11 shifts")


def test_a_gap_says_when_nobody_comes_and_how_many_are_lacking(gaps: Stage) -> None:
    focus_gap(gaps)
    assert gaps.current.name == "Uncovered, Thursday 3 December, 15:00 to 22:00, warning: need not covered"
    face = gaps.current.face
    assert face is not None
    assert (face.form, face.times, face.problem) == (Form.GAP, "15–22", "need not covered")
    focus_gap(gaps, 1)
    assert gaps.current.name == (
        "Uncovered, Thursday 3 December, 22:30 to 07:15, 2 assistants lacking, warning: need not covered"
    )
    gaps.key(Key.Key_Left)
    gaps.key(Key.Key_Left)
    assert gaps.current.name == "Uncovered, Wednesday 2 December, nothing"


@pytest.mark.parametrize("place", [0, 1])
def test_enter_opens_a_new_shift_with_exactly_these_times(gaps: Stage, place: int) -> None:
    focus_gap(gaps, place)
    wanted = (THURSDAY, NIGHT)[place].span
    gaps.key(Key.Key_Return)
    assert gaps.dialog().windowTitle() == "New shift"
    gaps.key(Key.Key_Return)
    assert gaps.verbs == ["add_shift"]
    assert gaps.roster.shifts[-1].span == wanted
    assert gaps.roster.shifts[-1].assistant is None


def test_a_digit_begins_other_times_on_a_gap(gaps: Stage) -> None:
    focus_gap(gaps)
    gaps.key(Key.Key_1)
    gaps.write("6-20")
    gaps.key(Key.Key_Return)
    assert gaps.roster.shifts[-1].span == clock_span(date(2026, 12, 3), time(16), end=time(20), zone=HOME.zone)


def test_once_it_is_open_it_is_not_told_twice(gaps: Stage) -> None:
    focus_gap(gaps)
    gaps.key(Key.Key_Return)
    gaps.key(Key.Key_Return)
    settle()
    assert [card.gap for row in uncovered(gaps) for card in row.cells[3]] == [NIGHT.span]


def test_the_panel_tells_of_the_gap_and_not_again_of_the_week(gaps: Stage) -> None:
    focus_gap(gaps)
    assert gaps.screen.model.general == ()
    details = gaps.screen.details
    assert details._lines[0].text() == "15:00–22:00 · 7 hours"
    assert details._lines[1].text() == "Somebody is needed, and nobody comes"
    assert details._problems.text().startswith("△ There are fewer assistants than needed")


def test_f8_leads_to_a_gap_too(gaps: Stage) -> None:
    gaps.focus("w49-fri-eve")
    gaps.act("next_problem")
    assert gaps.current.model is not None
    assert gaps.current.model.gap == THURSDAY.span


def test_the_focus_stays_on_its_gap_when_something_is_drawn_anew(gaps: Stage) -> None:
    focus_gap(gaps, 1)
    gaps.screen.refresh()
    settle()
    assert gaps.current.model is not None
    assert gaps.current.model.gap == NIGHT.span
    assert gaps.current.hasFocus()


def test_a_shift_goes_past_the_row_when_it_is_given_to_the_next(gaps: Stage) -> None:
    gaps.focus("w49-fri-eve")
    gaps.key(Key.Key_Down, ALT)
    assert gaps.roster.shifts_by_id["w49-fri-eve"].assistant == "kari"
    gaps.key(Key.Key_Up, ALT)
    assert gaps.roster.shifts_by_id["w49-fri-eve"].assistant is None


def test_the_list_and_the_day_tell_of_the_same_gaps(gaps: Stage) -> None:
    for view in ("agenda", "day_grid"):
        focus = [card for card in gaps.cards() if card.model is not None and card.model.gap == THURSDAY.span]
        gaps.screen.grid.roving.move_to(focus[0], focus=True)
        gaps.act(view)
        assert gaps.current.model is not None
        assert gaps.current.model.gap == THURSDAY.span
        assert gaps.current.name.startswith("Uncovered, Thursday 3 December, 15:00 to 22:00")
        gaps.act("week_grid")
    gaps.act("agenda")
    face = next(card.face for card in gaps.cards() if card.model is not None and card.model.gap == THURSDAY.span)
    assert face is not None
    assert face.lines[0] == "Uncovered"


def test_what_the_rules_find_uncovered_is_in_the_row(gaps: Stage) -> None:
    gaps.found[:] = REAL(gaps.screen.findings, gaps.roster, gaps.screen.week)
    gaps.screen.check()
    spans = [card.gap for row in uncovered(gaps) for cell in row.cells for card in cell if card.gap is not None]
    assert THURSDAY.span in spans


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_everything_that_takes_the_focus_has_a_name(make_stage: StageMaker, code: str) -> None:
    stage = make_stage(code=code)
    stage.found.append(NIGHT)
    stage.screen.check()
    assert nameless(stage.window) == []


_GAPS = st.lists(st.tuples(st.integers(-20, 170), st.integers(1, 20)), max_size=8, unique=True)


@given(_GAPS, st.lists(st.tuples(st.integers(-20, 170), st.integers(1, 30)), max_size=4))
def test_the_row_holds_each_gap_once_but_those_an_open_shift_covers(
    lines: list[tuple[int, int]], opened: list[tuple[int, int]]
) -> None:
    def span(at: int, long: int) -> Span:
        begin = datetime.combine(WEEK.monday, time(0), HOME.zone) + timedelta(hours=at)
        return Span(begin, begin + timedelta(hours=long))

    shifts = tuple(Shift(f"s{n}", span(*one)) for n, one in enumerate(opened))
    findings = tuple(Finding("uncovered_need", Weight.SHOULD, None, (), span(*one)) for one in lines)
    # A finding is about the week that is shown: one that ends before it begins, or begins after it, is not asked for.
    within = WEEK.span(HOME.zone)
    asked = [one for one in findings if one.span is not None and one.span.overlaps(within)]
    built = with_findings(build_week(replace(week_49(), shifts=shifts), WEEK, today=TODAY), asked)
    model = with_uncovered(built, HOME.zone)
    in_week = [one.span for one in shifts if one.span.overlaps(within)]
    told = [one.span for one in asked if one.span is not None and not any(each.covers(one.span) for each in in_week)]
    shown = [(card.gap, card.day) for row in model.rows if row.is_uncovered for cell in row.cells for card in cell]
    gaps = [(one, day) for one, day in shown if one is not None]
    assert sorted(one for one, _ in gaps) == sorted(told)
    for one, day in gaps:
        assert day == max(one.start.astimezone(HOME.zone).date(), WEEK.monday)
    assert any(row.is_uncovered for row in model.rows) == bool(told)
