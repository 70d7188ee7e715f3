"""Told: a step with what it takes to name its parts, for the phrases that tell it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.roster import Record, Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import SubstituteRequest
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.services.step import Direction, Step
from bpa_desktop.texts.shift import span_text

R = TypeVar("R", bound=Record)
_UTC = ZoneInfo("UTC")


class Told:
    """A step with what it takes to name its parts; an undone step is told as it was done."""

    def __init__(self, language: Language, step: Step, *, roster: Roster | None) -> None:
        self.language = language
        self.step = step
        self.roster = roster
        self._undone = step.line.direction is Direction.UNDONE

    def before(self, kind: type[R]) -> R | None:
        """Return the first record of a kind as it was before the user's deed."""
        return next(self._all(kind, after=self._undone), None)

    def after(self, kind: type[R]) -> R | None:
        """Return the first record of a kind as the user's deed left it."""
        return next(self._all(kind, after=not self._undone), None)

    def _all(self, kind: type[R], *, after: bool) -> Iterator[R]:
        records = (change.after if after else change.before for change in self.step.changes)
        return (record for record in records if isinstance(record, kind))

    def all_after(self, kind: type[R]) -> tuple[R, ...]:
        """Return every record of a kind as the user's deed left it."""
        return tuple(self._all(kind, after=not self._undone))

    def name(self, assistant: str | None) -> str:
        """Return an assistant's name."""
        for change in self.step.changes:
            for record in (change.after, change.before):
                if isinstance(record, Assistant) and record.id == assistant:
                    return record.name
        known = self.roster.assistants_by_id.get(assistant or "") if self.roster is not None else None
        return known.name if known is not None else self.language.text("nobody")

    def when(self, record: Shift | Absence | None) -> str:
        """Return the day and times of a shift or an absence."""
        zone = self.roster.arrangement.zone if self.roster is not None else _UTC
        return span_text(self.language, record.span, zone=zone) if record is not None else ""

    def clock(self, moment: datetime) -> str:
        """Return the time of day of a moment."""
        zone = self.roster.arrangement.zone if self.roster is not None else _UTC
        return self.language.clock(moment.astimezone(zone))

    def asked_shift(self) -> str:
        """Return the day and times of the shift that the step's request is about."""
        request = self.after(SubstituteRequest) or self.before(SubstituteRequest)
        shift = self.roster.shifts_by_id.get(request.shift) if self.roster is not None and request else None
        return self.when(shift)

    def touched(self, kind: type[Record]) -> int:
        """Return how many records of a kind the step changed."""
        return sum(change.kind is kind for change in self.step.changes)
