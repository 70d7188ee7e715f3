"""Shifts as a calendar file (iCalendar, RFC 5545) for an assistant's telephone; nothing in it tells of health."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.services.calendar import Event
from bpa_desktop.texts.shift_words import ShiftWords
from bpa_desktop.texts.words import word

UID_ENDS = "@bpa-desktop"
"""Behind a shift's id it is what its event is known by, in every calendar."""


def write_calendar(words: ShiftWords, events: Iterable[Event]) -> bytes:
    """Return a calendar of the events, times in UTC. Notes are never in it."""
    calendar = Calendar()
    calendar.add("prodid", "-//BPA Desktop//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words.language.text("Shifts"))
    for event in events:
        calendar.add_component(_component(words, event))
    return bytes(calendar.to_ical())


def _component(words: ShiftWords, event: Event) -> CalendarEvent:
    shift, made = event.shift, CalendarEvent()
    made.add("uid", f"{shift.id}{UID_ENDS}")
    made.add("sequence", event.sequence)
    made.add("dtstamp", (shift.published_at or shift.span.start).astimezone(UTC))
    made.add("dtstart", shift.span.start.astimezone(UTC))
    made.add("dtend", shift.span.end.astimezone(UTC))
    made.add("summary", _summary(words, event))
    made.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    if words.contents.places and shift.place:
        made.add("location", shift.place)
    if words.contents.tasks and shift.tasks:
        made.add("description", ", ".join(shift.tasks))
    return made


def _summary(words: ShiftWords, event: Event) -> str:
    """Return what the shift is called: whose it is, and what kind unless it is the usual one."""
    kind = word(words.language, event.shift.kind) if event.shift.kind is not ShiftKind.ACTIVE else ""
    who = words.called(event.assistant) if event.assistant is not None else ""
    return ", ".join(part for part in (words.language.text("Shift"), who, kind) if part)
