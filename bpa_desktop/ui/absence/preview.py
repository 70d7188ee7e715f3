"""What an absence would do, told before it is kept, and what is known of one that is. Plain Python, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bpa_desktop.domain.absence import WHOLE, Absence
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.i18n import Language
from bpa_desktop.rules.limits import Limits
from bpa_desktop.services.absence import (
    OverlapError,
    given_back,
    hours_kept,
    not_employed,
    opened_by,
    refuse_overlap,
)
from bpa_desktop.services.sick_days import sick_days
from bpa_desktop.texts import day_text, error_text, span_text, word
from bpa_desktop.texts.sick_days import sick_days_lines

_NAMED = 4
Told = tuple[str, ...]
"""Sentences, each a line of its own."""


@dataclass(frozen=True)
class Telling:
    """What it takes to tell of absences."""

    language: Language
    roster: Roster
    limits: Limits
    today: date
    hides_kinds: bool = False

    def before_keeping(self, absence: Absence, *, kept: Absence | None) -> Told:
        """Return what keeping an absence does, in the place of one that is kept: shifts first, then warnings."""
        try:
            refuse_overlap(self.roster, absence)
        except OverlapError as error:
            return (f"▲ {error_text(self.language, error)}",)
        return tuple(
            line for line in (*self._shifts(absence, kept), self._unemployed(absence), *self._days(absence)) if line
        )

    def of_kept(self, absence: Absence) -> Told:
        """Return what is known of an absence: its share of the hours, how it was reported, days used."""
        return tuple(line for line in (self._share(absence), self._reported(absence), *self._days(absence)) if line)

    def _days(self, absence: Absence) -> Told:
        if self.hides_kinds:  # what is counted tells the kind
            return ()
        facts = sick_days(self.roster, absence, limits=self.limits, today=self.today)
        return sick_days_lines(self.language, facts, absence=absence)

    def _shifts(self, absence: Absence, kept: Absence | None) -> Told:
        if absence.grade < WHOLE:
            return (self._share(absence), self._gives_back(absence, kept))
        opened = opened_by(self.roster, absence)
        back = self._gives_back(absence, kept)
        if not opened:
            return (back or ("" if kept else self.language.text("No shift is touched by it.")),)
        said = self.language.plural(
            "Opens {n} shift: {shifts}", "Opens {n} shifts: {shifts}", n=len(opened), shifts=self._named(opened)
        )
        return (said, back)

    def _gives_back(self, absence: Absence, kept: Absence | None) -> str:
        back = given_back(self.roster, kept, after=absence) if kept is not None else ()
        if not back:
            return ""
        return self.language.plural(
            "Gives back {n} shift: {shifts}", "Gives back {n} shifts: {shifts}", n=len(back), shifts=self._named(back)
        )

    def _named(self, shifts: tuple[Shift, ...]) -> str:
        zone = self.roster.arrangement.zone
        named = [span_text(self.language, shift.span, zone=zone) for shift in shifts[:_NAMED]]
        if len(shifts) > _NAMED:
            named.append(self.language.text("{n} more", n=len(shifts) - _NAMED))
        return ", ".join(named)

    def _share(self, absence: Absence) -> str:
        if absence.grade == WHOLE or self.hides_kinds:  # only some kinds can be graded
            return ""
        planned, left = (self.language.hours(amount) for amount in hours_kept(self.roster, absence))
        return self.language.text(
            "Keeps the shifts: {left} of {planned} are left to work. To hand one on, open it in the roster.",
            left=left,
            planned=planned,
        )

    def _unemployed(self, absence: Absence) -> str:
        day = not_employed(self.roster, absence)
        if day is None:
            return ""
        return self.language.text(
            "△ Not employed on {day}. It can be registered all the same.", day=day_text(self.language, day)
        )

    def _reported(self, absence: Absence) -> str:
        if absence.reported_at is None:
            return ""
        local = absence.reported_at.astimezone(self.roster.arrangement.zone)
        when = f"{self.language.date(local.date(), 'short')} {self.language.clock(local)}"
        how = f" {word(self.language, absence.reported_how)}" if absence.reported_how is not None else ""
        return self.language.text("Reported {when}{how}", when=when, how=how)
