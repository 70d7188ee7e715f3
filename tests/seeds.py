"""Private words sown into a roster, each nowhere else in the program: where one turns up, something leaked."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.texts import word

NOTES, ADDRESS, SHIFT_NOTE, TASK = "MIGRENEANFALL", "Hemmeligveien 7", "FORSTUETFOT", "KATETERSTELL"
_SPOKEN = tuple(Language(code) for code in ("nb", "en"))


def sown(roster: Roster, *, kind: AbsenceKind = AbsenceKind.SICK_NOTE, preference: int = 1) -> Roster:
    """Return a roster with private words about every assistant and every shift, and everybody away by one kind."""
    return replace(
        roster,
        assistants=tuple(
            replace(one, notes=NOTES, address=ADDRESS, user_preference=preference) for one in roster.assistants
        ),
        shifts=tuple(replace(one, note=SHIFT_NOTE, tasks=(TASK,)) for one in roster.shifts),
        absences=tuple(replace(one, kind=kind) for one in roster.absences),
    )


def secrets(kind: AbsenceKind = AbsenceKind.SICK_NOTE) -> tuple[str, ...]:
    """Return what must not come out, in small letters."""
    codes = (NOTES, ADDRESS, SHIFT_NOTE, TASK, kind.value, "user_preference")
    words = (*codes, *(word(one, kind) for one in _SPOKEN))
    return tuple(one.lower() for one in words)


def leaked(text: str, kind: AbsenceKind = AbsenceKind.SICK_NOTE) -> list[str]:
    """Return which private words stand in a text."""
    return [one for one in secrets(kind) if one in text.lower()]
