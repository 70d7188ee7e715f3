"""Hours become higher and lower by keys, where hours are shown, and stay so on this computer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpa_desktop.services.roster import records_of
from bpa_desktop.services.settings import HOUR_PERCENTS
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui import theme
from bpa_desktop.ui.roster.view import RosterScreen
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from tests.ui.conftest import ShellMaker
from tests.ui.desks import week_49
from tests.ui.doors import FakeDoors
from tests.ui.roster.stage import ALT, Key, Stage

WAYS = ("higher_hours", "lower_hours", "usual_hours")


@pytest.fixture
def shell(shell_of: ShellMaker, qapp: QApplication) -> Iterator[Shell]:
    """A window with week 49 open."""
    shell = shell_of(FakeDoors())
    shell._opened(Opening(MemoryStore(records_of(week_49())), None, False))
    yield shell
    theme.apply(qapp, theme.LIGHT)


def offered(shell: Shell) -> list[str]:
    return [one for one in WAYS if shell.window.actions_by_id[one].isEnabled()]


def screen_of(shell: Shell) -> RosterScreen:
    screen = shell.window.current_screen()
    assert isinstance(screen, RosterScreen)
    return screen


def test_it_is_offered_where_hours_are_shown_and_no_further_than_there_is(shell: Shell) -> None:
    assert offered(shell) == []
    shell.window.run("week_hours")
    assert offered(shell) == ["higher_hours", "lower_hours"]
    for _ in HOUR_PERCENTS:
        shell.window.run("higher_hours")
    assert offered(shell) == ["lower_hours", "usual_hours"]
    shell.window.run("month")
    assert offered(shell) == []


def test_keys_make_hours_higher_and_lower_say_so_and_have_it_kept(shell: Shell) -> None:
    shell.window.run("day_grid")
    scales = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        QTest.keyClick(shell.window, key, ALT)
        scales.append(screen_of(shell).grid.hours.scale.hour)
        percent = shell._look.settings.hour_percent
        assert shell.window.status.text == f"Height of an hour {percent} %"
    usual = scales[-1]
    assert scales == [round(usual * 1.5), usual * 2, round(usual * 1.5), usual]
    assert shell._look.settings.hour_percent == 100


def test_what_was_chosen_is_there_when_the_program_is_opened_again(shell: Shell) -> None:
    shell.window.run("day_grid")
    shell.window.run("lower_hours")
    low = screen_of(shell).grid.hours.scale.hour
    shell._opened(Opening(MemoryStore(records_of(week_49())), None, False))
    shell.window.run("week_hours")
    assert screen_of(shell).grid.hours.scale.hour == low


def test_the_hour_in_the_middle_stays_there(stage: Stage) -> None:
    stage.act("week_hours")
    grid, area = stage.screen.grid, stage.screen._scroll
    bar = area.verticalScrollBar()
    bar.setValue(grid.hours.scale.y(12) - area.viewport().height() // 2)
    for way in ("higher_hours", "higher_hours", "lower_hours", "usual_hours"):
        stage.act(way)
        at = (bar.value() + area.viewport().height() / 2 - grid.hours.scale.top) / grid.hours.scale.hour
        assert at == pytest.approx(12, abs=0.1)


def test_cards_grow_with_their_hours_and_what_was_chosen_stays_in_every_view_by_the_hour(stage: Stage) -> None:
    stage.focus("w49-wed-day")
    stage.act("week_hours")
    high = [stage.current.height()]
    for _ in range(3):
        stage.act("higher_hours")
        high.append(stage.current.height())
    assert all(before < after for before, after in pairwise(high))
    stage.act("day_grid")
    assert stage.current.height() == high[-1]


def test_what_has_the_focus_keeps_it(stage: Stage) -> None:
    stage.focus("w49-wed-day")
    stage.act("week_hours")
    stage.act("higher_hours")
    stage.key(Key.Key_Down)
    assert stage.current is stage.card("w49-wed-eve")
