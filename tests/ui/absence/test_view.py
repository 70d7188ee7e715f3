"""Absence and substitutes by keyboard alone: an absence is registered and its shift covered, and undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.substitute import Answer, Channel, RequestState
from bpa_desktop.i18n import Language
from bpa_desktop.services.shift import add_shift
from bpa_desktop.ui import theme
from bpa_desktop.ui.absence.view import AbsenceScreen
from bpa_desktop.ui.desk import Desk
from tests.ui.a11y_walk import cut_labels, nameless, settle
from tests.ui.desks import listen, make_desk
from tests.ui.screens import focused, press, shown

EVENING = "w49-fri-eve"
DAY = "w49-fri-day"
DOWN, ENTER, TAB = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    theme.apply(qapp, theme.LIGHT)
    yield make_desk()[0]
    theme.apply(qapp, theme.LIGHT)


def holder(desk: Desk, shift: str) -> str | None:
    return desk.roster.holder(desk.roster.shifts_by_id[shift])


def button(screen: AbsenceScreen, name: str) -> QPushButton:
    found = [one for one in screen.findChildren(QPushButton) if one.isVisible() and one.accessibleName() == name]
    found += [one for one in screen.findChildren(QPushButton) if one.isVisible() and one.text() == name]
    return found[0]


def test_from_the_roster_a_substitute_is_booked_with_three_keys(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, AbsenceScreen, desk, EVENING)
    best = focused().split(",")[0]
    press("a", "j")
    request = desk.roster.requests[0]
    assert [(ask.channel, ask.answer) for ask in request.asks] == [(Channel.PHONE, Answer.YES)]
    assert holder(desk, EVENING) is None  # a yes is not booked
    press("b")
    booked = holder(desk, EVENING)
    assert booked is not None
    assert desk.roster.assistants_by_id[booked].name == best


def test_undo_takes_all_of_it_back(qtbot: QtBot, desk: Desk) -> None:
    before = desk.roster
    shown(qtbot, AbsenceScreen, desk, EVENING)
    press("a", "j", "b")
    steps = 0
    while desk.history.undoable is not None:
        desk.history.undo()
        steps += 1
    assert desk.roster == before
    assert steps == 4  # the search, the question, the answer, the booking


def test_enter_takes_the_next_step_and_books_only_after_a_yes(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, AbsenceScreen, desk, EVENING)
    press(ENTER)
    assert focused().startswith("Log that ")
    press(Qt.Key.Key_Space)
    assert desk.roster.requests[0].asks
    press(ENTER)
    assert focused().startswith("Yes (J)")
    press(Qt.Key.Key_Space)
    assert holder(desk, EVENING) is None
    press(ENTER)
    assert holder(desk, EVENING) is not None


def test_those_who_wait_are_listed_and_their_message_is_copied(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    first = focused().split(",")[0].split()[0]
    press("a", "k", DOWN, "a", "j", "b")
    assert focused().startswith("Copy message to ")
    button(screen, f"Copy message to {first}, Friday 4 December 15:00–23:00").click()
    assert first in QGuiApplication.clipboard().text()
    assert heard.said[-1] == f"Message to {first} copied."
    assert heard.refused == []


def test_whoever_said_no_is_not_among_those_to_be_told(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    press("a", "n", DOWN, "a", "j", "b")
    copies = [one for one in screen.findChildren(QPushButton) if one.isVisible() and "Copy" in one.text()]
    assert len(copies) == 1


def test_an_absence_is_registered_and_its_shift_covered_by_keyboard_alone(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk)
    screen.handlers()["register_absence"]()
    assert focused() == "Who is away"
    press("Kari", TAB, TAB)
    assert focused() == "First day"
    press("30.11", TAB, "30.11.2026", ENTER)  # Tab selects what stands in a line
    assert holder(desk, "w49-mon-day") is None
    opened = desk.roster.request_for("w49-mon-day")
    assert opened is not None
    press("a", "j", "b")
    assert holder(desk, "w49-mon-day") not in (None, "kari")
    assert desk.roster.shifts_by_id["w49-mon-day"].assistant == "kari"


def test_a_shift_that_somebody_holds_opens_the_form_about_it(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, "w49-thu-eve")
    assert focused() == "Kind"
    boxes = {box.objectName(): box.currentData() for box in screen.findChildren(QComboBox)}
    assert (boxes["assistant"], boxes["what"]) == ("amina", "w49-thu-eve")
    button(screen, "Register").click()
    assert holder(desk, "w49-thu-eve") is None
    assert "absent" not in focused()


def test_an_absence_that_opens_nothing_says_so(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    screen = shown(qtbot, AbsenceScreen, desk)
    screen.handlers()["register_absence"]()
    press("Jonas")
    button(screen, "Register").click()
    assert heard.said == ["Registered. No shift is touched by it."]


def test_a_wrong_form_is_refused_beside_the_field(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    screen = shown(qtbot, AbsenceScreen, desk)
    screen.handlers()["register_absence"]()
    button(screen, "Register").click()
    assert heard.refused == ["Choose who is away."]
    assert focused() == "Who is away"
    press(Qt.Key.Key_Escape)
    assert len(desk.roster.absences) == 1


def test_an_absence_is_taken_away_again(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk)
    screen.handlers()["remove_absence"]()
    assert desk.roster.absences == ()
    assert holder(desk, DAY) == "ola"
    assert "remove_absence" not in screen.handlers()


def test_refusals_are_said_plainly(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    press("j")
    assert heard.refused == ["That cannot follow now. Log first that somebody is asked."]
    press("a", "a")
    assert heard.refused[1].startswith("Already asked.")
    card = screen._board.current
    assert card is not None
    assert card.candidate is not None
    who, shift = card.candidate.assistant.id, desk.roster.shifts_by_id[EVENING]
    other = type(shift)("x", shift.span, who)
    screen.desk.bulletin.blockSignals(True)  # the screen has not heard of it yet, as when two things come at once
    add_shift(desk.history, other)
    screen.desk.bulletin.blockSignals(False)
    press("b")
    assert heard.refused[2] == "Not booked: already at work or absent then. Choose somebody else."
    assert holder(desk, EVENING) is None


def test_giving_up_keeps_the_shift_in_sight_and_looking_again_begins_anew(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    screen.handlers()["give_up_request"]()
    assert desk.roster.requests[0].state is RequestState.UNFILLED
    assert focused().startswith("Look again")
    press(Qt.Key.Key_Space)
    request = desk.roster.request_for(EVENING)
    assert request is not None
    assert request.is_live
    press("a")
    latest = desk.roster.request_for(EVENING)
    assert latest is not None
    assert len(latest.asks) == 1


def test_the_menus_commands_are_about_the_chosen_candidate(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    press(DOWN)
    second = focused().split(",")[0]
    for command in ("ask_assistant", "answer_part", "answer_yes", "confirm_substitute"):
        screen.handlers()[command]()
    booked = holder(desk, EVENING)
    assert booked is not None
    assert desk.roster.assistants_by_id[booked].name == second


def test_the_channel_is_the_one_that_was_chosen(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    box = next(
        one for one in screen.findChildren(QComboBox) if one.accessibleName() == "How you ask" and one.isVisible()
    )
    box.setCurrentIndex(box.findData(Channel.SMS.value))
    press("a")
    assert desk.roster.requests[0].asks[0].channel is Channel.SMS


def test_a_click_on_a_candidate_chooses_and_books_nothing_even_after_a_yes(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    press("a", "j", DOWN)
    card = screen._board.current
    assert card is not None
    QTest.mouseClick(card.rows.rows[0], Qt.MouseButton.LeftButton)
    assert card.rows.current == 0
    assert holder(desk, EVENING) is None


def test_everything_that_can_hold_the_focus_has_a_name(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    screen.handlers()["register_absence"]()
    assert nameless(screen) == []
    screen.show_target(EVENING)
    press("a", "j", "b")
    assert nameless(screen) == []


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("code", ["en", "nb"])
def test_no_text_is_cut(qtbot: QtBot, qapp: QApplication, desk: Desk, percent: int, code: str) -> None:
    theme.apply(qapp, theme.LIGHT, text_percent=percent)
    screen = shown(qtbot, AbsenceScreen, make_desk(code=code)[0], EVENING)
    press("a", "j")
    screen.handlers()["register_absence"]()
    settle()
    assert cut_labels(screen) == []


def test_assistive_technology_can_do_what_enter_does(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    press("a", "j")
    card = screen._board.current
    assert card is not None
    interface = QAccessible.queryAccessibleInterface(card.rows.rows[0])
    assert interface is not None
    assert interface.role() == QAccessible.Role.Button
    actions = interface.actionInterface()
    assert "Press" in actions.actionNames()
    actions.doAction("Press")
    assert holder(desk, EVENING) is not None


def test_the_language_changes_while_it_is_shown(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    english = focused()
    desk.language = Language("nb")
    desk.bulletin.language_changed.emit()
    assert focused() != english
    assert focused().split(",")[0] == english.split(",")[0]
    assert nameless(screen) == []
