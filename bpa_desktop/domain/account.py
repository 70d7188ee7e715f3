"""The hour account (timekonto): what an award grants in a period, what of it is used, planned and left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bpa_desktop.domain.award import AccountPeriod, Award, CarryOver
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftKind
from bpa_desktop.domain.span import ONE_DAY, DayRange, Span, days_span, hours

_WEEK = Decimal(7)
_CENT = Decimal("0.01")
_NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Account:
    """An award's account in one period, in hours rounded to hundredths.

    `left` is granted and carried less used and planned; `per_week_left` is that by the weeks that remain after the day
    asked for. `forecast_at_end` is what will be left if the rest of the period takes as much a week as was used until
    now, or as much as is planned where that is more. `lapses` is what would lapse if nothing more were used.
    """

    award: str
    period: DayRange
    granted: Decimal
    carried: Decimal
    used: Decimal
    planned: Decimal
    left: Decimal
    per_week_left: Decimal
    forecast_at_end: Decimal
    lapses: Decimal


@dataclass(frozen=True)
class _Period:
    """The days of one settlement, both known."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass
class _Drawn:
    """Hours drawn from one award in one period."""

    used: Decimal = _NOTHING
    planned: Decimal = _NOTHING

    @property
    def total(self) -> Decimal:
        return self.used + self.planned


_Draws = dict[tuple[str, date], _Drawn]


def accounts(roster: Roster, on: date) -> tuple[Account, ...]:
    """Return the account of each award, in the roster's order, in the period that a day lies in.

    An award that is over is shown in its last period, one to come in its first.
    """
    draws = _draws(roster, on)
    return tuple(_account(award, on, draws=draws) for award in roster.awards)


def _account(award: Award, on: date, *, draws: _Draws) -> Account:
    period = _period(award, _nearest(award, on), on=on)
    drawn = draws.get((award.id, period.first), _Drawn())
    carried = _tidy(_carried(award, period, draws=draws))
    granted = _granted(award, period)
    used, planned = _tidy(drawn.used), _tidy(drawn.planned)
    left = granted + carried - used - planned
    elapsed = max(0, min((on - period.first).days + 1, period.days))
    rest = period.days - elapsed
    pace = drawn.used / elapsed * rest if elapsed else _NOTHING
    return Account(
        award.id,
        DayRange(period.first, period.last),
        granted,
        carried,
        used,
        planned,
        left,
        _tidy(left * 7 / rest) if rest else _NOTHING,
        granted + carried - used - max(planned, _tidy(pace)),
        max(_NOTHING, left) - _kept(award, left),
    )


def _granted(award: Award, period: _Period) -> Decimal:
    return _tidy(award.weekly_hours.total * period.days / _WEEK)


def _carried(award: Award, period: _Period, *, draws: _Draws) -> Decimal:
    """Return what follows into a period from those before it."""
    if award.carry_over == CarryOver.NONE or award.days.first is None:
        return _NOTHING
    carried = _NOTHING
    before = _period(award, award.days.first, on=period.last)
    while before.first < period.first:
        drawn = draws.get((award.id, before.first), _Drawn())
        carried = _kept(award, _granted(award, before) + carried - _tidy(drawn.total))
        before = _period(award, before.last + ONE_DAY, on=period.last)
    return carried


def _kept(award: Award, left: Decimal) -> Decimal:
    """Return what of the hours left does not lapse; an overdrawn period carries nothing."""
    if left <= 0 or award.carry_over is CarryOver.NONE:
        return _NOTHING
    return left if isinstance(award.carry_over, CarryOver) else min(left, award.carry_over)


def _nearest(award: Award, on: date) -> date:
    """Return the day of the award that is nearest to a day."""
    first, last = award.days.first, award.days.last
    if first is not None and on < first:
        return first
    return last if last is not None and last < on else on


def _period(award: Award, day: date, *, on: date) -> _Period:
    """Return the period a day of the award lies in, clipped to the award.

    One that lasts as long as an award without an end is settled with the year of the day asked for.
    """
    if award.account_period is AccountPeriod.QUARTER:
        month = (day.month - 1) // 3 * 3 + 1
        first, last = date(day.year, month, 1), _month_end(day.year, month + 2)
    elif award.account_period is AccountPeriod.CALENDAR_YEAR:
        first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    else:
        last = award.days.last or date(max(on, award.days.first or on).year, 12, 31)
        first = award.days.first or date(min(on, last).year, 1, 1)
    return _Period(max(first, award.days.first or first), min(last, award.days.last or last))


def _month_end(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - ONE_DAY


def _draws(roster: Roster, on: date) -> _Draws:
    """Return what the shifts draw, by award and period; a shift over midnight is split where either changes."""
    draws: _Draws = {}
    zone = roster.arrangement.zone
    ranked = sorted(roster.awards, key=lambda award: (award.days.last is None, award.days.last or date.max))
    keys: dict[tuple[str, date], tuple[str, date]] = {}
    for shift in roster.shifts if roster.awards else ():
        if not shift.covers_need:
            continue
        for award, day, length in _pieces(roster, shift, ranked=ranked):
            on_day = award.id, day
            if on_day not in keys:
                keys[on_day] = award.id, _period(award, day, on=on).first
            _draw(draws.setdefault(keys[on_day], _Drawn()), length, is_used=_span(shift).last_day(zone) <= on)
    return draws


def _draw(drawn: _Drawn, length: Decimal, *, is_used: bool) -> None:
    if is_used:
        drawn.used += length
    else:
        drawn.planned += length


def _pieces(roster: Roster, shift: Shift, *, ranked: list[Award]) -> Iterator[tuple[Award, date, Decimal]]:
    """Yield the hours a shift draws on each of its days, with the award they are drawn from.

    The award that ends first, then the one that stands first: the order of `ranked`.
    """
    for day, part in _by_day(roster, _span(shift)):
        award = next((award for award in ranked if day in award.days), None)
        if award is not None:
            factor = award.overnight_factor if shift.kind is ShiftKind.RESTING_NIGHT else Decimal(1)
            yield award, day, hours(part.length) * factor


def _by_day(roster: Roster, span: Span) -> Iterator[tuple[date, Span]]:
    zone = roster.arrangement.zone
    first, last = span.first_day(zone), span.last_day(zone)
    if first == last:
        yield first, span
        return
    for day in span.days(zone):
        part = span.common(days_span(day, day, zone=zone))
        if part is not None:
            yield day, part


def _span(shift: Shift) -> Span:
    """Return when the assistant was there, or is planned to be."""
    return shift.actual or shift.span


def _tidy(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, ROUND_HALF_UP)
