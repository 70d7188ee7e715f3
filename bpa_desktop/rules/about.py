"""What the rules find near about one person, and what they add up: found again only as far as a change reaches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import ONE_DAY, Span, Week
from bpa_desktop.rules.averaged_hours import weeks_above_law
from bpa_desktop.rules.case import Case, as_length, foretell, near_part, standby_divisor, told_by
from bpa_desktop.rules.limits import Limits
from bpa_desktop.rules.night_average import long_nights, weeks_allowed
from bpa_desktop.rules.overtime import overtime_weeks
from bpa_desktop.rules.red_days import red_days_worked
from bpa_desktop.rules.rule import Finding, Rule
from bpa_desktop.rules.stretch import (
    AFTER_ALL,
    BEFORE_ALL,
    Rests,
    Stretch,
    changed_span,
    longest_of,
    longest_within,
    sharing,
    stretch_round,
)
from bpa_desktop.rules.weekly_hours import weeks_above_average
from bpa_desktop.rules.weeks import WorkedWeek, extended_weeks, worked_weeks

Sums = Callable[[Case, str], Any]
SUMS: tuple[Sums, ...] = (
    worked_weeks,
    extended_weeks,
    overtime_weeks,
    weeks_above_average,
    weeks_above_law,
    weeks_allowed,
    long_nights,
    red_days_worked,
)
"""What the rules that look at all that somebody holds add up: weeks or days in time order, each by the shifts near.

It is added up once a rule asks for it, and then kept.
"""
_ENDING = (
    "daily_rest",
    "weekly_rest_rolling",
    "young_daily_rest",
    "child_daily_rest",
    "late_to_early",
    "rest_after_nights",
)
# Between a shift in one night and another in the next lies no more, also where the clocks change.
_NEXT_NIGHT = timedelta(hours=34)
_HELD, _MISSING = "held", "missing"


@dataclass(frozen=True)
class Given:
    """What something was found of: rows of shifts in time order, what somebody holds and what others do; and the rest.

    The same rows were looked at where the rest is equal.
    """

    rows: Mapping[tuple[str, str | None], Sequence[Shift]]
    rest: tuple[object, ...]


@dataclass(frozen=True, eq=False)
class About:
    """What was found near, by its start; what was added up so far; and at least the length of the longest shift."""

    given: Given
    near: tuple[Finding, ...]
    sums: dict[Sums, Any]
    longest: timedelta

    def add_up(self, case: Case, who: str, *, look: Callable[[], Iterable[Finding]]) -> tuple[Finding, ...]:
        """Return what a look at all that somebody holds finds, with what is added up already; learn what else it is."""
        foretell(case, who, answers=self.sums)
        found = tuple(look())
        self.sums.update(told_by(case, who, functions=SUMS))
        return found


def quiet_rest(limits: Limits) -> timedelta:
    """Return the rest that every stretch of work which a rule looks at whole ends with."""
    ends = (as_length(limit.value) for limit in limits.limits if limit.key in _ENDING)
    return max(_NEXT_NIGHT, *ends)


def about(case: Case, who: str | None, *, rules: Iterable[Rule], quiet: timedelta) -> About:
    """Return what is found about somebody, or about nobody; kept in the case's memory."""
    given = _given(case, who)
    look = _Look(given, tuple(rules), quiet)
    known: About | None = case.memory.last(("about", who))

    def work_out() -> About:
        if known is None or known.given.rest != given.rest:
            return _whole(case, who, look=look)
        return _after(case, who, known=known, look=look)

    return case.memory.recall(("about", who), given, work_out=work_out)


@dataclass(frozen=True)
class _Look:
    given: Given
    rules: tuple[Rule, ...]
    quiet: timedelta


