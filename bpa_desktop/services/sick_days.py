"""What is used of self-certification, the employer's period and days with a sick child: facts, never a verdict."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bpa_desktop.domain.absence import WHOLE, Absence, AbsenceKind
from bpa_desktop.domain.arrangement import SelfCertification
from bpa_desktop.domain.employer_period import EmployerPeriod, employer_periods
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.sick_days import OWN_SICKNESS, Away, Days, employed_since, periods_of
from bpa_desktop.domain.span import months_later
from bpa_desktop.rules.limits import Limit, Limits


@dataclass(frozen=True)
class SelfCertified:
    """The days of one period of sickness without a certificate, and what was used in the months before a day.

    `last_months` holds the periods of those months; by the law their number counts, by the longer scheme their days.
    `waited` is from when self-certification can be used, None where no employment is known.
    """

    days: Days
    at_a_time: Limit
    last_months: tuple[Days, ...]
    months: Limit
    most: Limit
    scheme: SelfCertification
    waited: date | None
    wait: Limit

    @property
    def used(self) -> int:
        """How much of `most` is used in the last months: times, or days."""
        if self.scheme is SelfCertification.LAW:
            return len(self.last_months)
        return sum(map(len, self.last_months))


@dataclass(frozen=True)
class EmployerPays:
    """The employer's period that a sickness belongs to, None while none has begun."""

    period: EmployerPeriod | None
    limit: Limit


@dataclass(frozen=True)
class ChildDays:
    """Days with a sick child in a calendar year, of so many: the law's, unless others are written at the assistant."""

    year: int
    used: int
    most: int
    limit: Limit


@dataclass(frozen=True)
class SickDays:
    """What there is to know today about one absence, as it is on a day; None is what does not concern its kind."""

    today: date
    on: date
    self_certified: SelfCertified | None = None
    employer: EmployerPays | None = None
    child: ChildDays | None = None
    least_grade: Limit | None = None


def sick_days(roster: Roster, absence: Absence, *, limits: Limits, today: date) -> SickDays:
    """Return what there is to know of an absence today, or on its first day where that is later.

    The absence need not be kept yet, or be kept like that.
    """
    asked = _Asked(roster, absence, limits, max(today, absence.span.first_day(roster.arrangement.zone)))
    is_said, has_note = (absence.kind is kind for kind in OWN_SICKNESS)
    return SickDays(
        today,
        asked.on,
        asked.self_certified() if is_said else None,
        asked.employer() if is_said or has_note else None,
        asked.child() if absence.kind is AbsenceKind.CHILD_SICK else None,
        asked.limit("sick_grade_least") if has_note and absence.grade < WHOLE else None,
    )


@dataclass(frozen=True)
class _Asked:
    """An absence that is asked about, on a day."""

    roster: Roster
    absence: Absence
    limits: Limits
    on: date

    @cached_property
    def away(self) -> Away:
        """The assistant's absences with this one among them."""
        others = tuple(one for one in self.roster.absences if one.id != self.absence.id)
        return Away.of(replace(self.roster, absences=(*others, self.absence)), self.absence.assistant, on=self.on)

    @cached_property
    def days(self) -> frozenset[date]:
        """The days that this one takes."""
        known = next(one for one in self.away.absences if one.id == self.absence.id)
        return frozenset(self.away.days_of(known))

    def limit(self, key: str) -> Limit:
        """Return a figure of the law."""
        return self.limits.on(key, self.on, arrangement=self.roster.arrangement)

    def figure(self, key: str) -> int:
        """Return a figure of the law as a number."""
        return int(self.limit(key).value)

    def self_certified(self) -> SelfCertified:
        """Return what is used of self-certification."""
        scheme, months = self.roster.arrangement.self_certification, self.limit("self_certification_months")
        periods = self.away.self_certified(joined=self.figure("self_certification_joined"))
        since = months_later(self.on, -int(months.value))
        latest = tuple(tuple(day for day in period if since < day <= self.on) for period in periods)
        most = "times" if scheme is SelfCertification.LAW else "total"
        return SelfCertified(
            next((period for period in periods if self.days.intersection(period)), ()),
            self.limit(f"self_certification_days/{scheme}"),
            tuple(period for period in latest if period),
            months,
            self.limit(f"self_certification_{most}/{scheme}"),
            scheme,
            self._waited(),
            self.limit("self_certification_wait"),
        )

    def _waited(self) -> date | None:
        assistant = self.roster.assistants_by_id.get(self.absence.assistant)
        longest = self.figure("self_certification_break")
        first = self.absence.span.first_day(self.roster.arrangement.zone)
        since = assistant and employed_since(assistant, self.away, on=first, longest_break=longest)
        return months_later(since, self.figure("self_certification_wait")) if since else None

    def employer(self) -> EmployerPays:
        """Return the employer's period that this sickness is in, or comes after."""
        limit, gap = self.limit("employer_period_days"), self.figure("employer_period_gap")
        sick = [day for day in self.away.sick_days() if day.day <= max(self.days)]
        found = employer_periods(sick, length=int(limit.value), gap=gap)
        mine = next((run for run in periods_of((day.day for day in sick), apart=gap) if self.days & set(run)), ())
        return EmployerPays(found[-1] if found and found[-1].days[0] in mine else None, limit)

    def child(self) -> ChildDays:
        """Return the days with a sick child in this calendar year."""
        limit = self.limit("child_days")
        assistant = self.roster.assistants_by_id.get(self.absence.assistant)
        own = assistant.child_days if assistant is not None else None
        most = int(limit.value) if own is None else own
        return ChildDays(self.on.year, self.away.child_days(self.on.year), most, limit)
