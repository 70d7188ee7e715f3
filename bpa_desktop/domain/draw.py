"""What each shift draws from the awards: how many hours, on which day, from which award, in which period."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import accumulate, chain
from operator import attrgetter
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bpa_desktop.domain.award import AccountPeriod, Award
from bpa_desktop.domain.difference import difference
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import ONE_DAY, Span, hours, midnight, month_end

_ALL, _NOTHING = Decimal(1), Decimal(0)


@dataclass(frozen=True)
class Period:
    """The days of one settlement, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


class Draw(NamedTuple):
    """Hours that one shift draws from an award on one day; `is_used` once the whole shift, from `start` on, is over."""

    award: str
    period: Period
    day: date
    shift: str
    hours: Decimal
    is_used: bool
    start: datetime


def draws(roster: Roster, on: date) -> Iterator[Draw]:
    """Yield what the shifts draw, as seen by the end of a day, in the roster's order; each day of a shift by itself."""
    drawer = Drawer(roster, on)
    for shift in roster.shifts if roster.awards else ():
        yield from drawer.draws_of(shift)


class Drawer:
    """Says what each shift draws under a roster's awards, as seen by the end of a day."""

    def __init__(self, roster: Roster, on: date) -> None:
        self._on = on
        self._zone = roster.arrangement.zone
        self._ranked = by_end(roster.awards)
        self._periods: dict[tuple[str, date], Period] = {}
        self._same: dict[Period, Period] = {}

    def draws_of(self, shift: Shift) -> tuple[Draw, ...]:
        """Return what a shift draws on each of its days."""
        there = presence(shift)
        is_used = there.last_day(self._zone) <= self._on
        return tuple(
            Draw(award.id, self._period(award, day), day, shift.id, length, is_used, there.start)
            for award, day, length in pieces(shift, ranked=self._ranked, zone=self._zone)
        )

    def _period(self, award: Award, day: date) -> Period:
        known = award.id, day
        if known not in self._periods:
            period = period_of(award, day, on=self._on)
            self._periods[known] = self._same.setdefault(period, period)
        return self._periods[known]


Settled = tuple[str, Period]
"""One settlement: the award, and the period of it."""


class OnDay(NamedTuple):
    """What is drawn on one day, in the order of time, and the hours of it."""

    draws: tuple[Draw, ...]
    used: Decimal
    planned: Decimal


_USED, _PLANNED = attrgetter("used"), attrgetter("planned")


@dataclass(frozen=True)
class Settlement:
    """What is drawn from an award in one period, by day."""

    days: Mapping[date, OnDay] = field(default_factory=dict)

    @property
    def draws(self) -> Iterator[Draw]:
        """Every draw, in the order of time."""
        return (draw for day in sorted(self.days) for draw in self.days[day].draws)

    @cached_property
    def used(self) -> Decimal:
        """The hours of shifts that are over."""
        return sum(map(_USED, self.days.values()), _NOTHING)

    @cached_property
    def planned(self) -> Decimal:
        """The hours of shifts that are to come."""
        return sum(map(_PLANNED, self.days.values()), _NOTHING)

    @cached_property
    def _until(self) -> tuple[tuple[date, Decimal], ...]:
        """The hours drawn until each day, in the order of time."""
        days = sorted(self.days)
        return tuple(zip(days, accumulate(self.days[day].used + self.days[day].planned for day in days), strict=True))

    def runs_out(self, available: Decimal) -> date | None:
        """Return the first day on which more is drawn than so many hours, or None."""
        at = bisect_right(self._until, available, key=_hours_until)
        return self._until[at][0] if at < len(self._until) else None

    def beyond(self, available: Decimal) -> tuple[Draw, ...]:
        """Return what is drawn from when so many hours are used up, by day."""
        at = bisect_right(self._until, available, key=_hours_until)
        if at == len(self._until):
            return ()
        before = self._until[at - 1][1] if at else _NOTHING
        first, *later = (self.days[day].draws for day, _ in self._until[at:])
        sums = [*accumulate((draw.hours for draw in first), initial=before)]
        return tuple(chain(first[bisect_right(sums, available) - 1 :], *later))


def _in_order(draw: Draw) -> tuple[datetime, str]:
    return draw.start, draw.shift


def _hours_until(known: tuple[date, Decimal]) -> Decimal:
    return known[1]


