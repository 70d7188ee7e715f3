"""Awards are entered, changed and taken away in the view of the hour account, by keys, each in one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.award import Overdraw, WeeklyHours
from bpa_desktop.domain.span import DayRange
from bpa_desktop.i18n import Language
from bpa_desktop.ui import theme
from bpa_desktop.ui.account.view import AccountScreen
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.main_window import MainWindow
from tests.plain_text import plain
from tests.ui.a11y_walk import cut_labels, nameless, settle
from tests.ui.desks import listen, make_desk, week_49
from tests.ui.screens import focused, press, read, shown


def typed(text: str) -> None:
    """Write into the field that has the focus, in the place of what stands there, and go on."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text) if text else QTest.keyClick(widget, Qt.Key.Key_Delete)
    press(Qt.Key.Key_Tab)


def verbs(desk: Desk) -> list[str]:
    """Return the verbs of the steps that can be undone, the latest alone."""
    return [desk.history.undoable.line.verb] if desk.history.undoable is not None else []


def test_the_first_award_is_entered_by_keys_from_an_empty_view(qtbot: QtBot) -> None:
    desk, _ = make_desk(replace(week_49(), awards=()), code="en")
    screen = shown(qtbot, AccountScreen, desk)
    assert "Enter the municipality's decision (vedtak)" in read(screen)
    screen.handlers()["new_award"]()
    settle()
    assert focused() == "Name or case number of the award"
    for text in ("Vedtak 1", "1.1.2026", "", "30", "7,5"):
        typed(text)
    press(Qt.Key.Key_Return)
    (award,) = desk.roster.awards
    assert (award.reference, award.days) == ("Vedtak 1", DayRange(date(2026, 1, 1)))
    assert award.weekly_hours == WeeklyHours(Decimal(30), Decimal("7.5"), Decimal(0))
    assert verbs(desk) == ["add_award"]
    assert focused() == "New award"
    assert "Left of the award until 31 Dec 2026" in plain(read(screen))
    desk.history.undo()
    settle()
    assert desk.roster.awards == ()
    assert "No award is entered" in read(screen)


def test_an_award_is_changed_in_one_step_and_the_focus_comes_back(qtbot: QtBot) -> None:
    desk, _ = make_desk(week_49(), code="en")
    screen = shown(qtbot, AccountScreen, desk)
    screen.handlers()["edit_award"]()
    settle()
    typed("Vedtak 2")
    press(Qt.Key.Key_Return)
    assert verbs(desk) == ["edit_award"]
    assert desk.roster.awards[0] == replace(week_49().awards[0], reference="Vedtak 2")
    assert focused() == "Edit the award Vedtak 2"
    assert screen.isAncestorOf(QApplication.focusWidget() or screen)


def test_saving_what_was_not_changed_is_no_step_and_esc_keeps_nothing(qtbot: QtBot) -> None:
    desk, _ = make_desk(week_49(), code="en")
    screen = shown(qtbot, AccountScreen, desk)
    screen.handlers()["edit_award"]()
    press(Qt.Key.Key_Return)
    assert verbs(desk) == []
    screen.handlers()["edit_award"]()
    typed("Vedtak 2")
    press(Qt.Key.Key_Escape)
    assert verbs(desk) == []
    assert focused() == "Edit the award Vedtak 2025/4711"


def test_a_mistake_is_said_beside_its_field(qtbot: QtBot) -> None:
    desk, _ = make_desk(week_49(), code="en")
    heard = listen(desk.bulletin)
    screen = shown(qtbot, AccountScreen, desk)
    screen.handlers()["edit_award"]()
    typed("x")
    typed("1.1.2028")
    press(Qt.Key.Key_Return)
    assert heard.refused == ["The last day is before the first."]
    assert focused() == "Last day; empty if none is set"
    assert verbs(desk) == []


def test_an_award_is_taken_away_and_undo_brings_it_back(qtbot: QtBot) -> None:
    desk, _ = make_desk(week_49(), code="en")
    screen = shown(qtbot, AccountScreen, desk)
    screen.handlers()["edit_award"]()
    settle()
    button = next(one for one in screen.findChildren(QPushButton) if one.text() == "Take the award away")
    assert button.isVisible()
    button.click()
    settle()
    assert desk.roster.awards == ()
    assert focused() == "New award"
    assert "edit_award" not in screen.handlers()
    desk.history.undo()
    assert desk.roster.awards == week_49().awards
    screen.handlers()["new_award"]()
    settle()
    assert not button.isVisible()


