"""What another program wrote is looked at before it is kept: ticked by keys, brought in as one step, or left."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.award import AccountPeriod, Overdraw
from bpa_desktop.domain.day_note import DayNote, DayNoteKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import DayRange
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.interchange import foreign
from bpa_desktop.interchange.arriving.refusal import ForeignFileError
from bpa_desktop.services.arrival import Arrival, Arrivals, LeftOut, Oddity
from bpa_desktop.services.roster import records_of
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.texts.arrival import oddity_text
from bpa_desktop.ui import a11y, theme
from bpa_desktop.ui.arrival_dialog import ArrivalDialog
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.demo import demo_store
from bpa_desktop.ui.start.stage import Opening
from tests.plain_text import plain
from tests.rosters import MONDAY, award, shift
from tests.ui.a11y_walk import settle
from tests.ui.accessibility import Recorder, nameless
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors
from tests.ui.found import found, there

NINA = Assistant("", "Nina Berg", phone="900 00 000")
EVENING = replace(shift("tue 15:00", "22:00", "jonas"), id="")
TRIP = DayNote("", date(2026, 12, 4), date(2026, 12, 6), "Hyttetur", DayNoteKind.EVENT)
FOUND = (
    Arrival(1, NINA),
    Arrival(2, EVENING, (Oddity.OVERLAPS,)),
    Arrival(4, TRIP),
    Arrival(5, Assistant("", "Kari Lunde"), (Oddity.KNOWN,)),
)
BROUGHT = Arrivals(FOUND, (LeftOut(3, "no_day", {"unit": "row", "found": "32.13.2026"}),))
Reader = Callable[[Arrivals | Exception], Path]


def opened_with(shell_of: ShellMaker, roster: Roster) -> Shell:
    shell = shell_of(FakeDoors())
    shell._opened(Opening(MemoryStore(records_of(roster)), None, False))
    return shell


@pytest.fixture
def shell(shell_of: ShellMaker) -> Shell:
    """A window with week 49 open."""
    return opened_with(shell_of, week_49())


@pytest.fixture
def file_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Return what makes a file that is read as told: how files are read is not this test's."""

    def make(told: Arrivals | Exception) -> Path:
        def read(_data: bytes, _roster: Roster, *, today: date) -> Arrivals:
            assert today == date(2026, 11, 24)
            if isinstance(told, Exception):
                raise told
            return told

        monkeypatch.setattr(foreign, "read_foreign", read)
        path = tmp_path / "from another.csv"
        path.write_text("Navn;Telefon\n")
        return path

    return make


def previewed(qtbot: QtBot, shell: Shell, path: Path) -> ArrivalDialog:
    """Return the window that shows a file, once it was read."""
    shell.files.import_path(path)
    qtbot.waitUntil(lambda: there(shell.window, ArrivalDialog))
    qtbot.waitUntil(lambda: not shell.worker.is_busy)
    dialog = found(shell.window, ArrivalDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def press(dialog: ArrivalDialog, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or dialog, key)


def lines(dialog: ArrivalDialog) -> list[str]:
    return [plain(dialog.list.item(place).text()) for place in range(dialog.list.count())]


def test_every_thing_is_a_line_with_what_is_odd_and_what_is_left_out_stands_below_with_its_place(
    qtbot: QtBot, shell: Shell, file_of: Reader
) -> None:
    assert shell.session is not None
    before = shell.session.history.roster
    dialog = previewed(qtbot, shell, file_of(BROUGHT))
    assert lines(dialog) == [
        "Nina Berg, phone 900 00 000",
        "Tue 1 Dec 2026 15:00–22:00, Jonas Åsen\n▲ Jonas Åsen has another shift then; look at both afterwards.",
        "4 Dec 2026 to 6 Dec 2026: Hyttetur",
        "Kari Lunde\n▲ " + oddity_text(Language("en"), FOUND[3], roster=before),
    ]
    assert dialog.list.ticked == [0, 1, 2]  # who is here already is not ticked
    assert [dialog.rest.item(0).text()] == ["Line 3: “32.13.2026” is no day. Write it as 4.12.2026."]
    assert dialog.count.text() == "1 shift, 1 person and 1 day note come in. 2 are left out."
    assert nameless(dialog) == []
    assert shell.session.history.roster == before


def test_a_line_is_heard_as_what_comes_and_what_is_odd_with_its_tick(
    qtbot: QtBot, shell: Shell, file_of: Reader
) -> None:
    dialog = previewed(qtbot, shell, file_of(BROUGHT))
    heard = QAccessible.queryAccessibleInterface(dialog.list)
    assert heard is not None
    spoken = [heard.child(place).text(QAccessible.Text.Name) for place in range(heard.childCount())]
    assert plain(spoken[1]) == (
        "Tue 1 Dec 2026 15:00–22:00, Jonas Åsen. Jonas Åsen has another shift then; look at both afterwards."
    )
    states = [heard.child(place).state() for place in range(heard.childCount())]
    assert [(state.checkable, state.checked) for state in states] == [(1, 1), (1, 1), (1, 1), (1, 0)]


def test_space_turns_a_tick_over_and_how_much_comes_in_is_said(qtbot: QtBot, shell: Shell, file_of: Reader) -> None:
    dialog = previewed(qtbot, shell, file_of(BROUGHT))
    assert dialog.list.hasFocus()
    with Recorder() as recorder:
        press(dialog, Qt.Key.Key_Space, Qt.Key.Key_End, Qt.Key.Key_Space)
    assert recorder.announcements == [
        "1 shift and 1 day note come in. 3 are left out.",
        "1 shift, 1 person and 1 day note come in. 2 are left out.",
    ]
    assert dialog.list.ticked == [1, 2, 3]


def test_everything_and_nothing_is_ticked_by_a_key_and_nothing_cannot_be_brought_in(
    qtbot: QtBot, shell: Shell, file_of: Reader
) -> None:
    dialog = previewed(qtbot, shell, file_of(BROUGHT))
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(dialog, Qt.Key.Key_N, alt)
    qtbot.waitUntil(lambda: dialog.list.ticked == [])
    assert dialog.count.text() == "Nothing comes in. 5 are left out."
    assert not dialog.button.isEnabled()
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_A, alt)
    qtbot.waitUntil(lambda: dialog.list.ticked == [0, 1, 2, 3])
    assert dialog.button.isEnabled()


