"""Phrases of the steps that change notes on days."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.i18n import Language
from bpa_desktop.texts.shift import day_text
from bpa_desktop.texts.told import Told


def note_days(language: Language, note: DayNote) -> str:
    """Return the day of a note, or the first and the last of its days."""
    first, last = (day_text(language, day) for day in (note.first, note.last))
    return first if first == last else language.text("{first} to {last}", first=first, last=last)


def _days(told: Told) -> str:
    note = told.after(DayNote) or told.before(DayNote)
    return note_days(told.language, note) if note is not None else ""


def _keep_day_note(told: Told) -> str:
    return told.language.text("Note on {when} saved", when=_days(told))


def _remove_day_note(told: Told) -> str:
    return told.language.text("Note on {when} taken away", when=_days(told))


DAY_NOTE_PHRASES: dict[str, Callable[[Told], str]] = {
    "keep_day_note": _keep_day_note,
    "remove_day_note": _remove_day_note,
}
