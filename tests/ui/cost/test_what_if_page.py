"""What if, by keyboard: every letter draws it anew, what cannot be read is said beside it, nothing is kept."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.services.household import set_income
from bpa_desktop.ui.cost.ladder_picture import LadderPicture
from bpa_desktop.ui.cost.view import CostScreen
from bpa_desktop.ui.cost.what_if_form import WhatIfForm
from bpa_desktop.ui.cost.what_if_page import WhatIfPage
from bpa_desktop.ui.desk import Desk
from tests.ui.a11y_walk import nameless, settle
from tests.ui.cut_texts import cuts
from tests.ui.desks import listen, make_desk
from tests.ui.long_language import LongLanguage
from tests.ui.screens import HEIGHT, WIDTH, focused, press, read, shown

TAB, ENTER, DOWN, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape
INCOME = "Household's income a year, in kroner"


def opened(qtbot: QtBot, desk: Desk) -> CostScreen:
    return shown(qtbot, CostScreen, desk, "what_if")


def line(screen: CostScreen, key: str) -> QLineEdit:
    form = screen.findChild(WhatIfForm)
    found = form.findChild(QLineEdit, key) if form is not None else None
    assert isinstance(found, QLineEdit)
    return found


def write(text: str) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    press(text)


def test_every_letter_draws_the_difference_and_nothing_is_kept(qtbot: QtBot) -> None:
    desk = make_desk()[0]
    heard, screen = listen(desk.bulletin), opened(qtbot, desk)
    assert focused() == INCOME
    assert "Nothing is kept." in read(screen)
    write("56")
    assert "You would pay 1,565 kr less a month" in read(screen)
    press("0000")
    assert "You would pay 430 kr more a month, 5,160 kr more in 2026." in read(screen)
    assert "1,565 kr a month, 18,780 kr in 2026" in read(screen)
    assert "1,995 kr a month, 23,940 kr in 2026" in read(screen)
    assert heard.said == []
    press(ENTER)
    assert [said.replace("\N{NO-BREAK SPACE}", " ") for said in heard.said] == [
        "You would pay 430 kr more a month, 5,160 kr more in 2026."
    ]
    press(TAB)
    assert len(heard.said) == 1
    assert desk.history.undoable is None


def test_both_pictures_are_named_and_told(qtbot: QtBot) -> None:
    screen = opened(qtbot, make_desk()[0])
    page = screen.findChild(WhatIfPage)
    assert page is not None
    names = [picture.accessibleName() for picture in page.findChildren(LadderPicture)]
    assert names == ["Today: The steps of the price list", "If: The steps of the price list"]


def test_what_cannot_be_read_is_said_beside_the_field_and_what_stood_before_stays(qtbot: QtBot) -> None:
    screen = opened(qtbot, make_desk()[0])
    write("560000")
    press("x")
    assert "▲ Write a number like 480 000." in read(screen)
    assert "You would pay 430 kr more" in read(screen)
    assert focused() == INCOME
    press(Qt.Key.Key_Backspace)
    assert "▲" not in read(screen)


def test_the_focus_stays_where_one_types_though_another_field_cannot_be_read(qtbot: QtBot) -> None:
    screen = opened(qtbot, make_desk()[0])
    write("x")
    press(TAB)
    write("y")
    assert focused() == "Hours of practical assistance a month"
    assert read(screen).count("▲") == 2


def test_another_municipality_brings_its_list_and_escape_takes_all_back(qtbot: QtBot) -> None:
    desk = make_desk()[0]
    heard, screen = listen(desk.bulletin), opened(qtbot, desk)
    press(TAB)
    assert focused() == "Hours of practical assistance a month"
    press(TAB)
    assert focused() == "Municipality"
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    while box.currentText() != "Lier":
        press(DOWN)
    assert "Hjemmehjelp for eldre og uføre" in read(screen)
    assert heard.said[-1].startswith("You would pay")
    press(ESCAPE)
    assert focused() == INCOME
    assert box.currentText() == "Asker"
    assert "Nothing is kept." in read(screen)


def test_what_is_typed_stays_while_months_and_pages_are_turned_and_the_rest_follows_what_is_kept(qtbot: QtBot) -> None:
    desk = make_desk()[0]
    screen = opened(qtbot, desk)
    line(screen, "hours").setFocus()
    write("2")
    assert "You would pay 430 kr less a month" in read(screen)
    screen.handlers()["cost_month"]()
    screen.handlers()["cost_what_if"]()
    press(Qt.Key.Key_PageDown)
    settle()
    assert line(screen, "hours").text() == "2"
    set_income(desk.history, Decimal(560_000))
    settle()
    assert line(screen, "income").text() == "560000"
    assert "1,995 kr a month" in read(screen)
    back = next(one for one in screen.findChildren(QPushButton) if one.text() == "Back to today")
    back.setFocus()
    press(Qt.Key.Key_Space)
    assert line(screen, "hours").text() == "97.43"
    assert not back.isEnabled()


def test_everything_has_a_name_and_is_seen_whole_at_twice_its_length(qtbot: QtBot) -> None:
    desk = make_desk()[0]
    desk.language = LongLanguage("en")
    screen = opened(qtbot, desk)
    write("560000")
    settle()
    assert nameless(screen) == []
    assert cuts(screen, width=2 * WIDTH, height=2 * HEIGHT) == []
