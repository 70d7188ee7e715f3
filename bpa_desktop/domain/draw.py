"""What each shift draws from the awards: how many hours, on which day, from which award, in which period."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bpa_desktop.domain.award import AccountPeriod, Award
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import ONE_DAY, Span, hours, midnight, month_end

_HANDFUL = 64
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
    """Hours that one shift draws from an award on one day; `is_used` once the whole shift is over."""

    award: str
    period: Period
    day: date
    shift: str
    hours: Decimal
    is_used: bool


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
        is_used = presence(shift).last_day(self._zone) <= self._on
        return tuple(
            Draw(award.id, self._period(award, day), day, shift.id, length, is_used)
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


@dataclass(frozen=True)
class Handful:
    """What a few shifts draw in one period, added up once however often the others change."""

    draws: tuple[Draw, ...]

    @cached_property
    def used(self) -> Decimal:
        """The hours of shifts that are over."""
        return sum((draw.hours for draw in self.draws if draw.is_used), _NOTHING)

    @cached_property
    def planned(self) -> Decimal:
        """The hours of shifts that are to come."""
        return sum((draw.hours for draw in self.draws if not draw.is_used), _NOTHING)

    @cached_property
    def by_day(self) -> dict[date, Decimal]:
        """The hours of each day."""
        return _added((draw.day, draw.hours) for draw in self.draws)


@dataclass(frozen=True)
class Settlement:
    """What is drawn from an award in one period, in the roster's order."""

    handfuls: tuple[Handful, ...] = ()

    @property
    def draws(self) -> Iterator[Draw]:
        """Every draw, in the roster's order."""
        return (draw for handful in self.handfuls for draw in handful.draws)

    @cached_property
    def used(self) -> Decimal:
        """The hours of shifts that are over."""
        return sum((handful.used for handful in self.handfuls), _NOTHING)

    @cached_property
    def planned(self) -> Decimal:
        """The hours of shifts that are to come."""
        return sum((handful.planned for handful in self.handfuls), _NOTHING)

    @cached_property
    def _days(self) -> tuple[tuple[date, Decimal], ...]:
        """The hours of each day, in the order of time."""
        return tuple(sorted(_added(day for handful in self.handfuls for day in handful.by_day.items()).items()))

    def runs_out(self, available: Decimal) -> date | None:
        """Return the first day on which more is drawn than so many hours, or None."""
        if self.used + self.planned <= available:  # nearly always: then no day is looked at
            return None
        sums = accumulate(amount for _, amount in self._days)
        return next((day for (day, _), drawn in zip(self._days, sums, strict=True) if drawn > available), None)

    def beyond(self, available: Decimal) -> tuple[Draw, ...]:
        """Return what is drawn from when so many hours are used up, by day."""
        first = self.runs_out(available)
        if first is None:
            return ()
        before = sum((amount for day, amount in self._days if day < first), _NOTHING)
        late = sorted((draw for draw in self.draws if draw.day >= first), key=lambda draw: draw.day)
        sums = list(accumulate((draw.hours for draw in late), initial=before))
        return tuple(late[bisect_right(sums, available) - 1 :])


def _added(parts: Iterable[tuple[date, Decimal]]) -> dict[date, Decimal]:
    found: dict[date, Decimal] = {}
    for day, amount in parts:
        found[day] = found.get(day, _NOTHING) + amount
    return found


class _Known(NamedTuple):
    """What a handful of shifts draws: each shift by its id, and in each period."""

    shifts: Sequence[Shift]
    by_id: Mapping[str, tuple[Shift, tuple[Draw, ...]]]
    parts: Mapping[Settled, Handful]


_UNKNOWN = _Known((), {}, {})


class Drawn:
    """Says what the shifts of a roster draw that changes, and asks anew only about the shifts that changed.

    Not a value: it keeps what it said last, and says the same settlement again where it is the same.
    """

    def __init__(self) -> None:
        self._under: object = None
        self._known: dict[int, _Known] = {}
        self._settlements: dict[Settled, Settlement] = {}

    def settlements(self, roster: Roster, on: date) -> dict[Settled, Settlement]:
        """Return what is drawn in each period that anything is drawn in, as seen by the end of a day."""
        under = roster.awards, roster.arrangement.zone, on
        if self._under != under:
            self._under, self._known = under, {}
        drawer = Drawer(roster, on)
        parts: dict[Settled, list[Handful]] = {}
        for place in range(0, len(roster.shifts) if roster.awards else 0, _HANDFUL):
            for settled, part in self._drawn(place, roster.shifts[place : place + _HANDFUL], by=drawer).items():
                parts.setdefault(settled, []).append(part)
        found = {settled: Settlement(tuple(handfuls)) for settled, handfuls in parts.items()}
        before = self._settlements
        self._settlements = {key: before[key] if before.get(key) == new else new for key, new in found.items()}
        return self._settlements

    def _drawn(self, place: int, handful: Sequence[Shift], *, by: Drawer) -> Mapping[Settled, Handful]:
        known = self._known.get(place, _UNKNOWN)
        if known.shifts != handful:
            by_id = {}
            for shift in handful:
                before = known.by_id.get(shift.id)
                by_id[shift.id] = before if before and before[0] == shift else (shift, by.draws_of(shift))
            drawn = (draw for _, draws in by_id.values() for draw in draws)
            parts = {key: Handful(tuple(inside)) for key, inside in _by_settlement(drawn).items()}
            known = self._known[place] = _Known(handful, by_id, parts)
        return known.parts


def _by_settlement(drawn: Iterable[Draw]) -> dict[Settled, list[Draw]]:
    found: dict[Settled, list[Draw]] = {}
    for draw in drawn:
        found.setdefault((draw.award, draw.period), []).append(draw)
    return found


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
