"""Handing the roster out by keys: looked at, saved in five ways, printed, copied; no more told than is ticked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.span import Week
from bpa_desktop.interchange.roster_pages import SheetKind
from bpa_desktop.services.handout import LEAST, Contents
from bpa_desktop.services.settings import Settings, settings_data, settings_from
from bpa_desktop.ui import theme
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.hand_out_dialog import HandOutDialog
from bpa_desktop.ui.roster.handed import Handed
from bpa_desktop.ui.roster.view import RosterScreen
from tests.ui.a11y_walk import nameless, settle
from tests.ui.cut_texts import cuts
from tests.ui.desks import listen, make_desk
from tests.ui.long_language import LongLanguage
from tests.ui.screens import shown

WEEK_49 = Week(2026, 49)


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT)


def opened(qtbot: QtBot, desk: Desk) -> HandOutDialog:
    screen = shown(qtbot, RosterScreen, desk)
    screen.show_week(WEEK_49)
    screen.handlers()["hand_out"]()
    settle()
    dialog = screen.findChild(HandOutDialog)
    assert isinstance(dialog, HandOutDialog)
    return dialog


def told(dialog: HandOutDialog) -> str:
    return dialog.preview.accessibleDescription()


def choose(dialog: HandOutDialog, field: str, value: str) -> None:
    """Choose by keys: Home, then down until it is there."""
    box = dialog.findChild(QComboBox, field)
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    while box.currentData() != value:
        QTest.keyClick(box, Qt.Key.Key_Down)


def press(dialog: HandOutDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_the_week_that_is_shown_is_seen_and_read_and_left_with_escape(qtbot: QtBot) -> None:
    dialog = opened(qtbot, make_desk()[0])
    assert told(dialog).startswith("Roster · Week 49 · 30 Nov – 6 Dec 2026")
    assert nameless(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_each_sheet_and_each_person_can_be_chosen_by_keys(qtbot: QtBot) -> None:
    dialog = opened(qtbot, make_desk()[0])
    for kind, title in (
        (SheetKind.MONTH, "Roster · December 2026"),
        (SheetKind.LIST, "Roster · Week 49"),
        (SheetKind.FRIDGE, "Who comes next"),
        (SheetKind.EMERGENCY, "If something happens"),
    ):
        choose(dialog, "sheet", kind.value)
        assert told(dialog).startswith(title)
    choose(dialog, "sheet", SheetKind.WEEK.value)
    choose(dialog, "who", "kari")
    assert told(dialog).startswith("Roster · Kari · Week 49")


def test_names_places_and_notes_are_told_once_ticked_and_that_is_remembered(qtbot: QtBot) -> None:
    desk = make_desk()[0]
    chosen: list[Contents] = []
    desk.bulletin.contents_chosen.connect(chosen.append)
    dialog = opened(qtbot, desk)
    assert "Lunde" not in told(dialog)
    tick = dialog.ticks["whole_names"]
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert "Kari Lunde" in told(dialog)
    assert chosen == [desk.contents] == [Contents(whole_names=True)]
    dialog.reject()
    assert opened(qtbot, desk).ticks["whole_names"].isChecked()


def test_what_is_told_is_kept_in_the_settings() -> None:
    told_now = Contents(whole_names=True, notes=True)
    kept = settings_from(settings_data(Settings().telling(told_now)))
    assert (kept.contents, Settings().contents) == (told_now, LEAST)


def test_large_type_is_a_list(qtbot: QtBot) -> None:
    dialog = opened(qtbot, make_desk()[0])
    dialog.ticks["large"].click()
    assert dialog.handed.paper(dialog._desk).large
    assert dialog._desk.contents == LEAST


@pytest.mark.parametrize(
    ("ending", "begins"), [("pdf", b"%PDF"), ("ics", b"BEGIN:VCAL"), ("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")]
)
def test_it_is_saved_under_a_name_that_says_what_it_is(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, begins: bytes
) -> None:
    desk = make_desk()[0]
    heard, dialog = listen(desk.bulletin), opened(qtbot, desk)
    choose(dialog, "who", "kari")
    proposed: list[str] = []

    def answer(_parent: object, _title: str, start: str, *_: object, **__: object) -> tuple[str, str]:
        proposed.append(Path(start).name)
        return str(tmp_path / "file"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    press(dialog, ending)
    assert proposed == [f"vaktplan-2026-u49-kari.{ending}"]
    assert (tmp_path / f"file.{ending}").read_bytes().startswith(begins)
    assert heard.said[-1] == f"Exported: file.{ending}"


def test_nothing_is_saved_where_no_place_is_chosen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = make_desk()[0]
    heard, dialog = listen(desk.bulletin), opened(qtbot, desk)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    press(dialog, "csv")
    assert heard.said == []


def test_one_person_s_shifts_are_copied_as_a_message_in_their_language(qtbot: QtBot) -> None:
    desk = make_desk()[0]
    amina = desk.roster.assistants_by_id["amina"]
    with desk.history.step("edit_assistant") as record:
        record.put(replace(amina, languages=("so", "nb")))
    heard, dialog = listen(desk.bulletin), opened(qtbot, desk)
    choose(dialog, "who", "amina")
    press(dialog, "copy")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Hei, Amina! Vaktene dine:"
    assert lines[1] == "tir. 1. des. 08:00–15:00"
    assert len(lines) == 4
    assert heard.said[-1] == "Copied. Paste it into a message."


def test_it_is_printed_and_said_so(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = make_desk()[0]
    heard, dialog = listen(desk.bulletin), opened(qtbot, desk)
    printed: list[int] = []

    def take(pages: tuple[bytes, ...], _window: object) -> bool:
        printed.append(len(pages))
        return True

    monkeypatch.setattr("bpa_desktop.ui.printing.print_pages", take)
    press(dialog, "print")
    assert printed == [1]
    assert heard.said[-1] == "Sent to the printer."


def test_a_month_is_that_of_the_week_s_thursday() -> None:
    desk = make_desk()[0]
    handed = Handed(SheetKind.MONTH, Week(2026, 53), LEAST)
    span = handed.extent(desk).span
    assert span is not None
    assert (span.first_day(desk.zone).isoformat(), span.last_day(desk.zone).isoformat()) == ("2026-12-01", "2026-12-31")


def test_nothing_is_cut_at_twice_its_length(qtbot: QtBot) -> None:
    desk = make_desk()[0]
    desk.language = LongLanguage("en")
    dialog = opened(qtbot, desk)
    screen = QApplication.primaryScreen().availableGeometry()
    assert cuts(dialog, width=screen.width(), height=screen.height()) == []
