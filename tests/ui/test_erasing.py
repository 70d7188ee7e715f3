"""Erasing for good from the window: told first, ticked, done, and the backups that hold it shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import DayRange, days_span
from bpa_desktop.services.backup import Backup, Reason, reason_before
from bpa_desktop.services.roster import records_of
from bpa_desktop.services.step import Change, Step, StepLine
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.ui.change_log import ChangeLog
from bpa_desktop.ui.erase_dialog import EraseDialog
from bpa_desktop.ui.holding_dialog import HoldingDialog
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.stage import Opening
from tests.memory import FakeClock
from tests.ui.conftest import ShellMaker
from tests.ui.desks import HOME, week_49
from tests.ui.doors import FakeDoors, FakeShelf
from tests.ui.found import found, there

LONG_AGO = date(2022, 5, 4)
LONG_BEFORE = datetime(2022, 5, 4, tzinfo=UTC)


def roster() -> Roster:
    """Return week 49 with an absence of long ago, and with Ola, who left."""
    week = week_49()
    left = DayRange(date(2021, 1, 1), date(2026, 6, 30))
    ola = next(one for one in week.assistants if one.id == "ola")
    gone = replace(ola, phone="90000004", employments=(replace(ola.employments[0], days=left),))
    assistants = tuple(gone if one is ola else one for one in week.assistants)
    old = Absence("old", "kari", days_span(LONG_AGO, LONG_AGO, zone=HOME.zone), AbsenceKind.SICK_NOTE)
    return replace(week, assistants=assistants, absences=(*week.absences, old))


@pytest.fixture
def doors() -> FakeDoors:
    """Doors behind which there is one backup."""
    doors = FakeDoors()
    doors.backups = FakeShelf(now=FakeClock().now)
    doors.backups.make(Reason.BY_HAND)
    return doors


@pytest.fixture
def shell(shell_of: ShellMaker, doors: FakeDoors) -> Shell:
    """A window with it open."""
    shell = shell_of(doors)
    shell._opened(Opening(MemoryStore(records_of(roster()))))
    return shell


def opened(shell: Shell) -> EraseDialog:
    shell.window.run("erase")
    return shell.window.findChildren(EraseDialog)[-1]


def known(shell: Shell) -> Roster:
    assert shell.session is not None
    return shell.session.history.roster


def test_nothing_is_erased_before_it_is_ticked(shell: Shell) -> None:
    dialog = opened(shell)
    assert dialog.day.text() == "24.11.2023"
    assert dialog.absences.text().startswith("1 absence is erased")
    assert not dialog.erase_absences.isEnabled()
    assert not dialog.erase_details.isEnabled()
    dialog.sure.click()
    assert dialog.erase_absences.isEnabled()
    assert dialog.erase_details.isEnabled()
    assert len(known(shell).absences) == 2


@pytest.mark.parametrize(("typed", "told"), [("", "Write a day"), ("1.1.2030", "Write a day"), ("1.1.2020", "0 abs")])
def test_what_the_day_takes_is_told_while_it_is_typed(shell: Shell, typed: str, told: str) -> None:
    dialog = opened(shell)
    dialog.sure.click()
    dialog.day.setText(typed)
    assert dialog.absences.text().startswith(told)
    assert dialog.erase_absences.isEnabled() is (told == "0 abs")


def test_old_absences_go_and_undo_ends_there(qtbot: QtBot, shell: Shell) -> None:
    dialog = opened(shell)
    dialog.sure.click()
    dialog.erase_absences.click()
    assert [absence.id for absence in known(shell).absences] == ["abs-1"]
    assert shell.window.status.text == "1 absence erased for good."
    assert not shell.window.actions_by_id["undo"].isEnabled()
    qtbot.waitUntil(lambda: there(shell.window, HoldingDialog))
    holding = found(shell.window, HoldingDialog)
    qtbot.waitUntil(lambda: holding.list.count() == 1)


def test_what_was_set_aside_holds_it_too_and_goes_with_the_backups(
    qtbot: QtBot, doors: FakeDoors, shell: Shell
) -> None:
    assert doors.backups is not None
    doors.backups.aside.append(Backup("aside-1", LONG_BEFORE, 300_000, False, Reason.ASIDE, Path("data") / "aside-1"))
    dialog = opened(shell)
    dialog.sure.click()
    dialog.erase_absences.click()
    qtbot.waitUntil(lambda: there(shell.window, HoldingDialog))
    holding = found(shell.window, HoldingDialog)
    qtbot.waitUntil(lambda: holding.list.count() == 2)
    assert "set aside, not checked" in holding.list.item(1).text()
    holding.delete.click()
    qtbot.waitUntil(lambda: holding.list.count() == 1)  # the new one
    assert doors.backups.aside == []


def test_who_left_is_erased_also_from_the_log_and_the_shifts_stay(shell: Shell) -> None:
    shifts = len(known(shell).shifts)
    dialog = opened(shell)
    assert [dialog.person.itemText(row) for row in range(dialog.person.count())] == ["Ola Berg"]
    assert "1 absence" in dialog.details.text()
    dialog.sure.click()
    dialog.erase_details.click()
    left = known(shell).assistants_by_id["ola"]
    assert (left.name, left.phone) == ("Former assistant", "")
    assert len(known(shell).shifts) == shifts
    assert opened(shell).person.count() == 0
    shell.window.run("change_log")
    log = found(shell.window, ChangeLog)
    assert "Ola" not in "".join(log.list.item(row).text() for row in range(log.list.count()))
    assert "Erased for good" in log.details.toPlainText()


@pytest.mark.parametrize(
    ("verb", "reason"), [("remove_shift", Reason.BULK), ("forget_absences", None), ("forget_assistant", None)]
)
def test_no_backup_is_made_first_that_would_hold_it(verb: str, reason: Reason | None) -> None:
    one = week_49().shifts[0]
    changes = (Change(type(one), one.id, before=one, after=None),) * 60
    assert reason_before(Step(StepLine("s", verb, "", FakeClock().now()), changes)) is reason
