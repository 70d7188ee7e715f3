"""What has the focus stays in sight when what is shown is drawn anew, and what was scrolled away stays away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from bpa_desktop.domain.shift import Shift
from bpa_desktop.rules.rule import Finding, Weight
from bpa_desktop.services.shift import add_shifts
from tests.ui.roster.hour_weeks import hours
from tests.ui.roster.stage import Stage, settle


def bottom(stage: Stage) -> int:
    """Return how far the current card reaches, below the top of what is seen."""
    card, area = stage.current, stage.screen._scroll.viewport()
    return card.mapTo(area, QPoint(0, card.height())).y() - area.height()


def more_above(stage: Stage) -> None:
    """Have what stands above the last row be higher."""
    add_shifts(stage.desk.history, [Shift("", hours(1, hour, hour + 2), None) for hour in range(8, 16)])
    settle()


@pytest.mark.parametrize("view", ["week_grid", "agenda"])
def test_what_has_the_focus_stays_in_sight_when_something_above_grows(stage: Stage, view: str) -> None:
    stage.window.resize(1280, 420)
    stage.act(view)
    stage.focus("w49-sun-long")
    assert bottom(stage) <= 0
    more_above(stage)
    assert bottom(stage) <= 0


def test_a_card_that_grows_by_a_problem_stays_whole(stage: Stage) -> None:
    stage.window.resize(1280, 420)
    stage.act("agenda")
    stage.focus("w49-sun-long")
    high = stage.current.height()
    stage.found.append(Finding("daily_rest", Weight.MUST, "amina", ("w49-sun-long",), None))
    stage.screen.check()
    settle()
    assert stage.current.height() > high
    assert bottom(stage) <= 0


def test_what_one_has_scrolled_away_from_stays_away(stage: Stage) -> None:
    stage.window.resize(1280, 420)
    stage.act("agenda")
    stage.focus("w49-sun-long")
    bar = stage.screen._scroll.verticalScrollBar()
    bar.setValue(0)
    assert stage.current.visibleRegion().isEmpty()
    more_above(stage)
    assert bar.value() == 0
