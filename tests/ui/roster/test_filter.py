"""A filter keeps people and kinds out of sight, never an open shift or a problem, and says how much is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QCheckBox, QPushButton

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import Span, Week
from bpa_desktop.i18n import Language
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.ui.roster.month_model import Stretch, build_month
from bpa_desktop.ui.roster.roster_filter import RosterFilter, filter_words, filtered, filtered_month
from bpa_desktop.ui.roster.view_model import Form, WeekModel, with_findings
from bpa_desktop.ui.roster.week_builder import build_week
from tests.ui.accessibility import nameless
from tests.ui.desks import HOME, week_49
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import ALT, Key, Stage, focused, settle

WEEK = Week(2026, 49)
TODAY = date(2026, 11, 24)
PEOPLE = ("kari", "ola", "amina")
_SHIFTS = st.lists(
    st.tuples(
        st.integers(0, 6), st.integers(0, 23), st.sampled_from([None, *PEOPLE]), st.sampled_from(list(ShiftKind))
    ),
    max_size=12,
)
_FILTERS = st.builds(
    RosterFilter,
    st.frozensets(st.sampled_from(PEOPLE)),
    st.frozensets(st.sampled_from(list(ShiftKind)), max_size=3),
)
_MARKED = st.frozensets(st.integers(0, 11), max_size=4)


def planned(lines: list[tuple[int, int, str | None, ShiftKind]]) -> Roster:
    begin = datetime.combine(WEEK.monday, time(0), HOME.zone)
    starts = [begin + timedelta(days=day, hours=hour) for day, hour, _, _ in lines]
    shifts = (
        Shift(f"s{n}", Span(start, start + timedelta(hours=3)), lines[n][2], lines[n][3])
        for n, start in enumerate(starts)
    )
    return replace(week_49(), shifts=tuple(shifts))


def ids(model: WeekModel) -> Iterator[str]:
    for row in model.rows:
        for cell in row.cells:
            yield from (card.shift.id for card in cell if card.shift is not None and not card.is_ghost)


def seen(roster: Roster, by: RosterFilter, problems: set[str]) -> set[str]:
    """Count slowly what has to be shown."""
    shown = set()
    for shift in roster.shifts:
        holder = roster.holder(shift)
        if holder is None or shift.id in problems or not (holder in by.people or shift.kind in by.kinds):
            shown.add(shift.id)
    return shown


@given(_SHIFTS, _FILTERS, _MARKED)
def test_what_is_open_or_wrong_is_always_shown_and_the_rest_as_the_filter_says(
    lines: list[tuple[int, int, str | None, ShiftKind]], by: RosterFilter, marked: frozenset[int]
) -> None:
    roster = planned(lines)
    problems = {f"s{n}" for n in marked} & set(roster.shifts_by_id)
    findings = tuple(Finding("daily_rest", Weight.MUST, None, (one,), None) for one in sorted(problems))
    whole = with_findings(build_week(roster, WEEK, today=TODAY), findings)
    model = filtered(whole, by)
    assert sorted(ids(model)) == sorted(seen(roster, by, problems))
    assert (model.headline, model.findings, model.days) == (whole.headline, whole.findings, whole.days)
    for row in model.rows:
        assert len(row.cells) == 7
        assert all(row.cells)
        if row.id in by.people:
            assert any(card.shift is not None for cell in row.cells for card in cell)
    month = build_month(roster, Stretch.of_four_weeks(WEEK.monday), today=TODAY, findings=findings)
    days = filtered_month(roster, month, by=by, today=TODAY).days
    assert sum(day.shifts for day in days) == len(seen(roster, by, problems))
    assert [day.shifts + day.kept_back for day in days] == [day.shifts for day in month.days]
    assert [day.open_shifts for day in days] == [day.open_shifts for day in month.days]


def test_it_says_how_much_of_the_whole_is_shown() -> None:
    english = Language("en")
    assert filter_words(english, RosterFilter(), people=PEOPLE) == ""
    assert filter_words(english, RosterFilter(frozenset({"ola"})), people=PEOPLE) == "2 of 3 assistants shown"
    both = RosterFilter(frozenset({"ola", "gone"}), frozenset({ShiftKind.MEETING}))
    assert filter_words(english, both, people=PEOPLE) == "2 of 3 assistants shown, 5 of 6 kinds of shifts shown"


def rows(stage: Stage) -> list[str | None]:
    return [row.model.id for row in stage.screen.grid.rows() if row.model is not None]


def tick(stage: Stage, text: str) -> None:
    """Go to a tick with Tab, and turn it with Space."""
    for _ in range(20):
        now = focused()
        if isinstance(now, QCheckBox) and now.text() == text:
            break
        stage.key(Key.Key_Tab)
    stage.key(Key.Key_Space)


@pytest.fixture
def without_kari(stage: Stage) -> Stage:
    """The example week, with Kari ticked off by keys."""
    stage.act("filter")
    tick(stage, "Kari Lunde")
    stage.key(Key.Key_Escape)
    stage.window.activateWindow()
    settle()
    return stage


def test_a_person_is_ticked_off_by_keys_and_it_is_said(without_kari: Stage) -> None:
    assert rows(without_kari) == [None, "ola", "amina", "per", "ingrid", "jonas"]
    assert without_kari.heard.said[-1] == "5 of 6 assistants shown"
    header = without_kari.screen.header
    assert header.filtered.text() == "5 of 6 assistants shown"
    assert header.lead.text() == "90 of 90 hours planned · 2 open shifts"


def test_one_button_shows_all_again(without_kari: Stage) -> None:
    button = without_kari.screen.header.show_all
    assert button.isVisible()
    button.click()
    assert "kari" in rows(without_kari)
    assert without_kari.heard.said[-1] == "Everything is shown"
    assert not button.isVisible()
    assert not without_kari.screen.header.filtered.isVisible()


def test_the_command_shows_all_again(without_kari: Stage) -> None:
    without_kari.act("show_all")
    assert "kari" in rows(without_kari)


def test_a_problem_brings_its_shift_into_sight(without_kari: Stage) -> None:
    without_kari.found.append(Finding("daily_rest", Weight.MUST, "kari", ("w49-tue-eve",), None))
    without_kari.screen.check()
    assert rows(without_kari)[1] == "kari"
    card = without_kari.card("w49-tue-eve")
    assert card.face is not None
    assert card.face.form is Form.PUBLISHED
    monday = without_kari.cell("kari", 0)
    assert monday.name == "Kari Lunde, Monday 30 November, 1 not shown"


def test_a_kind_is_ticked_off(make_stage: StageMaker) -> None:
    roster = week_49()
    meeting = replace(roster.shifts_by_id["w49-mon-eve"], kind=ShiftKind.MEETING)
    stage = make_stage(roster.with_shift(meeting))
    stage.act("filter")
    tick(stage, "Meeting")
    assert stage.heard.said[-1] == "5 of 6 kinds of shifts shown"
    stage.key(Key.Key_Escape)
    assert stage.cell("ola", 0).name == "Ola Berg, Monday 30 November, 1 not shown"
    stage.window.activateWindow()
    stage.act("day_grid")
    stage.screen.show_day(date(2026, 11, 30), row="ola")
    assert stage.current.name == "Ola Berg, Monday 30 November, 1 not shown"


def test_the_filter_stays_while_one_turns_and_in_the_other_views(without_kari: Stage) -> None:
    without_kari.act("next_week")
    without_kari.act("previous_week")
    assert "kari" not in rows(without_kari)
    without_kari.act("agenda")
    assert not [card for card in without_kari.cards() if card.name.startswith("Kari")]
    without_kari.act("month")
    monday = without_kari.screen.months.grid.cells[-7].face
    assert monday.name == "Monday 30 November, week 49, 1 shift, 1 not shown, Ola"
    assert without_kari.screen.header.filtered.text() == "5 of 6 assistants shown"
    assert without_kari.screen.header.title.text() == "November 2026"
    without_kari.act("show_all")
    assert without_kari.screen.months.grid.cells[-7].face.name.endswith("2 shifts, Kari, Ola")


def test_the_dialog_shows_what_is_in_force_and_shows_all_too(without_kari: Stage) -> None:
    without_kari.act("filter")
    ticks = without_kari.dialog().findChildren(QCheckBox)
    assert [one.text() for one in ticks if not one.isChecked()] == ["Kari Lunde"]
    next(one for one in without_kari.dialog().findChildren(QPushButton) if one.text() == "Show all").click()
    assert all(one.isChecked() for one in ticks)
    assert "kari" in rows(without_kari)
    without_kari.key(Key.Key_Escape)


def test_a_shift_goes_past_who_is_not_shown(without_kari: Stage) -> None:
    without_kari.focus("w49-fri-eve")
    without_kari.key(Key.Key_Down, ALT)
    assert without_kari.roster.shifts_by_id["w49-fri-eve"].assistant == "amina"  # Ola is absent


def test_a_shift_that_the_filter_hides_is_said_to_be_hidden(without_kari: Stage) -> None:
    without_kari.screen.show_target("w49-mon-day")
    assert without_kari.heard.said[-1] == "The filter hides this shift. “Show all” shows it."


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_everything_that_takes_the_focus_has_a_name(make_stage: StageMaker, code: str) -> None:
    stage = make_stage(code=code)
    stage.screen.filter = RosterFilter(frozenset({"kari"}))
    stage.screen.refresh()
    assert nameless(stage.window) == []
    stage.act("filter")
    assert nameless(stage.dialog()) == []
    stage.key(Key.Key_Escape)
