"""Verbs about locks: what is locked stays when it is and with whom until it is unlocked."""

from __future__ import annotations

from collections.abc import Collection

from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.services.history import History


def lock_shifts(history: History, shift_ids: Collection[str]) -> None:
    """Lock shifts, by their ids, in one step; one that is locked already stays so. Raises UnknownRecordError."""
    with history.step("lock_shift") as record:
        for shift_id in shift_ids:
            record.put(ShiftLock(record.get(Shift, shift_id).id))


def unlock_shifts(history: History, shift_ids: Collection[str]) -> None:
    """Unlock shifts, by their ids, in one step. Raises UnknownRecordError for one that is not locked."""
    with history.step("unlock_shift") as record:
        for shift_id in shift_ids:
            record.remove(record.get(ShiftLock, shift_id))


def is_locked(history: History, shift_id: str) -> bool:
    """Tell whether a shift is locked."""
    return history.records.get(ShiftLock, shift_id) is not None
