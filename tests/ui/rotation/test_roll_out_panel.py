"""Rolling out by keys: line by line, with what was done by hand named and unticked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.award import AccountPeriod, Overdraw
from bpa_desktop.domain.roll_out import RollOut
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import DayRange
from bpa_desktop.services.rotation import keep_rotation, roll_out
from bpa_desktop.services.shift import edit_shift, remove_shifts
from bpa_desktop.services.shift_lock import lock_shifts
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.rotation.tick_row import TickRow
from bpa_desktop.ui.rotation.view import RotationScreen
from tests.rosters import award
from tests.ui.accessibility import Recorder, named, nodes
from tests.ui.desks import listen, make_desk
from tests.ui.rotation.patterns import TURNUS, WEEK_50, line, retype, with_rotation
from tests.ui.screens import focused, press, read, shown

Key = Qt.Key
TWO_WEEKS = RollOut("turnus", WEEK_50, date(2026, 12, 20))


def made(desk: Desk) -> list[Shift]:
    return [shift for shift in desk.roster.shifts if shift.rotation == "turnus"]


def open_panel(screen: RotationScreen) -> None:
    """Open it on two weeks, and go to the first line."""
    screen.handlers()["roll_out"]()
    type_days("7.12.2026", "20.12.2026")
    press(Key.Key_Return)


def type_days(first: str, last: str) -> None:
    """Type both days, from the first field on."""
    retype(first)
    press(Key.Key_Tab)
    retype(last)


def rows(screen: RotationScreen) -> list[tuple[str, bool]]:
    """Return what each line says, and whether it is ticked."""
    return [(row.name, row.is_ticked) for row in screen.findChildren(TickRow) if row.isVisibleTo(screen)]


def test_a_rotation_is_rolled_out_by_keys_and_undo_takes_it_back(screen: RotationScreen, desk: Desk) -> None:
    before = desk.roster
    screen.handlers()["roll_out"]()
    assert focused() == "From"
    type_days("7.12.2026", "20.12.2026")
    assert "4 lines differ from the plan · 4 ticked" in read(screen)
    press(Key.Key_Return)
    assert focused() == "Add Kari Lunde, Monday 7 December, 08:00 to 15:00"
    assert rows(screen)[2] == ("Add open shift, Tuesday 8 December, 08:00 to 15:00", True)
    press(Key.Key_Return)
    assert [shift.assistant for shift in made(desk)] == ["kari", "ola", None, "amina"]
    assert focused() == "Kari Lunde, 08:00 to 15:00, Monday, week 1"
    desk.history.undo()
    assert desk.roster == before


def test_a_line_that_is_not_ticked_is_not_done(screen: RotationScreen, desk: Desk) -> None:
    open_panel(screen)
    press(Key.Key_Down, Key.Key_Space)
    assert "4 lines differ from the plan · 3 ticked" in read(screen)
    press(Key.Key_Return)
    assert [shift.assistant for shift in made(desk)] == ["kari", None, "amina"]


def test_what_was_done_by_hand_is_named_and_stays_until_it_is_ticked(qtbot: QtBot) -> None:
    desk, _ = make_desk(with_rotation())
    roll_out(desk.history, TWO_WEEKS)
    kari, ola, seat, amina = made(desk)
    remove_shifts(desk.history, (kari.id,))
    edited = replace(ola, assistant="per")
    edit_shift(desk.history, edited)
    later = (*TURNUS.lines[1:2], line(1, 2, 9, 15, "jonas"))
    keep_rotation(desk.history, replace(TURNUS, lines=(TURNUS.lines[0], *later)))
    screen = shown(qtbot, RotationScreen, desk)
    open_panel(screen)
    assert rows(screen) == [
        ("Add Kari Lunde, Monday 7 December, 08:00 to 15:00, deleted by hand", False),
        ("Change Per Ødegård, Monday 7 December, 15:00 to 22:00, to Ola Berg, changed by hand", False),
        ("Change open shift, Tuesday 8 December, 08:00 to 15:00, to Jonas Åsen, 09:00 to 15:00", True),
        ("Take away Amina Yusuf, Monday 14 December, 08:00 to 15:00", True),
    ]
    assert "4 lines differ from the plan · 2 ticked · 2 left alone" in read(screen)
    press(Key.Key_Space, Key.Key_Return)
    assert {shift.id: shift.assistant for shift in made(desk)} == {kari.id: "kari", ola.id: "per", seat.id: "jonas"}
    assert amina.id not in desk.roster.shifts_by_id
    assert desk.roster.shifts_by_id[ola.id] == edited


def test_a_plan_that_is_as_the_pattern_says_is_said(qtbot: QtBot) -> None:
    desk, _ = make_desk(with_rotation())
    roll_out(desk.history, TWO_WEEKS)
    screen = shown(qtbot, RotationScreen, desk)
    heard = listen(desk.bulletin)
    open_panel(screen)
    assert heard.said == ["On these days the plan is as the pattern says."]
    assert rows(screen) == []


def test_days_that_make_no_sense_are_told_and_nothing_is_done(screen: RotationScreen, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    screen.handlers()["roll_out"]()
    type_days("7.12.2026", "1.12.2026")
    assert rows(screen) == []
    press(Key.Key_Return)
    assert heard.refused == ["The last day is before the first."]
    assert focused() == "To, that day too"
    press(Key.Key_Escape)
    assert made(desk) == []
    assert focused() == "Kari Lunde, 08:00 to 15:00, Monday, week 1"


def test_nothing_ticked_is_refused(screen: RotationScreen, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    open_panel(screen)
    press(Key.Key_Space, Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_Space)
    press(Key.Key_Return)
    assert heard.refused == ["No line is ticked. Space ticks one."]
    assert made(desk) == []
    assert focused().startswith("Add Amina")


def test_more_than_the_award_grants_is_refused_and_the_lines_stay(qtbot: QtBot) -> None:
    granted = award(DayRange(WEEK_50, date(2026, 12, 20)), weekly="1", period=AccountPeriod.AWARD)
    desk, _ = make_desk(replace(with_rotation(), awards=(replace(granted, overdraw=Overdraw.BLOCK),)))
    screen = shown(qtbot, RotationScreen, desk)
    heard = listen(desk.bulletin)
    open_panel(screen)
    press(Key.Key_Return)
    assert heard.refused[0].startswith("That would take ")
    assert made(desk) == []
    assert len(rows(screen)) == 4
    assert focused().startswith("Add Kari")


def test_a_screen_reader_hears_a_tick_box_and_its_turning(screen: RotationScreen, desk: Desk) -> None:
    open_panel(screen)
    name = "Add Kari Lunde, Monday 7 December, 08:00 to 15:00"
    assert named(screen, name).role == QAccessible.Role.CheckBox
    row = QApplication.focusWidget()
    assert isinstance(row, TickRow)
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface is not None
    assert interface.state().checked
    with Recorder() as recorder:
        press(Key.Key_Space)
    assert not interface.state().checked
    assert [event.name for event in recorder.of(QAccessible.Event.StateChanged)] == [name]
    assert "Toggle" in next(node for node in nodes(row)).actions


def test_commands_about_the_pattern_wait_while_it_is_rolled_out(screen: RotationScreen, desk: Desk) -> None:
    assert "remove_shift" in screen.handlers()
    open_panel(screen)
    assert "remove_shift" not in screen.handlers()
    screen.handlers()["edit_rotation"]()
    assert rows(screen) == []
    press(Key.Key_Escape)
    assert "remove_shift" in screen.handlers()


def test_a_click_turns_a_tick_over(screen: RotationScreen, desk: Desk) -> None:
    open_panel(screen)
    row = next(row for row in screen.findChildren(TickRow) if row.isVisibleTo(screen))
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert not row.is_ticked


def test_a_rotation_that_is_undone_while_it_is_rolled_out_leaves_nothing_to_do(qtbot: QtBot) -> None:
    desk, _ = make_desk(replace(with_rotation(), rotations=()))
    keep_rotation(desk.history, TURNUS)
    screen = shown(qtbot, RotationScreen, desk)
    open_panel(screen)
    desk.history.undo()
    assert rows(screen) == []
    assert focused() == "Need 08:00 to 15:00, Monday, 1 person, transfer"


def test_a_locked_shift_is_named_as_kept_by_hand_and_ticking_its_line_is_refused_in_words(qtbot: QtBot) -> None:
    desk, _ = make_desk(with_rotation())
    roll_out(desk.history, TWO_WEEKS)
    kari = made(desk)[0]
    lock_shifts(desk.history, (kari.id,))
    keep_rotation(desk.history, replace(TURNUS, lines=(replace(TURNUS.lines[0], assistant="per"), *TURNUS.lines[1:])))
    heard = listen(desk.bulletin)
    screen = shown(qtbot, RotationScreen, desk)
    open_panel(screen)
    (line_of_kari,) = (row for row in rows(screen) if "Kari Lunde, Monday 7 December" in row[0])
    assert line_of_kari == (
        "Change Kari Lunde, Monday 7 December, 08:00 to 15:00, to Per Ødegård, locked by hand",
        False,
    )
    press(Key.Key_Space, Key.Key_Return)
    assert heard.refused == ["The shift Monday 7 December 08:00–15:00 is locked. Unlock it first."]
    assert made(desk)[0] == kari
