"""Which backups stay: close together for the latest days, then further and further apart."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

ALL_FOR = timedelta(days=2)
"""So long every backup stays."""
_Period = tuple[int, ...]
_PERIODS: tuple[tuple[int, Callable[[datetime], _Period]], ...] = (
    (7, lambda at: (at.year, at.month, at.day)),
    (4, lambda at: at.isocalendar()[:2]),
    (12, lambda at: (at.year, at.month)),
)
"""How many days, ISO weeks and months that have a backup keep their last one."""


def staying(moments: Collection[datetime], now: datetime) -> set[datetime]:
    """Return the moments whose backups stay.

    Days, weeks and months are those of each moment's own zone. Only periods with a backup count: who has not worked for
    a year loses nothing. What lies ahead, after a clock was put back, stays.
    """
    older = sorted((at for at in moments if now - at > ALL_FOR), reverse=True)
    stay = set(moments) - set(older)
    for many, period_of in _PERIODS:
        last: dict[_Period, datetime] = {}
        for at in older:
            last.setdefault(period_of(at), at)
        stay.update(list(last.values())[:many])
    return stay
