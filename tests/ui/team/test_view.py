"""The team's screen, by keyboard, as a screen reader meets it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.roster import Roster
from bpa_desktop.ui import a11y, theme
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.team.team_row import TeamRow
from bpa_desktop.ui.team.view import TeamScreen
from bpa_desktop.ui.widgets.words import Words
from tests.plain_text import plain
from tests.ui.a11y_walk import cut_labels, name_of, nameless, settle
from tests.ui.desks import HOME, listen, make_desk, week_49
from tests.ui.screens import focused, press, read, shown


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    a11y.install()
    theme.apply(qapp, theme.LIGHT)
    yield make_desk()[0]
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> TeamScreen:
    return shown(qtbot, TeamScreen, desk)


def field(screen: TeamScreen, key: str) -> QLineEdit:
    found = screen.findChild(QLineEdit, key)
    assert isinstance(found, QLineEdit)
    return found


def test_arrows_walk_through_the_lines_and_the_details_follow(qtbot: QtBot, screen: TeamScreen) -> None:
    assert focused().startswith("Kari Lunde, 60 %, permanent, 21 of 22.5 h this week")
    press(Qt.Key.Key_Down)
    assert focused().startswith("Ola Berg")
    assert "absent this week" in focused()
    press(Qt.Key.Key_End)
    assert focused().startswith("Jonas Åsen")
    assert [row.hasFocus() for row in screen.findChildren(TeamRow)].count(True) == 1
    stops = [row for row in screen.findChildren(TeamRow) if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


def test_an_assistant_is_changed_by_keyboard_and_undo_takes_it_back(
    qtbot: QtBot, screen: TeamScreen, desk: Desk
) -> None:
    before = desk.roster
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert focused() == "Name"
    field(screen, "phone").setText("900 11 222")
    press(Qt.Key.Key_Return)
    assert desk.roster.assistants_by_id["ola"].phone == "900 11 222"
    assert focused().startswith("Ola Berg")
    assert "900 11 222" in focused()
    desk.history.undo()
    assert desk.roster == before
    assert "900 11 222" not in focused()


def test_esc_leaves_the_form_and_keeps_nothing(qtbot: QtBot, screen: TeamScreen, desk: Desk) -> None:
    before = desk.roster
    press(Qt.Key.Key_Return)
    field(screen, "name").setText("Somebody else")
    press(Qt.Key.Key_Escape)
    assert desk.roster == before
    assert focused().startswith("Kari Lunde")


def test_an_error_stands_beside_its_field_is_spoken_and_gets_the_focus(
    qtbot: QtBot, screen: TeamScreen, desk: Desk
) -> None:
    heard = listen(desk.bulletin)
    screen.handlers()["new_assistant"]()
    press(Qt.Key.Key_Return)
    assert heard.refused == ["Write a name."]
    assert field(screen, "name").accessibleDescription() == "Write a name."
    assert focused() == "Name"
    assert len(desk.roster.assistants) == 6


def test_a_new_assistant_gets_the_focus_in_the_list(qtbot: QtBot, screen: TeamScreen, desk: Desk) -> None:
    screen.handlers()["new_assistant"]()
    press("Eva Dahl")
    press(Qt.Key.Key_Return)
    assert [one.name for one in desk.roster.assistants][-1] == "Eva Dahl"
    assert focused().startswith("Eva Dahl")


def test_an_empty_team_teaches_and_offers_to_begin(qtbot: QtBot, qapp: QApplication) -> None:
    a11y.install()
    screen = shown(qtbot, TeamScreen, make_desk(Roster(HOME))[0])
    assert focused() == "New assistant"
    assert "edit_assistant" not in screen.handlers()
    assert any("Everybody who assists you" in label.text() for label in screen.findChildren(Words) if label.isVisible())


def test_the_weeks_turn_and_are_said(screen: TeamScreen, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    screen.handlers()["next_week"]()
    assert heard.said == ["Week 50 · 7 Dec – 13 Dec 2026"]
    screen.handlers()["today"]()
    assert heard.said[-1].startswith("Week 49")


def test_everything_that_can_hold_the_focus_has_a_name(qtbot: QtBot, screen: TeamScreen) -> None:
    assert nameless(screen) == []
    screen.handlers()["edit_assistant"]()
    assert nameless(screen) == []
    assert any(isinstance(box, QComboBox) for box in screen.findChildren(QComboBox))
    assert all(name_of(button) for button in screen.findChildren(QPushButton) if button.isVisible())


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_no_text_is_cut(qtbot: QtBot, qapp: QApplication, desk: Desk, percent: int, code: str) -> None:
    theme.apply(qapp, theme.LIGHT, text_percent=percent)
    screen = shown(qtbot, TeamScreen, make_desk(code=code)[0])
    settle()
    assert cut_labels(screen) == []
    screen.handlers()["edit_assistant"]()
    settle()
    assert cut_labels(screen) == []


def test_the_details_tell_of_extra_hours_of_part_timers_only(qtbot: QtBot, desk: Desk) -> None:
    desk.history.clock.at = datetime(2026, 12, 6, 18, tzinfo=UTC)  # type: ignore[attr-defined]
    screen = shown(qtbot, TeamScreen, desk)
    screen.show_target("amina")
    said = " ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())
    assert "Extra hours" in said
    assert "more than agreed from 30 Nov 2026 to 6 Dec 2026." in plain(said)
    screen.show_target("jonas")
    assert "Extra hours" not in " ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def advised(roster: Roster) -> Roster:
    """Return a roster that asks for advice."""
    return replace(roster, arrangement=replace(roster.arrangement, advice=True))


def test_how_the_year_is_shared_is_a_table_where_advice_is_asked_for(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, TeamScreen, desk)
    assert "How the year is shared" not in read(screen)
    desk, _ = make_desk(advised(week_49()))
    screen = shown(qtbot, TeamScreen, desk)
    assert "How the year is shared" in read(screen)
    while "weekends" not in focused():
        press(Qt.Key.Key_Tab)
    assert focused() == (
        "Kari Lunde, 2026: weekends 0, evenings 1, nights 0, holidays 0; "
        "2025: weekends 0, evenings 0, nights 0, holidays 0"
    )
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert focused().startswith("Amina Yusuf, 2026: weekends 1, evenings 2,")
    press(Qt.Key.Key_Return)
    assert field(screen, "name").text() == "Amina Yusuf"


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_the_table_has_names_and_nothing_cut(qtbot: QtBot, code: str) -> None:
    screen = shown(qtbot, TeamScreen, make_desk(advised(week_49()), code=code)[0])
    assert nameless(screen) == []
    assert cut_labels(screen) == []
