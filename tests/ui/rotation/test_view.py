"""The pattern by keys alone, as a screen reader meets it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.need import Need
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import DayRange
from bpa_desktop.ui import theme
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.rotation.pattern_card import PatternCard
from bpa_desktop.ui.rotation.view import RotationScreen
from tests.ui.a11y_walk import cut_labels, nameless, settle
from tests.ui.accessibility import named, nodes
from tests.ui.desks import HOME, listen, make_desk, week_49
from tests.ui.rotation.patterns import TURNUS, WEEK_50, line, retype, with_rotation
from tests.ui.screens import focused, press, read, shown

Key = Qt.Key


def lines(desk: Desk) -> tuple[object, ...]:
    return desk.roster.rotations[0].lines


def to_needs() -> None:
    """Walk down to the needs."""
    while not focused().startswith("Need"):
        press(Key.Key_Down)


def test_arrows_walk_through_weeks_days_and_what_is_uncovered(screen: RotationScreen) -> None:
    walk = (
        (Key.Key_Down, "Ola Berg, 15:00 to 22:00, Monday, week 1"),
        (Key.Key_Right, "Nobody yet, 08:00 to 15:00, Tuesday, week 1"),
        (Key.Key_Down, "Uncovered 08:00 to 15:00, Tuesday, week 1, 1 person lacking, 7 hours"),
        (Key.Key_Down, "Uncovered 15:00 to 22:00, Tuesday, week 1, 1 person lacking, 7 hours"),
        (Key.Key_Down, "Uncovered 08:00 to 15:00, Tuesday, week 2, 1 person lacking, 7 hours"),
        (Key.Key_Left, "Amina Yusuf, 08:00 to 15:00, Monday, week 2"),
        (Key.Key_End, "Uncovered 10:00 to 20:00, Sunday, week 2, 1 person lacking, 10 hours"),
        (Key.Key_Down, "Need 10:00 to 20:00, Sunday, 1 person, transfer"),
        (Key.Key_Home, "Need 08:00 to 15:00, Monday, 1 person, transfer"),
        (Key.Key_Up, "Uncovered 15:00 to 22:00, Monday, week 2, 1 person lacking, 7 hours"),
    )
    assert focused() == "Kari Lunde, 08:00 to 15:00, Monday, week 1"
    for key, name in walk:
        press(key)
        assert focused() == name
    stops = [card for card in screen.findChildren(PatternCard) if card.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


def test_the_sentence_and_the_rows_tell_the_hours(screen: RotationScreen) -> None:
    seen = read(screen)
    assert "Turnus: 2 weeks in turn · 14 hours a week · 159 hours uncovered" in seen
    assert "21 hours\n△ 76 hours uncovered" in seen
    assert named(screen, "Week 1, 21 hours, 76 hours uncovered")


def test_a_line_is_changed_by_keys_and_undo_takes_it_back(screen: RotationScreen, desk: Desk) -> None:
    press(Key.Key_Return)
    assert focused() == "From when to when, for example 8-15 or 22-8"
    retype("9-16")
    press(Key.Key_Return)
    assert desk.roster.rotations[0].lines[0] == line(1, 1, 9, 16, "kari")
    assert focused() == "Kari Lunde, 09:00 to 16:00, Monday, week 1"
    desk.history.undo()
    assert desk.roster == with_rotation()
    assert focused() == "Kari Lunde, 08:00 to 15:00, Monday, week 1"


def test_a_shift_is_added_by_keys_to_a_day_that_has_one(screen: RotationScreen, desk: Desk) -> None:
    screen.handlers()["new_shift"]()
    press("22-8")
    press(Key.Key_Tab)
    assert focused() == "Who"
    assert isinstance(box := QApplication.focusWidget(), QComboBox)
    assert box.currentText() == "Nobody yet: a seat to fill later"
    press("Per")
    press(Key.Key_Tab)
    press("res")
    press(Key.Key_Tab, Key.Key_Space)
    added = replace(line(1, 1, 22, 8, "per"), kind=ShiftKind.RESTING_NIGHT)
    assert desk.roster.rotations[0].lines[2] == added
    assert len(desk.roster.rotations[0].lines) == 5
    assert focused() == "Per Ødegård, 22:00 to 08:00, resting night, Monday, week 1"


def test_enter_on_what_is_uncovered_begins_a_shift_with_its_times(screen: RotationScreen, desk: Desk) -> None:
    press(Key.Key_Right, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    press(Key.Key_Return)
    assert line(1, 2, 15, 22) in lines(desk)


def test_delete_takes_a_line_away_and_the_focus_stays_on_the_day(screen: RotationScreen, desk: Desk) -> None:
    press(Key.Key_Delete)
    assert desk.roster.rotations[0].lines == TURNUS.lines[1:]
    assert focused() == "Ola Berg, 15:00 to 22:00, Monday, week 1"
    press(Key.Key_Down)
    press(Key.Key_Delete)
    assert desk.roster.rotations[0].lines == TURNUS.lines[1:]


def test_where_the_last_card_of_a_day_goes_the_focus_stays_on_the_day(qtbot: QtBot) -> None:
    desk, _ = make_desk(replace(with_rotation(), needs=()))
    shown(qtbot, RotationScreen, desk)
    press(Key.Key_Down)
    assert focused() == "Ola Berg, 15:00 to 22:00, Monday, week 1"
    press(Key.Key_Delete)
    assert focused() == "Kari Lunde, 08:00 to 15:00, Monday, week 1"
    press(Key.Key_Delete)
    assert focused() == "Monday, week 1, no shift yet"


def test_arrows_bring_a_card_into_sight(screen: RotationScreen) -> None:
    screen.resize(700, 320)
    settle()
    for _ in range(7):
        press(Key.Key_Down)
    assert focused() == "Need 15:00 to 22:00, Monday, 1 person, transfer"
    card = QApplication.focusWidget()
    assert card is not None
    assert card.visibleRegion().boundingRect() == card.rect()


def test_n_copies_to_the_next_day_and_goes_there_once(screen: RotationScreen, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    press("n")
    assert line(1, 2, 8, 15, "kari") in lines(desk)
    assert focused() == "Kari Lunde, 08:00 to 15:00, Tuesday, week 1"
    press(Key.Key_Left)
    press("n")
    assert heard.refused == ["The next day has it already."]
    assert len(lines(desk)) == 5
    assert focused() == "Kari Lunde, 08:00 to 15:00, Tuesday, week 1"


def test_the_last_sunday_is_copied_to_the_first_monday(qtbot: QtBot) -> None:
    only = replace(TURNUS, lines=(line(2, 7, 10, 20, "per"),))
    desk, _ = make_desk(replace(with_rotation(), rotations=(only,), needs=()))
    shown(qtbot, RotationScreen, desk)
    press(Key.Key_Down, Key.Key_End)
    press("n")
    assert lines(desk) == (line(1, 1, 10, 20, "per"), line(2, 7, 10, 20, "per"))
    assert focused() == "Per Ødegård, 10:00 to 20:00, Monday, week 1"


def test_a_need_is_added_changed_copied_and_deleted_by_keys(screen: RotationScreen, desk: Desk) -> None:
    to_needs()
    press(Key.Key_Home)
    screen.handlers()["new_shift"]()
    press("6-8", Key.Key_Tab)
    retype("2")
    press(Key.Key_Return)
    added = desk.roster.needs[-1]
    assert replace(added, id="") == Need("", 1, time(6), time(8), people=2)
    assert focused() == "Need 06:00 to 08:00, Monday, 2 people"
    press("n")
    assert replace(desk.roster.needs[-1], id="") == Need("", 2, time(6), time(8), people=2)
    assert focused() == "Need 06:00 to 08:00, Tuesday, 2 people"
    press(Key.Key_Return)
    retype("6-7")
    press(Key.Key_Return)
    assert desk.roster.needs[-1].end == time(7)
    press(Key.Key_Delete)
    assert [need.weekday for need in desk.roster.needs if need.start == time(6)] == [1]


def test_a_need_that_the_next_day_has_already_is_not_there_twice(screen: RotationScreen, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    to_needs()
    press("n")
    assert heard.refused == ["The next day has it already."]
    assert desk.roster.needs == week_49().needs
    assert focused() == "Need 08:00 to 15:00, Tuesday, 1 person, transfer"


def test_what_is_typed_wrong_is_told_beside_its_field_and_nothing_is_kept(screen: RotationScreen, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    press(Key.Key_Return)
    retype("8")
    press(Key.Key_Return)
    told = "Write when it begins and ends, such as 8-15 or 22-8."
    assert heard.refused == [told]
    assert isinstance(field := QApplication.focusWidget(), QLineEdit)
    assert field.accessibleDescription() == told
    press(Key.Key_Escape)
    assert focused() == "Kari Lunde, 08:00 to 15:00, Monday, week 1"
    assert desk.roster == with_rotation()


def test_without_a_rotation_one_is_begun_from_the_button_that_has_the_focus(qtbot: QtBot) -> None:
    desk, _ = make_desk(Roster(HOME))
    screen = shown(qtbot, RotationScreen, desk)
    assert focused() == "New rotation"
    assert "No rotation yet." in read(screen)
    assert "roll_out" not in screen.handlers()
    press(Key.Key_Space)
    press("Winter", Key.Key_Return)
    (kept,) = desk.roster.rotations
    assert (kept.name, kept.weeks, kept.days) == ("Winter", 1, DayRange(date(2026, 11, 30)))
    assert focused() == "Monday, week 1, no shift yet"
    desk.history.undo()
    assert "No rotation yet." in read(screen)


def test_a_rotation_is_renamed_and_taken_away_and_its_shifts_stay(screen: RotationScreen, desk: Desk) -> None:
    screen.handlers()["edit_rotation"]()
    assert focused() == "What the rotation is called"
    press("!", Key.Key_Return)
    assert desk.roster.rotations[0].name == "Turnus!"
    screen.handlers()["edit_rotation"]()
    next(button for button in screen.findChildren(QPushButton) if button.text() == "Take the rotation away").click()
    assert not desk.roster.rotations
    assert desk.roster.shifts == week_49().shifts
    assert focused() == "Need 08:00 to 15:00, Monday, 1 person, transfer"


def test_undo_of_the_rotation_closes_the_form_about_it(qtbot: QtBot) -> None:
    desk, _ = make_desk()
    screen = shown(qtbot, RotationScreen, desk)
    screen.handlers()["new_rotation"]()
    press("Winter", Key.Key_Return)
    screen.handlers()["edit_rotation"]()
    desk.history.undo()
    assert "Change the rotation" not in read(screen)


def test_undo_of_the_rotation_closes_the_form_about_a_line_of_it(qtbot: QtBot) -> None:
    desk, _ = make_desk()
    screen = shown(qtbot, RotationScreen, desk)
    screen.handlers()["new_rotation"]()
    press("Winter", Key.Key_Return)
    screen.handlers()["new_shift"]()
    desk.history.undo()
    assert "New shift: " not in read(screen)
    assert focused().startswith("Need 08:00")


def test_one_form_is_open_at_most(screen: RotationScreen) -> None:
    screen.handlers()["edit_shift"]()
    screen.handlers()["edit_rotation"]()
    assert "Change the rotation" in read(screen)
    assert "Change the shift" not in read(screen)


def test_another_rotation_is_chosen_and_said(qtbot: QtBot) -> None:
    other = Rotation("other", "Summer", 1, DayRange(WEEK_50))
    desk, _ = make_desk(replace(with_rotation(), rotations=(TURNUS, other)))
    screen = shown(qtbot, RotationScreen, desk)
    heard = listen(desk.bulletin)
    assert focused() == "Uncovered 08:00 to 15:00, Monday, week 1, 1 person lacking, 7 hours"
    box = next(box for box in screen.findChildren(QComboBox) if box.accessibleName() == "Rotation")
    box.setFocus()
    press(Key.Key_Up)
    assert heard.said == ["Turnus: 2 weeks in turn · 14 hours a week · 159 hours uncovered"]
    screen.handlers()["rotation"]()
    assert focused() == "Kari Lunde, 08:00 to 15:00, Monday, week 1"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_double_click_opens_and_the_menu_has_every_command(screen: RotationScreen, desk: Desk) -> None:
    card = next(iter(screen.grid.cards()))
    QTest.mouseDClick(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert focused() == "From when to when, for example 8-15 or 22-8"
    press(Key.Key_Escape)
    screen.grid.menu(card)
    assert card.popup is not None
    assert [action.objectName() for action in card.popup.actions()] == [
        *("edit_shift", "copy_shift", "remove_shift", "new_shift", "new_need"),
        *("roll_out", "edit_rotation", "new_rotation"),
    ]
    assert named(card.popup, "Actions for Kari Lunde, 08:00 to 15:00, Monday, week 1")
    card.popup.close()


def test_the_roster_is_asked_for_by_its_own_keys(qtbot: QtBot) -> None:
    done: list[str] = []
    desk, _ = make_desk(with_rotation(), run=done.append)
    screen = shown(qtbot, RotationScreen, desk)
    heard = listen(desk.bulletin)
    screen.handlers()["agenda"]()
    assert heard.wanted == [("roster", "")]
    assert done == ["agenda"]


OPENED: dict[str, Callable[[RotationScreen], None]] = {
    "pattern": lambda _screen: None,
    "line": lambda screen: screen.handlers()["edit_shift"](),
    "need": lambda screen: screen.handlers()["new_need"](),
    "rotation": lambda screen: screen.handlers()["edit_rotation"](),
    "roll-out": lambda screen: screen.handlers()["roll_out"](),
}


@pytest.mark.parametrize("opened", OPENED)
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_everything_has_a_name_and_no_text_is_cut(
    qtbot: QtBot, qapp: QApplication, desk: Desk, code: str, percent: int, opened: str
) -> None:
    theme.apply(qapp, theme.LIGHT, text_percent=percent)
    screen = shown(qtbot, RotationScreen, make_desk(with_rotation(), code=code)[0])
    OPENED[opened](screen)
    settle()
    assert nameless(screen) == []
    assert cut_labels(screen) == []
    for card in screen.grid.cards():
        assert card.height() >= card.heightForWidth(card.width())
        assert card.width() >= card.minimumSizeHint().width()


def test_every_card_can_be_pressed_and_has_a_menu_for_tools(screen: RotationScreen) -> None:
    cards = [node for node in nodes(screen.grid) if "Press" in node.actions and not node.invisible]
    assert len(cards) == len(list(screen.grid.cards()))
    assert all("ShowMenu" in node.actions for node in cards)


def test_times_are_as_short_on_a_card_as_in_the_roster(screen: RotationScreen) -> None:
    shown = {card.face.times for card in screen.grid.findChildren(PatternCard) if card.isVisible() and card.face}
    assert {"08–15", "15–22", "10–20"} <= shown
    assert not [times for times in shown if ":00" in times]
