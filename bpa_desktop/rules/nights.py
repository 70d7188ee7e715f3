"""The nights somebody works in: from 21:00 to 06:00, as the law counts them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from bpa_desktop.domain.span import ONE_DAY, Span, midnight
from bpa_desktop.rules.case import Case


def clock(case: Case, day: date, *, key: str) -> datetime:
    """Return the instant of a limit that is a time of day, in hours after midnight by the wall clock."""
    hours = case.limit(key, day).value
    local = datetime.combine(day, time.min, case.zone) + timedelta(minutes=float(hours * 60))
    return local.astimezone(midnight(day, case.zone).tzinfo)


def night_of(case: Case, day: date) -> Span:
    """Return the night that begins on a day. AML § 10-11 (1)."""
    return Span(clock(case, day, key="night_opens"), clock(case, day + ONE_DAY, key="night_closes"))


def nights_worked(case: Case, who: str) -> dict[date, Decimal]:
    """Return the nights an assistant works in, by the day they begin on, with the hours as the law counts them."""
    worked = case.worked(who)
    found: dict[date, Decimal] = {}
    for shift in case.held(who):
        day, last = case.day(shift.span.start) - ONE_DAY, case.day(shift.span.end)
        while day <= last:
            night = case.once(night_of, day)
            if day not in found and night.overlaps(shift.span):
                found[day] = worked.hours(night.start, night.end)
            day += ONE_DAY
    return found
