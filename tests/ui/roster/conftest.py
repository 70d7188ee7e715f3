"""The stage of the roster's tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import Week
from bpa_desktop.ui.roster.findings import Findings
from tests.ui.roster.stage import Stage, set_stage

StageMaker = Callable[..., Stage]
REAL = Findings.of_week
"""The rules themselves: the stage puts what a test says in their place."""


@pytest.fixture
def make_stage(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> StageMaker:
    """Return what sets a stage over a roster and a language."""

    def patch(check: Callable[..., object]) -> None:
        def of_week(findings: Findings, roster: Roster, week: Week) -> object:
            return check(roster, findings, week=week)

        monkeypatch.setattr(Findings, "of_week", of_week)

    def make(roster: Roster | None = None, code: str = "en") -> Stage:
        return set_stage(qtbot, patch, roster=roster, code=code)

    return make


@pytest.fixture
def stage(make_stage: StageMaker) -> Stage:
    """The example week in English."""
    return make_stage()
