"""The cost screen: by keyboard, in pictures that are told in words, with what is missing asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bpa_desktop.services.shift import assign_shifts
from bpa_desktop.ui import theme
from bpa_desktop.ui.cost.ladder_picture import LadderPicture
from bpa_desktop.ui.cost.view import CostScreen
from bpa_desktop.ui.cost.year_picture import YearPicture
from bpa_desktop.ui.desk import Desk
from tests.ui.a11y_walk import cut_labels, nameless, settle
from tests.ui.desks import HOME, listen, make_desk, week_49
from tests.ui.screens import focused, press, read, shown


@pytest.fixture
def poor(qtbot: QtBot, qapp: QApplication) -> Desk:
    """A desk where the income is not given."""
    theme.apply(qapp, theme.LIGHT)
    return make_desk(replace(week_49(), arrangement=replace(HOME, household_income=None)))[0]


def description(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Graphic
    return interface.text(QAccessible.Text.Description).replace("\N{NO-BREAK SPACE}", " ")


def test_the_month_is_turned_by_keys_and_said(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    screen = shown(qtbot, CostScreen, desk)
    assert focused() == "Next month"
    press(Qt.Key.Key_PageDown)
    assert heard.said[0].replace("\N{NO-BREAK SPACE}", " ").startswith("December 2026: You pay 1,565 kr a month")
    press(Qt.Key.Key_Space)
    assert heard.said[1].startswith("January 2027")
    screen.handlers()["today"]()
    assert heard.said[2].startswith("November 2026")


def test_the_pictures_are_told_in_words(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, CostScreen, desk)
    ladder, year = screen.findChild(LadderPicture), screen.findChild(YearPicture)
    assert isinstance(ladder, LadderPicture)
    assert isinstance(year, YearPicture)
    assert "1,290 kr, here is the household" in description(ladder)
    assert len(description(year).splitlines()) == 12


def test_the_sum_the_edges_and_the_doubts_are_on_the_screen(qtbot: QtBot, desk: Desk) -> None:
    text = read(shown(qtbot, CostScreen, desk))
    for part in ("3 at 430 kr make 1,290 kr", "66,196 kr more", "70,353 kr less", "carries no date", "Assumed"):
        assert part in text


def test_a_missing_income_is_asked_for_and_undo_takes_it_back(qtbot: QtBot, poor: Desk) -> None:
    screen = shown(qtbot, CostScreen, poor)
    assert focused() == "Household's income a year, in kroner"
    press("480 000", Qt.Key.Key_Return)
    assert poor.roster.arrangement.household_income == 480_000
    assert "You pay 1,565 kr" in read(screen)
    poor.history.undo()
    assert "income is not given" in read(screen)


def test_a_wrong_income_is_refused_beside_the_field(qtbot: QtBot, poor: Desk) -> None:
    heard = listen(poor.bulletin)
    screen = shown(qtbot, CostScreen, poor)
    press("much", Qt.Key.Key_Return)
    assert heard.refused == ["Write an amount like 480 000."]
    assert "▲ Write an amount like 480 000." in read(screen)
    assert poor.history.undoable is None


def test_only_what_it_rests_on_draws_it_anew(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = shown(qtbot, CostScreen, desk)
    drawn: list[bool] = []
    monkeypatch.setattr(screen, "refresh", lambda: drawn.append(True))
    assign_shifts(desk.history, {"w49-fri-eve": "kari"})
    assert drawn == []


@pytest.mark.parametrize("look", theme.THEMES)
def test_the_household_stands_out_in_the_picture(qtbot: QtBot, qapp: QApplication, desk: Desk, look: str) -> None:
    theme.apply(qapp, theme.THEMES[look])
    screen = shown(qtbot, CostScreen, desk)
    settle()
    ladder = screen.findChild(LadderPicture)
    assert isinstance(ladder, LadderPicture)
    image = ladder.grab().toImage()
    ratio = image.devicePixelRatio()
    wide = ladder.width() / 6
    y = int((ladder.height() - 2 * ladder.fontMetrics().lineSpacing()) * ratio)
    here, beside = image.pixelColor(int(2.25 * wide * ratio), y), image.pixelColor(int(4.5 * wide * ratio), y)
    assert here.name().upper() == theme.THEMES[look].accent.upper()
    assert beside.name().upper() == theme.THEMES[look].field.upper()


def test_everything_that_can_hold_the_focus_has_a_name(qtbot: QtBot, desk: Desk, poor: Desk) -> None:
    assert nameless(shown(qtbot, CostScreen, desk)) == []
    assert nameless(shown(qtbot, CostScreen, poor)) == []


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_no_text_is_cut(qtbot: QtBot, qapp: QApplication, desk: Desk, percent: int, code: str) -> None:
    theme.apply(qapp, theme.LIGHT, text_percent=percent)
    screen = shown(qtbot, CostScreen, make_desk(code=code)[0])
    settle()
    assert cut_labels(screen) == []
