"""Calendars (iCalendar, RFC 5545) to shifts and to events of the user's own; a description is never taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bpa_desktop.domain.day_note import LONGEST, DayNote, DayNoteKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import ONE_DAY, Span
from bpa_desktop.interchange.arriving.calendar_series import Series, instant_of, uid_of
from bpa_desktop.interchange.arriving.calendar_times import When, length_of, when_of
from bpa_desktop.interchange.arriving.content_lines import Component, components
from bpa_desktop.interchange.arriving.kinds import shift_kind
from bpa_desktop.interchange.arriving.limits import LONGEST_EVENT_DAYS, LONGEST_SHIFT_DAYS, LONGEST_TEXT
from bpa_desktop.interchange.arriving.names import Names
from bpa_desktop.interchange.arriving.plain_text import cut, is_long, tidy
from bpa_desktop.interchange.arriving.refusal import LeftOutError
from bpa_desktop.interchange.calendar_file import UID_ENDS
from bpa_desktop.services.arrival import Arrival, LeftOut, Oddity

_WANTED = frozenset(
    {"UID", "SUMMARY", "STATUS", "LOCATION", "ORGANIZER", "ATTENDEE"}
    | {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
)
_MAIL = "mailto:"


def read_calendar(text: str, roster: Roster, *, today: date) -> Iterator[Arrival | LeftOut]:
    """Yield what the events of a calendar bring, in order. Raises ForeignFileError."""
    events = tuple(components(text, "VEVENT", wanted=_WANTED))
    reader = _EventReader(roster)
    series = Series(events, roster.arrangement.zone, today=today)
    for place, event in enumerate(events, start=1):
        try:
            yield from _read(place, event, reader=reader, series=series)
        except LeftOutError as error:
            yield LeftOut(place, error.code, {"unit": "event", **error.facts})


def _read(place: int, event: Component, *, reader: _EventReader, series: Series) -> Iterator[Arrival]:
    status = event.first("STATUS")
    if status is not None and status.value.strip().upper() == "CANCELLED":
        raise LeftOutError("cancelled")
    starts = series.starts(event)
    for start in starts:
        yield reader.arrival(place, event, start=start)


class _EventReader:
    """Tells what an event is: somebody's shift, where it names exactly one of the team; else the user's own."""

    def __init__(self, roster: Roster) -> None:
        self._roster, self._zone = roster, roster.arrangement.zone
        self._names = Names(roster)

    def arrival(self, place: int, event: Component, *, start: When) -> Arrival:
        """Return what an event that begins then brings. Raises LeftOutError."""
        length = _length(event, self._zone)
        is_timed = isinstance(start, datetime) and timedelta(0) < length <= LONGEST_SHIFT_DAYS * ONE_DAY
        begins = instant_of(start, self._zone)
        if is_timed and uid_of(event).endswith(UID_ENDS):
            return self._own_shift(place, event, span=Span(begins, begins + length))
        who = self._named(event)
        if is_timed and len(who) == 1:
            return Arrival(place, Shift("", Span(begins, begins + length), next(iter(who))))
        return self._note(place, event, days=self._days(start, length))

    def _named(self, event: Component) -> frozenset[str]:
        """Return who of the team an event names in its title, or has as those who come."""
        found = self._names.named_in(_title(event))
        for line in (*event.all("ORGANIZER"), *event.all("ATTENDEE")):
            if line.parameter("PARTSTAT").upper() != "DECLINED":
                address = tidy(line.value)[: LONGEST_TEXT + len(_MAIL)]
                by_name = self._names.named(line.parameter("CN"))
                by_mail = self._names.with_email(address.lower().removeprefix(_MAIL))
                found |= {one for one in (by_name, by_mail) if one is not None}
        return found

    def _own_shift(self, place: int, event: Component, *, span: Span) -> Arrival:
        """Return a shift that this program once wrote: `Shift, Kari, resting night`."""
        _, *parts = _title(event).split(", ")
        kind = shift_kind(parts[-1]) if parts else None
        who = self._names.named(", ".join(parts[:-1] if kind is not None else parts))
        where = event.first("LOCATION")
        at = tidy(where.text) if where is not None else ""
        shift = Shift("", span, who or self._holder(event, span), kind or ShiftKind.ACTIVE, place=cut(at))
        odd = ((Oddity.UNKNOWN_PERSON, shift.assistant is None and bool(parts)), (Oddity.CUT, is_long(at)))
        return Arrival(place, shift, tuple(oddity for oddity, holds in odd if holds))

    def _holder(self, event: Component, span: Span) -> str | None:
        """Return who has the shift that an event was written of, where it still is at that time."""
        known = self._roster.shifts_by_id.get(uid_of(event).removesuffix(UID_ENDS))
        return self._roster.holder(known) if known is not None and known.span == span else None

    def _days(self, start: When, length: timedelta) -> tuple[date, date]:
        """Return the first and the last day of an event here; midnight belongs to the day before."""
        if not isinstance(start, datetime):
            return start, start + max(length, ONE_DAY) - ONE_DAY
        begins = instant_of(start, self._zone)
        if length:
            span = Span(begins, begins + length)
            return span.first_day(self._zone), span.last_day(self._zone)
        day = begins.astimezone(self._zone).date()
        return day, day

    def _note(self, place: int, event: Component, *, days: tuple[date, date]) -> Arrival:
        title = _title(event)
        if not title:
            raise LeftOutError("no_title")
        note = DayNote("", *days, cut(title, LONGEST), DayNoteKind.EVENT)
        return Arrival(place, note, (Oddity.CUT,) if is_long(title, longest=LONGEST) else ())


def _title(event: Component) -> str:
    line = event.first("SUMMARY")
    return tidy(line.text) if line is not None else ""


def _length(event: Component, zone: ZoneInfo) -> timedelta:
    """Return how long an event is, as lived: one without an end is a moment, or its day. Raises LeftOutError."""
    start, end, length = event.first("DTSTART"), event.first("DTEND"), event.first("DURATION")
    if length is not None:
        found = length_of(length)
    elif start is not None and end is not None:
        found = _between(when_of(start, zone), when_of(end, zone), zone=zone)
    else:
        found = timedelta(0)
    if found < timedelta(0):
        raise LeftOutError("not_after_start")
    if found > LONGEST_EVENT_DAYS * ONE_DAY:
        raise LeftOutError("too_long", {"days": str(LONGEST_EVENT_DAYS)})
    return found


def _between(start: When, end: When, *, zone: ZoneInfo) -> timedelta:
    """Return the time between two instants; between two days whole days, on nights when clocks change too."""
    if isinstance(start, datetime) or isinstance(end, datetime):
        return instant_of(end, zone) - instant_of(start, zone)
    return end - start
