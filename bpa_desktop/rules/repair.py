"""Repair: the smallest change of one shift that mends a finding and breaks nothing new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from itertools import islice

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.rules.checker import Checker
from bpa_desktop.rules.rule import Finding
from bpa_desktop.rules.severity import distance

MOST_TRIES = 24
"""How many changes are tried for a finding before it is left without a repair."""
_MINUTES_AN_HOUR = 60
# Nothing of a single shift mends these: somebody has to be found, asked, or told earlier.
_BEYOND_ONE_SHIFT = {"absent", "open_shift", "uncovered_need", "notice", "award_hours", "contract_hours", "fair_share"}
_BETWEEN = {"daily_rest", "weekly_rest", "double_booking", "late_to_early", "rest_after_nights"}
_TOO_LONG = {"daily_hours", "under_18"}


@dataclass(frozen=True)
class Repair:
    """One shift as it is, and as it would be."""

    before: Shift
    after: Shift


def repair(checker: Checker, roster: Roster, *, finding: Finding, tries: int = MOST_TRIES) -> Repair | None:
    """Return the first of the smallest changes that mends a finding, checked against every rule; None if none does.

    First a shift is made shorter by what is lacking, then moved, then given to somebody else. `checker` has checked the
    roster before.
    """
    if finding.rule in _BEYOND_ONE_SHIFT:
        return None
    for before, after in islice(_changes(roster, finding), tries):
        if checker.is_mended_by(roster.with_shift(after), finding):
            return Repair(before, after)
    return None


def _changes(roster: Roster, finding: Finding) -> Iterator[tuple[Shift, Shift]]:
    shifts = sorted((roster.shifts_by_id[name] for name in finding.shifts), key=lambda shift: shift.span)
    if finding.rule == "break" and isinstance(finding.limit, Decimal):
        yield shifts[0], replace(shifts[0], break_minutes=int(finding.limit * _MINUTES_AN_HOUR))
        return
    if finding.rule in _BETWEEN:
        yield from _apart(shifts, finding)
    elif finding.rule in _TOO_LONG:
        yield from _shorter(shifts, finding)
    yield from _given(roster, finding, shifts=shifts)


def _apart(shifts: list[Shift], finding: Finding) -> Iterator[tuple[Shift, Shift]]:
    """Yield what puts more time between two shifts: a later start, an earlier end, then the whole shift moved."""
    rest = finding.fact("rest")
    if isinstance(rest, Span):
        before = [shift for shift in shifts if shift.span.end <= rest.start]
        after = [shift for shift in shifts if shift.span.start >= rest.end]
        lacking = timedelta(hours=float(distance(finding)))
    else:
        before, after = shifts[:1], shifts[1:]
        lacking = shifts[0].span.end - shifts[-1].span.start if len(shifts) > 1 else timedelta(0)
    earlier = max(before, key=lambda shift: shift.span.end, default=None)
    later = min(after, key=lambda shift: shift.span.start, default=None)
    if lacking <= timedelta(0):
        return
    if later is not None and later.span.length > lacking:
        yield later, replace(later, span=Span(later.span.start + lacking, later.span.end))
    if earlier is not None and earlier.span.length > lacking:
        yield earlier, replace(earlier, span=Span(earlier.span.start, earlier.span.end - lacking))
    if later is not None:
        yield later, replace(later, span=later.span.moved(lacking))
    if earlier is not None:
        yield earlier, replace(earlier, span=earlier.span.moved(-lacking))


def _shorter(shifts: list[Shift], finding: Finding) -> Iterator[tuple[Shift, Shift]]:
    """Yield what makes the last shift end, or the first begin, so much nearer."""
    above = timedelta(hours=float(distance(finding)))
    last, first = shifts[-1], shifts[0]
    if timedelta(0) < above < last.span.length:
        yield last, replace(last, span=Span(last.span.start, last.span.end - above))
    if timedelta(0) < above < first.span.length:
        yield first, replace(first, span=Span(first.span.start + above, first.span.end))


def _given(roster: Roster, finding: Finding, *, shifts: list[Shift]) -> Iterator[tuple[Shift, Shift]]:
    """Yield a shift given to each of the others: the shortest that is as long as what is too much."""
    above = distance(finding) if finding.rule not in _BETWEEN else Decimal(0)
    enough = [shift for shift in shifts if shift.span.hours >= above] or shifts
    for shift in sorted(enough, key=lambda each: (each.span.length, -each.span.start.timestamp()))[:2]:
        for other in roster.assistants:
            if other.id != finding.assistant:
                yield shift, replace(shift, assistant=other.id)
