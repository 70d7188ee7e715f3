"""What a note on a day says: its text to look at, what it is and its days to hear. Plain Python, no Qt."""

from __future__ import annotations

from bpa_desktop.domain.day_note import DayNote, DayNoteKind
from bpa_desktop.i18n import Language
from bpa_desktop.texts import capital, word
from bpa_desktop.texts.day_note_step import note_days

_SIGN_OF_EVENT = "◆ "


def note_seen(note: DayNote) -> str:
    """Return a note as one looks at it, an event with a sign before it."""
    sign = _SIGN_OF_EVENT if note.kind is DayNoteKind.EVENT else ""
    return sign + " ".join(note.text.split())


def note_spoken(language: Language, note: DayNote) -> str:
    """Return a note with what it is: Own event: cabin trip."""
    return f"{capital(word(language, note.kind))}: {' '.join(note.text.split())}"


def note_name(language: Language, note: DayNote) -> str:
    """Return a note with what it is, and on which days."""
    return f"{note_spoken(language, note)}, {note_days(language, note)}"
