"""When the events of a calendar are: once, or again and again within the year to come, without what was taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bpa_desktop.domain.span import midnight
from bpa_desktop.interchange.arriving.calendar_times import When, each_when, until_of, when_of
from bpa_desktop.interchange.arriving.content_lines import Component
from bpa_desktop.interchange.arriving.refusal import LeftOutError
from bpa_desktop.interchange.arriving.repeats import repeat_of

_AHEAD = timedelta(days=365)
_MOST_DAYS = 500_000
"""Days gone through for all that repeats in a file: more than a thousand series of a year each."""


class Series:
    """The events of one calendar, with what each replaces of a series."""

    def __init__(self, events: Iterable[Component], zone: ZoneInfo, *, today: date) -> None:
        self._zone = zone
        self._first, self._last = today, today + _AHEAD
        self._days_left = _MOST_DAYS
        self._replaced: dict[str, set[date]] = {}
        for event in events:
            self._replaced.setdefault(uid_of(event), set()).update(_replaces(event, zone))

    def starts(self, event: Component) -> tuple[When, ...]:
        """Return when an event begins, each time; of a series the times within the year to come.

        Raises LeftOutError.
        """
        line = event.first("DTSTART")
        if line is None:
            raise LeftOutError("day_missing")
        start = when_of(line, self._zone)
        is_series = event.first("RRULE") is not None or event.first("RDATE") is not None
        if not is_series or event.first("RECURRENCE-ID") is not None:
            return (start,)
        taken_out = self._replaced.get(uid_of(event), set()) | set(self._listed(event, "EXDATE"))
        found = {instant_of(one, self._zone): one for one in self._repeated(event, start)}
        left = tuple(one for _, one in sorted(found.items()) if not {_key(one), _day(one)} & taken_out)
        if not left:
            raise LeftOutError("no_repeat")
        return left

    def _listed(self, event: Component, name: str) -> Iterator[date]:
        for line in event.all(name):
            yield from map(_key, each_when(line, self._zone))

    def _repeated(self, event: Component, start: When) -> Iterator[When]:
        listed = (one for line in event.all("RDATE") for one in each_when(line, self._zone))
        yield from (one for one in (start, *listed) if self._first <= _day(one) <= self._last)
        for line in event.all("RRULE"):
            rule = repeat_of(line.value, _day(start))
            self._days_left -= rule.days_to_ask(self._first, self._last)
            if self._days_left < 0:
                raise LeftOutError("repeats_too_often")
            until = until_of(rule.until, self._zone)
            found = (_on(day, start) for day in rule.days(self._first, self._last))
            yield from (one for one in found if _is_within(one, until))


def _is_within(one: When, until: When | None) -> bool:
    if until is None:
        return True
    if isinstance(one, datetime) and isinstance(until, datetime):
        return one.astimezone(UTC) <= until.astimezone(UTC)
    return _day(one) <= _day(until)


def uid_of(event: Component) -> str:
    """Return what an event is known by, or nothing."""
    line = event.first("UID")
    return line.value.strip() if line is not None else ""


def instant_of(when: When, zone: ZoneInfo) -> datetime:
    """Return an instant; of a whole day the one when it begins here."""
    return when.astimezone(UTC) if isinstance(when, datetime) else midnight(when, zone)


def _replaces(event: Component, zone: ZoneInfo) -> Iterator[date]:
    """Yield what an event replaces of a series; nothing where that cannot be read."""
    line = event.first("RECURRENCE-ID")
    if line is not None:
        with suppress(LeftOutError):
            yield _key(when_of(line, zone))


def _key(when: When) -> date:
    """Return what is the same for the same instant, in whatever zone it is written."""
    return when.astimezone(UTC) if isinstance(when, datetime) else when


def _day(when: When) -> date:
    return when.date() if isinstance(when, datetime) else when


def _on(day: date, start: When) -> When:
    """Return the same time of day on another day."""
    return datetime.combine(day, start.time(), start.tzinfo) if isinstance(start, datetime) else day
