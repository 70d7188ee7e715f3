"""While others look on, nothing in the window tells of which kind an absence is; until then much does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import clock_span, days_span
from bpa_desktop.domain.substitute import Channel, RequestState, SubstituteRequest
from bpa_desktop.services.absence import change_absence, end_absence, register_absence
from bpa_desktop.texts import word
from bpa_desktop.ui.absence.absence_form import AbsenceForm
from bpa_desktop.ui.absence.absence_list import AbsenceList
from bpa_desktop.ui.absence.statistics_dialog import StatisticsDialog
from bpa_desktop.ui.absence.view import AbsenceScreen
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.history_list import HistoryList
from bpa_desktop.ui.look import Look
from bpa_desktop.ui.roster.sentence_offer import offered
from bpa_desktop.ui.roster.sentence_wish import BeAway
from bpa_desktop.ui.session import MAKERS
from bpa_desktop.ui.team.view import TeamScreen
from tests.ui.a11y_walk import settle
from tests.ui.conftest import ShellMaker, with_demo
from tests.ui.desks import HOME, TUESDAY_EVENING, listen, make_desk, week_49
from tests.ui.found import found, there
from tests.ui.screens import shown

every_language = pytest.mark.parametrize("code", ["en", "nb"])
GRADED = {AbsenceKind.SICK_NOTE, AbsenceKind.LEAVE, AbsenceKind.OTHER}
VIEWS = ("day_grid", "week_grid", "month", "four_weeks", "agenda")
_DAY = date(2026, 12, 4)


def away(kind: AbsenceKind) -> Roster:
    """Return week 49 with Per in Kari's place before it, and people away ahead, all by one kind."""
    roster = week_49()
    span = partial(days_span, zone=HOME.zone)
    past = Shift(
        "past",
        clock_span(date(2026, 11, 17), time(8), end=time(15), zone=HOME.zone),
        "kari",
        state=ShiftState.PUBLISHED,
    )
    half = Decimal(50) if kind in GRADED else Decimal(100)
    return replace(
        roster,
        shifts=(past, *roster.shifts),
        absences=(
            Absence("a-past", "kari", past.span, kind),
            Absence("a-now", "amina", span(date(2026, 11, 23), date(2026, 12, 6)), kind, open_ended=True),
            Absence("a-day", "ola", span(_DAY, _DAY), kind, reported_at=TUESDAY_EVENING, reported_how=Channel.PHONE),
            Absence("a-part", "ingrid", span(date(2027, 1, 4), date(2027, 1, 5)), kind, half),
        ),
        requests=(SubstituteRequest("r-past", "past", RequestState.FILLED, chosen="per"),),
    )


def seen(root: QWidget) -> list[str]:
    """Return every text and every word for assistive technology in what is visible, in order."""
    return [
        text for widget in (root, *root.findChildren(QWidget)) if widget.isVisible() for text in _of(widget) if text
    ]


def _of(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QLineEdit):
        yield widget.text()
    if isinstance(widget, QComboBox):
        yield widget.currentText()
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is not None:
        yield from (interface.text(one) for one in (QAccessible.Text.Name, QAccessible.Text.Description))


def desk_of(kind: AbsenceKind, code: str, *, hides: bool) -> Desk:
    desk = make_desk(away(kind), code=code)[0]
    desk.hides_kinds = hides
    return desk


def around(qtbot: QtBot, desk: Desk) -> Iterator[str]:
    """Yield what is seen on every screen, in every view of the roster, and of everybody."""
    for name, make in MAKERS.items():
        screen = shown(qtbot, make, desk)
        yield from seen(screen)
        for view in VIEWS if name == "roster" else ():
            screen.handlers()[view]()
            settle()
            yield from seen(screen)
        for one in desk.roster.assistants if isinstance(screen, TeamScreen) else ():
            screen.show_target(one.id)
            yield from seen(screen)
        if isinstance(screen, AbsenceScreen):
            yield from _about_each(screen, desk)


