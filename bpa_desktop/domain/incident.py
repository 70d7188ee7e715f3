"""Incident (udekket vakt): a shift that nobody comes to and nobody is looked for; it never disappears by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import Outcome, RequestState, SubstituteRequest


class IncidentKind(StrEnum):
    """Why a shift is an incident: nobody looks for somebody, nobody was found, or it is over and nobody came."""

    NOT_SOUGHT = "not_sought"
    NOBODY_FOUND = "nobody_found"
    OVER = "over"


@dataclass(frozen=True)
class Incident:
    """A shift nobody comes to; the request, where there is one, says what was tried and how the user gets by."""

    shift: Shift
    kind: IncidentKind
    request: SubstituteRequest | None


def incidents(roster: Roster, now: datetime) -> tuple[Incident, ...]:
    """Return the shifts that nobody holds and nobody is looked for, in time order.

    One that was looked for and is over stays until it is said how the user got by; one that nobody ever looked for
    does not.
    """
    return tuple(_incidents(roster, now))


def _incidents(roster: Roster, now: datetime) -> Iterator[Incident]:
    for shift in roster.shifts_by_holder.get(None, ()):
        request = roster.request_for(shift.id)
        if shift.span.end <= now:
            if request is not None and request.outcome is Outcome.NONE:
                yield Incident(shift, IncidentKind.OVER, request)
        elif request is None or request.state is RequestState.FILLED:  # filled, and the chosen is absent
            yield Incident(shift, IncidentKind.NOT_SOUGHT, request)
        elif request.state is RequestState.UNFILLED:
            yield Incident(shift, IncidentKind.NOBODY_FOUND, request)