class Drawn:
    """Says what the shifts of a roster draw that changes, and asks anew only about the shifts that changed.

    Not a value: it keeps what it said last, and says the same settlement again where it is the same.
    """

    def __init__(self) -> None:
        self._under: object = None
        self._held: Mapping[str | None, Sequence[Shift]] = {}
        self._settlements: dict[Settled, Settlement] = {}

    def settlements(self, roster: Roster, on: date) -> dict[Settled, Settlement]:
        """Return what is drawn in each period that anything is drawn in, as seen by the end of a day."""
        under, before = (roster.awards, roster.arrangement.zone, on), self._settlements
        if self._under != under:
            self._under, self._held, self._settlements = under, {}, {}
        found = dict(self._settlements)
        gone, new = self._changed(roster)
        for settled, changes in _by_settlement(Drawer(roster, on), gone, new=new).items():
            now = _settled_after(found.get(settled, Settlement()), changes)
            found[settled] = before[settled] if before.get(settled) == now else now
        self._settlements = {settled: inside for settled, inside in found.items() if inside.days}
        return self._settlements

    def _changed(self, roster: Roster) -> tuple[list[Shift], list[Shift]]:
        """Return the shifts that are gone since the last time, and those that are new, whoever holds them."""
        gone, new = list[Shift](), list[Shift]()
        for holder in {**self._held, **roster.shifts_by_holder} if roster.awards else ():
            its_gone, its_new = difference(self._held.get(holder, ()), roster.shifts_by_holder.get(holder, ()))
            gone += its_gone
            new += its_new
        self._held = roster.shifts_by_holder
        return gone, new


@dataclass
class _Change:
    """What comes and goes on one day."""

    gone: set[str] = field(default_factory=set)
    new: list[Draw] = field(default_factory=list)

    def made_to(self, day: OnDay | None) -> OnDay:
        """Return a day with the change."""
        stay = (draw for draw in day.draws if draw.shift not in self.gone) if day is not None else ()
        draws = tuple(sorted((*stay, *self.new), key=_in_order))
        used, planned = (sum((d.hours for d in draws if d.is_used is over), _NOTHING) for over in (True, False))
        return OnDay(draws, used, planned)


def _settled_after(before: Settlement, changes: Mapping[date, _Change]) -> Settlement:
    days = {**before.days, **{day: change.made_to(before.days.get(day)) for day, change in changes.items()}}
    return Settlement({day: drawn for day, drawn in days.items() if drawn.draws})


def _by_settlement(
    drawer: Drawer, gone: Iterable[Shift], *, new: Iterable[Shift]
) -> dict[Settled, dict[date, _Change]]:
    found: dict[Settled, dict[date, _Change]] = {}
    for shift in gone:
        for draw in drawer.draws_of(shift):
            _change(found, draw).gone.add(draw.shift)
    for shift in new:
        for draw in drawer.draws_of(shift):
            _change(found, draw).new.append(draw)
    return found


def _change(found: dict[Settled, dict[date, _Change]], draw: Draw) -> _Change:
    days = found.setdefault((draw.award, draw.period), {})
    if draw.day not in days:
        days[draw.day] = _Change()
    return days[draw.day]


def by_end(awards: Sequence[Award]) -> list[Award]:
    """Return awards in the order they are drawn from: who ends first, then who stands first."""
    return sorted(awards, key=lambda award: (award.days.last is None, award.days.last or date.max))


def pieces(shift: Shift, *, ranked: Sequence[Award], zone: ZoneInfo) -> Iterator[tuple[Award, date, Decimal]]:
    """Yield the hours a shift draws on each of its days, with the award they are drawn from: the first of `ranked`."""
    for day, length in _by_day(presence(shift), zone):
        award = next((award for award in ranked if day in award.days), None)
        if award is not None and (share := drawn_share(award, shift)):
            yield award, day, hours(length) * share


def drawn_share(award: Award, shift: Shift) -> Decimal:
    """Return how much of each hour of a shift is drawn: none of training and meetings, unless the award says so."""
    if shift.kind is ShiftKind.RESTING_NIGHT:
        return award.overnight_factor
    return _ALL if shift.covers_need or shift.kind in award.also_drawn else _NOTHING


def presence(shift: Shift) -> Span:
    """Return when the assistant was there, or is planned to be."""
    return shift.actual or shift.span


def period_of(award: Award, day: date, *, on: date) -> Period:
    """Return the period a day of the award lies in, clipped to the award.

    One that lasts as long as an award without an end is settled with the year of the day asked for.
    """
    if award.account_period is AccountPeriod.QUARTER:
        month = (day.month - 1) // 3 * 3 + 1
        first, last = date(day.year, month, 1), month_end(day.year, month + 2)
    elif award.account_period is AccountPeriod.CALENDAR_YEAR:
        first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    else:
        last = award.days.last or date(max(on, award.days.first or on).year, 12, 31)
        first = award.days.first or date(min(on, last).year, 1, 1)
    return Period(max(first, award.days.first or first), min(last, award.days.last or last))


def _by_day(span: Span, zone: ZoneInfo) -> Iterator[tuple[date, timedelta]]:
    """Yield how long a span is on each of its local days."""
    day, last = span.first_day(zone), span.last_day(zone)
    start = span.start
    while day < last:
        day += ONE_DAY
        end = midnight(day, zone)
        yield day - ONE_DAY, end - start
        start = end
    yield last, span.end - start
