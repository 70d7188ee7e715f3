"""On which days something repeats (RRULE of RFC 5545), day by day of a stretch that is asked about.

A library that goes from one occurrence to the next goes on to the year 9999 for a rule that none fits; here each day
that is asked about costs the same, whatever the rule.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from bpa_desktop.domain.span import ONE_DAY
from bpa_desktop.interchange.arriving.plain_text import quoted
from bpa_desktop.interchange.arriving.refusal import LeftOutError

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBER = re.compile(r"[+-]?[0-9]{1,6}")
_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"})
_MONTHLY, _YEARLY = "MONTHLY", "YEARLY"
_MONTHS = 12
_MOST_TIMES = 999_999
"""How often something repeats, or how far apart: some programs write as many for ever."""


def _month_of(day: date) -> int:
    return day.year * _MONTHS + day.month


@dataclass(frozen=True)
class Repeat:
    """A rule: every so many days, weeks, months or years, and which days of those. `until` is its raw text."""

    start: date
    every: str
    interval: int = 1
    count: int | None = None
    until: str = ""
    weekdays: frozenset[tuple[int, int]] = frozenset()
    """Each with which one of the month it is, from its end where negative; 0 for every one."""
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    positions: frozenset[int] = frozenset()
    week_starts: int = 0

    def days(self, first: date, last: date) -> Iterator[date]:
        """Yield the days of a stretch on which it occurs, not looking at `until`.

        Where it ends after so many times they are counted from its start, so that all days since then are gone through.
        """
        day = self.start if self.count is not None else max(first, self.start)
        occurred = 0
        while day <= last and (self.count is None or occurred < self.count):
            if self._occurs(day):
                occurred += 1
                if day >= first:
                    yield day
            day += ONE_DAY

    def days_to_ask(self, first: date, last: date) -> int:
        """Return how many days have to be gone through for a stretch."""
        return max(0, (last - (self.start if self.count is not None else first)).days + 1)

    def _occurs(self, day: date) -> bool:
        since = self._period(day) - self._period(self.start)
        if since % self.interval or not self._fits(day):
            return False
        return not self.positions or day in self._placed(day)

    @cached_property
    def _period(self) -> Callable[[date], int]:
        """Which period a day lies in, counted on."""
        offset = self.week_starts
        return {
            "DAILY": date.toordinal,
            "WEEKLY": lambda day: (day.toordinal() - 1 - offset) // 7,
            _MONTHLY: _month_of,
            _YEARLY: lambda day: day.year,
        }[self.every]

    def _fits(self, day: date) -> bool:
        if self.months and day.month not in self.months:
            return False
        if self.month_days and self.month_days.isdisjoint((day.day, day.day - _length(day) - 1)):
            return False
        if self.weekdays:
            return any(weekday == day.weekday() and _is_nth(day, nth) for nth, weekday in self.weekdays)
        return bool(self.month_days) or self._fits_start(day)

    def _fits_start(self, day: date) -> bool:
        """Tell whether a day is like the first one, where the rule names no days."""
        if self.every == "DAILY":
            return True
        if self.every == "WEEKLY":
            return day.weekday() == self.start.weekday()
        is_month = self.every == _MONTHLY or bool(self.months) or day.month == self.start.month
        return is_month and day.day == self.start.day

    @cached_property
    def _known_places(self) -> dict[int, frozenset[date]]:
        return {}

    def _placed(self, day: date) -> frozenset[date]:
        """Return those days of the month or year of a day that stand at the positions asked for."""
        period = self._period(day)
        if period not in self._known_places:
            first = date(day.year, day.month if self.every == _MONTHLY else 1, 1)
            length = _length(day) if self.every == _MONTHLY else (date(day.year, _MONTHS, 31) - first).days + 1
            days = [one for one in (first + timedelta(days=n) for n in range(length)) if self._fits(one)]
            places = (place - 1 if place > 0 else place for place in self.positions)
            self._known_places[period] = frozenset(days[place] for place in places if -len(days) <= place < len(days))
        return self._known_places[period]


def _length(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _is_nth(day: date, nth: int) -> bool:
    return nth in (0, (day.day - 1) // 7 + 1, -((_length(day) - day.day) // 7 + 1))


def repeat_of(rule: str, start: date) -> Repeat:
    """Return the rule that begins on a day. Raises LeftOutError for one that is not understood."""
    try:
        return _repeat(rule, start)
    except (ValueError, KeyError) as error:
        raise LeftOutError("unknown_repeat", {"found": quoted(rule)}) from error


def _repeat(rule: str, start: date) -> Repeat:
    parts = dict(part.upper().split("=", 1) for part in rule.strip().rstrip(";").split(";"))
    if not set(parts) <= _KNOWN or parts["FREQ"] not in ("DAILY", "WEEKLY", _MONTHLY, _YEARLY):
        raise ValueError(rule)
    made = Repeat(
        start,
        parts["FREQ"],
        _number(parts.get("INTERVAL", "1"), low=1, high=_MOST_TIMES),
        count=_number(parts["COUNT"], low=1, high=_MOST_TIMES) if "COUNT" in parts else None,
        until=parts.get("UNTIL", ""),
        weekdays=frozenset(map(_weekday, _listed(parts.get("BYDAY")))),
        months=_numbers(parts.get("BYMONTH"), _MONTHS),
        month_days=_numbers(parts.get("BYMONTHDAY"), 31),
        positions=_numbers(parts.get("BYSETPOS"), 366),
        week_starts=_WEEKDAYS.index(parts.get("WKST", "MO")),
    )
    if not _is_understood(made):
        raise ValueError(rule)
    return made


def _is_understood(rule: Repeat) -> bool:
    """Tell whether what a rule asks for has a meaning here: the nth weekday of a year, or of a week, has none."""
    of_month = rule.every == _MONTHLY or (rule.every == _YEARLY and bool(rule.months))
    has_nth = any(nth for nth, _ in rule.weekdays)
    has_placed = bool(rule.positions) and rule.every not in (_MONTHLY, _YEARLY)
    return not ((has_nth and not of_month) or has_placed or (rule.every == "WEEKLY" and bool(rule.month_days)))


def _listed(text: str | None) -> list[str]:
    return text.split(",") if text else []


def _number(text: str, *, low: int, high: int) -> int:
    """Return a number that is not 0. Raises ValueError for one out of range."""
    number = int(text) if _NUMBER.fullmatch(text) is not None else 0
    if not low <= number <= high or number == 0:
        raise ValueError(text)
    return number


def _numbers(text: str | None, most: int) -> frozenset[int]:
    return frozenset(_number(one, low=-most, high=most) for one in _listed(text))


def _weekday(text: str) -> tuple[int, int]:
    found = _BY_DAY.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return _number(found[1], low=-5, high=5) if found[1] else 0, _WEEKDAYS.index(found[2])
