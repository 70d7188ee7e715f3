"""Absences in the window by keyboard: told before they are kept, changed, ended and taken away; the statistics."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.span import days_span
from bpa_desktop.domain.substitute import RequestState
from bpa_desktop.services import substitute
from bpa_desktop.services.absence import register_absence
from bpa_desktop.texts import step_text
from bpa_desktop.ui import theme
from bpa_desktop.ui.absence.statistics_dialog import StatisticsDialog
from bpa_desktop.ui.absence.view import AbsenceScreen
from bpa_desktop.ui.desk import Desk
from tests.ui.a11y_walk import cut_labels, nameless, settle
from tests.ui.desks import HOME, Heard, listen
from tests.ui.screens import focused, press, read, shown

DAY = "w49-fri-day"
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def heard(desk: Desk) -> Heard:
    return listen(desk.bulletin)


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk, heard: Heard) -> AbsenceScreen:
    return shown(qtbot, AbsenceScreen, desk)


def typed(screen: AbsenceScreen, **values: str) -> None:
    """Type into fields by their keys; a field of the day begins with `on_`."""
    for key, value in values.items():
        name = key.removeprefix("on_")
        boxes = [one for one in screen.findChildren(QComboBox, name) if one.isVisible()]
        if boxes:
            boxes[0].setCurrentIndex(boxes[0].findData(value))
        else:
            next(one for one in screen.findChildren(QLineEdit, name) if one.isVisible()).setText(value)
    settle()


def button(screen: AbsenceScreen | StatisticsDialog, text: str) -> QPushButton:
    return next(one for one in screen.findChildren(QPushButton) if one.isVisible() and one.text() == text)


def begin(screen: AbsenceScreen, **values: str) -> None:
    screen.handlers()["register_absence"]()
    typed(screen, **values)


def holder(desk: Desk, shift: str) -> str | None:
    return desk.roster.holder(desk.roster.shifts_by_id[shift])


def covered_by(desk: Desk, who: str, *, shift: str = DAY) -> None:
    """Have somebody take a shift of Ola's, on Friday unless told otherwise."""
    (request,) = substitute.open_requests(desk.history, (shift,))
    substitute.confirm_substitute(desk.history, request.id, assistant=who)


def test_what_will_open_is_told_before_it_is_kept(screen: AbsenceScreen, desk: Desk) -> None:
    begin(screen, assistant="kari", on_from="30.11", on_to="3.12")
    told = read(screen)
    assert (
        "Opens 3 shifts: Monday 30 November 08:00–15:00, Tuesday 1 December 15:00–22:00, "
        "Thursday 3 December 08:00–15:00" in told
    )
    assert "Self-certification: 1 of 3 days used, day 2 is Tue 1 Dec; § 8-24 (seen)." in told
    assert button(screen, "Register").accessibleDescription().startswith("Opens 3 shifts")
    assert len(desk.roster.absences) == 1
    button(screen, "Register").click()
    assert [holder(desk, one) for one in ("w49-mon-day", "w49-tue-eve", "w49-thu-day")] == [None] * 3


def test_after_registering_the_list_tells_what_is_known_of_it(screen: AbsenceScreen) -> None:
    begin(screen, assistant="kari", on_from="30.11", on_to="30.11", reported="6:10", how="phone")
    press(ENTER)
    button(screen, "Register").click()
    assert "Kari Lunde" in read(screen)
    assert "Reported Tue 24 Nov 06:10 by phone" in read(screen)
    assert "Self-certification: 1 of 3 days used; if it goes on, day 2 is Tue 1 Dec; § 8-24 (seen)." in read(screen)


def test_some_hours_open_the_shift_they_touch(screen: AbsenceScreen, desk: Desk) -> None:
    begin(screen, assistant="kari", what="#hours", on_from="30.11", times="12-15")
    press(ENTER) if focused() == "From and to, for example 12-15" else button(screen, "Register").click()
    absence = desk.roster.absences[-1]
    assert absence.span.hours == 3
    assert holder(desk, "w49-mon-day") is None


def test_until_further_notice_opens_two_weeks_and_stays_in_the_list(screen: AbsenceScreen, desk: Desk) -> None:
    begin(screen, assistant="kari", on_from="30.11", what="#ongoing", kind="sick_note")
    assert "Open shifts to and with" in read(screen)
    button(screen, "Register").click()
    absence = desk.roster.absences[-1]
    assert (absence.open_ended, absence.kind) == (True, AbsenceKind.SICK_NOTE)
    assert absence.span.last_day(HOME.zone) == date(2026, 12, 13)
    assert "from Mon 30 Nov until further notice · sick note" in read(screen)


def test_a_graded_absence_keeps_the_shifts_and_says_what_is_left_of_the_hours(
    screen: AbsenceScreen, desk: Desk, heard: Heard
) -> None:
    begin(screen, assistant="kari", on_from="30.11", on_to="6.12", kind="sick_note", grade="60")
    assert "Keeps the shifts: 8.4 hours of 21 hours are left to work." in read(screen)
    button(screen, "Register").click()
    assert holder(desk, "w49-mon-day") == "kari"
    assert desk.roster.absences[-1].grade == Decimal(60)
    assert heard.said[-1] == "Registered. No shift is touched by it."
    assert "sick note · 60 %" in read(screen)


