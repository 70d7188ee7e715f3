"""The page about invoices by keyboard: what was billed is kept, explained, undone; the letter is copied and saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.services.household import set_income
from bpa_desktop.ui.cost.invoice_form import InvoiceForm
from bpa_desktop.ui.cost.view import CostScreen
from bpa_desktop.ui.desk import Desk
from tests.ui.a11y_walk import nameless, settle
from tests.ui.cut_texts import cuts
from tests.ui.desks import listen, make_desk
from tests.ui.long_language import LongLanguage
from tests.ui.screens import HEIGHT, WIDTH, focused, press, read, shown


def opened(qtbot: QtBot, desk: Desk) -> CostScreen:
    return shown(qtbot, CostScreen, desk, "invoice")


def amount_of(screen: CostScreen) -> QLineEdit:
    form = screen.findChild(InvoiceForm)
    field = form.findChild(QLineEdit) if form is not None else None
    assert isinstance(field, QLineEdit)
    return field


def type_amount(screen: CostScreen, amount: str) -> None:
    field = amount_of(screen)
    assert QApplication.focusWidget() is field
    field.selectAll()
    QTest.keyClicks(field, amount)
    press(Qt.Key.Key_Return)
    settle()


def letter(screen: CostScreen) -> QPlainTextEdit:
    return next(
        box for box in screen.findChildren(QPlainTextEdit) if box.accessibleName() == "Letter to the municipality"
    )


def button(screen: CostScreen, name: str) -> QPushButton:
    return next(one for one in screen.findChildren(QPushButton) if one.text() == name and one.isVisibleTo(screen))


def test_a_bill_is_kept_with_enter_explained_and_said(qtbot: QtBot) -> None:
    desk = make_desk()[0]
    heard, screen = listen(desk.bulletin), opened(qtbot, desk)
    assert focused() == "Billed for November 2026, in kroner"
    assert "Write what the municipality billed for November 2026." in read(screen)
    assert not letter(screen).isVisibleTo(screen)
    type_amount(screen, "1 995,00")
    text = read(screen)
    assert "You were billed 1,995 kr for November 2026: 430 kr more than the list says (1,565 kr)." in text
    assert "This would explain it to the krone" in text
    assert "1. On the next step up, above 4 and up to 5 G, it is 1,995 kr. Ask whose income was counted" in text
    assert heard.said[-1].replace("\N{NO-BREAK SPACE}", " ").startswith("You were billed 1,995 kr")
    assert focused() == "Billed for November 2026, in kroner"


def test_a_kept_bill_is_taken_away_and_undone(qtbot: QtBot) -> None:
    desk = make_desk()[0]
    screen = opened(qtbot, desk)
    type_amount(screen, "1565")
    assert "as the list says" in read(screen)
    assert "This would explain it" not in read(screen)
    desk.history.undo()
    settle()
    assert desk.history.records.all(Invoice) == ()
    assert "Write what the municipality billed" in read(screen)
    desk.history.redo()
    settle()
    button(screen, "Take the invoice away").setFocus()
    press(Qt.Key.Key_Space)
    settle()
    assert desk.history.records.all(Invoice) == ()
    assert amount_of(screen).text() == ""
    assert focused() == "Billed for November 2026, in kroner"


@pytest.mark.parametrize("typed", ["", "much", "-5", "99999999999999"])
def test_what_is_no_amount_is_refused_beside_the_field_and_nothing_is_kept(qtbot: QtBot, typed: str) -> None:
    desk = make_desk()[0]
    heard, screen = listen(desk.bulletin), opened(qtbot, desk)
    type_amount(screen, typed)
    assert desk.history.records.all(Invoice) == ()
    assert len(heard.refused) == 1
    assert f"▲ {heard.refused[0]}".replace("\N{NO-BREAK SPACE}", " ") in read(screen)


def test_escape_puts_back_what_is_kept(qtbot: QtBot) -> None:
    screen = opened(qtbot, make_desk()[0])
    type_amount(screen, "1565")
    field = amount_of(screen)
    QTest.keyClicks(field, "99")
    press(Qt.Key.Key_Escape)
    assert field.text() == "1565"


def test_a_bill_that_is_being_typed_stays_when_something_else_changes(qtbot: QtBot) -> None:
    desk = make_desk()[0]
    screen = opened(qtbot, desk)
    field = amount_of(screen)
    QTest.keyClicks(field, "19")
    set_income(desk.history, None)
    settle()
    assert field.text() == "19"


def test_the_letter_is_in_the_municipalitys_language_can_be_changed_copied_and_saved(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk()[0]
    heard, screen = listen(desk.bulletin), opened(qtbot, desk)
    type_amount(screen, "1995")
    box = letter(screen)
    assert box.toPlainText().startswith("Til Asker kommune")
    box.setPlainText("Kjære kommune " + box.toPlainText())
    screen.refresh()
    assert box.toPlainText().startswith("Kjære kommune")
    button(screen, "Copy the letter").click()
    assert QApplication.clipboard().text() == box.toPlainText()
    assert heard.said[-1] == "The letter is copied."
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "brev"), ""))
    button(screen, "Save as a text file…").click()
    assert (tmp_path / "brev.txt").read_text(encoding="utf-8") == box.toPlainText()
    assert heard.said[-1] == "Exported: brev.txt"


def test_a_letter_that_cannot_be_written_says_why(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk()[0]
    heard, screen = listen(desk.bulletin), opened(qtbot, desk)
    type_amount(screen, "1995")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "no" / "brev.txt"), ""))
    button(screen, "Save as a text file…").click()
    assert heard.refused == ["Could not write brev.txt: No such file or directory"]


def test_too_little_billed_is_said_calmly_and_brings_no_letter(qtbot: QtBot) -> None:
    screen = opened(qtbot, make_desk()[0])
    type_amount(screen, "1290")
    assert "The rest may be billed later." in read(screen)
    assert not letter(screen).isVisibleTo(screen)


def test_everything_on_the_page_has_a_name_and_is_seen_whole_at_twice_its_length(qtbot: QtBot) -> None:
    desk = make_desk()[0]
    desk.language = LongLanguage("en")
    screen = opened(qtbot, desk)
    type_amount(screen, "1995")
    assert nameless(screen) == []
    assert cuts(screen, width=2 * WIDTH, height=2 * HEIGHT) == []
