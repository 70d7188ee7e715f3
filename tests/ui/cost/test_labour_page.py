"""The page about the work's cost: by keyboard, unfolded line by line, with the agreement chosen and one's own kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.services.pay_agreement import choose_pay_agreement
from bpa_desktop.ui import a11y, theme
from bpa_desktop.ui.cost.labour_page import LabourPage
from bpa_desktop.ui.desk import Desk
from tests.ui.a11y_walk import cut_labels, nameless, settle
from tests.ui.desks import HOME, listen, make_desk, week_49
from tests.ui.screens import focused, press, read

DECEMBER = date(2026, 12, 1)
Show = Callable[[Desk], LabourPage]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Iterator[Show]:
    """Show the page for December over a desk."""
    theme.apply(qapp, theme.LIGHT)
    pages: list[LabourPage] = []

    def shown(desk: Desk) -> LabourPage:
        a11y.install()
        page = LabourPage(desk)
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(700, 700)
        page.retranslate()
        page.show_month(DECEMBER)
        desk.history.subscribe(lambda _step: page.show_month(DECEMBER))  # as the screen does
        page.show()
        page.activateWindow()
        settle()
        page.focus_first()
        return page

    yield shown
    theme.apply(qapp, theme.LIGHT)


def paying_by(agreement: str | None) -> Desk:
    return make_desk(replace(week_49(), arrangement=replace(HOME, pay_agreement=agreement)))[0]


def test_the_month_is_told_in_a_sentence_and_the_sum_exactly(qtbot: QtBot, show: Show) -> None:
    text = read(show(make_desk()[0]))
    assert (
        "December 2026 costs about 20,300 kr for 61 hours, of which about 2,500 kr is employer's contribution." in text
    )
    assert "20,346.05 kr in all" in text
    for said in ("Not counted: 8 hours that nobody has yet.", "Ola Berg is absent for 7 hours", "zone I"):
        assert said in text


def test_an_assistants_line_unfolds_by_key_into_what_it_is_made_of(qtbot: QtBot, show: Show) -> None:
    page = show(make_desk()[0])
    assert focused().replace("\N{NO-BREAK SPACE}", " ") == "Show the lines: Kari Lunde, 14 hours: 4,369.37 kr"
    assert "Basic pay" not in read(page)
    press(Qt.Key.Key_Space)
    assert "Basic pay: 3,059.14 kr for 14 hours at 218.51 kr. 2Care: Lønn og betingelser, 2025, from 3 years" in read(
        page
    )
    assert focused().startswith("Hide the lines: Kari")
    press(Qt.Key.Key_Space)
    assert "Basic pay" not in read(page)


def test_what_is_not_known_of_the_agreement_is_said(qtbot: QtBot, show: Show) -> None:
    assert "Not known in this agreement: Standby at home." in read(show(make_desk()[0]))
    municipal = read(show(paying_by("ks")))
    assert "Not known in this agreement: Basic pay, Weekend supplement and Pension." in municipal
    assert "What December 2026 costs in pay is not known." in municipal
    assert "Kari Lunde, 14 hours: not known" in municipal


def test_without_an_agreement_one_is_chosen_by_key_and_undo_takes_it_back(qtbot: QtBot, show: Show) -> None:
    desk = paying_by(None)
    page = show(desk)
    assert "choose a pay agreement" in read(page)
    assert focused() == "Choose agreement"
    press(Qt.Key.Key_Space)
    assert focused() == "Pay agreement"
    box = page.findChild(QComboBox, "agreement")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("virke-bpa"))
    press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert desk.roster.arrangement.pay_agreement == "virke-bpa"
    assert "December 2026 costs about 20,300 kr" in read(page)
    desk.history.undo()
    assert desk.roster.arrangement.pay_agreement is None


def test_what_one_pays_oneself_is_written_down_kept_and_used(qtbot: QtBot, show: Show) -> None:
    desk = paying_by(None)
    page = show(desk)
    press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert focused() == "Hourly wage, in kroner"
    press("200", Qt.Key.Key_Tab, "50", Qt.Key.Key_Return)
    assert desk.roster.arrangement.pay_agreement == "own"
    assert [kept.id for kept in desk.history.records.all(OwnPayAgreement)] == ["own"]
    text = read(page)
    assert "Kari Lunde, 14 hours:" in text
    assert "What we pay ourselves" in text
    assert focused() == "Write down what we pay"
    press(Qt.Key.Key_Space)
    assert page.findChild(QComboBox, "agreement") is not None
    assert page._panel.own.form.values()["base_wage"] == "200"
    press(Qt.Key.Key_Escape)
    assert focused() == "Write down what we pay"


def test_a_figure_that_is_none_is_refused_beside_its_field(qtbot: QtBot, show: Show) -> None:
    desk = paying_by(None)
    heard, page = listen(desk.bulletin), show(desk)
    press(Qt.Key.Key_Tab, Qt.Key.Key_Space, "much", Qt.Key.Key_Return)
    assert heard.refused == ["Write a number from 0 to 1,000, as 57 or 14.1, or nothing."]
    assert "▲ Write a number from 0 to 1,000" in read(page)
    assert desk.history.undoable is None
    assert focused() == "Hourly wage, in kroner"


def test_an_agreement_that_is_not_known_is_said_with_those_that_are(qtbot: QtBot, show: Show) -> None:
    text = read(show(paying_by("virke")))
    assert "There is no pay agreement virke. There are ks, nho-595 and virke-bpa." in text


def test_the_page_follows_when_it_is_drawn_again(qtbot: QtBot, show: Show) -> None:
    desk = make_desk()[0]
    page = show(desk)
    choose_pay_agreement(desk.history, "nho-595")
    page.show_month(DECEMBER)
    assert "NHO: BPA-overenskomsten (595)" in read(page)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("code", ["en", "nb", "nn"])
def test_everything_has_a_name_and_no_text_is_cut(
    qtbot: QtBot, qapp: QApplication, show: Show, percent: int, code: str
) -> None:
    theme.apply(qapp, theme.LIGHT, text_percent=percent)
    page = show(make_desk(code=code)[0])
    press(Qt.Key.Key_Space)
    settle()
    assert (nameless(page), cut_labels(page)) == ([], [])
    page._panel.write.click()
    settle()
    assert (nameless(page), cut_labels(page)) == ([], [])
