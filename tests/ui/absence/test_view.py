"""Absence and substitutes by keyboard alone: an absence is registered and its shift covered, and undone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.fallback import FallbackContact, FallbackKind
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.domain.substitute import Answer, Channel, Outcome, RequestState
from bpa_desktop.i18n import Language
from bpa_desktop.services.absence import register_absence
from bpa_desktop.services.fallback import keep_fallback
from bpa_desktop.services.shift import add_shift
from bpa_desktop.services.standby import choose_backup
from bpa_desktop.services.wave import BEST
from bpa_desktop.ui import theme
from bpa_desktop.ui.absence.standing import ranked
from bpa_desktop.ui.absence.view import AbsenceScreen
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.widgets.wrapping import Tick
from tests.memory import FakeClock
from tests.ui.a11y_walk import cut_labels, nameless, settle
from tests.ui.desks import listen, make_desk
from tests.ui.screens import focused, press, read, shown

EVENING = "w49-fri-eve"
DAY = "w49-fri-day"
DOWN, ENTER, TAB = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab


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


def test_what_a_shift_costs_is_told_once(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, AbsenceScreen, desk, EVENING)
    assert ", costs " in focused()
    assert "in wages" not in focused()


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


def test_enter_asks_those_who_are_proposed_and_books_only_after_a_yes(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, AbsenceScreen, desk, EVENING)
    best = focused().split(",")[0]
    press(ENTER)
    asks = desk.roster.requests[0].asks
    assert len(asks) == BEST
    assert len({ask.at for ask in asks}) == 1
    assert focused().startswith(best)
    press(ENTER)
    assert focused().startswith("Yes (J)")
    press(Qt.Key.Key_Space)
    assert holder(desk, EVENING) is None
    press(ENTER)
    assert holder(desk, EVENING) is not None


def test_enter_never_books_somebody_else_than_the_one_in_focus(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, AbsenceScreen, desk, EVENING)
    press(ENTER, "j", DOWN, "n")
    said_yes = next(ask.assistant for ask in desk.roster.requests[0].asks if ask.answer is Answer.YES)
    press(ENTER)
    assert holder(desk, EVENING) is None
    assert focused().startswith(desk.roster.assistants_by_id[said_yes].name)
    press(ENTER)
    assert holder(desk, EVENING) == said_yes


def test_space_ticks_and_all_the_ticked_are_asked_at_once(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    first = focused().split(",")[0]
    press(Qt.Key.Key_Space)
    assert focused().endswith(", ticked")
    card = screen._board.current
    assert card is not None
    interface = QAccessible.queryAccessibleInterface(card.rows.rows[0])
    assert interface is not None
    assert interface.state().checked
    press(DOWN, DOWN, Qt.Key.Key_Space)
    third = focused().split(",")[0]
    press(Qt.Key.Key_Up, "a")
    names = [desk.roster.assistants_by_id[ask.assistant].name for ask in desk.roster.requests[0].asks]
    assert names == [first, third]
    assert card.ticked == ()


def test_a_press_before_the_name_ticks(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    card = screen._board.current
    assert card is not None
    row = card.rows.rows[1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(10, row.height() // 2))
    assert card.candidate is not None
    assert card.ticked == (card.candidate.assistant.id,)


def test_who_is_tried_in_vain_can_be_asked_again(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, AbsenceScreen, desk, EVENING)
    press("a", "ø")
    (ask,) = desk.roster.requests[0].asks
    assert (ask.answer, ask.answered_at is not None) == (Answer.NONE, True)
    assert "not reached 19:00" in focused()
    press("a")
    assert len(desk.roster.requests[0].asks) == 2


def test_a_part_is_typed_logged_and_confirmed_and_the_rest_is_still_looked_for(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, AbsenceScreen, desk, EVENING)
    press("a", "d")
    assert focused().startswith("What ")
    press("15-19", ENTER)
    (ask,) = desk.roster.requests[0].asks
    assert ask.part is not None
    assert ask.answer is Answer.PART
    assert "can take 15:00–19:00" in focused()
    press(ENTER)
    parts = [one for one in desk.roster.shifts if desk.roster.holder(one) == ask.assistant and one.span == ask.part]
    assert len(parts) == 1
    rest = desk.roster.shifts_by_id[EVENING]
    assert (rest.span.start, desk.roster.holder(rest)) == (ask.part.end, None)


def test_a_part_outside_the_shift_is_refused_beside_the_line(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    press("a", "d", "9-12", ENTER)
    assert heard.refused == ["Write times within the shift."]
    assert "▲ Write times within the shift." in read(screen)
    press("x", ENTER)
    assert heard.refused[1].startswith("Write times like")
    press(Qt.Key.Key_Escape)
    assert desk.roster.requests[0].asks[0].is_waiting


def test_until_when_to_answer_is_typed_and_stands_in_the_message(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    screen.handlers()["set_deadline"]()
    press("1.12 14.30", ENTER)
    assert desk.roster.requests[0].deadline == datetime(2026, 12, 1, 13, 30, tzinfo=UTC)
    press("a")
    assert desk.roster.requests[0].asks[0].answer_by == datetime(2026, 12, 1, 13, 30, tzinfo=UTC)
    assert "answer by Tue 1 Dec 14:30, in 7 days" in read(screen)


def test_times_that_leave_the_need_uncovered_are_refused(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    screen.handlers()["fit_shift"]()
    before = desk.roster.shifts_by_id[EVENING].span
    press("18-23", ENTER)
    assert desk.roster.shifts_by_id[EVENING].span == before
    assert len(heard.refused) == 1
    press(Qt.Key.Key_Escape)
    assert focused()


def test_the_end_is_moved_within_the_need(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    screen.handlers()["fit_shift"]()
    start = desk.roster.shifts_by_id[EVENING].span.start
    press("15-22", ENTER)
    assert desk.roster.shifts_by_id[EVENING].span == Span(start, start + timedelta(hours=7))
    assert "," in focused()  # the candidate again


def test_a_late_yes_is_kept_as_a_reserve_and_said_so(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    press(ENTER, "j", "b", DOWN)
    late = focused().split(",")[0]
    booked = holder(desk, EVENING)
    press("j")
    assert holder(desk, EVENING) == booked
    assert heard.said[-1] == f"{late} said yes too: kept as reserve."
    assert f"Reserve: {late}" in read(screen)
    press("n")
    assert "Reserve" not in read(screen)


def test_time_goes_on_without_moving_the_focus(qtbot: QtBot) -> None:
    desk = make_desk()[0]
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    press("a")
    stood = focused().split(",")[0]
    assert "in 10 days" in read(screen)
    clock = desk.history.clock
    assert isinstance(clock, FakeClock)
    clock.go_on(timedelta(days=9, hours=12))
    screen._board.tell_time()
    assert "in 8 hours" in read(screen)
    assert "no answer in time" in focused()
    assert focused().startswith(stood)


def test_silence_counts_as_a_no_where_that_is_set(qtbot: QtBot) -> None:
    desk = make_desk()[0]
    desk.silence_is_no = True
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    press("a")
    clock = desk.history.clock
    assert isinstance(clock, FakeClock)
    clock.go_on(timedelta(days=2))
    screen._board.tell_time()
    assert "no answer, counts as no" in focused()


def test_the_planned_backup_is_called_with_one_key(qtbot: QtBot, desk: Desk) -> None:
    choose_backup(desk.history, (EVENING,), assistant="kari", limits=desk.limits)
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    assert "Kari Lunde is the backup, and can come: call first." in read(screen)
    press("p")
    assert holder(desk, EVENING) == "kari"
    assert focused().startswith("Kari Lunde, not told yet")


def test_one_question_is_about_the_other_shifts_of_the_same_absence_too(qtbot: QtBot, desk: Desk) -> None:
    shifts = ("w49-mon-day", "w49-thu-day")
    spans = [desk.roster.shifts_by_id[one].span for one in shifts]
    absence = Absence("", "kari", Span(spans[0].start, spans[1].end), AbsenceKind.SELF_CERTIFIED)
    register_absence(desk.history, absence)
    screen = shown(qtbot, AbsenceScreen, desk, "w49-mon-day")
    tick = next(one for one in screen.findChildren(Tick) if one.isVisible() and one.text().startswith("Also about"))
    assert "Kari Lunde" in tick.text()
    able = [{one.assistant for one in ranked(desk, shift).candidates} for shift in shifts]
    card = screen._board.current
    assert card is not None
    card.focus_on(min(able[0] & able[1]))
    tick.setChecked(True)
    assert len(card.message.splitlines()) > len(shifts)  # a line a shift
    press("a", "n")
    asked = {request.shift: [ask.answer for ask in request.asks] for request in desk.roster.requests}
    assert asked["w49-mon-day"] == asked["w49-thu-day"] == [Answer.NO]


def test_nobody_is_asked_about_another_shift_that_they_cannot_take(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    spans = [desk.roster.shifts_by_id[one].span for one in ("w49-mon-day", "w49-thu-day")]
    register_absence(desk.history, Absence("", "kari", Span(spans[0].start, spans[1].end), AbsenceKind.SELF_CERTIFIED))
    add_shift(desk.history, Shift("x", spans[1], "per"))
    screen = shown(qtbot, AbsenceScreen, desk, "w49-mon-day")
    card = screen._board.current
    assert card is not None
    card.focus_on("per")
    next(one for one in screen.findChildren(Tick) if one.isVisible() and "Kari" in one.text()).setChecked(True)
    press("a")
    assert heard.refused == ["Per Ødegård cannot take Thursday 3 December 08:00–15:00. Ask about one shift only."]
    assert all(request.asks == () for request in desk.roster.requests)


def test_who_cannot_after_all_brings_the_card_back_with_the_reserves_first(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    press(ENTER, "j", DOWN, DOWN, "j")
    card = screen._board.current
    assert card is not None
    assert card.card is not None
    first, reserve = (one.assistant.id for one in card.card.candidates[:2])
    screen._board.act(card, "confirm_substitute")
    booked = holder(desk, EVENING)
    assert f"Reserve: {desk.roster.assistants_by_id[first if booked == reserve else reserve].name}" in read(screen)
    screen.handlers()["fall_out"]()
    assert holder(desk, EVENING) is None
    press(ENTER, ENTER)
    assert holder(desk, EVENING) == (first if booked == reserve else reserve)


def test_those_who_wait_are_listed_and_their_message_is_copied(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    shown(qtbot, AbsenceScreen, desk, EVENING)
    first = focused().split(",")[0].split()[0]
    press("a", "k", DOWN, "a", "j", "b", DOWN)
    assert focused().startswith(first)
    press("c")
    assert first in QGuiApplication.clipboard().text()
    assert heard.said[-1] == f"Message to {first} copied."
    assert heard.refused == []


def test_enter_copies_each_message_and_notes_who_is_told(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, AbsenceScreen, desk, EVENING)
    press("a", "k", DOWN, "a", "j", "b")
    press(ENTER)
    assert "copied" in focused()
    assert all(ask.told_at is None for ask in desk.roster.requests[0].asks)
    press(ENTER)
    told = {ask.assistant: ask.told_at is not None for ask in desk.roster.requests[0].asks}
    assert told.pop(str(holder(desk, EVENING)))
    assert list(told.values()) == [False]
    press("g")
    assert all(ask.told_at is not None for ask in desk.roster.requests[0].asks)


def test_whoever_said_no_is_not_among_those_to_be_told(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    press("a", "n", DOWN, "a", "j", "b")
    assert "not told yet" in focused()
    assert read(screen).count("not told yet") == 1


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
    assert heard.refused == ["Log first that somebody is asked."]
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
    assert heard.refused[2] == "That assistant holds another shift at that time, or is absent. Choose another."
    assert holder(desk, EVENING) is None


def test_giving_up_keeps_the_shift_in_sight_and_looking_again_begins_anew(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    screen.handlers()["give_up_request"]()
    assert desk.roster.requests[0].state is RequestState.UNFILLED
    assert focused().startswith("I manage without")
    press(TAB, Qt.Key.Key_Space)
    given_up = desk.roster.request_for(EVENING)
    assert given_up is not None
    assert given_up.outcome is Outcome.RELATIVE
    assert "a relative comes" in read(screen)
    button(screen, "Look again").click()
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
@pytest.mark.parametrize("code", ["en", "nb", "nn"])
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


def test_whom_to_call_is_written_down_changed_and_taken_away(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    screen = shown(qtbot, AbsenceScreen, desk)
    screen.handlers()["fallback_contacts"]()
    assert focused() == "Whom to call"
    press(TAB, TAB, "Mor", ENTER)
    assert heard.refused == ["Write a telephone number, as 900 00 000."]
    press("900 00 001", ENTER)
    (kept,) = desk.history.records.all(FallbackContact)
    assert (kept.kind, kept.name, kept.phone) == (FallbackKind.RELATIVE, "Mor", "900 00 001")
    screen.handlers()["fallback_contacts"]()
    press(DOWN)
    button(screen, "Take away").click()
    assert desk.history.records.all(FallbackContact) == ()


def test_a_shift_nobody_comes_to_names_whom_to_call_with_a_text_ready(qtbot: QtBot, desk: Desk) -> None:
    keep_fallback(desk.history, FallbackContact("", FallbackKind.DUTY, "Asker", "66 70 00 00"))
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    screen.handlers()["give_up_request"]()
    assert "Asker · telephone on duty · 66 70 00 00" in read(screen)
    button(screen, "Copy message to Asker").click()
    assert "Can you send somebody?" in QGuiApplication.clipboard().text()
    assert "Ola" not in QGuiApplication.clipboard().text()


def test_how_silence_is_counted_is_chosen_here_and_handed_on_to_be_remembered(qtbot: QtBot, desk: Desk) -> None:
    chosen: list[bool] = []
    desk.bulletin.silence_chosen.connect(chosen.append)
    screen = shown(qtbot, AbsenceScreen, desk, EVENING)
    tick = next(one for one in screen.findChildren(Tick) if one.text().startswith("Who has not answered"))
    tick.setChecked(True)
    assert chosen == [True]
    assert desk.silence_is_no
