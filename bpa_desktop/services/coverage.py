"""Coverage: what a rotation leaves uncovered of the needs, week by week of its pattern."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from bpa_desktop.domain.need import Need
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.domain.span import ONE_DAY, DayRange, EmptySpanError, Span, Week
from bpa_desktop.rules.limits import Limits
from bpa_desktop.rules.uncovered_need import RULE


@dataclass(frozen=True)
class Uncovered:
    """A stretch of a need in which people are lacking: in which week of the pattern, on which ISO weekday.

    `hours` is time times people lacking.
    """

    week: int
    weekday: int
    span: Span
    people: int
    hours: Decimal


def uncovered(roster: Roster, rotation: Rotation, *, limits: Limits, on: date) -> tuple[Uncovered, ...]:
    """Return what a rotation alone leaves uncovered, in time order, in the round of its weeks that a day lies in.

    Looked at is the pattern as if everybody came; a seat covers nothing. The night before the round is that of the
    pattern's last week. A rotation without a first day, or without lines, covers nothing in any round.
    """
    first = _round_of(rotation, on)
    last = first + timedelta(weeks=rotation.weeks) - ONE_DAY
    pattern = replace(rotation, days=DayRange(first - timedelta(weeks=rotation.weeks)))
    shifts = tuple(pattern.occurrences(first - ONE_DAY, last, zone=roster.arrangement.zone))
    needs = tuple(_within(roster.needs, first=first, last=last))
    alone = replace(roster, needs=needs, shifts=shifts, absences=(), requests=())
    return tuple(sorted(_gaps(alone, pattern, limits=limits), key=lambda gap: gap.span))


def _round_of(rotation: Rotation, on: date) -> date:
    """Return the Monday of the pattern's week 1 in the round that a day lies in; the first round before it begins."""
    day = max(on, rotation.days.first or on)
    return Week.of(day).monday - timedelta(weeks=rotation.week_on(day) - 1)


def _within(needs: tuple[Need, ...], *, first: date, last: date) -> Iterator[Need]:
    for need in needs:
        begins, ends = need.days.first or first, need.days.last or last
        try:
            yield replace(need, days=DayRange(max(first, begins), min(last, ends)))
        except EmptySpanError:
            continue


def _gaps(roster: Roster, pattern: Rotation, *, limits: Limits) -> Iterator[Uncovered]:
    for finding in RULE.findings(roster, limits):
        if finding.span is not None:
            day = finding.span.first_day(roster.arrangement.zone)
            lacking = finding.fact("lacking")
            people = lacking if isinstance(lacking, int) else 1
            yield Uncovered(pattern.week_on(day), day.isoweekday(), finding.span, people, finding.decimal or Decimal(0))
