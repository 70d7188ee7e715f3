"""The hour account (timekonto): what an award grants in a period, what of it is used, planned and left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from bpa_desktop.domain.award import Award, CarryOver
from bpa_desktop.domain.draw import Drawn, Period, Settled, Settlement, draws, period_of
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import ONE_DAY, DayRange, Week, to_hundredths

_WEEK = Decimal(7)
_NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Account:
    """An award's account in one period, in hours rounded to hundredths.

    `left` is granted and carried less used and planned; `per_week_left` is that by the weeks that remain after the day
    asked for. `forecast_at_end` is what will be left if the rest of the period takes as much a week as was used until
    now, or as much as is planned where that is more. `lapses` is what would lapse if nothing more were used, and
    `will_lapse` what will by the forecast. `act_by` is the last day on which it can still be used up without taking
    more than twice the award's hours a week. `runs_out` is the day the hours are used up on, by the plan or else by
    the forecast.
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
    will_lapse: Decimal
    act_by: date | None
    runs_out: date | None


@dataclass(frozen=True)
class WeekDrawn:
    """One ISO week of a period, clipped to it: hours granted for its days, used and planned in them."""

    week: Week
    granted: Decimal
    used: Decimal
    planned: Decimal


_Drawn = Mapping[Settled, Settlement]
_UNTOUCHED = Settlement()


def accounts(roster: Roster, on: date, *, shown: date | None = None) -> tuple[Account, ...]:
    """Return the account of each award, in the roster's order, as of a day, in its period or that of another day.

    An award that is over is shown in its last period, one to come in its first.
    """
    return Ledger().accounts(roster, on, shown=shown or on)


class Ledger:
    """Says the accounts of a roster that changes, and asks anew only about the shifts that changed. Not a value."""

    def __init__(self) -> None:
        self._asked: tuple[Roster | None, date | None] = None, None
        self._settlements: _Drawn = {}
        self._drawn = Drawn()

    def accounts(self, roster: Roster, on: date, *, shown: date) -> tuple[Account, ...]:
        """Return the same as `accounts`."""
        if self._asked[0] is not roster or self._asked[1] != on:
            self._settlements = self._drawn.settlements(roster, on)
            self._asked = roster, on
        return tuple(_account(award, _shown(award, shown), on=on, drawn=self._settlements) for award in roster.awards)


def settled_accounts(roster: Roster, drawn: _Drawn, *, on: date) -> tuple[tuple[Account, Settlement], ...]:
    """Return the account of every period that something is drawn in, with what is drawn, by award and time."""
    awards = {award.id: award for award in roster.awards}
    return tuple(
        (_account(awards[who], period, on=on, drawn=drawn), inside)
        for (who, period), inside in sorted(drawn.items(), key=lambda each: (each[0][0], each[0][1].first))
    )


def weeks_drawn(roster: Roster, award: Award, *, on: date, shown: date) -> tuple[WeekDrawn, ...]:
    """Return the weeks of the period that a day lies in, with what is granted, used and planned in each as of a day."""
    period = _shown(award, shown)
    used: dict[Week, Decimal] = {}
    planned: dict[Week, Decimal] = {}
    for draw in draws(roster, on):
        if draw.award == award.id and draw.period == period:
            sums, week = (used if draw.is_used else planned), Week.of(draw.day)
            sums[week] = sums.get(week, _NOTHING) + draw.hours
    return tuple(
        WeekDrawn(
            week,
            _granted(award, days),
            to_hundredths(used.get(week, _NOTHING)),
            to_hundredths(planned.get(week, _NOTHING)),
        )
        for week, days in _weeks_of(period)
    )


def _weeks_of(period: Period) -> Iterator[tuple[Week, int]]:
    """Yield the ISO weeks of a period, with how many of their days lie in it."""
    day = period.first
    while day <= period.last:
        following = Week.of(day).monday + 7 * ONE_DAY
        yield Week.of(day), (min(following, period.last + ONE_DAY) - day).days
        day = following


def _account(award: Award, period: Period, *, on: date, drawn: _Drawn) -> Account:
    inside = drawn.get((award.id, period), _UNTOUCHED)
    carried, granted = to_hundredths(_carried(award, period, drawn=drawn)), _granted(award, period.days)
    used, planned = to_hundredths(inside.used), to_hundredths(inside.planned)
    left = granted + carried - used - planned
    elapsed = max(0, min((on - period.first).days + 1, period.days))
    rest = period.days - elapsed
    pace = inside.used / elapsed if elapsed else _NOTHING
    forecast = granted + carried - used - max(planned, to_hundredths(pace * rest))
    will_lapse = _lapsing(award, forecast)
    return Account(
        award.id,
        DayRange(period.first, period.last),
        granted,
        carried,
        used,
        planned,
        left,
        to_hundredths(left * 7 / rest) if rest else _NOTHING,
        forecast,
        _lapsing(award, left),
        will_lapse,
        _act_by(award, period, hours=will_lapse) if rest else None,
        inside.runs_out(granted + carried) or _spent(period, on=on, left=granted + carried - used, pace=pace),
    )


def _granted(award: Award, days: int) -> Decimal:
    return to_hundredths(award.weekly_hours.total * days / _WEEK)


def _carried(award: Award, period: Period, *, drawn: _Drawn) -> Decimal:
    """Return what follows into a period from those before it."""
    if award.carry_over == CarryOver.NONE or award.days.first is None:
        return _NOTHING
    carried = _NOTHING
    before = period_of(award, award.days.first, on=period.last)
    while before.first < period.first:
        inside = drawn.get((award.id, before), _UNTOUCHED)
        left = _granted(award, before.days) + carried - to_hundredths(inside.used + inside.planned)
        carried = _kept(award, left)
        before = period_of(award, before.last + ONE_DAY, on=period.last)
    return carried


def _kept(award: Award, left: Decimal) -> Decimal:
    """Return what of the hours left does not lapse; an overdrawn period carries nothing."""
    if left <= 0 or award.carry_over is CarryOver.NONE:
        return _NOTHING
    return left if isinstance(award.carry_over, CarryOver) else min(left, award.carry_over)


def _lapsing(award: Award, left: Decimal) -> Decimal:
    return max(_NOTHING, left) - _kept(award, left)


def _act_by(award: Award, period: Period, *, hours: Decimal) -> date | None:
    """Return the last day from which the award's hours once more a week use up so many hours by the end of a period."""
    if hours <= 0 or not award.weekly_hours.total:
        return None
    days = int((hours * _WEEK / award.weekly_hours.total).to_integral_value(ROUND_CEILING))
    return max(period.first, period.last - (days - 1) * ONE_DAY)


def _spent(period: Period, *, on: date, left: Decimal, pace: Decimal) -> date | None:
    """Return the day in a period on which the hours left are used up, if so many a day are used."""
    if not pace or left >= pace * (period.last - on).days or on > period.last:
        return None
    return on + (int(left / pace) + 1) * ONE_DAY


def _shown(award: Award, on: date) -> Period:
    """Return the period of an award that a day lies in, the nearest where the award is over or to come."""
    first, last = award.days.first, award.days.last
    day = first if first is not None and on < first else last if last is not None and last < on else on
    return period_of(award, day, on=on)