def test_the_view_goes_to_an_award_that_begins_later(qtbot: QtBot) -> None:
    desk, _ = make_desk(week_49(), code="en")
    screen = shown(qtbot, AccountScreen, desk)
    screen.handlers()["new_award"]()
    settle()
    typed("Vedtak 2028")  # the one before ends with 2027, so this one begins with 2028
    press(Qt.Key.Key_Return)
    assert desk.roster.awards[-1].days.first == date(2028, 1, 1)
    assert "Vedtak 2028" in read(screen)
    assert "1 Jan 2028 to 31 Dec 2028" in read(screen)


def test_an_award_that_begins_within_the_period_shown_is_shown(qtbot: QtBot) -> None:
    first = replace(week_49().awards[0], days=DayRange(date(2026, 1, 1)))
    second = replace(first, id="second", reference="Vedtak juni", days=DayRange(date(2027, 6, 1)))
    desk, _ = make_desk(replace(week_49(), awards=(first, second)), code="en")
    screen = shown(qtbot, AccountScreen, desk)
    assert "Vedtak juni" not in read(screen)
    press(Qt.Key.Key_PageDown)
    assert "Vedtak juni" in read(screen)


def test_refusing_to_be_overdrawn_is_chosen_there(qtbot: QtBot) -> None:
    desk, _ = make_desk(week_49(), code="en")
    screen = shown(qtbot, AccountScreen, desk)
    screen.handlers()["edit_award"]()
    settle()
    while focused() != "A plan that takes more than is granted":
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    while focused() != "Save":
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert desk.roster.awards[0].overdraw is Overdraw.BLOCK


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", sorted(theme.THEMES))
def test_the_form_has_names_and_nothing_cut(qtbot: QtBot, code: str, name: str) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.THEMES[name])
    screen = shown(qtbot, AccountScreen, make_desk(week_49(), code=code)[0])
    screen.handlers()["edit_award"]()
    settle()
    assert nameless(screen) == []
    assert cut_labels(screen) == []
    theme.apply(application, theme.LIGHT)


def test_the_enter_that_saves_does_not_press_the_button_that_gets_the_focus(qtbot: QtBot) -> None:
    """In the window Enter presses the button that has the focus: the same key must not open the form again."""
    desk, _ = make_desk(week_49(), code="en")
    window = MainWindow(Language("en"))
    qtbot.addWidget(window)
    window.open(desk, {"account": AccountScreen})
    window.show()
    settle()
    window.run("new_award")
    settle()
    press(Qt.Key.Key_Return)
    assert len(desk.roster.awards) == 2
    assert focused() == "New award"


def test_the_form_and_what_comes_after_it_are_seen_from_their_beginning(qtbot: QtBot) -> None:
    desk, _ = make_desk(week_49(), code="en")
    screen = shown(qtbot, AccountScreen, desk)
    screen.resize(800, 420)
    bar = screen._column.verticalScrollBar()
    bar.setValue(bar.maximum())
    screen.handlers()["edit_award"]()
    settle()
    assert bar.value() == 0
    while focused() != "A plan that takes more than is granted":
        press(Qt.Key.Key_Tab)
    assert bar.value() > 0
    press(Qt.Key.Key_Escape)
    settle()
    assert bar.value() < bar.maximum() / 2


def test_the_form_closes_when_undo_takes_its_award_back_and_else_stays(qtbot: QtBot) -> None:
    desk, _ = make_desk(week_49(), code="en")
    screen = shown(qtbot, AccountScreen, desk)
    screen.handlers()["new_award"]()
    settle()
    typed("Vedtak 2028")
    press(Qt.Key.Key_Return)
    screen.handlers()["edit_award"]()
    settle()
    assert focused() == "Name or case number of the award"
    desk.history.undo()
    settle()
    assert not screen._column._drawer.isVisible()
    assert focused() == "Edit the award Vedtak 2025/4711"
    screen.handlers()["new_award"]()
    settle()
    desk.history.redo()
    settle()
    assert screen._column._drawer.isVisible()