def _about_each(screen: AbsenceScreen, desk: Desk) -> Iterator[str]:
    """Yield what is told of each absence, and what the forms say that change it and end it."""
    for absence in desk.roster.absences:
        found(screen, AbsenceList).choose(absence.id)
        yield from seen(screen)
        for deed in ("change_absence", "end_absence"):
            screen.handlers()[deed]()
            settle()
            yield from seen(screen)


def past(desk: Desk) -> Iterator[str]:
    """Yield what is said of an absence that is typed, kept, changed and ended, and what undo is named after."""
    kind = desk.roster.absences[0].kind
    yield offered(desk, BeAway("per", kind, _DAY, _DAY, None)).text
    span = days_span(_DAY, date(2026, 12, 6), zone=HOME.zone)
    register_absence(desk.history, Absence("", "per", span, kind))
    kept = desk.roster.absences[-1]
    change_absence(desk.history, replace(kept, span=days_span(_DAY, date(2026, 12, 7), zone=HOME.zone)))
    end_absence(desk.history, kept.id, back_on=date(2026, 12, 6))
    window = QMainWindow()
    listing = HistoryList(desk.history, desk.language, window)
    listing.open()
    settle()
    yield from (item.text() for item in (listing.list.item(row) for row in range(listing.list.count())))
    listing.close()


@every_language
def test_no_screen_looks_otherwise_for_another_kind_while_kinds_are_hidden(qtbot: QtBot, code: str) -> None:
    looks = {}
    for kind in AbsenceKind:
        desk = desk_of(kind, code, hides=True)
        looks[kind] = [*around(qtbot, desk), *past(desk)]
    usual = looks.pop(AbsenceKind.OTHER)
    assert usual
    assert [one for look in looks.values() for one in look if one not in usual] == []
    assert all(look == usual for look in looks.values())


@every_language
@pytest.mark.parametrize("kind", AbsenceKind)
def test_the_kind_is_told_while_it_is_not_hidden(qtbot: QtBot, kind: AbsenceKind, code: str) -> None:
    desk = desk_of(kind, code, hides=False)
    told = word(desk.language, kind)
    screen = shown(qtbot, AbsenceScreen, desk)
    assert any(told in text for text in seen(screen))
    assert told in next(past(desk))
    team = shown(qtbot, TeamScreen, desk, "per")
    hidden = desk_of(kind, code, hides=True)
    assert len(seen(team)) > len(seen(shown(qtbot, TeamScreen, hidden, "per")))


def changing(qtbot: QtBot, desk: Desk, absence: str) -> AbsenceForm:
    """Return the form that changes an absence."""
    screen = shown(qtbot, AbsenceScreen, desk)
    found(screen, AbsenceList).choose(absence)
    screen.handlers()["change_absence"]()
    return found(screen, AbsenceForm)


def test_a_change_keeps_the_kind_and_the_grade_that_are_not_said(qtbot: QtBot) -> None:
    desk = desk_of(AbsenceKind.SICK_NOTE, "en", hides=True)
    form = changing(qtbot, desk, "a-part")
    box = found(form, QComboBox, "kind")
    assert box.currentText() == "as registered"
    found(form, QLineEdit, "to").setText("6.1.2027")
    QTest.keyClick(found(form, QLineEdit, "to"), Qt.Key.Key_Return)
    changed = next(one for one in desk.roster.absences if one.id == "a-part")
    assert (changed.kind, changed.grade) == (AbsenceKind.SICK_NOTE, Decimal(50))
    assert changed.span.last_day(HOME.zone) == date(2027, 1, 6)


