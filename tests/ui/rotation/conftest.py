"""A rotation of two weeks over the example arrangement, on a screen of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.domain.span import DayRange
from bpa_desktop.ui import a11y, theme
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.rotation.view import RotationScreen
from tests.ui.desks import make_desk, week_49
from tests.ui.screens import shown

WEEK_50 = date(2026, 12, 7)


def line(week: int, weekday: int, start: int, end: int, who: str | None = None) -> RotationLine:
    return RotationLine(week, weekday, time(start), time(end), who)


LINES = (
    line(1, 1, 8, 15, "kari"),
    line(1, 1, 15, 22, "ola"),
    line(1, 2, 8, 15),
    line(2, 1, 8, 15, "amina"),
)
TURNUS = Rotation("turnus", "Turnus", 2, DayRange(WEEK_50), LINES)


def with_rotation() -> Roster:
    return replace(week_49(), rotations=(TURNUS,))


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    a11y.install()
    theme.apply(qapp, theme.LIGHT)
    yield make_desk(with_rotation())[0]
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> RotationScreen:
    return shown(qtbot, RotationScreen, desk)
