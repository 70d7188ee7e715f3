"""The stage of the roster's tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import DayRange, Week
from bpa_desktop.rules.rule import Finding
from bpa_desktop.ui.roster.findings import Findings
from tests.ui.roster.stage import Stage, set_stage

StageMaker = Callable[..., Stage]
REAL_OF_DAYS = Findings.of_days
"""The rules themselves: the stage puts what a test says in their place."""


def REAL(findings: Findings, roster: Roster, week: Week) -> tuple[Finding, ...]:  # beside the other
    """Return what the rules themselves find in a week."""
    return REAL_OF_DAYS(findings, roster, DayRange(week.days[0], week.days[-1]))


@pytest.fixture
def make_stage(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> StageMaker:
    """Return what sets a stage over a roster and a language."""

    def patch(check: Callable[..., object]) -> None:
        def of_days(findings: Findings, roster: Roster, days: DayRange) -> object:
            return check(roster, findings, days=days)

        monkeypatch.setattr(Findings, "of_days", of_days)

    def make(roster: Roster | None = None, code: str = "en") -> Stage:
        return set_stage(qtbot, patch, roster=roster, code=code)

    return make


@pytest.fixture
def stage(make_stage: StageMaker) -> Stage:
    """The example week in English."""
    return make_stage()