def test_a_form_that_is_open_follows_and_another_kind_can_be_chosen_all_the_same(qtbot: QtBot) -> None:
    desk = desk_of(AbsenceKind.SICK_NOTE, "en", hides=False)
    box = found(changing(qtbot, desk, "a-day"), QComboBox, "kind")
    assert box.currentText() == "sick note"
    desk.hides_kinds = True
    desk.bulletin.settings_changed.emit()
    assert box.currentText() == "as registered"
    assert not any("sick note" in text for text in seen(box.window()))
    box.setCurrentIndex(box.findData(AbsenceKind.LEAVE.value))
    desk.hides_kinds = False
    desk.bulletin.settings_changed.emit()
    assert box.currentText() == "leave"
    assert box.findText("as registered") == -1


def test_a_new_absence_is_of_the_usual_kind_that_is_named_only_where_kinds_are_shown(qtbot: QtBot) -> None:
    desk = desk_of(AbsenceKind.SICK_NOTE, "en", hides=True)
    screen = shown(qtbot, AbsenceScreen, desk)
    screen.handlers()["register_absence"]()
    form = found(screen, AbsenceForm)
    box = found(form, QComboBox, "kind")
    assert box.currentText() == "as usual"
    named = {word(desk.language, kind) for kind in AbsenceKind}
    assert [text for text in seen(form) if any(kind in text for kind in named)] == []
    who = found(form, QComboBox, "assistant")
    who.setCurrentIndex(who.findData("per"))
    QTest.keyClick(found(form, QLineEdit, "to"), Qt.Key.Key_Return)
    kept = desk.roster.absences[-1]
    assert (kept.assistant, kept.kind) == ("per", AbsenceKind.SELF_CERTIFIED)


def test_a_new_form_that_is_open_follows_and_keeps_what_was_chosen(qtbot: QtBot) -> None:
    desk = desk_of(AbsenceKind.SICK_NOTE, "en", hides=False)
    screen = shown(qtbot, AbsenceScreen, desk)
    screen.handlers()["register_absence"]()
    box = found(found(screen, AbsenceForm), QComboBox, "kind")
    for hides, told in ((True, "as usual"), (False, "self-certified"), (True, "as usual")):
        desk.hides_kinds = hides
        desk.bulletin.settings_changed.emit()
        assert box.currentText() == told
    box.setCurrentIndex(box.findData(AbsenceKind.LEAVE.value))
    for hides in (False, True):
        desk.hides_kinds = hides
        desk.bulletin.settings_changed.emit()
        assert box.currentData() == AbsenceKind.LEAVE.value


def test_the_statistics_wait_until_kinds_are_shown(qtbot: QtBot) -> None:
    desk = desk_of(AbsenceKind.SICK_NOTE, "en", hides=True)
    heard = listen(desk.bulletin)
    screen = shown(qtbot, AbsenceScreen, desk)
    screen.handlers()["absence_statistics"]()
    assert not there(screen, StatisticsDialog)
    assert heard.refused == ["The numbers tell kinds. Show the kinds first, in the View menu."]


def test_one_key_hides_and_shows_the_kinds_says_so_and_is_remembered(shell_of: ShellMaker) -> None:
    shell = with_demo(shell_of)
    shell.window.show_screen("absence")
    action = shell.window.actions_by_id["hide_kinds"]
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for hides, said in ((True, "Absences show no kind."), (False, "Absences show their kind again.")):
        QTest.keyClick(QApplication.focusWidget() or shell.window, Qt.Key.Key_H, both)
        assert shell.session is not None
        assert (shell._look.settings.hide_kinds, shell.session.desk.hides_kinds, action.isChecked()) == (hides,) * 3
        assert shell.window.status.text == said


def test_what_was_remembered_is_in_force_when_an_arrangement_is_opened(shell_of: ShellMaker, look: Look) -> None:
    look.change(replace(look.settings, hide_kinds=True))
    shell = with_demo(shell_of)
    assert shell.session is not None
    assert shell.session.desk.hides_kinds
    assert shell.window.actions_by_id["hide_kinds"].isChecked()