def test_who_is_not_employed_then_is_warned_of_and_can_be_registered(screen: AbsenceScreen, desk: Desk) -> None:
    begin(screen, assistant="kari", on_from="1.1.2019", on_to="1.1.2019")
    assert "△ Not employed on Tuesday 1 January. It can be registered all the same." in read(screen)
    button(screen, "Register").click()
    assert len(desk.roster.absences) == 2


def test_a_second_absence_at_the_same_time_is_refused_in_words(screen: AbsenceScreen, desk: Desk, heard: Heard) -> None:
    begin(screen, assistant="ola", on_from="3.12", on_to="5.12")
    refusal = "Ola Berg is absent already: Friday 4 December. Change that instead."
    assert refusal in read(screen)
    button(screen, "Register").click()
    assert heard.refused == [refusal]
    assert focused() == "From what"
    assert len(desk.roster.absences) == 1


def test_a_longer_absence_is_changed_in_one_step_and_opens_what_it_reaches(
    screen: AbsenceScreen, desk: Desk, heard: Heard
) -> None:
    button(screen, "Change…").click()
    assert "Change the absence of Ola Berg" in read(screen)
    assert focused() == "From what"
    typed(screen, on_from="2.12", kind="sick_note")
    assert "Opens 1 shift: Wednesday 2 December 09:00–15:00" in read(screen)
    button(screen, "Save").click()
    assert holder(desk, "w49-wed-day") is None
    assert desk.roster.absences[0].kind is AbsenceKind.SICK_NOTE
    desk.history.undo()
    assert holder(desk, "w49-wed-day") == "ola"


def test_a_change_that_gives_shifts_back_says_so(screen: AbsenceScreen, desk: Desk) -> None:
    substitute.open_requests(desk.history, (DAY,))
    button(screen, "Change…").click()
    typed(screen, on_from="3.12", on_to="3.12")
    assert "Gives back 1 shift: Friday 4 December 08:00–15:00" in read(screen)
    button(screen, "Save").click()
    assert holder(desk, DAY) == "ola"
    assert desk.roster.requests[0].state is RequestState.WITHDRAWN


@pytest.mark.parametrize(("choice", "who"), [("", "kari"), (DAY, "ola")])
def test_about_a_shift_given_away_the_user_decides_in_the_same_step(
    screen: AbsenceScreen, desk: Desk, choice: str, who: str
) -> None:
    covered_by(desk, "kari")
    button(screen, "Change…").click()
    assert "Who has them now?" not in read(screen)
    typed(screen, on_from="3.12", on_to="3.12")
    assert "A substitute has these shifts. Who has them now?" in read(screen)
    typed(screen, on_0=choice)
    before = desk.history.undoable
    button(screen, "Save").click()
    assert holder(desk, DAY) == who
    desk.history.undo()
    assert desk.history.undoable == before


def test_somebody_is_back_at_work_with_two_keys(screen: AbsenceScreen, desk: Desk) -> None:
    away = days_span(date(2026, 11, 23), date(2026, 11, 30), zone=HOME.zone)
    register_absence(desk.history, Absence("", "kari", away, AbsenceKind.SELF_CERTIFIED, open_ended=True))
    screen._panel.absences.choose(desk.roster.absences[-1].id)
    screen.handlers()["end_absence"]()
    assert focused() == "First day back at work"
    press(ENTER)
    assert desk.roster.absences[-1].span == days_span(date(2026, 11, 23), date(2026, 11, 23), zone=HOME.zone)
    assert not desk.roster.absences[-1].open_ended
    assert holder(desk, "w49-mon-day") == "kari"


@pytest.mark.parametrize(("choice", "who"), [("", "kari"), ("w49-wed-day", "ola")])
def test_back_at_work_asks_about_a_shift_given_away(screen: AbsenceScreen, desk: Desk, choice: str, who: str) -> None:
    away = days_span(date(2026, 11, 30), date(2026, 12, 3), zone=HOME.zone)
    register_absence(desk.history, Absence("", "ola", away, AbsenceKind.SICK_NOTE))
    covered_by(desk, "kari", shift="w49-wed-day")
    screen._panel.absences.choose(desk.roster.absences[-1].id)
    screen.handlers()["end_absence"]()
    typed(screen, back_on="1.12")
    typed(screen, on_0=choice)
    button(screen, "Save").click()
    assert holder(desk, "w49-wed-day") == who


def test_who_is_away_until_further_notice_is_shown_when_no_shifts_are_opened_any_more(
    screen: AbsenceScreen, desk: Desk
) -> None:
    past = days_span(date(2026, 11, 2), date(2026, 11, 15), zone=HOME.zone)
    register_absence(desk.history, Absence("", "kari", past, AbsenceKind.SICK_NOTE, open_ended=True))
    assert "from Mon 2 Nov until further notice" in read(screen)