def _given(case: Case, who: str | None) -> Given:
    roster, apart = case.roster, sorted(case.roster.kept_apart.get(who, ())) if who is not None else []
    rows = {(_HELD, other): case.held(other) for other in (who, *apart)}
    people = tuple(roster.assistants_by_id.get(one) for one in (who, *apart) if one is not None)
    known = () if who is None else (case.said.get(who), standby_divisor(case, who))
    return Given(
        {**rows, (_MISSING, who): case.missing.get(who, ())}, (*known, people, tuple(apart), roster.arrangement)
    )


def _whole(case: Case, who: str | None, *, look: _Look) -> About:
    longest = max(longest_of(row) for row in look.given.rows.values())
    return About(look.given, _found(case, who, rules=look.rules), {}, longest)


def _found(case: Case, who: str | None, *, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    return tuple(sorted((finding for rule in rules for finding in rule.near(case, who)), key=begin))


def _after(case: Case, who: str | None, *, known: About, look: _Look) -> About:
    """Return what is found after a change: what it cannot touch is what was found before."""
    given = look.given
    changes = [changed_span(known.given.rows[name], row) for name, row in given.rows.items()]
    spans = [change for change in changes if change is not None]
    if not spans:
        return About(given, known.near, known.sums, known.longest)
    change = Span(min(span.start for span in spans), max(span.end for span in spans))
    longest = max(known.longest, *(longest_within(row, change) for row in given.rows.values()))
    held = given.rows[_HELD, who]
    stretch = stretch_round(held, change, rests=Rests(look.quiet, longest))
    part = _part(case, who, given=given, stretch=stretch)
    fresh = [one for one in _found(part, who, rules=look.rules) if stretch.start <= begin(one) < stretch.end]
    near = _put(known.near, fresh, stretch=stretch)
    return About(given, near, _added(part, who, known=known, stretch=stretch), longest)


def _part(case: Case, who: str | None, *, given: Given, stretch: Stretch) -> Case:
    held: dict[str | None, Sequence[Shift]] = {}
    missing: dict[str | None, tuple[Shift, ...]] = {}
    for (kind, whose), row in given.rows.items():
        if (kind, whose) == (_HELD, who):
            held[who] = [row[at] for at in range(stretch.first, stretch.after)]
            continue
        inside = tuple(sharing(row, stretch.start, end=stretch.end, longest=stretch.longest))
        (held if kind == _HELD else missing)[whose] = inside
    return near_part(case, held, missing=missing)


def _put(near: tuple[Finding, ...], fresh: list[Finding], *, stretch: Stretch) -> tuple[Finding, ...]:
    first, after = (bisect_left(near, moment, key=begin) for moment in (stretch.start, stretch.end))
    return (*near[:first], *fresh, *near[after:])


def _added(part: Case, who: str | None, *, known: About, stretch: Stretch) -> dict[Sums, Any]:
    """Return what is added up after a change: the weeks and days that begin in the stretch are those of the part."""
    if who is None:
        return {}
    first = date.min if stretch.start == BEFORE_ALL else part.day(stretch.start) + ONE_DAY
    after = date.max if stretch.end == AFTER_ALL else part.day(stretch.end) + ONE_DAY
    return {
        add_up: _merged(was, part.once(add_up, who), first=first, after=after) for add_up, was in known.sums.items()
    }


def _merged(before: Any, now: Any, *, first: date, after: date) -> Any:
    kind = dict if isinstance(before, dict) else tuple
    old, new = (list(sums.items()) if kind is dict else list(sums) for sums in (before, now))
    old_first, old_after, new_first, new_after = (
        bisect_left(sums, day, key=_day) for sums in (old, new) for day in (first, after)
    )
    return kind(chain(old[:old_first], new[new_first:new_after], old[old_after:]))


def _day(entry: Any) -> date:
    """Return the day that something added up begins on: a day, a week, or either with what is said of it."""
    if isinstance(entry, tuple):
        return _day(entry[0])
    if isinstance(entry, WorkedWeek):
        return entry.week.monday
    return entry.monday if isinstance(entry, Week) else entry


def begin(finding: Finding) -> datetime:
    """Return when a finding begins."""
    return BEFORE_ALL if finding.span is None else finding.span.start
