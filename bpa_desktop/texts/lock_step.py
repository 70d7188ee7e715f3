"""Phrases of the steps that lock shifts and unlock them."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.domain.roster import Record
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.texts.told import Told


def _when(told: Told, lock: Record | None) -> str:
    shift = told.roster.shifts_by_id.get(lock.id) if told.roster is not None and lock is not None else None
    return told.when(shift)


def _lock_shift(told: Told) -> str:
    if (several := told.touched(ShiftLock)) > 1:
        return told.language.plural("{n} shift locked", "{n} shifts locked", n=several)
    return told.language.text("Shift {when} locked", when=_when(told, told.after(ShiftLock)))


def _unlock_shift(told: Told) -> str:
    if (several := told.touched(ShiftLock)) > 1:
        return told.language.plural("{n} shift unlocked", "{n} shifts unlocked", n=several)
    return told.language.text("Shift {when} unlocked", when=_when(told, told.before(ShiftLock)))


LOCK_PHRASES: dict[str, Callable[[Told], str]] = {"lock_shift": _lock_shift, "unlock_shift": _unlock_shift}
