"""Notes on days: seen and said in every view of the roster, written, changed and taken away by keys alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QWidget

from bpa_desktop.domain.day_note import LONGEST, DayNote, DayNoteKind
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Week, clock_span
from bpa_desktop.services.day_note import keep_day_note
from bpa_desktop.ui.roster.agenda import agenda_rows
from bpa_desktop.ui.roster.card_wording import CardFace
from bpa_desktop.ui.roster.day_note_dialog import DayNoteDialog
from bpa_desktop.ui.roster.day_notes import with_notes
from bpa_desktop.ui.roster.day_rows import day_rows
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.roster.view_model import Form
from bpa_desktop.ui.roster.week_builder import build_week
from bpa_desktop.ui.widgets.words import Words
from tests.ui.accessibility import nameless
from tests.ui.desks import HOME, week_49
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import ALT, Key, Stage, settle

WEEK = Week(2026, 49)
THURSDAY, FRIDAY, SUNDAY = date(2026, 12, 3), date(2026, 12, 4), date(2026, 12, 6)
TRIP = DayNote("", FRIDAY, SUNDAY, "Cabin trip with my sister", DayNoteKind.EVENT)
_FAR = st.integers(-9, 12)
_NOTES = st.lists(st.tuples(_FAR, st.integers(0, 9)), max_size=5).map(
    lambda found: tuple(
        DayNote(str(place), WEEK.monday + timedelta(begin), WEEK.monday + timedelta(begin + long), f"note {place}")
        for place, (begin, long) in enumerate(found)
    )
)


@pytest.fixture
def noted(stage: Stage) -> Stage:
    """The example week with a trip from Friday to Sunday."""
    keep_day_note(stage.desk.history, TRIP)
    return stage


def notes(stage: Stage) -> tuple[DayNote, ...]:
    return stage.desk.history.records.all(DayNote)


def shown(stage: Stage) -> list[ShiftCard]:
    return [card for card in stage.cards() if card.model is not None and card.model.note is not None]


def dialog(stage: Stage) -> DayNoteDialog:
    found = stage.dialog()
    assert isinstance(found, DayNoteDialog)
    return found


def go_to_note(stage: Stage, place: int = 0) -> None:
    stage.screen.grid.roving.move_to(shown(stage)[place], focus=True)


def told(stage: Stage, place: int) -> str:
    """Return what a screen reader says of a day's heading."""
    found = stage.screen.grid.head.findChildren(type(stage.screen.grid.rows()[0].heading))[place]
    interface = QAccessible.queryAccessibleInterface(found)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


@given(_NOTES)
def test_grid_list_and_day_show_each_note_once_on_each_of_its_days(found: tuple[DayNote, ...]) -> None:
    model = with_notes(build_week(week_49(), WEEK, today=FRIDAY), found)
    expected = {(day, note) for day in WEEK.days for note in found if note.is_about(day)}
    for rows in (model.rows, agenda_rows(model)):
        cards = [card for row in rows for cell in row.cells for card in cell if card.note is not None]
        assert sorted((card.day, card.note.id) for card in cards if card.note is not None) == sorted(
            (day, note.id) for day, note in expected
        )
    for day in WEEK.days:
        by_hour = [card.note for row in day_rows(model, day, zone=HOME.zone) for card in row.cells[0] if card.note]
        assert set(by_hour) == {note for on, note in expected if on == day}
        assert len(by_hour) == len(set(by_hour))


@given(_NOTES)
def test_there_is_a_lane_only_where_the_week_has_a_note_and_the_other_rows_stay(found: tuple[DayNote, ...]) -> None:
    plain = build_week(week_49(), WEEK, today=FRIDAY)
    rows = with_notes(plain, found).rows
    has_any = any(note.is_about(day) for note in found for day in WEEK.days)
    assert [row.is_notes for row in rows] == [True] * has_any + [False] * len(plain.rows)
    assert rows[has_any:] == plain.rows


def test_a_week_without_notes_is_as_it_was(stage: Stage) -> None:
    assert not any(row.model is not None and row.model.is_notes for row in stage.screen.grid.rows())


