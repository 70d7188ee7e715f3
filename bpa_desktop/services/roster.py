"""Verbs about the roster as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.household import HOUSEHOLD_ID, Household
from bpa_desktop.domain.publication import Publication
from bpa_desktop.domain.roster import Record, Roster
from bpa_desktop.services.history import History
from bpa_desktop.services.publication import came_published
from bpa_desktop.services.records import KINDS, ROSTER_KINDS


class OtherArrangementError(Exception):
    """The store holds another arrangement than the file."""


def import_roster(history: History, roster: Roster, *, replacing: bool = False) -> None:
    """Make the roster the whole content, in one step.

    The household's members stay where their incomes are the one income the roster brings; price lists, pay agreements
    and invoices stay unless they are another arrangement's.
    Raises OtherArrangementError when another arrangement is kept, unless it is to be replaced; LockedError where the
    roster has a locked shift otherwise, or not at all.
    """
    kept = history.records.all(Arrangement)
    is_another = bool(kept) and kept[0].id != roster.arrangement.id
    if is_another and not replacing:
        raise OtherArrangementError(kept[0].id)
    if not is_another:
        roster = _with_household(roster, history.records.get(Household, HOUSEHOLD_ID))
    wanted = {(type(record), record.id): record for record in records_of(roster)}
    with history.step("import_roster") as record:
        for kind in KINDS if is_another else ROSTER_KINDS:
            for old in history.records.all(kind):
                if (kind, old.id) not in wanted:
                    record.remove(old)
        for new in wanted.values():
            record.put(new)
        earlier = () if is_another else history.records.all(Publication)
        came = came_published(roster, earlier, at=history.clock.now())
        if came is not None:
            record.put(came)


def _with_household(roster: Roster, household: Household | None) -> Roster:
    """Return the roster with the household that is kept, where the roster's one income is its sum."""
    if roster.household is not None or household is None or household.income != roster.arrangement.household_income:
        return roster
    return replace(roster, household=household)


def records_of(roster: Roster) -> Iterator[Record]:
    """Yield every record of a roster, those that others refer to first."""
    yield roster.arrangement
    yield from roster.awards
    yield from roster.assistants
    yield from roster.availability
    yield from roster.needs
    yield from roster.rotations
    yield from roster.shifts
    yield from roster.absences
    yield from roster.requests
    if roster.household is not None:
        yield roster.household
