"""The demo: a made-up arrangement in a store that is kept nowhere."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bpa_desktop.data.resources import resources_folder
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import Span, Week, local_instant, shifted_days
from bpa_desktop.interchange.reader import read_roster
from bpa_desktop.services.publication import came_published
from bpa_desktop.services.roster import records_of
from bpa_desktop.store.memory_store import MemoryStore

FILE = "demo.json"
V = TypeVar("V")


def demo_store(today: date) -> MemoryStore:
    """Return a store with the demo in it. Raises RosterFileError or OSError where the shipped file is damaged."""
    content = (resources_folder() / "demo" / FILE).read_bytes()
    roster = near(read_roster(content), today)
    came = came_published(roster, (), at=datetime.combine(today, time.min, roster.arrangement.zone))
    return MemoryStore((*records_of(roster), *((came,) if came is not None else ())))


def near(roster: Roster, today: date) -> Roster:
    """Return the roster as it is when today lies in it, else moved by whole weeks so that its open shift is next week.

    A demo of a year ago would show empty weeks.
    """
    days = roster.days
    if days is None or days[0] <= today <= days[1]:
        return roster
    zone = roster.arrangement.zone
    unheld = [shift for shift in roster.shifts if roster.holder(shift) is None]
    main_day = min(unheld, key=lambda shift: shift.span.start).span.first_day(zone) if unheld else days[0]
    distance = Week.of(today).later(1).monday - Week.of(main_day).monday
    return moved(roster, distance.days, zone=zone)


def moved(value: V, days: int, *, zone: ZoneInfo) -> V:
    """Return a value with every day in it moved, and every moment by the same days on the wall clock."""
    changed: Any = value  # each branch gives back the kind of value it was given
    if isinstance(value, Span):
        changed = shifted_days(value, days, zone=zone)
    elif isinstance(value, datetime):
        local = value.astimezone(zone)
        changed = local_instant(local.date() + timedelta(days), local.time(), zone=zone)
    elif isinstance(value, date):
        changed = value + timedelta(days)
    elif isinstance(value, tuple):
        changed = tuple(moved(item, days, zone=zone) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        inside = {
            field.name: moved(getattr(value, field.name), days, zone=zone) for field in fields(value) if field.init
        }
        changed = replace(value, **inside)
    return changed  # type: ignore[no-any-return]
