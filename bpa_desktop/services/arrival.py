"""What a file of another program brings: people, shifts and notes on days, each with its place and what is odd."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.history import History
from bpa_desktop.services.identity import new_id
from bpa_desktop.services.overdraw import within_awards

Arriving = Assistant | Shift | DayNote
"""What can be brought in; its id is empty until it is kept."""


class Oddity(StrEnum):
    """What the user should look at before something is brought in."""

    KNOWN = "known"  # somebody or something like it is here already
    UNKNOWN_PERSON = "unknown_person"  # it names nobody of the team, and comes as an open shift
    OVERLAPS = "overlaps"  # its holder has another shift then
    CUT = "cut"  # the text was longer than such a text may be
    UNKNOWN_KIND = "unknown_kind"  # it says what kind of shift it is, in a word that is not known


@dataclass(frozen=True)
class Arrival:
    """One thing of a file, ready to be kept; `place` is its row, event or card, counted from 1 as the file has it."""

    place: int
    record: Arriving
    oddities: tuple[Oddity, ...] = ()

    @property
    def is_new(self) -> bool:
        """Tell whether nothing like it is here: only then it comes in without being asked for."""
        return Oddity.KNOWN not in self.oddities


@dataclass(frozen=True)
class LeftOut:
    """One thing of a file that cannot be brought in: its place, a code for why, and facts to say it with."""

    place: int
    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Arrivals:
    """All that a file brings, and what of it is left out, both in the order of the file."""

    found: tuple[Arrival, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def new(self) -> tuple[Arrival, ...]:
        """What comes in without being asked for."""
        return tuple(arrival for arrival in self.found if arrival.is_new)


def bring_in(history: History, arrivals: Iterable[Arrival]) -> int:
    """Keep what arrives, all of it in one step, each under an id of its own; return how much that is.

    Nobody has been told of a shift that arrives: it is a draft. Raises OverdrawnError.
    """
    records = [_as_own(arrival.record, new_id(history.clock.now())) for arrival in arrivals]
    with history.step("bring_in") as record, within_awards(history, record):
        for one in records:
            record.put(one)
    return len(records)


def _as_own(arriving: Arriving, record_id: str) -> Arriving:
    if isinstance(arriving, Shift):
        return replace(arriving, id=record_id, state=ShiftState.DRAFT, published_at=None)
    return replace(arriving, id=record_id)
