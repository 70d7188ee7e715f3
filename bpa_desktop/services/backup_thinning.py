"""Which backups stay: close together for the latest days, then further and further apart, and longer before a turn."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from bpa_desktop.services.backup import Reason

ALL_FOR = timedelta(days=2)
"""So long every backup stays."""
BEFORE_FOR = timedelta(days=90)
"""So long stays what there was before a new version of the program, and before a backup was brought back; with the
latter every backup there was by then: whoever brought back the wrong one may want another, and finds out late."""
_BEFORE = (Reason.MIGRATION, Reason.RESTORE)
Made = tuple[datetime, Reason]
"""When a backup was made, and why."""
_Period = tuple[int, ...]
_PERIODS: tuple[tuple[int, Callable[[datetime], _Period]], ...] = (
    (7, lambda at: (at.year, at.month, at.day)),
    (4, lambda at: at.isocalendar()[:2]),
    (12, lambda at: (at.year, at.month)),
)
"""How many days, ISO weeks and months that have a backup keep their last one."""


def staying(made: Collection[Made], now: datetime) -> set[Made]:
    """Return the backups that stay.

    Days, weeks and months are those of each moment's own zone. Only periods with a backup count: who has not worked for
    a year loses nothing. What lies ahead, after a clock was put back, stays.
    """
    spread = _spread({at for at, _ in made}, now)
    for restored in (at for at, why in made if why is Reason.RESTORE and now - at <= BEFORE_FOR):
        spread |= _spread({at for at, _ in made if at <= restored}, restored)
    return {(at, why) for at, why in made if at in spread or (why in _BEFORE and now - at <= BEFORE_FOR)}


def _spread(moments: set[datetime], now: datetime) -> set[datetime]:
    older = sorted((at for at in moments if now - at > ALL_FOR), reverse=True)
    stay = moments - set(older)
    for many, period_of in _PERIODS:
        last: dict[_Period, datetime] = {}
        for at in older:
            last.setdefault(period_of(at), at)
        stay.update(list(last.values())[:many])
    return stay
