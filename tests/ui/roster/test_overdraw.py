"""An award that may not be overdrawn: what would take more is refused in words, and the plan stays as it was."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from bpa_desktop.domain.award import Overdraw, WeeklyHours
from bpa_desktop.domain.span import DayRange
from tests.plain_text import plain
from tests.ui.desks import week_49
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import ALT, SHIFT, Key, Stage

DAY = "w49-mon-day"


@pytest.fixture
def spent(make_stage: StageMaker) -> Stage:
    """Return a stage on which every hour of the award is planned, and none may be taken beyond."""
    roster = week_49()
    days = [shift.span.first_day(roster.arrangement.zone) for shift in roster.shifts]
    hours = sum((shift.span.hours for shift in roster.shifts), Decimal(0))
    award = replace(
        roster.awards[0],
        days=DayRange(min(days), max(days)),
        weekly_hours=WeeklyHours(hours, Decimal(0), Decimal(0)),
        overdraw=Overdraw.BLOCK,
    )
    stage = make_stage(replace(roster, awards=(award,)))
    stage.focus(DAY)
    return stage


def test_longer_by_a_key_is_refused(spent: Stage) -> None:
    before = spent.roster
    spent.key(Key.Key_Right, ALT | SHIFT)
    assert spent.roster == before
    assert plain(spent.heard.refused[-1]).startswith(
        "That would take 0.25 hours more than the award grants until 6 Dec"
    )


def test_a_copy_is_refused(spent: Stage) -> None:
    spent.act("copy_shift")
    assert spent.verbs == []
    assert plain(spent.heard.refused[-1]).startswith("That would take 7 hours more")


def test_what_is_typed_too_long_is_said_beside_the_times_and_the_dialog_stays(spent: Stage) -> None:
    spent.act("edit_shift")
    spent.write("8-16")
    spent.key(Key.Key_Return)
    assert spent.verbs == []
    times = QApplication.focusWidget()
    assert isinstance(times, QLineEdit)
    assert times.objectName() == "times"
    assert plain(times.accessibleDescription()).startswith("That would take 1 hour more")
    times.selectAll()
    spent.write("8-14")
    spent.key(Key.Key_Return)
    assert spent.verbs == ["edit_shift"]
    assert spent.current is spent.card(DAY)


def test_moving_within_the_award_is_done(spent: Stage) -> None:
    spent.key(Key.Key_Right, ALT)
    assert spent.verbs == ["move_shift"]
