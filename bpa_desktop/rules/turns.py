"""Turns: the weekends, evenings, nights and holidays that somebody works, which a team shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum

from bpa_desktop.domain.holidays import holidays_on
from bpa_desktop.domain.span import ONE_DAY, Span, days_span
from bpa_desktop.rules.case import Case, as_length
from bpa_desktop.rules.duty import PASSIVE, Block, blocks_of
from bpa_desktop.rules.nights import clock, night_of
from bpa_desktop.rules.red_days import red_window

_SATURDAY = 6
_NONE = timedelta(0)


class TurnKind(StrEnum):
    """What kind of turn it is; a holiday is a red day that is more than a Sunday."""

    WEEKEND = "weekend"
    EVENING = "evening"
    NIGHT = "night"
    HOLIDAY = "holiday"


Turns = Mapping[TurnKind, Mapping[date, tuple[str, ...]]]
"""The days of each kind in time order, with the shifts: a weekend by its Saturday, a night by when it begins."""


def turns_worked(case: Case, who: str) -> Turns:
    """Return the turns somebody works: present in them for as long as counts, awake or resting."""
    return _turns(case, case.blocks(who))


def nights_awake(case: Case, who: str) -> Mapping[date, tuple[str, ...]]:
    """Return the nights somebody works in and is awake, by when they begin, with the shifts.

    Who rests at the workplace sleeps, as far as a plan can tell: a resting night, or standby there, is none of them.
    """
    awake = (shift for shift in case.held(who) if shift.is_presence and shift.kind not in PASSIVE)
    return _turns(case, blocks_of(awake))[TurnKind.NIGHT]


def turns_by_year(case: Case, who: str) -> Mapping[int, Turns]:
    """Return the turns somebody works by calendar year; what a change does not touch is not counted again."""
    given = case.held(who), case.roster.arrangement
    return case.memory.recall((turns_by_year, who), given, work_out=lambda: _by_year(turns_worked(case, who)))


def _by_year(turns: Turns) -> dict[int, Turns]:
    found: dict[int, dict[TurnKind, dict[date, tuple[str, ...]]]] = {}
    for kind, days in turns.items():
        for day, shifts in days.items():
            found.setdefault(day.year, {kind: {} for kind in TurnKind})[kind][day] = shifts
    return dict(found)


def _turns(case: Case, blocks: Iterable[Block]) -> Turns:
    lengths: dict[tuple[TurnKind, date], timedelta] = {}
    shifts: dict[tuple[TurnKind, date], list[str]] = {}
    for block in blocks:
        for turn, window in _windows_about(case, block):
            length = min(window.end, block.end) - max(window.start, block.start)
            if length > _NONE:
                lengths[turn] = lengths.get(turn, _NONE) + length
                inside = (shift.id for shift in block.shifts if shift.span.overlaps(window))
                shifts.setdefault(turn, []).extend(inside)
    found: dict[TurnKind, dict[date, tuple[str, ...]]] = {kind: {} for kind in TurnKind}
    for (kind, day), length in sorted(lengths.items()):
        if _is_turn(case, kind, day=day, length=length):
            found[kind][day] = tuple(shifts[kind, day])
    return found


def _windows_about(case: Case, block: Block) -> Iterator[tuple[tuple[TurnKind, date], Span]]:
    """Yield the turns that may reach into a block: a night begins the day before, a holiday the evening before."""
    day, last = case.day(block.start) - ONE_DAY, case.day(block.end) + ONE_DAY
    while day <= last:
        for kind, window in case.once(_windows, day):
            yield (kind, day), window
        day += ONE_DAY


def _windows(case: Case, day: date) -> tuple[tuple[TurnKind, Span], ...]:
    """Return the turns of a day and when they are."""
    night = case.once(night_of, day)
    found = [
        (TurnKind.EVENING, Span(clock(case, day, key="evening_opens"), night.start)),
        (TurnKind.NIGHT, night),
    ]
    if day.isoweekday() == _SATURDAY:
        found.append((TurnKind.WEEKEND, days_span(day, day + ONE_DAY, zone=case.zone)))
    window = red_window(case, day) if holidays_on(day) else None
    if window is not None:
        found.append((TurnKind.HOLIDAY, window))
    return tuple(found)


def _is_turn(case: Case, kind: TurnKind, *, day: date, length: timedelta) -> bool:
    """Tell whether one is present long enough for a turn; at night that is longer than the law's hours."""
    if kind is TurnKind.NIGHT:
        return length > as_length(case.limit("night_hours", day).value)
    return length >= as_length(case.limit("turn_hours", day).value)
