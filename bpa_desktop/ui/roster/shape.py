"""In which shape a week is shown. Plain Python."""

from __future__ import annotations

from enum import StrEnum


class Shape(StrEnum):
    """The whole week as a grid, as a list or by the hour, or one day of it by the hour."""

    GRID = "grid"
    LIST = "list"
    DAY = "day"
    HOURS = "hours"

    @property
    def is_by_hour(self) -> bool:
        """Whether time runs downwards in it, and everything stands where its hours are."""
        return self in (Shape.DAY, Shape.HOURS)
