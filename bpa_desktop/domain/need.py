"""Need (behov): when somebody must be there, whoever it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.domain.span import ALWAYS, ONE_DAY, DayRange, EmptySpanError, Span, clock_span


@dataclass(frozen=True)
class Need:
    """A weekly need by the wall clock: ISO weekday 1 to 7; an end at or before the start is on the next day."""

    id: str
    weekday: int
    start: time
    end: time
    people: int = 1
    kind: ShiftKind = ShiftKind.ACTIVE
    skills: tuple[str, ...] = ()
    days: DayRange = ALWAYS

    def occurrences(self, first: date, last: date, *, zone: ZoneInfo) -> Iterator[Span]:
        """Yield the spans in which the need arises, by the local day they start on, first and last included.

        One that lies wholly in the hour the clocks skip in March does not arise that day.
        """
        day = first + ((self.weekday - first.isoweekday()) % 7) * ONE_DAY
        while day <= last:
            if day in self.days:
                with suppress(EmptySpanError):
                    yield clock_span(day, self.start, end=self.end, zone=zone)
            day += 7 * ONE_DAY
