"""The rows of a table of shifts: days and times by the clock of the arrangement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import ONE_DAY, Span, instant, local_instant, to_hundredths
from bpa_desktop.interchange.arriving.clock_words import (
    MINUTES_A_DAY,
    day_and_clock,
    day_of,
    minute_of,
    minutes_of,
    moment_of,
)
from bpa_desktop.interchange.arriving.kinds import shift_kind
from bpa_desktop.interchange.arriving.limits import LONGEST_NOTE, LONGEST_SHIFT_DAYS
from bpa_desktop.interchange.arriving.names import Names, is_nobody
from bpa_desktop.interchange.arriving.plain_text import cut, is_long, quoted
from bpa_desktop.interchange.arriving.refusal import LeftOutError
from bpa_desktop.interchange.arriving.row import Row
from bpa_desktop.services.arrival import Arrival, Oddity

_Wall = tuple[date, int]
"""A local day, and the minute on it by the clock; 1440 is the midnight that ends it."""


class ShiftReader:
    """Reads shifts for one roster, its people by their names."""

    def __init__(self, roster: Roster) -> None:
        self._zone = roster.arrangement.zone
        self._names = Names(roster)

    def arrival(self, row: Row) -> Arrival:
        """Return the shift of a row, a draft. Raises LeftOutError."""
        who, kind = row.cell("assistant"), shift_kind(row.cell("kind"))
        assistant, place, note, tasks = self._names.named(who), row.cell("place"), row.cell("note"), row.cells("tasks")
        shift = Shift(
            "",
            _span(row, self._zone),
            assistant,
            kind or ShiftKind.ACTIVE,
            place=cut(place),
            tasks=tuple(map(cut, tasks)),
            note=cut(note, LONGEST_NOTE),
        )
        odd = (
            (Oddity.UNKNOWN_PERSON, assistant is None and not is_nobody(who)),
            (Oddity.UNKNOWN_KIND, kind is None),
            (Oddity.CUT, is_long(place, *tasks) or is_long(note, longest=LONGEST_NOTE)),
        )
        return Arrival(row.place, shift, tuple(oddity for oddity, holds in odd if holds))


def _span(row: Row, zone: ZoneInfo) -> Span:
    sides = minutes_of(row.cell("times")) or (row.cell("times"), "")
    starts = _begins(row, row.cell("start") or sides[0], zone=zone)
    ends = _ends(row, row.cell("end") or sides[1], begins=starts, zone=zone)
    found = [
        Span(start, end)
        for start in _instants(starts, zone=zone)
        for end in _instants(ends, zone=zone)
        if instant(start) < instant(end)
    ]
    if not found:
        raise LeftOutError("not_after_start")
    span = next((span for span in found if to_hundredths(span.hours) == row.hours), found[0])
    if span.length > LONGEST_SHIFT_DAYS * ONE_DAY:
        raise LeftOutError("too_long", {"days": str(LONGEST_SHIFT_DAYS)})
    return span


def _begins(row: Row, text: str, *, zone: ZoneInfo) -> _Wall:
    if (moment := moment_of(text)) is not None:
        return _wall(moment, zone)
    day, clock = day_and_clock(text)
    return _day(day or row.cell("date")), _minute(clock)


def _ends(row: Row, text: str, *, begins: _Wall, zone: ZoneInfo) -> _Wall:
    """Return when a shift ends: where its day is not said, on the day it begins or in the night after."""
    if (moment := moment_of(text)) is not None:
        return _wall(moment, zone)
    said, clock = day_and_clock(text)
    minute = _minute(clock)
    if said or row.cell("end_date"):
        return _day(said or row.cell("end_date")), minute
    return (begins[0] if minute > begins[1] else begins[0] + ONE_DAY), minute


def _wall(moment: datetime, zone: ZoneInfo) -> _Wall:
    local = moment.astimezone(zone)
    return local.date(), local.hour * 60 + local.minute


def _instants(wall: _Wall, *, zone: ZoneInfo) -> Iterator[datetime]:
    """Yield what a time by the clock may be: two instants in the night of October when an hour comes twice."""
    day, minute = wall[0] + timedelta(days=wall[1] // MINUTES_A_DAY), wall[1] % MINUTES_A_DAY
    clock = time(minute // 60, minute % 60)
    yield local_instant(day, clock, zone=zone)
    again = datetime.combine(day, clock, zone).replace(fold=1).astimezone(UTC)
    if again.astimezone(zone).time() == clock and again != local_instant(day, clock, zone=zone):
        yield again


def _day(text: str) -> date:
    day = day_of(day_and_clock(text)[0])
    if day is None:
        raise LeftOutError("no_day" if text else "day_missing", {"found": quoted(text)})
    return day


def _minute(text: str) -> int:
    minute = minute_of(text)
    if minute is None:
        raise LeftOutError("no_time" if text else "time_missing", {"found": quoted(text)})
    return minute
