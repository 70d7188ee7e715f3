"""Day note and shift lock: row to value and back."""

from __future__ import annotations

from datetime import date

from bpa_desktop.domain.day_note import DayNote, DayNoteKind
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.store.columns import Columns, day_text
from bpa_desktop.store.tables import DayNoteRow, ShiftLockRow


def day_note_columns(value: DayNote) -> Columns:
    """Return the row of a day note."""
    return {
        "id": value.id,
        "first_day": day_text(value.first),
        "last_day": day_text(value.last),
        "text": value.text,
        "kind": value.kind.value,
    }


def day_note_of(row: DayNoteRow) -> DayNote:
    """Return the day note of a row."""
    first, last = date.fromisoformat(row.first_day), date.fromisoformat(row.last_day)
    return DayNote(row.id, first, last, row.text, DayNoteKind(row.kind))


def shift_lock_columns(value: ShiftLock) -> Columns:
    """Return the row of a shift's lock."""
    return {"id": value.id}


def shift_lock_of(row: ShiftLockRow) -> ShiftLock:
    """Return the lock of a row."""
    return ShiftLock(row.id)
