"""A slow oracle: the month walked through minute by minute, by the wall clock, for the made-up agreement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil

from bpa_desktop.domain.shift import Shift, ShiftKind
from tests.pay.months import OSLO

MINUTE = timedelta(minutes=1)
RED = {date(2026, 4, day) for day in (2, 3, 5, 6)} | {date(2026, 5, day) for day in (1, 14, 17, 24, 25)}
RED |= {date(2025, 12, 25), date(2025, 12, 26), date(2026, 1, 1)}
NORM = Fraction(75, 2)


def paid_share(shift: Shift) -> Fraction:
    """Return what share of each minute is paid."""
    minutes = shift.span.length // MINUTE
    active = min(shift.active_minutes or 0, minutes)
    if shift.kind is ShiftKind.STANDBY_HOME:
        return Fraction((minutes - active), 7 * minutes) + Fraction(active, minutes)
    if shift.kind in (ShiftKind.RESTING_NIGHT, ShiftKind.STANDBY_ON_SITE):
        if 3 * active >= minutes:
            return Fraction(1)
        return (Fraction(minutes, 3) + 30 * ceil(active / 30)) / minutes
    return Fraction(1)


def wage(day: date, since: date) -> Fraction:
    """Return the hourly wage of a day."""
    three_years = date(since.year + 3, since.month, since.day)
    return Fraction("231.07") if day >= three_years else Fraction("200.13")


def kinds_at(local: datetime) -> dict[str, Fraction | None]:
    """Return the supplements of a minute: kroner an hour, or None for a percentage, looked up by name."""
    found: list[str] = []
    if 17 <= local.hour < 21:
        found.append("evening")
    if local.hour >= 21 or local.hour < 6:
        found.append("night")
    eve = (local.month, local.day) == (12, 24) and local.hour >= 12
    if local.date() in RED or eve:
        found.append("holiday")
    elif local.isoweekday() in (6, 7):
        found.append("weekend")
    return {name: {"evening": Fraction("31.7"), "weekend": Fraction("57.3")}.get(name) for name in found}


def base_name(shift: Shift) -> str:
    """Return what a shift's own hours are called."""
    if shift.kind in (ShiftKind.RESTING_NIGHT, ShiftKind.STANDBY_ON_SITE):
        return "resting_night"
    return "standby_home" if shift.kind is ShiftKind.STANDBY_HOME else "base"


PERCENT = {"night": Fraction(45, 100), "holiday": Fraction(133, 100), "overtime": Fraction(1, 2)}


def month_amounts(shifts: Iterable[Shift], month: date, *, since: date) -> dict[tuple[str, Fraction], Decimal]:
    """Return kroner by kind and rate, of shifts that do not overlap."""
    worth: Counter[tuple[str, Fraction]] = Counter()
    weeks: Counter[tuple[int, int]] = Counter()
    for shift in sorted(shifts, key=lambda shift: shift.span.start):
        share, moment = paid_share(shift) / 60, shift.span.start
        while moment < shift.span.end:
            local = moment.astimezone(OSLO)
            week = local.isocalendar()[:2]
            before = weeks[week]
            weeks[week] += share  # type: ignore[assignment]
            over = max(weeks[week] - NORM, Fraction(0)) - max(before - NORM, Fraction(0))
            if (local.year, local.month) == (month.year, month.month):
                pay = wage(local.date(), since)
                worth[base_name(shift), pay] += share  # type: ignore[assignment]
                for name, kroner in kinds_at(local).items():
                    worth[name, pay * PERCENT[name] if kroner is None else kroner] += share  # type: ignore[assignment]
                if over:
                    worth["overtime", pay * PERCENT["overtime"]] += over  # type: ignore[assignment]
            moment += MINUTE
    return {key: _rounded(hours * key[1]) for key, hours in worth.items()}


def _rounded(kroner: Fraction) -> Decimal:
    exact = Decimal(kroner.numerator * 10**20 // kroner.denominator).scaleb(-20)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
