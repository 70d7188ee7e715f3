"""Load: how hard the days round a shift are for who takes it, and what else taking it would spoil."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import ONE_DAY, hours
from bpa_desktop.ranking.trial import Trial
from bpa_desktop.rules.case import Case, as_length
from bpa_desktop.rules.nights import night_of

_EASY_DAYS, _HARD_DAYS = 3, 7
_HARD_NIGHTS = 5
_LATELY = 7
_SHORT_NIGHT = Decimal("0.5")
_MOST = Decimal(1)


@dataclass(frozen=True)
class Load:
    """The days in a row with work, the shift's own included; hours of the shortest rest beside the shift, where that is
    short; nights of the week before in which they worked.
    """

    days_in_a_row: int = 1
    short_night: Decimal | None = None
    nights: int = 0

    @property
    def share(self) -> Decimal:
        """From 0, easy, to 1: seven days in a row, or five nights, or less of both."""
        days = Decimal(max(0, self.days_in_a_row - _EASY_DAYS)) / (_HARD_DAYS - _EASY_DAYS)
        nights = Decimal(self.nights) / _HARD_NIGHTS
        return min(_MOST, days + nights + (_SHORT_NIGHT if self.short_night is not None else 0))


def load_of(case: Case, trial: Trial) -> Load:
    """Return the load of the last row of a trial beside the others."""
    shift = trial.rows[-1]
    others = [row for row in trial.rows[:-1] if row.is_presence]
    if not shift.is_presence:
        return Load(0)
    return Load(
        _in_a_row(case, shift, others=others),
        _short_night(case, shift, others=others),
        _nights(case, shift, others=others),
    )


def _in_a_row(case: Case, shift: Shift, *, others: Sequence[Shift]) -> int:
    worked = {day for row in others for day in row.span.days(case.zone)}
    days = list(shift.span.days(case.zone))
    return _run(worked, days[0], step=-ONE_DAY) + len(days) + _run(worked, days[-1], step=ONE_DAY)


def _run(worked: set[date], day: date, *, step: timedelta) -> int:
    """Return how many days follow a day one way that are worked on."""
    count = 0
    while day + step in worked:
        day, count = day + step, count + 1
    return count


def _short_night(case: Case, shift: Shift, *, others: Sequence[Shift]) -> Decimal | None:
    """Return the shortest rest beside a shift that is lawful and shorter than the advice on late and early, or None."""
    rests = (max(shift.span.start - row.span.end, row.span.start - shift.span.end) for row in others)
    least, good = (case.length(key, shift.span.start) for key in ("daily_rest", "late_to_early"))
    short = [rest for rest in rests if least <= rest < good]
    return hours(min(short)) if short else None


def _nights(case: Case, shift: Shift, *, others: Sequence[Shift]) -> int:
    """Return how many nights of the week before a shift somebody worked in, for longer than the law's hours."""
    day = case.day(shift.span.start)
    nights = [case.once(night_of, day - back * ONE_DAY) for back in range(1, _LATELY + 1)]
    long = as_length(case.limit("night_hours", day).value)
    common = ((row.span.common(night) for row in others) for night in nights)
    return sum(any(part is not None and part.length > long for part in parts) for parts in common)