def test_enter_brings_in_what_is_ticked_in_one_step_that_is_said_and_undone_by_name(
    qtbot: QtBot, shell: Shell, file_of: Reader
) -> None:
    assert shell.session is not None
    history = shell.session.history
    before = history.roster
    dialog = previewed(qtbot, shell, file_of(BROUGHT))
    with Recorder() as recorder:
        press(dialog, Qt.Key.Key_Return)
    settle()
    said = "1 shift, 1 person and 1 day note brought in"
    assert recorder.announcements[-1] == f"{said}."
    assert not there(shell.window, ArrivalDialog)
    names = [assistant.name for assistant in history.roster.assistants]
    assert (names.count("Nina Berg"), names.count("Kari Lunde")) == (1, 1)
    assert [replace(note, id="") for note in history.records.all(DayNote)] == [TRIP]
    assert shell.window.actions_by_id["undo"].text() == f"&Undo: {said}"
    history.undo()
    assert history.roster == before
    assert history.records.all(DayNote) == ()


def test_what_is_closed_keeps_nothing(qtbot: QtBot, shell: Shell, file_of: Reader) -> None:
    assert shell.session is not None
    dialog = previewed(qtbot, shell, file_of(BROUGHT))
    press(dialog, Qt.Key.Key_Escape)
    settle()
    assert not there(shell.window, ArrivalDialog)
    assert shell.session.history.undoable is None


@pytest.mark.parametrize("told", [BROUGHT, ForeignFileError("pdf")])
def test_what_is_still_read_when_its_window_is_closed_is_shown_and_said_no_more(
    qtbot: QtBot, shell: Shell, file_of: Reader, monkeypatch: pytest.MonkeyPatch, told: Arrivals | Exception
) -> None:
    assert shell.session is not None
    path, closed, said = file_of(told), Event(), list[str]()
    read = foreign.read_foreign

    def read_slowly(data: bytes, roster: Roster, *, today: date) -> Arrivals:
        closed.wait()
        return read(data, roster, today=today)

    monkeypatch.setattr(foreign, "read_foreign", read_slowly)
    monkeypatch.setattr(a11y, "announce", lambda _window, text, **_how: said.append(text))
    shell.files.arrivals.preview(path, shell.session.history)
    dialog = found(shell.window, ArrivalDialog)
    assert dialog.lead.text() == "Reading from another.csv…"
    assert not dialog.button.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    closed.set()
    qtbot.waitUntil(lambda: not shell.worker.is_busy)
    assert not there(shell.window, ArrivalDialog)
    assert said == []
    assert shell.session.history.undoable is None


@pytest.mark.parametrize("code", ["picture", "pdf", "backup"])
def test_what_cannot_be_read_is_said_in_the_window_and_at_once(
    qtbot: QtBot, shell: Shell, file_of: Reader, code: str
) -> None:
    with Recorder() as recorder:
        dialog = previewed(qtbot, shell, file_of(ForeignFileError(code)))
    said = next(event for event in recorder.events if event.message)
    assert said.assertive
    assert dialog.lead.text() == f"▲ {said.message}"
    assert not dialog.button.isVisible()
    assert not dialog.list.isVisible()
    assert nameless(dialog) == []


