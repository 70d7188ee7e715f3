"""A rotation of two weeks over the example arrangement, beginning in week 50 of 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from PySide6.QtWidgets import QApplication, QLineEdit

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.domain.span import DayRange
from tests.ui.desks import week_49
from tests.ui.screens import press

WEEK_50 = date(2026, 12, 7)


def line(week: int, weekday: int, start: int, end: int, who: str | None = None) -> RotationLine:
    """Return a line by whole hours; nobody is a seat."""
    return RotationLine(week, weekday, time(start), time(end), who)


TURNUS = Rotation(
    "turnus",
    "Turnus",
    2,
    DayRange(WEEK_50),
    (line(1, 1, 8, 15, "kari"), line(1, 1, 15, 22, "ola"), line(1, 2, 8, 15), line(2, 1, 8, 15, "amina")),
)


def with_rotation() -> Roster:
    """Return the example arrangement with the rotation, which is not rolled out yet."""
    return replace(week_49(), rotations=(TURNUS,))


def retype(text: str) -> None:
    """Type a text in the place of what stands in the field."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    press(text)
