"""The change log in the window: read page by page, searched, and saved."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bpa_desktop.services.roster import records_of
from bpa_desktop.services.shift import assign_shifts
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui import change_log
from bpa_desktop.ui.change_log import ENOUGH, ChangeLog
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from tests.memory import FakeClock
from tests.ui.a11y_walk import settle
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors
from tests.ui.found import found


@pytest.fixture
def shell(shell_of: ShellMaker) -> Shell:
    """A window with week 49 open."""
    shell = shell_of(FakeDoors())
    shell._opened(Opening(MemoryStore(records_of(week_49()))))
    return shell


def given(shell: Shell, *names: str, shift: str = "w49-mon-day") -> None:
    assert shell.session is not None
    for name in names:
        assign_shifts(shell.session.history, {shift: name})


def opened(shell: Shell) -> ChangeLog:
    shell.window.run("change_log")
    return found(shell.window, ChangeLog)


def lines(log: ChangeLog) -> list[str]:
    return [log.list.item(row).text() for row in range(log.list.count())]


def test_the_newest_step_stands_first_with_what_it_changed_below(shell: Shell) -> None:
    given(shell, "ola", "kari")
    log = opened(shell)
    assert log.focusWidget() is log.list
    assert ["given to Kari" in lines(log)[0], "given to Ola" in lines(log)[1]] == [True, True]
    assert "assistant Ola Berg → Kari Lunde" in log.details.toPlainText()
    QTest.keyClick(log.list, Qt.Key.Key_Down)
    assert log.details.toPlainText().count("assistant Kari Lunde → Ola Berg") == 1
    assert log.told.text() == "2 steps"


def test_it_reads_on_where_there_is_more_and_says_so(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(change_log, "PAGE", 20)
    given(shell, *(["ola", "kari"] * ENOUGH))
    log = opened(shell)
    assert log.list.count() == ENOUGH
    assert log.told.text() == "50 steps so far"
    log.more.click()
    assert log.list.count() == 2 * ENOUGH
    log.more.click()
    assert log.told.text() == "100 steps"
    assert not log.more.isEnabled()


def test_words_person_and_period_narrow_it(shell: Shell) -> None:
    given(shell, "ola")
    clock = shell._clock
    assert isinstance(clock, FakeClock)
    clock.go_on(timedelta(days=20))
    given(shell, "per", shift="w49-tue-day")
    log = opened(shell)
    assert log.list.count() == 2
    QTest.keyClicks(log.words, "ola")
    QTest.keyClick(log.words, Qt.Key.Key_Return)
    assert log.isVisible()
    assert len(lines(log)) == 1
    log.words.clear()
    log.person.setCurrentIndex(log.person.findData("per"))
    assert ["Per" in line for line in lines(log)] == [True]
    log.person.setCurrentIndex(0)
    log.period.setCurrentIndex(log.period.findData(7))
    assert ["Per" in line for line in lines(log)] == [True]
    log.kind.setCurrentIndex(2)
    assert lines(log) == []
    assert log.told.text() == "0 steps"
    assert not log.save.isEnabled()


def saved(qtbot: QtBot, log: ChangeLog, path: Path) -> list[str]:
    log.save.click()
    qtbot.waitUntil(path.exists)
    return path.read_text("utf-8-sig").splitlines()


def with_many_steps(shell: Shell, monkeypatch: pytest.MonkeyPatch, *, path: Path) -> ChangeLog:
    """Open the log of twice as many steps as are listed at once; what is saved goes to a path."""
    monkeypatch.setattr(change_log, "PAGE", 20)
    monkeypatch.setattr(change_log, "choose_place", lambda *_: path)
    given(shell, *(["ola", "kari"] * ENOUGH))
    return opened(shell)


def test_what_is_found_is_saved_as_a_table(
    qtbot: QtBot, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(shell, "ola")
    log = opened(shell)
    monkeypatch.setattr(change_log, "choose_place", lambda *_: tmp_path / "log.csv")
    heading, line = saved(qtbot, log, tmp_path / "log.csv")
    assert heading == "When,Who,What,From what to what"
    assert "assistant Kari Lunde → Ola Berg" in line
    assert shell.window.status.text == "Exported: log.csv"


def test_everything_that_was_looked_for_is_saved_not_only_what_is_listed(
    qtbot: QtBot, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(shell, "per", shift="w49-tue-day")
    log = with_many_steps(shell, monkeypatch, path=tmp_path / "log.csv")
    log.words.setText("kari")
    log.search()
    assert log.list.count() == ENOUGH
    assert len(saved(qtbot, log, tmp_path / "log.csv")) == 1 + 2 * ENOUGH
    assert log.list.count() == ENOUGH
    assert log.told.text() == "50 steps so far"
    log.more.click()
    assert log.told.text() == "100 steps"


def test_another_search_meanwhile_does_not_change_what_is_saved(
    qtbot: QtBot, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = with_many_steps(shell, monkeypatch, path=tmp_path / "log.csv")
    log.save.click()
    log.words.setText("nobody at all")
    log.search()
    qtbot.waitUntil((tmp_path / "log.csv").exists)
    assert len((tmp_path / "log.csv").read_text("utf-8-sig").splitlines()) == 1 + 2 * ENOUGH
    assert lines(log) == []


def test_closing_it_ends_a_saving_that_is_not_done(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = with_many_steps(shell, monkeypatch, path=tmp_path / "log.csv")
    log.save.click()
    log.reject()
    for _ in range(2 * ENOUGH):
        settle()
    assert not (tmp_path / "log.csv").exists()


def test_what_was_before_is_found_as_well_as_what_came(shell: Shell) -> None:
    given(shell, "ola")
    given(shell, "amina", shift="w49-wed-day")
    log = opened(shell)
    for typed in ("kari lunde", "→ amina", "ola berg → amina"):
        log.words.setText(typed)
        log.search()
        assert log.list.count() == 1, typed


def test_no_label_is_cut_where_its_letters_stand_apart(shell: Shell) -> None:
    labels = [label for label in opened(shell).findChildren(QLabel) if label.buddy() is not None]
    assert len(labels) == 4
    for label in labels:
        letters = label.text().replace("&", "")
        assert label.width() >= sum(label.fontMetrics().horizontalAdvance(letter) for letter in letters) + 4
