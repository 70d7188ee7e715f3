"""What is shown of a rotation: its weeks, the needs, and what is uncovered. Plain Python, no Qt, no texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from bpa_desktop.domain.need import Need
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.domain.span import hours
from bpa_desktop.rules.limits import Limits
from bpa_desktop.services.coverage import Uncovered, uncovered

NEEDS = 0
"""The row of the needs; the weeks of the pattern count from 1."""
WEEKDAYS = range(1, 8)
_NOTHING = Decimal(0)


@dataclass(frozen=True)
class Item:
    """What stands in one place: a line of the pattern, a need, what is uncovered, or nothing yet."""

    week: int
    weekday: int
    line: RotationLine | None = None
    need: Need | None = None
    gap: Uncovered | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there yet."""
        return self.line is None and self.need is None and self.gap is None


@dataclass(frozen=True)
class PatternRow:
    """A week of the pattern, or the needs: a cell a weekday, the hours in it, and how many are uncovered."""

    week: int
    cells: tuple[tuple[Item, ...], ...]
    hours: Decimal
    uncovered: Decimal = _NOTHING


@dataclass(frozen=True)
class PatternModel:
    """One rotation, or none, over the needs."""

    rotation: Rotation | None
    rows: tuple[PatternRow, ...]

    @property
    def uncovered(self) -> Decimal:
        """Hours that the whole pattern leaves uncovered."""
        return sum((row.uncovered for row in self.rows), _NOTHING)

    @property
    def hours_a_week(self) -> Decimal:
        """Hours of the pattern in a week, on average."""
        weeks = [row.hours for row in self.rows if row.week != NEEDS]
        return sum(weeks, _NOTHING) / len(weeks) if weeks else _NOTHING


def chosen_rotation(roster: Roster, wanted: str, *, today: date) -> Rotation | None:
    """Return the rotation of an id; else the one in force today that began last, else the last one listed."""
    by_id = {rotation.id: rotation for rotation in roster.rotations}
    in_force = [rotation for rotation in roster.rotations if today in rotation.days]
    latest = max(in_force, key=lambda rotation: rotation.days.first or date.min, default=None)
    return by_id.get(wanted) or latest or next(reversed(roster.rotations), None)


def build_pattern(roster: Roster, rotation: Rotation | None, *, limits: Limits, today: date) -> PatternModel:
    """Return a rotation's weeks, each with what it leaves uncovered, and the needs below them."""
    needs = _needs_row(roster.needs)
    if rotation is None:
        return PatternModel(None, (needs,))
    gaps = uncovered(roster, rotation, limits=limits, on=today)
    weeks = tuple(_week_row(rotation, week, gaps=gaps) for week in range(1, rotation.weeks + 1))
    return PatternModel(rotation, (*weeks, needs))


def _week_row(rotation: Rotation, week: int, *, gaps: Iterable[Uncovered]) -> PatternRow:
    lines = sorted((line for line in rotation.lines if line.week == week), key=lambda line: (line.start, line.end))
    lacking = [gap for gap in gaps if gap.week == week]
    items = [Item(week, line.weekday, line=line) for line in lines]
    items += [Item(week, gap.weekday, gap=gap) for gap in lacking]
    planned = sum((line.length for line in lines), timedelta())
    return PatternRow(week, _cells(week, items), hours(planned), sum((gap.hours for gap in lacking), _NOTHING))


def _needs_row(needs: Iterable[Need]) -> PatternRow:
    ordered = sorted(needs, key=lambda need: (need.weekday, need.start, need.end))
    items = [Item(NEEDS, need.weekday, need=need) for need in ordered]
    needed = sum((_length(need) * need.people for need in ordered), timedelta())
    return PatternRow(NEEDS, _cells(NEEDS, items), hours(needed))


def _length(need: Need) -> timedelta:
    return RotationLine(1, need.weekday, need.start, need.end).length


def _cells(week: int, items: list[Item]) -> tuple[tuple[Item, ...], ...]:
    by_day = ((weekday, tuple(item for item in items if item.weekday == weekday)) for weekday in WEEKDAYS)
    return tuple(found or (Item(week, weekday),) for weekday, found in by_day)