def test_back_before_one_was_away_is_refused_beside_the_field(screen: AbsenceScreen, desk: Desk, heard: Heard) -> None:
    screen.handlers()["end_absence"]()
    press(ENTER)  # today, ten days before
    assert heard.refused == ["Write a day after the absence began, or take it away."]
    typed(screen, back_on="soon")
    press(ENTER)
    assert heard.refused[1] == "Write a day like 4.12.2026."
    press(Qt.Key.Key_Escape)
    assert len(desk.roster.absences) == 1


@pytest.mark.parametrize(("choice", "who"), [("", "kari"), (DAY, "ola")])
def test_taking_an_absence_away_asks_about_a_shift_given_away(
    screen: AbsenceScreen, desk: Desk, choice: str, who: str
) -> None:
    covered_by(desk, "kari")
    button(screen, "Not away after all").click()
    assert desk.roster.absences != ()
    assert focused() == "Friday 4 December 08:00–15:00"
    typed(screen, on_0=choice)
    button(screen, "Save").click()
    assert desk.roster.absences == ()
    assert holder(desk, DAY) == who


def test_an_absence_that_went_away_meanwhile_is_refused_and_nothing_breaks(
    screen: AbsenceScreen, desk: Desk, heard: Heard
) -> None:
    begin(screen, assistant="kari", on_from="30.11", on_to="30.11")
    button(screen, "Register").click()
    screen._panel.absences.choose(desk.roster.absences[-1].id)
    button(screen, "Change…").click()
    desk.history.undo()
    button(screen, "Save").click()
    assert heard.refused == ["That is not there any more."]


def test_everything_has_a_name_and_nothing_is_cut(screen: AbsenceScreen, desk: Desk, qapp: QApplication) -> None:
    covered_by(desk, "kari")
    theme.apply(qapp, theme.LIGHT, text_percent=200)
    button(screen, "Change…").click()
    typed(screen, on_from="3.12", on_to="3.12", kind="sick_note")
    settle()
    assert nameless(screen) == []
    assert cut_labels(screen) == []
    button(screen, "Not away after all").click()
    settle()
    assert nameless(screen) == []
    assert cut_labels(screen) == []


@pytest.fixture
def dialog(qtbot: QtBot, screen: AbsenceScreen) -> StatisticsDialog:
    screen.handlers()["absence_statistics"]()
    found = screen.findChild(StatisticsDialog)
    assert isinstance(found, StatisticsDialog)
    return found


def test_the_statistics_are_of_the_quarter_that_is_over_until_another_is_chosen(dialog: StatisticsDialog) -> None:
    assert dialog._choice.currentText() == "Quarter 3 of 2026"
    dialog._choice.setCurrentIndex(0)
    assert "Agreed man-days" in read(dialog)
    assert [str(dialog.figures.total.agreed), str(dialog.figures.total.sick)] == ["11", "1"]
    assert nameless(dialog) == []
    assert cut_labels(dialog) == []


@pytest.mark.parametrize("by_name", [False, True])
def test_the_statistics_are_saved_without_names_unless_they_are_ticked(
    dialog: StatisticsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_name: bool, heard: Heard
) -> None:
    path = tmp_path / "q4.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    dialog._choice.setCurrentIndex(0)
    dialog.with_names.setChecked(by_name)
    dialog.save.click()
    assert ("Ola" in path.read_text("utf-8-sig")) == by_name
    assert heard.said == ["Exported: q4.csv"]


def test_another_ending_is_refused_in_words(
    dialog: StatisticsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, heard: Heard
) -> None:
    path = tmp_path / "q4.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    dialog.save.click()
    assert heard.refused == ["Choose a name that ends with .csv or .xlsx."]
    assert not path.exists()


def test_neither_kind_nor_grade_is_said_when_an_absence_is_kept(
    screen: AbsenceScreen, desk: Desk, heard: Heard
) -> None:
    steps: list[str] = []
    desk.history.subscribe(lambda step: steps.append(step_text(desk.language, step, roster=desk.roster)))
    begin(screen, assistant="kari", on_from="30.11", on_to="6.12", kind="sick_note", grade="60", how="sms")
    button(screen, "Register").click()
    screen._panel.absences.choose(desk.roster.absences[-1].id)
    button(screen, "Change…").click()
    typed(screen, grade="40", on_to="5.12")
    button(screen, "Save").click()
    screen.handlers()["end_absence"]()
    typed(screen, back_on="3.12")
    press(ENTER)
    assert steps == [
        "Kari Lunde is absent Mon 30 Nov to Sun 6 Dec: 0 shifts opened.",
        "Kari Lunde is now absent Mon 30 Nov to Sat 5 Dec.",
        "Kari Lunde is back, after absence Mon 30 Nov to Wed 2 Dec.",
    ]
    assert [said for said in (*heard.said, *heard.refused) if "sick" in said or "60" in said] == []
