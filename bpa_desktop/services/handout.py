"""What is handed out: which shifts, and how much of each is told. Nothing of anybody's health is ever part of it."""

from __future__ import annotations

from dataclasses import dataclass

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span


@dataclass(frozen=True)
class Contents:
    """How much is told of a shift, least by default: who, when and how far it has come are always told.

    `whole_names`: family names too, else first names where they are enough. `places`, `tasks`, `notes`: what stands on
    the shift.
    """

    whole_names: bool = False
    places: bool = False
    tasks: bool = False
    notes: bool = False


LEAST = Contents()


@dataclass(frozen=True)
class Extent:
    """Which shifts: those that begin in a span, all where it is None; of one assistant, or of everybody."""

    span: Span | None = None
    assistant: str | None = None

    def holds(self, shift: Shift) -> bool:
        """Tell whether a shift begins in the span."""
        return self.span is None or self.span.contains(shift.span.start)


EVERYTHING = Extent()


def handed_out(roster: Roster, extent: Extent) -> tuple[Shift, ...]:
    """Return the shifts in the order of time, open ones too; of one assistant only what they hold."""
    found = filter(extent.holds, roster.shifts if extent.span is None else roster.shifts_in(extent.span))
    mine = (shift for shift in found if extent.assistant in (None, roster.holder(shift)))
    return tuple(sorted(mine, key=lambda shift: (shift.span, shift.id)))
