"""Days, times and lengths as calendars write them (RFC 5545, 3.3), and the zones they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from bpa_desktop.interchange.arriving.content_lines import ContentLine
from bpa_desktop.interchange.arriving.limits import FIRST_YEAR, LAST_YEAR
from bpa_desktop.interchange.arriving.plain_text import quoted, tidy
from bpa_desktop.interchange.arriving.refusal import LeftOutError

When = date | datetime
"""A whole day, or an instant in its own zone (a datetime is a date to Python: ask for the datetime first)."""
_WHEN = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?(Z)?)?")
_LENGTH = re.compile(
    r"\+?P(?:([0-9]{1,5})W)?(?:([0-9]{1,5})D)?(?:T(?:([0-9]{1,6})H)?(?:([0-9]{1,7})M)?(?:([0-9]{1,8})S)?)?"
)
_ZONE = re.compile(r"[A-Za-z]+(?:/[A-Za-z0-9_+-]+){0,2}")


def when_of(line: ContentLine, zone: ZoneInfo) -> When:
    """Return when a line says; without a zone by the arrangement's clock. Raises LeftOutError."""
    return _when(line.value.strip(), _zone(line, zone))


def each_when(line: ContentLine, zone: ZoneInfo) -> Iterator[When]:
    """Yield each of the days or times of a line; of a stretch its beginning. Raises LeftOutError."""
    named = _zone(line, zone)
    for value in line.value.split(","):
        yield _when(value.strip().partition("/")[0], named)


def until_of(text: str, zone: ZoneInfo) -> When | None:
    """Return until when something repeats, None where that is not said. Raises LeftOutError."""
    return _when(text, zone) if text else None


def length_of(line: ContentLine) -> timedelta:
    """Return a length of time. Raises LeftOutError for one that is none or runs backwards."""
    found = _LENGTH.fullmatch(line.value.strip().upper())
    if found is None:
        raise LeftOutError("not_after_start")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def _when(text: str, zone: ZoneInfo) -> When:
    found = _WHEN.fullmatch(text.upper())
    try:
        if found is not None and FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
            day = date(int(found[1]), int(found[2]), int(found[3]))
            if found[4] is None:
                return day
            clock = time(int(found[4]), int(found[5]), min(int(found[6] or 0), 59))  # a leap second is none here
            return datetime.combine(day, clock, UTC if found[7] else zone)
    except ValueError:
        pass
    raise LeftOutError("no_day", {"found": quoted(text)})


def _zone(line: ContentLine, zone: ZoneInfo) -> ZoneInfo:
    named = tidy(line.parameter("TZID"))
    found = _zone_called(named) if named else zone
    if found is None:
        raise LeftOutError("unknown_zone", {"found": quoted(named)})
    return found


@lru_cache(maxsize=256)
def _zone_called(name: str) -> ZoneInfo | None:
    """Return a zone by the name of its place, also behind a maker's prefix, or by the name Windows has for it."""
    whole = WINDOWS_TO_OLSON.get(name, name)
    for key in (whole, "/".join(whole.split("/")[-2:])):
        if _ZONE.fullmatch(key):
            try:
                return ZoneInfo(key)
            except (KeyError, ValueError, OSError):
                continue
    return None
