"""What another program wrote, brought into the arrangement of the store by the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.cli.session import RefusedError, Session, Status
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.team import Assistant

if TYPE_CHECKING:
    from bpa_desktop.domain.roster import Roster
    from bpa_desktop.services.arrival import Arrival, Arrivals


def bring_in_foreign(session: Session, data: bytes, *, as_json: bool, dry_run: bool) -> int:
    """Keep what a file brings and is not here already; the exit status is 1 where something of it is left out or odd.

    Raises RefusedError for a file that cannot be read, NoArrangementError, and the errors of the store.
    """
    from bpa_desktop.cli.opening import opened_history
    from bpa_desktop.interchange.arriving.refusal import ForeignFileError
    from bpa_desktop.interchange.foreign import read_foreign
    from bpa_desktop.services.arrival import bring_in
    from bpa_desktop.texts.arrival import refused_text

    with opened_history(session) as history:
        roster = history.roster
        today = session.clock.now().astimezone(roster.arrangement.zone).date()
        try:
            arrivals = read_foreign(data, roster, today=today)
        except ForeignFileError as error:
            raise RefusedError(refused_text(session.language, error)) from error
        if not dry_run:
            bring_in(history, arrivals.new)
    if as_json:
        session.give(_data(session, arrivals, roster=roster, stored=not dry_run))
    else:
        _say(session, arrivals, roster=roster)
    odd = any(arrival.oddities for arrival in arrivals.found)
    return Status.ATTENTION if odd or arrivals.left_out else Status.DONE


def _say(session: Session, arrivals: Arrivals, *, roster: Roster) -> None:
    """Say each thing of the file in a line, and how much comes in."""
    from bpa_desktop.texts.arrival import left_out_text
    from bpa_desktop.texts.arrival_step import coming_text, told_text

    for arrival in arrivals.found:
        session.say(f"{arrival.place}: {told_text(session.language, arrival, roster=roster)}")
    for left_out in arrivals.left_out:
        session.say(left_out_text(session.language, left_out))
    kinds = [type(arrival.record) for arrival in arrivals.new]
    left = len(arrivals.found) - len(kinds) + len(arrivals.left_out)
    session.say(coming_text(session.language, kinds, left_out=left))


def _data(session: Session, arrivals: Arrivals, *, roster: Roster, stored: bool) -> dict[str, object]:
    from bpa_desktop.texts.arrival import left_out_text

    left_out = [
        {"place": one.place, "code": one.code, "text": left_out_text(session.language, one)}
        for one in arrivals.left_out
    ]
    found = [_found(session, arrival, roster=roster) for arrival in arrivals.found]
    return {"arrangement": roster.arrangement.id, "stored": stored, "found": found, "left_out": left_out}


def _found(session: Session, arrival: Arrival, *, roster: Roster) -> dict[str, object]:
    from bpa_desktop.texts.arrival import arrival_text

    return {
        "place": arrival.place,
        "kind": {Assistant: "person", Shift: "shift", DayNote: "note"}[type(arrival.record)],
        "text": arrival_text(session.language, arrival, roster=roster),
        "oddities": [oddity.value for oddity in arrival.oddities],
        "comes": arrival.is_new,
    }
