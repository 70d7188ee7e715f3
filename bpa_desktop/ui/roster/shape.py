"""In which shape a week is shown. Plain Python."""

from __future__ import annotations

from enum import StrEnum


class Shape(StrEnum):
    """The whole week as a grid or as a list, or one day of it by the hour."""

    GRID = "grid"
    LIST = "list"
    DAY = "day"
