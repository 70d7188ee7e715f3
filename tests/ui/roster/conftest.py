"""The stage of the roster's tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.roster import Roster
from bpa_desktop.ui.roster import view
from tests.ui.roster.stage import Stage, set_stage

StageMaker = Callable[..., Stage]


@pytest.fixture
def make_stage(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> StageMaker:
    """Return what sets a stage over a roster and a language."""

    def patch(check: Callable[..., object]) -> None:
        monkeypatch.setattr(view, "week_findings", check)

    def make(roster: Roster | None = None, code: str = "en") -> Stage:
        return set_stage(qtbot, patch, roster=roster, code=code)

    return make


@pytest.fixture
def stage(make_stage: StageMaker) -> Stage:
    """The example week in English."""
    return make_stage()
