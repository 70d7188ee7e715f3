"""The emergency sheet: who comes next, and whom to call. No absence, and no reason of anybody's, is in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.domain.span import Span
from bpa_desktop.services.records import Records

AHEAD = timedelta(hours=48)
"""So far ahead the sheet looks."""


@dataclass(frozen=True)
class Coming:
    """When somebody comes, who it is and their number; both are empty where nobody holds the shift yet."""

    span: Span
    name: str = ""
    phone: str = ""


@dataclass(frozen=True)
class EmergencySheet:
    """What may be read while everything else is locked."""

    zone: ZoneInfo
    coming: tuple[Coming, ...]
    contacts: tuple[FallbackContact, ...]


def emergency_sheet(records: Records, now: datetime) -> EmergencySheet:
    """Return who is there and who comes soon, and who is called when nobody does. Raises NoArrangementError."""
    roster = records.roster
    held = ((holder, shift) for holder, shifts in roster.shifts_by_holder.items() for shift in shifts)
    coming = []
    for holder, shift in held:
        if shift.span.end > now and shift.span.start < now + AHEAD:
            who = roster.assistants_by_id.get(holder or "")
            coming.append(Coming(shift.span, who.name, who.phone) if who is not None else Coming(shift.span))
    return EmergencySheet(
        roster.arrangement.zone,
        tuple(sorted(coming, key=lambda one: (one.span.start, one.name))),
        tuple(records.all(FallbackContact)),
    )
