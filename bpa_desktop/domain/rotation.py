"""Rotation (turnus): a pattern of weeks that unfolds into shifts."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import ONE_DAY, DayRange, EmptySpanError, Week, clock_span

_DAYS_A_WEEK = 7
_MINUTES_A_DAY = 24 * 60
_MADE = re.compile(r"(r[0-9a-f]{16})-(\d{8})-\d{4}-\d+")


@dataclass(frozen=True)
class RotationLine:
    """One shift of the pattern: in which of its weeks (from 1), on which ISO weekday, by the wall clock.

    An end at or before the start is on the next day. Without an assistant it is a seat: nobody yet.
    """

    week: int
    weekday: int
    start: time
    end: time
    assistant: str | None = None
    kind: ShiftKind = ShiftKind.ACTIVE

    @property
    def length(self) -> timedelta:
        """How long it lasts by the wall clock: a day where it ends when it began."""
        minutes = (self.end.hour - self.start.hour) * 60 + self.end.minute - self.start.minute
        return timedelta(minutes=minutes % _MINUTES_A_DAY or _MINUTES_A_DAY)

    def a_day_later(self, weeks: int) -> RotationLine:
        """Return the line on the next day of so many weeks; after the last Sunday comes the first Monday."""
        if self.weekday < _DAYS_A_WEEK:
            return replace(self, weekday=self.weekday + 1)
        return replace(self, weekday=1, week=self.week % weeks + 1)


@dataclass(frozen=True)
class Rotation:
    """A pattern of so many weeks, in force from the first day to the last; week 1 is the ISO week of the first day."""

    id: str
    name: str
    weeks: int
    days: DayRange
    lines: tuple[RotationLine, ...] = ()

    def with_line(self, line: RotationLine, *, instead_of: RotationLine | None = None) -> Rotation:
        """Return the rotation with one more line, or with one in the place of another; the lines by time."""
        lines = self.without_line(instead_of).lines if instead_of is not None else self.lines
        return replace(self, lines=tuple(sorted((*lines, line), key=_in_time)))

    def without_line(self, line: RotationLine) -> Rotation:
        """Return the rotation without a line; only without one of several that are the same."""
        lines = list(self.lines)
        if line in lines:
            lines.remove(line)
        return replace(self, lines=tuple(lines))

    def week_on(self, day: date) -> int:
        """Return the week of the pattern that a day lies in; 1 for any day where the pattern has no first day."""
        begins = Week.of(self.days.first or day).monday
        return (Week.of(day).monday - begins).days // _DAYS_A_WEEK % self.weeks + 1

    def occurrences(self, first: date, last: date, *, zone: ZoneInfo) -> Iterator[Shift]:
        """Yield the shifts of the pattern by the local day they start on, first and last included, each with its id.

        A rotation without a first day has none: nothing tells which of its weeks is which. A line that lies wholly in
        the hour the clocks skip in March does not arise that day.
        """
        if self.days.first is None:
            return
        day = max(first, self.days.first)
        while day <= last and day in self.days:
            yield from self._on(day, zone=zone)
            day += ONE_DAY

    def _on(self, day: date, *, zone: ZoneInfo) -> Iterator[Shift]:
        place = self.week_on(day), day.isoweekday()
        numbers: Counter[time] = Counter()
        for line in self.lines:
            if (line.week, line.weekday) != place:
                continue
            numbers[line.start] += 1
            with suppress(EmptySpanError):
                span = clock_span(day, line.start, end=line.end, zone=zone)
                made = made_id(self.id, day, start=line.start, number=numbers[line.start])
                yield Shift(made, span, line.assistant, line.kind, rotation=self.id)


def _in_time(line: RotationLine) -> tuple[int, int, time]:
    return line.week, line.weekday, line.start


def made_id(rotation: str, day: date, *, start: time, number: int) -> str:
    """Return the id of a shift made from a rotation; the number tells lines with the same start apart.

    Neither the week of the pattern nor the assistant is part of it: a pattern that gets longer, or a line that goes to
    somebody else, is about the same shift.
    """
    return f"{_prefix(rotation)}-{day:%Y%m%d}-{start:%H%M}-{number}"


def made_on(rotation: str, shift: str) -> date | None:
    """Return the day that a shift was made for, by its id; None where it was not made from the rotation."""
    found = _MADE.fullmatch(shift)
    if found is None or found.group(1) != _prefix(rotation):
        return None
    with suppress(ValueError):
        return datetime.strptime(found.group(2), "%Y%m%d").date()  # noqa: DTZ007  # a day, no instant
    return None


def _prefix(rotation: str) -> str:
    """Return what ids of a rotation begin with: its own id may be as long as an id can be."""
    return "r" + hashlib.sha256(rotation.encode()).hexdigest()[:16]
