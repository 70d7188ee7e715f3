"""A locked shift stays when it is and with whom: whatever a step does, it may not be moved, given away or deleted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from zoneinfo import ZoneInfo

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.substitute import RequestState, SubstituteRequest
from bpa_desktop.services.records import Records
from bpa_desktop.services.step import Change


class LockedError(Exception):
    """A shift that is locked would be moved, changed in time, given away, split or deleted; the shift as it stands."""

    def __init__(self, shift: Shift, zone: ZoneInfo) -> None:
        super().__init__(shift.id)
        self.shift = shift
        self.zone = zone


def refuse_locked(changes: Collection[Change], records: Records) -> None:
    """Raise LockedError where a change is one that a lock forbids; the records are those before the changes.

    People fall ill: an open shift may be filled by the substitute who was chosen for it, locked or not, and opened
    again where that one cannot after all.
    """
    if not records.all(ShiftLock):
        return
    unlocked = {change.id for change in changes if change.kind is ShiftLock and change.after is None}
    chosen, freed = dict(_chosen(changes)), set(_freed(changes))
    for change in changes:
        if not isinstance(change.before, Shift) or change.id in unlocked or records.get(ShiftLock, change.id) is None:
            continue
        if not _may_be(change, chosen.get(change.id), is_freed=change.id in freed):
            raise LockedError(change.before, records.roster.arrangement.zone)


def _may_be(change: Change, substitute: str | None, *, is_freed: bool) -> bool:
    before, after = change.before, change.after
    if not isinstance(before, Shift) or not isinstance(after, Shift):
        return False
    if (before.span, before.kind) != (after.span, after.kind):
        return False
    if is_freed and after.assistant is None:
        return True
    is_filled = before.assistant is None and substitute is not None
    return after.assistant == (substitute if is_filled else before.assistant)


def _chosen(changes: Iterable[Change]) -> Iterable[tuple[str, str | None]]:
    """Yield the shifts that changes find a substitute for, with who that is."""
    for change in changes:
        request = change.after
        if isinstance(request, SubstituteRequest) and request.state is RequestState.FILLED:
            yield request.shift, request.chosen


def _freed(changes: Iterable[Change]) -> Iterator[str]:
    """Yield the shifts whose substitute falls out, so that somebody is looked for again."""
    for change in changes:
        before, after = change.before, change.after
        if not isinstance(before, SubstituteRequest) or not isinstance(after, SubstituteRequest):
            continue
        if before.state is RequestState.FILLED and after.is_live:
            yield after.shift
