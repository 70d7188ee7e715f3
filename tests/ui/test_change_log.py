"""The change log in the window: read page by page, searched, and saved."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bpa_desktop.services.roster import records_of
from bpa_desktop.services.shift import assign_shifts
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui import change_log
from bpa_desktop.ui.change_log import ENOUGH, ChangeLog
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from tests.memory import FakeClock
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
    assert log.list.count() == 60
    assert log.told.text() == "60 steps so far"
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


def test_what_is_listed_is_saved_as_a_table(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given(shell, "ola")
    log = opened(shell)
    monkeypatch.setattr(change_log, "choose_place", lambda *_: tmp_path / "log.csv")
    log.save.click()
    content = (tmp_path / "log.csv").read_text("utf-8-sig")
    assert content.startswith("When,Who,What,From what to what")
    assert "assistant Kari Lunde → Ola Berg" in content
    assert shell.window.status.text == "Exported: log.csv"
