"""Rotation (turnus): a pattern of weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import DayRange


@dataclass(frozen=True)
class RotationLine:
    """One shift of the pattern: in which of its weeks (from 1), on which ISO weekday, by the wall clock."""

    week: int
    weekday: int
    start: time
    end: time
    assistant: str | None = None
    kind: ShiftKind = ShiftKind.ACTIVE


@dataclass(frozen=True)
class Rotation:
    """A pattern of so many weeks, in force from the first day to the last."""

    id: str
    name: str
    weeks: int
    days: DayRange
    lines: tuple[RotationLine, ...] = ()