def test_a_file_that_is_gone_before_it_is_read_is_said(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    assert shell.session is not None
    shell.files.arrivals.preview(tmp_path / "none.csv", shell.session.history)
    dialog = found(shell.window, ArrivalDialog)
    qtbot.waitUntil(lambda: dialog.lead.text().startswith("▲ Could not read none.csv: "))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_a_pipe_is_refused_instead_of_waited_for(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    shell.files.import_path(tmp_path / "pipe")
    qtbot.waitUntil(lambda: shell.window.status.text.endswith("pipe is a pipe or a device. Choose a file."))


def test_a_fault_of_the_program_is_not_said_to_be_the_files(qtbot: QtBot, shell: Shell, file_of: Reader) -> None:
    with qtbot.captureExceptions() as faults:
        dialog = previewed(qtbot, shell, file_of(ZeroDivisionError()))
    assert [kind for kind, _, _ in faults] == [ZeroDivisionError]
    assert "▲" not in dialog.lead.text()


def test_what_an_award_forbids_is_refused_in_the_window_and_nothing_is_kept(
    qtbot: QtBot, shell_of: ShellMaker, file_of: Reader
) -> None:
    week = DayRange(MONDAY, date(2026, 12, 6))
    strict = replace(award(week, weekly="7", period=AccountPeriod.AWARD), overdraw=Overdraw.BLOCK)
    shell = opened_with(shell_of, replace(week_49(), awards=(strict,)))
    assert shell.session is not None
    dialog = previewed(qtbot, shell, file_of(BROUGHT))
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "the award says that no plan may" in dialog.lead.text()
    assert shell.session.history.undoable is None


def test_without_an_arrangement_a_table_is_refused_with_what_to_do(
    qtbot: QtBot, shell_of: ShellMaker, file_of: Reader
) -> None:
    shell = shell_of(FakeDoors())
    shell.begin(demo=False)
    shell.files.import_path(file_of(BROUGHT))
    qtbot.waitUntil(lambda: "is no roster file. Begin an arrangement first" in shell.window.status.text)
    assert not there(shell.window, ArrivalDialog)


def test_the_command_looks_at_the_file_that_is_chosen(
    qtbot: QtBot, shell: Shell, file_of: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = file_of(BROUGHT)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_options: (str(chosen), ""))
    shell.window.run("bring_in")
    qtbot.waitUntil(lambda: found(shell.window, ArrivalDialog).list.count() == len(FOUND))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_options: ("", ""))
    found(shell.window, ArrivalDialog).close()
    settle()
    shell.window.run("bring_in")
    assert not there(shell.window, ArrivalDialog)


def test_nothing_is_brought_into_the_demo(shell_of: ShellMaker) -> None:
    shell = shell_of(FakeDoors())
    shell._opened(Opening(demo_store(date(2026, 11, 24)), None, True))
    assert not shell.window.actions_by_id["bring_in"].isEnabled()


def test_a_press_anywhere_on_a_line_turns_its_tick_over_once(qtbot: QtBot, shell: Shell, file_of: Reader) -> None:
    dialog = previewed(qtbot, shell, file_of(BROUGHT))
    line = dialog.list.visualItemRect(dialog.list.item(1))
    for x, ticked in ((line.left() + 10, [0, 2]), (line.right() - 10, [0, 1, 2])):  # in the box, and far from it
        QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, line.center().y()))
        assert dialog.list.ticked == ticked


@pytest.mark.parametrize("percent", [100, 200])
def test_no_line_is_cut_however_large_the_text_and_narrow_the_window(
    qtbot: QtBot, qapp: QApplication, shell: Shell, file_of: Reader, percent: int
) -> None:
    theme.apply(qapp, theme.LIGHT, text_percent=percent, large_targets=percent > 100)
    long = replace(NINA, address="Storgata 1, 1383 Asker", email="nina.berg.nordmann@example.no")
    dialog = previewed(
        qtbot, shell, file_of(Arrivals(tuple(Arrival(1, replace(long, name="N" * n)) for n in range(1, 60))))
    )
    for width in (420, 637, 900):
        dialog.resize(width, 700)
        settle()
        for place in range(dialog.list.count()):
            item = dialog.list.item(place)
            line = dialog.list.visualItemRect(item)
            room = QRect(0, 0, line.width() - dialog.list.fontMetrics().height() - 12, 10_000)
            text = dialog.list.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            assert line.height() >= text.height(), (width, item.text())


@pytest.mark.parametrize("count", [1_500, pytest.param(10_000, marks=pytest.mark.thorough)])
def test_thousands_of_things_are_all_there_and_come_in_together(
    qtbot: QtBot, shell: Shell, file_of: Reader, count: int
) -> None:
    assert shell.session is not None
    history = shell.session.history
    before = len(history.roster.assistants)
    many = Arrivals(tuple(Arrival(n, replace(NINA, name=f"Nina {n}")) for n in range(1, count + 1)))
    dialog = previewed(qtbot, shell, file_of(many))
    assert len(dialog.list.ticked) == count
    assert dialog.count.text() == f"{count:,} people come in."
    last = dialog.list.item(count - 1)
    qtbot.waitUntil(lambda: dialog.list.visualItemRect(last).isValid())
    press(dialog, Qt.Key.Key_End)
    assert dialog.list.currentItem() is last
    press(dialog, Qt.Key.Key_Return)
    settle()
    assert len(history.roster.assistants) == before + count
    assert history.undoable is not None
