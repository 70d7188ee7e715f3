"""What assistive technology sees and hears of the roster."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.shift import ShiftKind, ShiftState
from bpa_desktop.domain.span import clock_span, days_span
from bpa_desktop.i18n import CODES
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.ui import a11y
from tests.ui.accessibility import Recorder, named, nameless, nodes, showing
from tests.ui.desks import HOME, week_49
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import SHIFT, Key, Stage, settle

Role = QAccessible.Role
FRIDAY = date(2026, 12, 4)


def names(stage: Stage, role: QAccessible.Role) -> list[str]:
    return [node.name for node in showing(stage.screen.grid) if node.role == role]


def test_a_card_is_a_button_with_its_actions(stage: Stage) -> None:
    node = named(stage.window, "Kari Lunde, Monday 30 November, 08:00 to 15:00, published")
    assert node.role == Role.Button
    assert {"Press", "ShowMenu", "Toggle"} <= set(node.actions)


def test_the_grid_its_rows_and_its_headings_say_what_they_are(stage: Stage) -> None:
    groups = names(stage, Role.Grouping)
    assert groups[0] == "Roster, week 49, Monday 30 November to Sunday 6 December, 6 assistants, 12 shifts"
    assert groups[1:3] == ["Open shifts, 2 shifts, 15 hours", "Kari Lunde, 3 shifts, 21 hours"]
    headings = names(stage, Role.Heading)
    assert "Friday 4 December, 2 shifts, 2 of them open" in headings
    assert "Kari Lunde, 3 shifts, 21 hours" in headings


def test_a_name_has_its_parts_in_order(make_stage: StageMaker) -> None:
    roster = week_49()
    night = replace(
        roster.shifts_by_id["w49-wed-eve"], kind=ShiftKind.RESTING_NIGHT, state=ShiftState.OFFERED, note="keys"
    )
    stage = make_stage(roster.with_shift(night))
    stage.found.append(Finding("daily_rest", Weight.MUST, "per", ("w49-wed-eve",), None))
    stage.screen.check()
    assert stage.card("w49-wed-eve").name == (
        "Per Ødegård, Wednesday 2 December, 15:00 to 22:00, offered, resting night, "
        "must be mended: short rest, has a note"
    )


def test_open_absent_and_free_are_said_in_words(stage: Stage) -> None:
    assert stage.card("w49-fri-eve").name == "Open shift, Friday 4 December, 15:00 to 23:00, draft"
    assert stage.card("w49-fri-day").name == (
        "Open shift, Friday 4 December, 08:00 to 15:00, published, instead of Ola Berg"
    )
    assert stage.card("w49-fri-day", ghost=True).name == (
        "Ola Berg, Friday 4 December, 08:00 to 15:00, absent, nobody comes instead yet"
    )
    assert stage.cell(None, 0).name == "Open shifts, Monday 30 November, no shift"


@pytest.mark.parametrize("code", CODES)
def test_no_name_holds_a_sign_that_nobody_says(make_stage: StageMaker, code: str) -> None:
    stage = make_stage(code=code)
    spoken = [node.name for node in showing(stage.screen.grid)]
    assert len(spoken) > 20
    assert [name for name in spoken if re.search(r"[–·…△▲✓→&]|\d-\d", name)] == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nb", "Kari Lunde, mandag 30. november, 08:00 til 15:00, publisert"),
        ("nn", "Kari Lunde, måndag 30. november, 08:00 til 15:00, publisert"),
    ],
)
def test_a_shift_is_said_as_it_is_spoken(make_stage: StageMaker, code: str, said: str) -> None:
    stage = make_stage(code=code)
    assert stage.card("w49-mon-day").name == said


@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_everything_that_takes_the_focus_has_a_name(make_stage: StageMaker, code: str) -> None:
    stage = make_stage(code=code)
    assert nameless(stage.window) == []
    stage.act("edit_shift") if stage.current.model and stage.current.model.shift else stage.act("new_shift")
    assert nameless(stage.dialog()) == []
    stage.key(Key.Key_Escape)
    stage.window.activateWindow()
    stage.act("go_to_week")
    assert nameless(stage.dialog()) == []
    stage.key(Key.Key_Escape)


def test_one_arrow_is_one_focus_event(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    with Recorder() as heard:
        stage.key(Key.Key_Right)
        stage.key(Key.Key_Down)
    assert heard.focused == [
        "Kari Lunde, Tuesday 1 December, 15:00 to 22:00, published",
        "Ola Berg, Tuesday 1 December, no shift",
    ]


def test_selecting_is_said(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    with Recorder() as heard:
        stage.key(Key.Key_Space)
        stage.key(Key.Key_Space)
    card = "Kari Lunde, Monday 30 November, 08:00 to 15:00, published"
    assert [event.name for event in heard.of(QAccessible.Event.SelectionAdd)] == [card]
    assert [event.name for event in heard.of(QAccessible.Event.SelectionRemove)] == [card]


def test_only_the_card_with_the_focus_tells_its_new_name(stage: Stage) -> None:
    stage.focus("w49-mon-day")
    with Recorder() as heard:
        stage.key(Key.Key_PageDown)
    changed = [event.name for event in heard.of(QAccessible.Event.NameChanged) if event.name in _names(stage)]
    assert changed == ["Kari Lunde, Monday 7 December, no shift"]


def _names(stage: Stage) -> set[str]:
    return {card.name for card in stage.cards()}


def test_pressing_by_assistive_technology_does_what_enter_does(stage: Stage) -> None:
    interface = QAccessible.queryAccessibleInterface(stage.card("w49-thu-eve"))
    assert isinstance(interface, a11y._Interface)
    interface.doAction("Press")
    settle()
    assert stage.dialog().windowTitle() == "Edit shift"
    stage.key(Key.Key_Escape)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_entries_of_a_card_are_seen_by_who_has_read_the_menu_bar_before(stage: Stage) -> None:
    """Qt has one interface an action, and it tells whether the menu that was asked first is shown."""
    bar = QMenu(stage.window)
    for action in stage.desk.actions.values():
        bar.addAction(action)
    assert list(nodes(bar))
    stage.focus("w49-mon-day")
    stage.key(Key.Key_F10, SHIFT)
    seen = [node.name for node in showing(stage.menu())]
    assert {"Edit shift…", "Give to…", "Copy to the next day", "Delete shift"} <= set(seen)
    stage.key(Key.Key_Escape)


def test_reading_order_follows_the_days_when_a_cell_has_grown(make_stage: StageMaker) -> None:
    stage = make_stage()
    stage.focus("w49-mon-day")
    stage.key(Key.Key_N)
    row = next(one for one in stage.screen.grid.rows() if one.model is not None and one.model.id == "kari")
    said = [node.name for node in showing(row) if node.role == Role.Button]
    assert said == [card.name for card in row.cards()]
    assert len(said) == 8


def test_a_free_day_says_that_somebody_is_absent_then_and_when_it_is_not_the_whole_day(make_stage: StageMaker) -> None:
    roster = week_49()
    sick = Absence("kari-sick", "kari", days_span(FRIDAY, FRIDAY, zone=HOME.zone), AbsenceKind.SELF_CERTIFIED)
    away = Absence("per-away", "per", clock_span(FRIDAY, time(8), end=time(12), zone=HOME.zone), AbsenceKind.LEAVE)
    stage = make_stage(replace(roster, absences=(*roster.absences, sick, away)))
    for row, who, words in (("kari", "Kari Lunde", "absent"), ("per", "Per Ødegård", "absent 08:00–12:00")):
        said = words.replace("–", " to ")
        for view in ("week_grid", "day_grid"):
            stage.screen.show_day(FRIDAY, row=row)
            stage.act(view)
            stage.screen.show_day(FRIDAY, row=row)
            assert stage.current.name == f"{who}, Friday 4 December, {said}"
            assert stage.current.face is not None
            assert stage.current.face.lines == (words,)
            assert stage.screen.details._lines[1].text() == words.capitalize()
        stage.act("week_grid")
    assert stage.cell("kari", 5).name == "Kari Lunde, Saturday 5 December, no shift"
    stage.act("agenda")
    assert not [card.name for card in stage.cards() if "absent" in card.name and "Friday" not in card.name]


def test_a_free_day_is_free_again_when_the_absence_is_taken_away(stage: Stage) -> None:
    assert stage.cell("per", 4).name == "Per Ødegård, Friday 4 December, no shift"
    with stage.desk.history.step("register_absence") as step:
        step.put(Absence("per-sick", "per", days_span(FRIDAY, FRIDAY, zone=HOME.zone), AbsenceKind.SELF_CERTIFIED))
    settle()
    assert stage.cell("per", 4).name == "Per Ødegård, Friday 4 December, absent"
    stage.desk.history.undo()
    settle()
    assert stage.cell("per", 4).name == "Per Ødegård, Friday 4 December, no shift"