def test_the_lane_stands_under_the_headings_and_each_note_has_a_name_and_the_whole_as_tooltip(noted: Stage) -> None:
    lane = noted.screen.grid.rows()[0]
    assert lane.accessible_text() == "Notes, 1 note"
    friday = lane.cell(4)[0]
    name = "Own event: Cabin trip with my sister, Friday 4 December to Sunday 6 December"
    assert (friday.name, friday.toolTip()) == (name, name)
    assert friday.face == CardFace(Form.NOTE, lines=("◆ Cabin trip with my sister",), tip=name)
    assert lane.cell(3)[0].name == "Notes, Thursday 3 December, no note"
    assert nameless(noted.window) == []


def test_a_card_that_showed_a_note_has_no_tooltip_of_it_left(noted: Stage) -> None:
    noted.act("next_week")
    assert [card.toolTip() for card in noted.cards() if card.toolTip()] == []


def test_a_day_heading_says_the_notes_of_its_day(noted: Stage) -> None:
    assert told(noted, 4).endswith(", Own event: Cabin trip with my sister")
    assert told(noted, 3) == "Thursday 3 December, 2 shifts"


def test_a_note_is_written_on_the_day_that_has_the_focus_by_keys_alone(stage: Stage) -> None:
    stage.focus("w49-thu-day")
    stage.act("day_note")
    stage.write("Bring the key")
    stage.key(Key.Key_Return)
    (kept,) = notes(stage)
    assert (kept.first, kept.last, kept.text, kept.kind) == (THURSDAY, THURSDAY, "Bring the key", DayNoteKind.NOTE)
    assert stage.verbs == ["keep_day_note"]
    assert stage.current.model is not None
    assert stage.current.model.shift is not None  # the focus stays on the shift
    stage.desk.history.undo()
    assert notes(stage) == ()


def test_enter_on_a_note_changes_it(noted: Stage) -> None:
    go_to_note(noted)
    noted.key(Key.Key_Return)
    form = dialog(noted).form
    assert form.values() == {
        "note": notes(noted)[0].id,
        "text": TRIP.text,
        "first": "4.12.2026",
        "last": "6.12.2026",
        "kind": "event",
    }
    form.fill({"text": "At home after all", "last": "+1"})
    noted.key(Key.Key_Return)
    (kept,) = notes(noted)
    assert (kept.text, kept.first, kept.last) == ("At home after all", FRIDAY, date(2026, 12, 5))
    assert noted.current.name.startswith("Own event: At home after all")


def test_enter_on_a_day_of_the_lane_without_a_note_writes_one(noted: Stage) -> None:
    noted.screen.grid.roving.move_to(noted.screen.grid.rows()[0].cell(3)[0], focus=True)
    noted.key(Key.Key_8)  # no times are written among the notes
    noted.key(Key.Key_Return)
    noted.write("Dentist")
    noted.key(Key.Key_Return)
    assert notes(noted)[1].first == THURSDAY


def test_saving_a_note_as_it_was_is_no_step(noted: Stage) -> None:
    go_to_note(noted)
    noted.key(Key.Key_Return)
    noted.key(Key.Key_Return)
    assert noted.verbs == ["keep_day_note"]


@pytest.mark.parametrize("way", ["key", "button"])
def test_a_note_is_taken_away_by_delete_or_in_its_dialog(noted: Stage, way: str) -> None:
    go_to_note(noted)
    if way == "key":
        noted.act("remove_shift")
    else:
        noted.act("day_note")
        dialog(noted).remove_button.click()
    assert notes(noted) == ()
    assert noted.verbs == ["keep_day_note", "remove_day_note"]
    assert noted.current.name.startswith("Open shift, Friday 4 December")


