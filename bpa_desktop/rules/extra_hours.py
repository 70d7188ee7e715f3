"""Extra hours (merarbeid): what part-timers worked beyond their contract in twelve months. AML § 14-4 a.

A report, no rule: who regularly works more may ask for a post of as many hours. The months count back from the day of
the claim, one has to be permanently employed throughout, and work agreed on beforehand in another's place is normally
not counted, so it is told apart. Source: Tvisteløsningsnemnda on § 14-4 a.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import ONE_DAY, Span, days_span, month_end, to_hundredths
from bpa_desktop.domain.team import Assistant, EmploymentKind
from bpa_desktop.rules.duty import Worked
from bpa_desktop.rules.extra_causes import Causes, as_worked, hours_by_cause
from bpa_desktop.rules.limits import Limits

_WHOLE, _WEEK, _NOTHING = Decimal(100), Decimal(7), Decimal(0)
_A_YEAR = 12


@dataclass(frozen=True)
class MonthWorked:
    """One of the months: hours by contract, hours worked, and those of them in another's place."""

    first: date
    last: date
    agreed: Decimal
    worked: Decimal
    in_anothers_place: Decimal

    @property
    def extra(self) -> Decimal:
        """Hours worked beyond the contract, below none where it was less."""
        return self.worked - self.agreed


@dataclass(frozen=True)
class ExtraHours:
    """A part-timer's months, the oldest first, and the paragraph they are told for.

    `throughout` is whether they were permanently employed on every day. `causes` are all hours worked, by why.
    """

    assistant: str
    months: tuple[MonthWorked, ...]
    throughout: bool
    reference: str
    causes: Causes = ()

    @property
    def agreed(self) -> Decimal:
        """Hours by contract."""
        return sum((month.agreed for month in self.months), _NOTHING)

    @property
    def worked(self) -> Decimal:
        """Hours worked."""
        return sum((month.worked for month in self.months), _NOTHING)

    @property
    def in_anothers_place(self) -> Decimal:
        """Hours worked in the place of somebody who was absent."""
        return sum((month.in_anothers_place for month in self.months), _NOTHING)

    @property
    def extra(self) -> Decimal:
        """Hours beyond the contract over the whole time; what was less in one month is made up for in another."""
        return max(_NOTHING, self.worked - self.agreed)

    @property
    def months_above(self) -> int:
        """How many of the months had more than the contract."""
        return sum(month.extra > 0 for month in self.months)


def extra_hours(roster: Roster, limits: Limits, *, on: date) -> tuple[ExtraHours, ...]:
    """Return the report of everybody in the team who was a permanent part-timer in the months to the end of a day."""
    found = (extra_hours_of(roster, assistant, limits=limits, on=on) for assistant in roster.assistants)
    return tuple(one for one in found if one is not None)


def extra_hours_of(roster: Roster, assistant: Assistant, *, limits: Limits, on: date) -> ExtraHours | None:
    """Return the months of an assistant to the end of a day, None where they were no permanent part-timer in them.

    Hours as the law counts them, by the times that were really worked where they are known. Days of absence take
    their part of the contract away, and days before the roster's first are not looked at: nobody knows what was
    worked then.
    """
    asked = limits.on("extra_hours_months", on, arrangement=roster.arrangement)
    months = tuple(_months(on, int(asked.value), begun=roster.days[0] if roster.days is not None else date.max))
    if not months:
        return None
    shares = {day: _share(assistant, day) for day in _days(months[0][0], on)}
    if not any(0 < share < _WHOLE for share in shares.values()):
        return None
    agreed = _agreed(roster, assistant, shares=shares)
    worked, in_anothers_place = _worked(roster, assistant, divisor=_divisor(roster, limits, on=on))
    zone = roster.arrangement.zone
    return ExtraHours(
        assistant.id,
        tuple(
            MonthWorked(
                first,
                last,
                to_hundredths(sum((agreed[day] for day in _days(first, last)), _NOTHING)),
                _hours(worked, days_span(first, last, zone=zone)),
                _hours(in_anothers_place, days_span(first, last, zone=zone)),
            )
            for first, last in months
        ),
        throughout=all(share > 0 for share in shares.values()),
        reference=asked.reference,
        causes=hours_by_cause(
            roster,
            assistant.id,
            within=days_span(months[0][0], months[-1][1], zone=zone),
            divisor=_divisor(roster, limits, on=on),
        ),
    )


def _months(on: date, count: int, *, begun: date) -> Iterator[tuple[date, date]]:
    """Yield the months that end with a day, the oldest first: each ends on that day of its month.

    Where there is no such day, or the day is the last of its own month, it is the month's last.
    """
    ends = [_months_before(on, back) for back in range(count, -1, -1)]
    for before, last in pairwise(ends):
        first = max(before + ONE_DAY, begun)
        if first <= last:
            yield first, last


def _months_before(day: date, back: int) -> date:
    year, month = divmod(day.year * _A_YEAR + day.month - 1 - back, _A_YEAR)
    last = month_end(year, month + 1)
    is_last = (day + ONE_DAY).month != day.month
    return last if is_last or last.day < day.day else last.replace(day=day.day)


def _divisor(roster: Roster, limits: Limits, *, on: date) -> Decimal:
    return limits.on("standby_home_divisor", on, arrangement=roster.arrangement).value


def _worked(roster: Roster, assistant: Assistant, *, divisor: Decimal) -> tuple[Worked, Worked]:
    """Return all that an assistant worked, and what of it was planned for somebody else."""
    held = as_worked(roster.shifts_by_holder.get(assistant.id, ()))
    others = [shift for shift in held if shift.assistant not in (assistant.id, None)]
    return Worked(held, divisor), Worked(others, divisor)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + n * ONE_DAY for n in range((last - first).days + 1))


def _share(assistant: Assistant, day: date) -> Decimal:
    """Return the percent of full time somebody has permanently on a day."""
    permanent = (post for post in assistant.employments if post.kind is EmploymentKind.PERMANENT and day in post.days)
    return sum((post.percent for post in permanent), _NOTHING)


def _hours(worked: Worked, span: Span) -> Decimal:
    return to_hundredths(worked.hours(span.start, span.end))


def _agreed(roster: Roster, assistant: Assistant, *, shares: Mapping[date, Decimal]) -> dict[date, Decimal]:
    """Return the hours of the contract on each day: none on a day of absence, a part where it is graded."""
    zone, daily = roster.arrangement.zone, roster.arrangement.weekly_norm / _WEEK / _WHOLE
    away = dict.fromkeys(shares, _NOTHING)
    for absence in roster.absences_of(assistant.id):
        for day in absence.span.days(zone):
            if day in away:
                away[day] = max(away[day], absence.grade)
    return {day: share * daily * (_WHOLE - away[day]) / _WHOLE for day, share in shares.items()}
