"""An assistant's ISO weeks: hours as the law counts them, and runs of weeks that add up to too much."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import accumulate

from bpa_desktop.domain.span import ONE_DAY, Span, Week, to_hundredths
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.duty import PASSIVE, days_of
from bpa_desktop.rules.limits import Limit, weekly_key, weekly_ordinary
from bpa_desktop.rules.rule import Place

_NOTHING = Decimal(0)


@dataclass(frozen=True)
class WorkedWeek:
    """A week somebody has shifts in, and the hours counted."""

    week: Week
    hours: Decimal
    shifts: tuple[str, ...]


def worked_weeks(case: Case, who: str) -> tuple[WorkedWeek, ...]:
    """Return the weeks an assistant has shifts in, in time order."""
    worked = case.worked(who)
    found = []
    for week, shifts in _shifts_by_week(case, who).items():
        span = case.week_span(week)
        hours = worked.hours(span.start, span.end)
        found.append(WorkedWeek(week, hours, tuple(shifts)))
    return tuple(sorted(found, key=lambda each: each.week))


def week_of(case: Case, day: date) -> Week:
    """Return the ISO week of a day."""
    return Week.of(day)


def _shifts_by_week(case: Case, who: str) -> dict[Week, list[str]]:
    found: dict[Week, list[str]] = {}
    week, span = None, None
    for shift in case.held(who):
        if week is None or span is None or not span.contains(shift.span.start):
            week = Week.of(case.day(shift.span.start))
            span = case.week_span(week)
        found.setdefault(week, []).append(shift.id)
        later, until = week, span.end
        while shift.span.end > until:
            later = later.later(1)
            found.setdefault(later, []).append(shift.id)
            until = case.week_span(later).end
    return found


def extended_weeks(case: Case, who: str) -> dict[Week, Decimal]:
    """Return by how much passive work makes each week longer: half of it, so much a day at most. AML § 10-4 (2)."""
    if not any(shift.kind in PASSIVE for shift in case.held(who)):
        return {}
    found: dict[Week, Decimal] = {}
    for period in case.work_periods(who):
        if not any(shift.kind in PASSIVE for block in period for shift in block.shifts):
            continue
        for window in days_of(period, case.length("daily_window", period[0].start)):
            for week, longer in _extended(case, who, window=window):
                found[week] = found.get(week, _NOTHING) + longer
    return {
        week: min(hours, case.limit("passive_weekly_extension", week.monday).value) for week, hours in found.items()
    }


def _extended(case: Case, who: str, *, window: Span) -> Iterator[tuple[Week, Decimal]]:
    """Yield the extension of one day, shared out between the weeks it lies in."""
    longer = passive_extension(case, who, window=window)
    if not longer:
        return
    week = case.once(week_of, case.day(window.start))
    monday = case.week_span(week).end
    if window.end <= monday:
        yield week, longer
        return
    worked = case.worked(who)
    share = worked.passive_hours(window.start, monday) / worked.passive_hours(window.start, window.end)
    yield week, longer * share
    yield week.later(1), longer * (1 - share)


def passive_extension(case: Case, who: str, *, window: Span) -> Decimal:
    """Return the hours by which passive work makes the ordinary day longer. AML § 10-4 (2)."""
    day = case.day(window.start)
    passive = case.worked(who).passive_hours(window.start, window.end)
    return min(passive * case.limit("passive_share", day).value, case.limit("passive_daily_extension", day).value)


def law_week(case: Case, week: Week) -> Limit:
    """Return the law's week that the full-time norm stands on: 40, 38 or 36 hours. AML § 10-4."""
    return case.limit(weekly_key(case.roster.arrangement.weekly_norm), week.monday)


def single_week(case: Case, week: Week) -> Limit:
    """Return how long one week may be: the law's week, or longer where hours are averaged. AML §§ 10-4, 10-5."""
    return weekly_ordinary(case.limits, week.monday, arrangement=case.roster.arrangement)


def longer(case: Case, who: str, *, week: Week, limit: Limit) -> Decimal:
    """Return by how many hours passive work makes a week's limit longer, up to where the law ends. AML § 10-4 (2)."""
    extension = case.once(extended_weeks, who).get(week)
    if not extension:
        return _NOTHING
    most = case.limit("passive_weekly_most", week.monday).value
    return max(_NOTHING, min(extension, most - limit.value))


@dataclass(frozen=True)
class Run:
    """Consecutive weeks, some of them with shifts, and what these add up to."""

    first: Week
    last: Week
    total: Decimal
    weeks: tuple[WorkedWeek, ...]

    @property
    def length(self) -> int:
        """How many weeks it has."""
        return (self.last.monday - self.first.monday) // (7 * ONE_DAY) + 1

    def place(self, case: Case, who: str) -> Place:
        """Return where the run is, with the fact `weeks`: how many."""
        span = Span(case.week_span(self.first).start, case.week_span(self.last).end)
        shifts = tuple(dict.fromkeys(shift for each in self.weeks for shift in each.shifts))
        return Place(who, shifts, span, (("weeks", self.length),))


Weighed = Sequence[tuple[WorkedWeek, Decimal]]


def broken_runs(
    weighed: Weighed,
    length: int,
    *,
    is_broken: Callable[[Run], bool],
    until: Week | None = None,
) -> Iterator[Run]:
    """Yield the runs of so many weeks that are broken, none sharing a week with the one before.

    A run begins with a week that has shifts: one that begins before it adds up to no more. Where `until` is given,
    no run goes beyond that week: the last ones begin so much earlier.
    """
    days = [worked.week.monday.toordinal() for worked, _ in weighed]
    sums = [_NOTHING, *accumulate(value for _, value in weighed)]
    told, latest = 0, None if until is None else until.monday.toordinal() - 7 * (length - 1)
    for day in days:
        start = day if latest is None else min(day, latest)
        if start < told:
            continue
        first, after = bisect_left(days, start), bisect_left(days, start + 7 * length)
        week = Week.of(date.fromordinal(start))
        inside = tuple(worked for worked, _ in weighed[first:after])
        run = Run(week, week.later(length - 1), sums[after] - sums[first], inside)
        if is_broken(run):
            told = start + 7 * length
            yield run


def whole_weeks(case: Case) -> tuple[Week, Week] | None:
    """Return the first and the last week of the roster's data, or None without shifts."""
    data = case.data
    return None if data is None else (Week.of(data[0]), Week.of(data[1]))


def told(limit: Limit) -> Limit:
    """Return a limit as it is told, to the hundredth."""
    return replace(limit, value=to_hundredths(limit.value))
