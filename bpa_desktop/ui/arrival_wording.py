"""What a file of another program brings, ready to be shown: a line a thing. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.services.arrival import Arrival, Arrivals
from bpa_desktop.texts.arrival import arrival_text, left_out_text, oddity_text
from bpa_desktop.texts.arrival_step import told_text

_ODD = "▲"


@dataclass(frozen=True)
class Coming:
    """One thing that may come in: as it is shown, with a sign where it is odd, and as it is spoken."""

    arrival: Arrival
    shown: str
    spoken: str


@dataclass(frozen=True)
class Preview:
    """All that a file brings, and the sentences about what is left out of it."""

    coming: tuple[Coming, ...]
    left_out: tuple[str, ...]


def preview_of(language: Language, arrivals: Arrivals, *, roster: Roster) -> Preview:
    """Return what is shown before anything of a file is kept."""
    coming = tuple(_coming(language, arrival, roster=roster) for arrival in arrivals.found)
    return Preview(coming, tuple(left_out_text(language, one) for one in arrivals.left_out))


def _coming(language: Language, arrival: Arrival, *, roster: Roster) -> Coming:
    what, odd = arrival_text(language, arrival, roster=roster), oddity_text(language, arrival, roster=roster)
    shown = f"{what}\n{_ODD} {odd}" if odd else what
    return Coming(arrival, shown, told_text(language, arrival, roster=roster))
