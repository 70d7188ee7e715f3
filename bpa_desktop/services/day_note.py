"""Verbs about notes on days. They are the user's own: nothing of them is handed out, sent or exported."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.services.history import History
from bpa_desktop.services.identity import new_id


def keep_day_note(history: History, plan: DayNote) -> DayNote:
    """Keep a note, in the place of the one with its id, or as a new one where it has none; return it."""
    note = replace(plan, id=plan.id or new_id(history.clock.now()), text=plan.text.strip())
    with history.step("keep_day_note") as record:
        record.put(note)
    return note


def remove_day_note(history: History, note_id: str) -> None:
    """Take a note away. Raises UnknownRecordError."""
    with history.step("remove_day_note") as record:
        record.remove(record.get(DayNote, note_id))
