"""The year's table: every month, what is not known said, reachable and read by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.span import DayRange
from bpa_desktop.i18n import Language
from bpa_desktop.ui import theme
from bpa_desktop.ui.cost.view import CostScreen
from bpa_desktop.ui.cost.view_model import CostModel, build_cost
from bpa_desktop.ui.cost.year_table import YearTable
from bpa_desktop.ui.cost.year_wording import year_columns, year_lines
from tests.ui.a11y_walk import cut_labels, nameless, settle
from tests.ui.desks import make_desk, price_book, week_49
from tests.ui.screens import focused, press, shown

NOVEMBER = date(2026, 11, 1)


def model_from(first: date) -> CostModel:
    """Return November where the award begins on a day."""
    roster = week_49()
    award = replace(roster.awards[0], days=DayRange(first, date(2027, 12, 31)))
    model = build_cost(replace(roster, awards=(award,)), NOVEMBER, prices=price_book())
    assert isinstance(model, CostModel)
    return model


def plain(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text.replace("\N{NO-BREAK SPACE}", " ") for text in texts)


def test_each_month_has_its_services_sum_g_and_band() -> None:
    model, language = model_from(date(2026, 1, 1)), Language("en")
    lines = tuple(year_lines(language, model))
    november = plain(lines[10].cells)
    assert november[0] == "November"
    assert november[2:5] == ("1,290 kr", "275 kr", "1,565 kr")
    assert november[-1] == "3–4 G"
    assert len({len(line.cells) for line in lines} | {len(year_columns(language, model))}) == 1
    assert plain(lines[-1].cells)[4] == plain((language.money(model.year_total),))[0]


def test_a_month_without_an_award_is_not_known_and_never_0() -> None:
    lines = tuple(year_lines(Language("en"), model_from(date(2026, 6, 1))))
    assert [line.name for line in lines[:5]] == [
        f"{name} 2026: not known" for name in ("January", "February", "March", "April", "May")
    ]
    assert not any("0 kr" in cell for line in lines[:5] for cell in line.cells)
    assert "1,565" in lines[5].name


def test_without_the_income_no_band_is_told() -> None:
    lines = year_lines(Language("en"), model_from(date(2026, 1, 1)), with_income=False)
    assert not any(" G" in line.name and "–" in line.name for line in lines)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("code", ["en", "nb"])
def test_the_table_opens_by_keys_is_walked_by_arrows_and_cuts_nothing(
    qtbot: QtBot, qapp: QApplication, percent: int, code: str
) -> None:
    theme.apply(qapp, theme.LIGHT, text_percent=percent)
    screen = shown(qtbot, CostScreen, make_desk(code=code)[0])
    table = screen.findChild(YearTable)
    assert isinstance(table, YearTable)
    assert not table.isVisible()
    toggle = next(one for one in screen.findChildren(QPushButton) if one.text() in _OPEN)
    toggle.setFocus()
    press(Qt.Key.Key_Space)
    settle()
    assert len(table.lines.rows) == 14
    table.lines.focus_current()
    press(Qt.Key.Key_Down)
    assert "2026" in focused()
    assert nameless(screen) == []
    assert cut_labels(table) == []
    theme.apply(qapp, theme.LIGHT)


_OPEN = ("Show the year as a table", "Vis året som tabell")
