"""The call sheet: whom to call in which order, with boxes to tick, for who asks with paper and a telephone.

It holds names, numbers, times and places, and never who is absent nor why.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import Answer
from bpa_desktop.i18n import Language
from bpa_desktop.interchange.roster_sheet import RosterSheet, SheetTable
from bpa_desktop.texts.shift import capital, moment_text, name_of, printed_text, span_text
from bpa_desktop.texts.words import word

_BOX = "☐"
_ANSWERS = (Answer.YES, Answer.NO, Answer.MAYBE, Answer.PART)


@dataclass(frozen=True)
class Calls:
    """Whom to call about which shifts, the first first; until when an answer is wanted; whom to turn to at last."""

    shifts: tuple[Shift, ...]
    assistants: tuple[str, ...]
    until: datetime | None = None
    contacts: tuple[FallbackContact, ...] = ()


def call_sheet(language: Language, roster: Roster, *, calls: Calls, now: datetime) -> RosterSheet:
    """Return the sheet; `now` is when it is made, by the local clock."""
    return RosterSheet(
        language=language.code,
        region=language.region,
        title=language.text("Call sheet"),
        subtitle=roster.arrangement.name,
        lead=_lead(language, roster, calls=calls),
        tables=tuple(table for table in _tables(language, roster, calls=calls) if table.rows),
        printed=printed_text(language, now),
        wide=True,
    )


def _lead(language: Language, roster: Roster, *, calls: Calls) -> str:
    if calls.until is None:
        return ""
    moment = moment_text(language, calls.until, zone=roster.arrangement.zone)
    return language.text("Answers by {moment}.", moment=moment)


def _tables(language: Language, roster: Roster, *, calls: Calls) -> tuple[SheetTable, ...]:
    text, zone = language.text, roster.arrangement.zone
    shifts = tuple((capital(span_text(language, shift.span, zone=zone)), shift.place) for shift in calls.shifts)
    answers = tuple(capital(word(language, answer)) for answer in _ANSWERS)
    return (
        SheetTable("", (text("Shift"), text("Place")), shifts),
        SheetTable(
            text("Whom to call, in this order"),
            (text("Who"), text("Number"), *answers, text("No reply"), text("Called at")),
            tuple(_row(language, roster, place=place, who=who) for place, who in enumerate(calls.assistants, 1)),
        ),
        SheetTable(
            text("If nobody can"),
            (text("Who"), text("Number"), ""),
            tuple((contact.name, contact.phone, word(language, contact.kind)) for contact in calls.contacts),
        ),
    )


def _row(language: Language, roster: Roster, *, place: int, who: str) -> tuple[str, ...]:
    boxes = (_BOX,) * (len(_ANSWERS) + 1)
    name = name_of(language, roster, assistant=who)
    return (f"{place}. {name}", roster.assistants_by_id[who].phone, *boxes, "")
