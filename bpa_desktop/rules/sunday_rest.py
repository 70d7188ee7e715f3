"""sunday_rest: who has worked on a red day is off on the next, or on every other on average where that is agreed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bpa_desktop.domain.span import Span
from bpa_desktop.rules.case import Case, limit_if_any
from bpa_desktop.rules.limits import Limit
from bpa_desktop.rules.red_days import next_red_day, red_days_worked, red_window
from bpa_desktop.rules.rule import Finding, Measure, Place, Rule, Weight, exceeded

_Worked = Mapping[date, tuple[str, ...]]


def _findings(case: Case, who: str | None) -> Iterator[Finding]:
    if who is None:
        return
    worked = case.once(red_days_worked, who)
    if not worked:
        return
    yield from _in_a_row(case, who, worked=worked)
    yield from _too_many(case, who, worked=worked)


def _in_a_row(case: Case, who: str, *, worked: _Worked) -> Iterator[Finding]:
    """Yield each time that more red days than allowed follow each other without one off."""
    row: list[date] = []
    for day in worked:
        if row and case.once(next_red_day, row[-1]) != day:
            row = []
        row.append(day)
        limit = case.limit("red_days_in_a_row", day)
        if len(row) > limit.value:
            days = row[-int(limit.value) - 1 :]
            yield _finding(_place(case, who, worked=worked, days=days), count=len(days), limit=limit)


def _too_many(case: Case, who: str, *, worked: _Worked) -> Iterator[Finding]:
    """Yield where more than half of the red days in a row are worked on; no day is told of twice."""
    days, told = list(worked), date.min
    for at, day in enumerate(days):
        limit = limit_if_any(case, "red_days_worked", day=day)
        if limit is None or day <= told:
            continue
        last = _so_many_on(case, day, count=int(case.limit("red_days_period", day).value), days=days)
        inside = days[at : bisect_left(days, last) + (last in worked)]
        if len(inside) > limit.value:
            told = last
            place = _place(case, who, worked=worked, days=inside)
            place = replace(place, facts=(*place.facts, ("period", "period")))
            yield _finding(place, count=len(inside), limit=limit)


def _so_many_on(case: Case, day: date, *, count: int, days: list[date]) -> date:
    """Return the last of so many red days in a row, or the last one worked on where that is earlier."""
    for _ in range(count - 1):
        if day >= days[-1]:
            break
        day = case.once(next_red_day, day)
    return day


def _place(case: Case, who: str, *, worked: _Worked, days: list[date]) -> Place:
    windows = [window for day in days if (window := case.once(red_window, day)) is not None]
    shifts = tuple(dict.fromkeys(shift for day in days for shift in worked[day]))
    return Place(who, shifts, Span(windows[0].start, windows[-1].end), (("first", days[0]), ("last", days[-1])))


def _finding(place: Place, *, count: int, limit: Limit) -> Finding:
    return exceeded(RULE.name, place, weight=Weight.MUST, measure=Measure(Decimal(count), limit))


RULE = Rule("sunday_rest", _findings)
"""Measured: red days worked on in a row, limit 1; must. Facts `first` and `last`: the days. AML § 10-8 (4).

Where it is agreed that red days are averaged: four in a row, or more than 13 of 26 in a row (fact `period`). A red day
is worked on if a shift shares time with its window, AML § 10-10 (1).
"""
