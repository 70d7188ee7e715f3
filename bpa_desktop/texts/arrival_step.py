"""How much another program's file brings, in words, before it is brought in and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection

from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.services.arrival import Arrival
from bpa_desktop.texts.arrival import arrival_text, oddity_text
from bpa_desktop.texts.told import Told


def things_text(language: Language, kinds: Collection[type[object]]) -> str:
    """Return how many there are of each kind: shifts, people, notes on days; nothing where there is none."""
    count, plural = Counter(kinds), language.plural
    counted = (
        (count[Shift], plural("{n} shift", "{n} shifts", n=count[Shift])),
        (count[Assistant], plural("{n} person", "{n} people", n=count[Assistant])),
        (count[DayNote], plural("{n} day note", "{n} day notes", n=count[DayNote])),
    )
    return language.listed(tuple(text for number, text in counted if number))


def told_text(language: Language, arrival: Arrival, *, roster: Roster) -> str:
    """Return what would come, and what is odd about it."""
    what, odd = arrival_text(language, arrival, roster=roster), oddity_text(language, arrival, roster=roster)
    return f"{what}. {odd}" if odd else what


def coming_text(language: Language, kinds: Collection[type[object]], *, left_out: int) -> str:
    """Return how much of each kind would come in, and how much of the file is left out."""
    things = things_text(language, kinds)
    coming = language.plural("{things} comes in.", "{things} come in.", n=len(kinds), things=things)
    if not kinds:
        coming = language.text("Nothing comes in.")
    if not left_out:
        return coming
    rest = language.plural("{n} is left out.", "{n} are left out.", n=left_out)
    return f"{coming} {rest}"


def _bring_in(told: Told) -> str:
    things = things_text(told.language, [change.kind for change in told.step.changes])
    return told.language.text("{things} brought in", things=things)


ARRIVAL_PHRASES: dict[str, Callable[[Told], str]] = {"bring_in": _bring_in}
