"""The ring round the card or day that has the focus, measured in the pixels of every view and palette."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from bpa_desktop.ui import theme
from tests.ui.roster.conftest import StageMaker
from tests.ui.roster.stage import focused
from tests.ui.test_focus_ring import ENOUGH, LEAST
from tests.ui.test_theme import contrast

VIEWS = ("week_grid", "agenda", "day_grid", "week_hours", "month")
_AROUND = 6


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """Give the application back as it was."""
    yield qapp
    theme.apply(qapp, theme.LIGHT)


def across(image: QImage, area: QRect) -> list[str]:
    """Return the colours along a line from right of an area to its middle, low enough to pass below its words."""
    y = area.bottom() - area.height() // 4
    return [image.pixelColor(x, y).name() for x in range(area.right() + _AROUND, area.center().x(), -1)]


def ring_of(colours: list[str], *, focus: str) -> tuple[int, float, float]:
    """Return how wide the ring is, and its contrast to what is outside and inside, past a pixel that is drawn smooth.

    Nothing where there is no ring.
    """
    if focus not in colours:
        return 0, 0.0, 0.0
    first = colours.index(focus)
    last = next(place for place in range(first, len(colours)) if colours[place] != focus)
    return last - first, contrast(focus, colours[first - 2]), contrast(focus, colours[last + 1])


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("view", VIEWS)
def test_the_card_or_day_that_has_the_focus_has_a_ring(
    app: QApplication, make_stage: StageMaker, view: str, name: str
) -> None:
    stage = make_stage()
    theme.apply(app, theme.THEMES[name])
    stage.focus("w49-wed-day")
    stage.act(view)
    cell, whole = focused(), stage.window
    area = QRect(cell.mapTo(whole, QPoint(0, 0)), cell.size())
    line = across(whole.grab().toImage(), area)
    width, outside, within = ring_of(line, focus=QColor(theme.THEMES[name].focus).name())
    assert width >= LEAST
    assert outside >= ENOUGH
    assert within >= ENOUGH


def test_a_ring_too_thin_or_too_faint_is_found() -> None:
    paper, focus, pale = "#ffffff", "#000000", "#222222"
    assert ring_of([paper] * 9, focus=focus) == (0, 0.0, 0.0)
    assert ring_of([*[paper] * 5, focus, *[paper] * 5], focus=focus)[0] < LEAST
    assert ring_of([*[pale] * 5, *[focus] * 3, *[paper] * 5], focus=focus)[1] < ENOUGH
    assert ring_of([*[paper] * 5, *[focus] * 3, *[pale] * 5], focus=focus)[2] < ENOUGH
