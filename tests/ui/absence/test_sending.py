"""The message leaves the program only when the user says so, and then to another program, a camera, or paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.fallback import FallbackContact, FallbackKind
from bpa_desktop.interchange.qr import QUIET, TooLongError, qr_matrix
from bpa_desktop.services.fallback import keep_fallback
from bpa_desktop.services.team import edit_assistant
from bpa_desktop.texts.link import sms_link
from bpa_desktop.ui import theme
from bpa_desktop.ui.absence import sending
from bpa_desktop.ui.absence.call_sheet_dialog import CallSheetDialog
from bpa_desktop.ui.absence.qr_dialog import QrDialog
from bpa_desktop.ui.absence.view import AbsenceScreen
from bpa_desktop.ui.desk import Desk
from tests.ui.desks import listen, make_desk
from tests.ui.screens import focused, press, shown

EVENING = "w49-fri-eve"
ASKED = "Hei, Kari! Kan du ta en vakt fredag 4. desember 15:00–23:00?"


@pytest.fixture(params=[theme.LIGHT, theme.HIGH_CONTRAST], ids=["light", "high contrast"])
def desk(qtbot: QtBot, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Desk]:
    theme.apply(qapp, request.param)
    yield make_desk(code="nb")[0]
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is handed to other programs."""
    found: list[str] = []

    def open_url(url: QUrl) -> bool:
        found.append(url.toEncoded().toStdString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


def screen(qtbot: QtBot, desk: Desk) -> AbsenceScreen:
    found = shown(qtbot, AbsenceScreen, desk, EVENING)
    assert focused().startswith("Kari Lunde")
    return found


def without(desk: Desk, **details: str) -> None:
    kari = next(one for one in desk.roster.assistants if one.name == "Kari Lunde")
    edit_assistant(desk.history, replace(kari, **details))  # type: ignore[arg-type]  # texts only


@pytest.mark.parametrize(
    ("letter", "begins"),
    [("s", "sms:+4790000001?body=Hei%2C%20Kari%21%20Kan%20du%20ta%20en%20vakt%20"), ("r", "tel:+4790000001")],
)
def test_a_letter_hands_the_message_or_the_number_to_another_program(
    qtbot: QtBot, desk: Desk, opened: list[str], letter: str, begins: str
) -> None:
    screen(qtbot, desk)
    heard = listen(desk.bulletin)
    assert opened == []
    press(letter)
    assert len(opened) == 1
    assert opened[0].startswith(begins)
    assert len(heard.said) == 1
    assert "Kari" in heard.said[0]


def test_an_e_mail_says_in_its_subject_nothing_that_others_may_not_read(
    qtbot: QtBot, desk: Desk, opened: list[str]
) -> None:
    without(desk, email="kari@example.org")
    screen(qtbot, desk)
    press("e")
    assert opened[0].startswith("mailto:kari@example.org?subject=")
    assert "&body=Hei%2C%20Kari" in opened[0]


@pytest.mark.parametrize(("letter", "details"), [("s", "phone"), ("r", "phone"), ("e", "email")])
def test_what_is_missing_is_said_and_nothing_is_opened(
    qtbot: QtBot, desk: Desk, opened: list[str], letter: str, details: str
) -> None:
    without(desk, **{details: ""})
    screen(qtbot, desk)
    heard = listen(desk.bulletin)
    press(letter)
    assert opened == []
    assert len(heard.refused) == 1
    assert heard.refused[0].startswith("Kari ")


def test_a_computer_where_nothing_opens_it_is_said(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    screen(qtbot, desk)
    heard = listen(desk.bulletin)
    press("r")
    assert len(heard.refused) == 1


def qr_dialog(found: AbsenceScreen) -> QrDialog:
    return next(one for one in found.findChildren(QrDialog) if one.isVisible())


def test_the_code_holds_the_message_dark_on_light_in_every_palette(qtbot: QtBot, desk: Desk) -> None:
    found = screen(qtbot, desk)
    press("q")
    dialog = qr_dialog(found)
    message = dialog.picture.accessibleDescription()
    assert message.startswith(ASKED)
    expected = qr_matrix(sms_link("+47 900 00 001", message) or "")
    assert _squares(dialog.picture.grab().toImage(), len(expected)) == expected
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def _squares(image: QImage, count: int) -> tuple[tuple[bool, ...], ...]:
    """Return what a camera would read: which squares are dark, in the middle of the picture."""
    side = min(image.width(), image.height()) // (count + 2 * QUIET)
    left = (image.width() - side * (count + 2 * QUIET)) // 2 + QUIET * side
    top = (image.height() - side * (count + 2 * QUIET)) // 2 + QUIET * side
    assert image.pixelColor(left - side, top - side) == QColor("#FFFFFF")
    return tuple(
        tuple(
            image.pixelColor(left + column * side + side // 2, top + row * side + side // 2).lightness() < 128
            for column in range(count)
        )
        for row in range(count)
    )


def test_without_a_number_the_code_holds_the_words(qtbot: QtBot, desk: Desk) -> None:
    without(desk, phone="")
    found = screen(qtbot, desk)
    press("q")
    dialog = qr_dialog(found)
    expected = qr_matrix(dialog.picture.accessibleDescription())
    assert _squares(dialog.picture.grab().toImage(), len(expected)) == expected


def test_a_message_that_no_code_holds_is_refused(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_long(_text: str) -> tuple[tuple[bool, ...], ...]:
        raise TooLongError

    monkeypatch.setattr(sending, "qr_matrix", too_long)
    found = screen(qtbot, desk)
    heard = listen(desk.bulletin)
    press("q")
    assert len(heard.refused) == 1
    assert not found.findChildren(QrDialog)


def test_the_call_sheet_names_whom_to_call_and_whom_at_last(qtbot: QtBot, desk: Desk) -> None:
    keep_fallback(desk.history, FallbackContact("", FallbackKind.DUTY, "Vakttelefonen", "90000099"))
    found = screen(qtbot, desk)
    found.handlers()["call_sheet"]()
    dialog = next(one for one in found.findChildren(CallSheetDialog) if one.isVisible())
    assert "Kari Lunde" in dialog.sheet.text
    assert "+47 900 00 001" in dialog.sheet.text
    assert "Vakttelefonen" in dialog.sheet.text
    assert "Ola Berg" not in dialog.sheet.text  # who is away, nor why
    dialog.reject()
