"""The year's table: every month, what is not known said, reachable, read and used by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import DayRange
from bpa_desktop.i18n import Language
from bpa_desktop.ui import theme
from bpa_desktop.ui.cost.view import CostScreen
from bpa_desktop.ui.cost.view_model import CostModel, build_cost
from bpa_desktop.ui.cost.year_table import YearTable
from bpa_desktop.ui.cost.year_wording import year_cells, year_columns, year_total
from tests.plain_text import plain
from tests.ui.a11y_walk import cut_labels, nameless, settle
from tests.ui.desks import HOME, listen, make_desk, price_book, week_49
from tests.ui.screens import focused, press, read, shown

NOVEMBER = date(2026, 11, 1)
EN = Language("en")


def awarded_from(first: date) -> Roster:
    roster = week_49()
    return replace(roster, awards=(replace(roster.awards[0], days=DayRange(first, date(2027, 12, 31))),))


def model_of(roster: Roster) -> CostModel:
    model = build_cost(roster, NOVEMBER, prices=price_book())
    assert isinstance(model, CostModel)
    return model


def opened(qtbot: QtBot, screen: CostScreen) -> YearTable:
    toggle = next(one for one in screen.findChildren(QPushButton) if one.text() == "Show the year as a table")
    toggle.setFocus()
    press(Qt.Key.Key_Space)
    settle()
    table = screen.findChild(YearTable)
    assert isinstance(table, YearTable)
    return table


def test_each_month_says_what_it_comes_to_from_what_and_by_which_g_and_step() -> None:
    cells = year_cells(EN, model_of(awarded_from(date(2026, 1, 1))))
    assert len(cells) == 12
    assert tuple(map(plain, cells[10])) == (
        "November 2026",
        "1,565 kr",
        "Praktisk bistand i hjemmet (hjemmehjelp, BPA) 1,290 kr for 94.29 hours; Trygghetsalarm 275 kr",
        "136,549 kr, above 3 and up to 4 G",
    )
    assert plain(cells[3][3]).startswith("130,160 kr")  # the G before 1 May


def test_a_month_without_an_award_is_not_known_and_never_0() -> None:
    model = model_of(awarded_from(date(2026, 6, 1)))
    cells = year_cells(EN, model)
    assert cells[4] == ("May 2026", "not known", "no award, or no price in the list", "")
    assert plain(cells[5][1]) == "1,565 kr"
    assert plain(year_total(EN, model)) == "10,955 kr in 7 months of 2026"
    assert plain(year_total(EN, model_of(week_49()))) == "18,780 kr in 2026"


def test_without_the_income_no_step_is_told() -> None:
    cells = year_cells(EN, model_of(week_49()), with_income=False)
    assert {plain(one[3]) for one in cells} == {"130,160 kr", "136,549 kr"}
    assert year_columns(EN, with_income=False)[3] == "G"


def test_the_table_is_opened_walked_and_a_month_shown_by_keys(qtbot: QtBot) -> None:
    desk = make_desk()[0]
    heard, screen = listen(desk.bulletin), shown(qtbot, CostScreen, desk)
    opened(qtbot, screen)
    press(Qt.Key.Key_Tab)
    assert plain(focused()).startswith("November 2026. 1,565 kr. Praktisk bistand")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert heard.said[-1].startswith("December 2026")
    assert plain(focused()).startswith("December 2026")
    press(Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert heard.said[-1].startswith("January 2026")


def test_a_change_of_g_that_moves_the_household_is_told_beside_the_steps(qtbot: QtBot) -> None:
    income = HOME.household_income
    assert income is not None
    roster = replace(week_49(), arrangement=replace(HOME, household_income=income - 80_000))
    screen = shown(qtbot, CostScreen, make_desk(roster)[0])
    screen._show_month(date(2026, 4, 1))
    assert "From 1 May 2026, when G is 136,549 kr, it will cost 860 kr." in read(screen)
    screen._show_month(date(2026, 5, 1))
    assert "Until 30 Apr 2026, when G was 130,160 kr, it cost 1,290 kr; 860 kr applies now." in read(screen)


@pytest.mark.parametrize("percent", [100, 200])
def test_no_text_is_cut_and_everything_has_a_name(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    theme.apply(qapp, theme.LIGHT, text_percent=percent)
    screen = shown(qtbot, CostScreen, make_desk()[0])
    opened(qtbot, screen)
    assert cut_labels(screen) == []
    assert nameless(screen) == []
    theme.apply(qapp, theme.LIGHT)
