"""Sick days (sykedager): which calendar days absences take, and what of them is self-certified. No figure stands here.

A day that is counted is a local calendar day, whether somebody was to work on it or not; an absence from one work
session that goes over midnight takes one day, the one the session began on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import ONE_DAY, Span, days_span, midnight
from bpa_desktop.domain.team import Assistant, EmploymentKind

OWN_SICKNESS = (AbsenceKind.SELF_CERTIFIED, AbsenceKind.SICK_NOTE)
_TIME_OFF = (AbsenceKind.HOLIDAY, AbsenceKind.LEAVE)
Days = tuple[date, ...]


@dataclass(frozen=True)
class SickDay:
    """A day of own sickness that counts: by a sick note, or a whole day by the assistant's own word.

    `may_begin` tells whether the employer's period can begin on it: somebody was to work, and had no time off.
    """

    day: date
    has_note: bool
    may_begin: bool


@dataclass(frozen=True)
class Away:
    """An assistant's absences as they are known on a day, with the work they were planned for, in a time zone.

    An absence until further notice lasts to the end of that day.
    """

    absences: tuple[Absence, ...]
    work: tuple[Span, ...]
    zone: ZoneInfo

    @classmethod
    def of(cls, roster: Roster, assistant: str, *, on: date) -> Away:
        """Return what a roster says of an assistant."""
        zone = roster.arrangement.zone
        known = (_as_known(one, on, zone=zone) for one in roster.absences_of(assistant))
        return cls(tuple(sorted(known, key=lambda one: (one.span, one.id))), tuple(_work_of(roster, assistant)), zone)

    def of_kind(self, *kinds: AbsenceKind) -> tuple[Absence, ...]:
        """Return the absences of some kinds."""
        return tuple(one for one in self.absences if one.kind in kinds)

    def days_of(self, absence: Absence) -> Iterator[date]:
        """Yield the calendar days that an absence takes."""
        days = tuple(absence.span.days(self.zone))
        return iter(days[:-1] if len(days) > 1 and self._is_tail(absence.span, days[-1]) else days)

    def _is_tail(self, span: Span, last: date) -> bool:
        """Tell whether of the last day only the rest of a session is taken that began before."""
        if span.end == midnight(last + ONE_DAY, self.zone):
            return False
        reaching = (work for work in self.work if work.overlaps(span) and work.last_day(self.zone) >= last)
        missed = {work.first_day(self.zone) for work in reaching}
        return bool(missed) and last not in missed

    def sick_days(self) -> tuple[SickDay, ...]:
        """Return the days of own sickness that count, in order; part of a day by one's own word does not."""
        notes = {day for one in self.of_kind(AbsenceKind.SICK_NOTE) for day in self.days_of(one)}
        said = {day for one in self.of_kind(AbsenceKind.SELF_CERTIFIED) for day in self.days_of(one)}
        off = {day for one in self.of_kind(*_TIME_OFF) for day in self.days_of(one)}
        working = {work.first_day(self.zone) for work in self.work}
        counted = notes | {day for day in said if self._is_whole(day)}
        return tuple(SickDay(day, day in notes, day in working and day not in off) for day in sorted(counted))

    def _is_whole(self, day: date) -> bool:
        missed = [one.span for one in self.of_kind(*OWN_SICKNESS)]
        work = [one for one in self.work if one.first_day(self.zone) == day] or [days_span(day, day, zone=self.zone)]
        return all(any(span.covers(one) for span in missed) for one in work)

    def self_certified(self, *, joined: int) -> tuple[Days, ...]:
        """Return the days without a certificate by period of sickness.

        Who falls ill again before `joined` calendar days have passed goes on with the period before.
        """
        notes = {day for one in self.of_kind(AbsenceKind.SICK_NOTE) for day in self.days_of(one)}
        said = {day for one in self.of_kind(AbsenceKind.SELF_CERTIFIED) for day in self.days_of(one)} - notes
        periods = (tuple(day for day in period if day in said) for period in periods_of(notes | said, apart=joined))
        return tuple(period for period in periods if period)

    def child_days(self, year: int) -> int:
        """Return on how many days of a year work was missed for a sick child."""
        spans = [one.span for one in self.of_kind(AbsenceKind.CHILD_SICK)]
        missed = (work for work in self.work if any(work.overlaps(span) for span in spans))
        return len({day for work in missed if (day := work.first_day(self.zone)).year == year})


def periods_of(days: Iterable[date], *, apart: int) -> tuple[Days, ...]:
    """Return days in order, by period: between two periods lie at least `apart` other days."""
    periods: list[list[date]] = []
    for day in sorted(set(days)):
        if periods and (day - periods[-1][-1]).days - 1 < apart:
            periods[-1].append(day)
        else:
            periods.append([day])
    return tuple(map(tuple, periods))


def employed_since(assistant: Assistant, away: Away, *, on: date, longest_break: int) -> date | None:
    """Return since when somebody is employed without a longer break, None for who is not employed on a day.

    Who is on call is employed as long as they work: a break is one between two shifts.
    """
    stretches = sorted(_stretches(assistant, away, on=on))
    since: date | None = None
    last = date.min
    for first, end in stretches:
        if since is None or (first - last).days - 1 > longest_break:
            since = first
        last = max(last, end)
    return since if (on - last).days - 1 <= longest_break else None


def _stretches(assistant: Assistant, away: Away, *, on: date) -> Iterator[tuple[date, date]]:
    for post in assistant.employments:
        if post.days.first is not None and post.days.first > on:
            continue
        if post.kind is EmploymentKind.ON_CALL:
            worked = (work.first_day(away.zone) for work in away.work)
            yield from ((day, day) for day in worked if day in post.days and day <= on)
        else:
            yield post.days.first or date.min, min(post.days.last or on, on)


def _as_known(absence: Absence, on: date, *, zone: ZoneInfo) -> Absence:
    end = midnight(on + ONE_DAY, zone)
    if not absence.open_ended or end <= absence.span.start:
        return absence
    return replace(absence, span=Span(absence.span.start, end))


def _work_of(roster: Roster, assistant: str) -> Iterator[Span]:
    """Yield when somebody is to work, or was to before they were absent, in no order."""
    held, nobodys = (roster.shifts_by_holder.get(who, ()) for who in (assistant, None))
    yield from (shift.span for shift in held)
    yield from (shift.span for shift in nobodys if roster.expected(shift) == assistant)
    for shift_id, chosen in roster.substitutes.items():
        shift = roster.shifts_by_id.get(shift_id)
        if shift is not None and shift.assistant == assistant != chosen and roster.absence_of(assistant, shift.span):
            yield shift.span