def test_delete_on_a_shift_beside_a_note_deletes_the_shift(noted: Stage) -> None:
    noted.focus("w49-thu-day")
    noted.act("remove_shift")
    assert noted.verbs == ["keep_day_note", "remove_shift"]


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"text": " "}, "text", "Write a few words, or press Esc to leave."),
        ({"text": "x" * 201}, "text", "201 characters are too many. A note has at most 200."),
        ({"first": "soon"}, "first", "“soon” is no day. Write it like 4.12 or 4.12.2026."),
        ({"last": "3.12"}, "last", "The last day is before the first. Write a later day."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_aloud(
    noted: Stage, typed: dict[str, str], field: str, said: str
) -> None:
    go_to_note(noted)
    noted.act("day_note")
    dialog(noted).form.fill(typed)
    dialog(noted).save()
    assert noted.heard.refused == [said]
    assert dialog(noted).form.focusWidget().objectName() == field
    assert notes(noted)[0].text == TRIP.text


def test_the_dialog_says_that_no_health_belongs_in_a_note_and_has_names_for_everything(noted: Stage) -> None:
    noted.act("day_note")
    assert dialog(noted).warning.text().startswith("Write nothing about anybody's health.")
    assert nameless(dialog(noted)) == []
    field = dialog(noted).form.findChild(QWidget, "text")
    assert field is not None
    assert str(LONGEST) in field.accessibleName()


def test_another_note_of_the_day_can_be_chosen_in_the_dialog(noted: Stage) -> None:
    keep_day_note(noted.desk.history, DayNote("", FRIDAY, FRIDAY, "Bring the key"))
    noted.focus("w49-fri-eve")
    noted.act("day_note")
    form = dialog(noted).form
    assert form.values()["text"] == ""
    choice = form.findChild(QComboBox, "note")
    assert choice is not None
    choice.setCurrentIndex(choice.findText("Bring the key"))
    choice.activated.emit(choice.currentIndex())
    assert form.values()["text"] == "Bring the key"


def test_the_list_has_the_notes_at_the_top_of_their_days(noted: Stage) -> None:
    noted.act("agenda")
    friday = noted.screen.grid.rows()[4].cell(0)
    assert friday[0].name.startswith("Own event")
    assert friday[0].face is not None
    assert friday[0].face.lines == ("◆ Cabin trip with my sister",)
    noted.screen.grid.roving.move_to(friday[0], focus=True)
    noted.key(Key.Key_Return)
    assert dialog(noted).form.values()["text"] == TRIP.text


def test_a_day_by_the_hour_has_its_notes_above_the_hours(noted: Stage) -> None:
    noted.focus("w49-fri-eve")
    noted.act("day_grid")
    lane = noted.screen.grid.rows()[0]
    assert [card.name[:9] for card in lane.cell(0)] == ["Own event"]
    noted.act("previous_week")
    assert [card.name for card in noted.screen.grid.rows()[0].cell(0)] == ["Notes, Thursday 3 December, no note"]


def test_the_focus_stays_on_a_note_when_the_view_changes_back_and_forth(noted: Stage) -> None:
    go_to_note(noted, 1)
    name = noted.current.name
    for view in ("agenda", "week_grid", "day_grid", "week_grid"):
        noted.act(view)
        assert (noted.current.name, noted.current.hasFocus()) == (name, True)
    assert noted.current.model is not None
    assert noted.current.model.day == date(2026, 12, 5)


def test_arrows_lead_into_the_lane_and_out_of_it(noted: Stage) -> None:
    noted.screen.grid.roving.move_to(noted.cell(None, 3), focus=True)
    assert noted.current.model is not None
    noted.screen.grid.roving.move_to(noted.screen.grid.rows()[1].cell(3)[0], focus=True)
    noted.key(Key.Key_Up)
    assert noted.current.name == "Notes, Thursday 3 December, no note"
    noted.key(Key.Key_Right)
    assert noted.current.name.startswith("Own event")
    noted.key(Key.Key_Down)
    assert noted.current.name.startswith("Open shift, Friday 4 December")


def test_a_shift_that_is_carried_does_not_land_among_the_notes(noted: Stage) -> None:
    noted.focus("w49-thu-day")
    noted.act("move_shift")
    noted.screen.grid.roving.move_to(shown(noted)[0], focus=True)
    noted.key(Key.Key_Return)
    assert noted.heard.said[-1] == "Put back where it was."
    assert noted.verbs == ["keep_day_note"]


def test_a_shift_is_not_given_to_the_lane_by_the_arrow(noted: Stage) -> None:
    noted.focus("w49-fri-eve")
    noted.key(Key.Key_Up, ALT)
    assert noted.heard.refused == ["There is nobody further that way who can have it"]


def test_an_open_shift_goes_to_the_first_person_as_without_notes(noted: Stage) -> None:
    noted.focus("w49-fri-eve")
    noted.key(Key.Key_Down, ALT)
    assert noted.roster.shifts_by_id["w49-fri-eve"].assistant == "kari"


def test_a_shift_held_over_the_open_shifts_is_said_to_be_there(noted: Stage) -> None:
    noted.focus("w49-thu-day")
    noted.act("move_shift")
    noted.key(Key.Key_Up)
    assert "Open shifts, Thursday 3 December" in noted.heard.said[-1]


def test_a_day_whose_open_shift_began_the_night_before_has_the_focus_on_that_and_not_on_its_note(
    make_stage: StageMaker,
) -> None:
    night = Shift("night", clock_span(FRIDAY, time(22), end=time(8), zone=HOME.zone))
    stage = make_stage(week_49().with_shift(night))
    keep_day_note(stage.desk.history, TRIP)
    stage.act("day_grid")
    stage.screen.show_day(date(2026, 12, 5), row=None)
    assert stage.current is stage.card("night")


def test_keys_about_shifts_are_refused_on_a_note(noted: Stage) -> None:
    go_to_note(noted)
    noted.key(Key.Key_Right, ALT)
    assert noted.heard.refused == ["There is no shift here: choose one first"]


def test_the_panel_shows_the_note_and_offers_to_write_one(noted: Stage) -> None:
    go_to_note(noted)
    texts = [label.text() for label in noted.screen.details.findChildren(Words)]
    assert "Own event: Cabin trip with my sister, Friday 4 December to Sunday 6 December" in texts


def test_a_month_shows_the_note_in_its_days_and_says_it_last(noted: Stage) -> None:
    noted.focus("w49-fri-eve")
    noted.act("month")
    cells = {cell.day: cell for cell in noted.screen.months.grid.cells}
    assert cells[FRIDAY].face.notes == ("◆ Cabin trip with my sister",)
    assert cells[FRIDAY].face.name.endswith(", Own event: Cabin trip with my sister")
    assert cells[FRIDAY].toolTip() == cells[FRIDAY].face.name
    assert cells[THURSDAY].toolTip() == ""
    lines = [piece.text for line in cells[FRIDAY].lines(400) for piece in line]
    assert "◆ Cabin trip with my sister" in lines


def test_a_note_is_changed_and_written_from_the_month(noted: Stage) -> None:
    noted.focus("w49-fri-eve")
    noted.act("month")
    noted.act("day_note")
    assert dialog(noted).form.values()["text"] == TRIP.text
    noted.key(Key.Key_Escape)
    noted.window.activateWindow()  # the test's own platform does not do it
    settle()
    noted.key(Key.Key_Left)
    noted.act("day_note")
    noted.write("Bring the key")
    noted.key(Key.Key_Return)
    assert [note.first for note in notes(noted)] == [FRIDAY, THURSDAY]
    cell = noted.screen.months.grid.current
    assert cell is not None
    assert (cell.day, cell.face.notes) == (THURSDAY, ("Bring the key",))


def test_many_notes_of_a_day_are_counted_in_the_month(noted: Stage) -> None:
    for text in ("One", "Two", "Three"):
        keep_day_note(noted.desk.history, replace(TRIP, text=text, kind=DayNoteKind.NOTE))
    noted.act("month")
    cell = next(one for one in noted.screen.months.grid.cells if one.day == FRIDAY)
    lines = [piece.text for line in cell.lines(400) for piece in line]
    assert "+2" in lines
    assert "Three" in cell.face.name
