"""The hours that run down a view, and where on them a moment stands; right when the clocks change. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bpa_desktop.domain.span import days_span, instant

_AN_HOUR = timedelta(hours=1)


@lru_cache(maxsize=512)
def hours_of(day: date, zone: ZoneInfo) -> tuple[int, ...]:
    """Return what the clock says at each hour of a day: 24 of them, 23 or 25 where the clocks change."""
    whole = days_span(day, day, zone=zone)
    return tuple((whole.start + hour * _AN_HOUR).astimezone(zone).hour for hour in range(whole.length // _AN_HOUR))


@dataclass(frozen=True)
class HourAxis:
    """Lines of hours below each other, by what the clock says at each.

    A day that has these very hours stands on them as it is lived. On the lines of another day, as where a week has one
    in which the clocks change, it stands by its clock: the hour that comes twice shares one line, one that is left out
    stays empty.
    """

    zone: ZoneInfo
    numbers: tuple[int, ...] = tuple(range(24))

    @property
    def end(self) -> float:
        """Where the day ends."""
        return float(len(self.numbers))

    def at(self, moment: datetime, day: date) -> float:
        """Return where a moment stands on a day, in lines: 0 for what lies before the day, its end for later."""
        whole, own = days_span(day, day, zone=self.zone), hours_of(day, self.zone)
        if moment <= whole.start:
            return 0.0
        if moment >= whole.end:
            return self.end
        passed = (instant(moment) - whole.start) / _AN_HOUR
        if own == self.numbers:
            return passed
        number = own[int(passed)]
        return number + (passed - own.index(number)) / own.count(number)

    def moment(self, lines: float, day: date) -> datetime:
        """Return the moment that stands so many lines down on a day; the other way round of `at`.

        On a line that the day has no hour for, the end of it: there the clock goes on.
        """
        whole, own = days_span(day, day, zone=self.zone), hours_of(day, self.zone)
        lines = min(max(lines, 0.0), self.end)
        if own != self.numbers:
            line, part = divmod(lines, 1)
            before = sum(1 for number in own if number < line)
            lines = before + part * own.count(int(line))
        return whole.start + timedelta(minutes=round(lines * 60))

    def left_out(self, day: date) -> tuple[int, ...]:
        """Return the lines that a day has no hour for."""
        own = hours_of(day, self.zone)
        return tuple(line for line, number in enumerate(self.numbers) if number not in own)
