"""fair_share: somebody has many more weekends, evenings, nights or holidays of a year than their part. Advice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal

from bpa_desktop.domain.span import DayRange, days_span, to_hundredths
from bpa_desktop.domain.team import Assistant
from bpa_desktop.rules.case import Case
from bpa_desktop.rules.contract_hours import has_hours
from bpa_desktop.rules.rule import Finding, Measure, Place, Rule, Weight, exceeded
from bpa_desktop.rules.turns import TurnKind, Turns, turns_by_year

_NOTHING = Decimal(0)


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    """Yield what is about anybody under nobody's name: one's part depends on what all the others have."""
    data = case.data
    if who is not None or data is None or not case.roster.arrangement.advice:
        return
    turns = {one.id: turns_by_year(case, one.id) for one in case.roster.assistants}
    for year in range(data[0].year, data[1].year + 1):
        first, last = max(data[0], date(year, 1, 1)), min(data[1], date(year, 12, 31))
        if (last - first).days + 1 >= case.limit("fair_share_days", first).value:
            yield from _of_year(
                case, {who: each.get(year, {}) for who, each in turns.items()}, days=DayRange(first, last)
            )


@dataclass(frozen=True)
class _Had:
    """What somebody has of one kind in a year's days, by day with the shifts, and what their part would be."""

    who: str
    kind: TurnKind
    days: Mapping[date, tuple[str, ...]]
    fair: Decimal


def _of_year(case: Case, turns: Mapping[str, Turns], *, days: DayRange) -> Iterator[Finding]:
    parts = shares(case.roster.assistants, days)
    for kind in TurnKind:
        had = {who: turns[who].get(kind, {}) for who in parts}
        total = sum(len(each) for each in had.values())
        for who, mine in had.items():
            one = _Had(who, kind, mine, fair=total * parts[who])
            if _is_unfair(case, one):
                yield _finding(case, one)


def _is_unfair(case: Case, had: _Had) -> bool:
    if not had.days:
        return False
    count, first = len(had.days), min(had.days)
    far = count >= had.fair * case.limit("fair_share_factor", first).value
    return far and count - had.fair >= case.limit("fair_share_least", first).value


def _finding(case: Case, had: _Had) -> Finding:
    """Return the finding; its shifts and its time are those of the turns beyond the part."""
    beyond = list(had.days)[int(had.fair.to_integral_value(ROUND_CEILING)) :]
    shifts = tuple(dict.fromkeys(shift for day in beyond for shift in had.days[day]))
    span = days_span(beyond[0], beyond[-1], zone=case.zone)
    facts = (("kind", had.kind.value), ("year", beyond[0].year))
    limit = replace(case.limit("fair_share_factor", beyond[0]), value=to_hundredths(had.fair))
    measure = Measure(Decimal(len(had.days)), limit)
    return exceeded(RULE.name, Place(had.who, shifts, span, facts), weight=Weight.SHOULD, measure=measure)


def shares(team: Iterable[Assistant], days: DayRange) -> dict[str, Decimal]:
    """Return everybody's part of the contracts over some days, one being all; who has no agreed hours has none."""
    weights = {one.id: _weight(one, days) for one in team}
    total = sum(weights.values(), _NOTHING)
    return {who: weight / total for who, weight in weights.items() if weight}


def _weight(assistant: Assistant, days: DayRange) -> Decimal:
    """Return percent times days employed."""
    return sum((post.percent * _common(post.days, days) for post in assistant.employments if has_hours(post)), _NOTHING)


def _common(post: DayRange, days: DayRange) -> int:
    """Return how many days a post shares with some days that have both ends."""
    assert days.first is not None
    assert days.last is not None
    first, last = max(post.first or days.first, days.first), min(post.last or days.last, days.last)
    return max(0, (last - first).days + 1)


RULE = Rule("fair_share", _findings)
"""Measured: turns of a kind in a year of the data; limit: one's part of them all, by contract. Should.

Told where it is a quarter more than the part and at least three turns more, where advice is asked for and eight weeks
of the year are in the data. Turns of those without agreed hours, on call at 0 %, are left out. Facts: `kind`, `year`.
A choice of this program.
"""
