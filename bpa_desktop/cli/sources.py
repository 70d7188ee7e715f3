"""Where a command's roster comes from: a file, standard input, or the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.cli.session import Session

if TYPE_CHECKING:
    from bpa_desktop.domain.roster import Roster
    from bpa_desktop.services.records import Records


def roster_of(session: Session, file: str | None) -> Roster:
    """Return the roster of a file, of standard input for `-`, or of the store where none is named.

    Raises RefusedError, RosterFileError, and the errors of the store.
    """
    return read_roster_of(session, file) if file is not None else records_of(session, None).roster


def records_of(session: Session, file: str | None) -> Records:
    """Return what a file holds, or everything the store holds: price lists of one's own are in no roster file.

    Raises as roster_of.
    """
    from bpa_desktop.cli.opening import opened_history
    from bpa_desktop.services.records import Records
    from bpa_desktop.services.roster import records_of as records_in
    from bpa_desktop.services.step import Slot

    if file is not None:
        roster = read_roster_of(session, file)
        return Records.of([Slot(type(record), record.id, record) for record in records_in(roster)])
    with opened_history(session) as history:
        return history.records


def read_roster_of(session: Session, file: str) -> Roster:
    """Return the roster of a file, or of standard input for `-`. Raises RefusedError, RosterFileError."""
    from bpa_desktop.interchange.roster_file import read_roster

    return read_roster(bytes_of(session, file))


def bytes_of(session: Session, file: str) -> bytes:
    """Return a file's bytes, no more than show that it is too large to be read. Raises RefusedError."""
    from bpa_desktop.interchange.json_text import LARGEST_MEBIBYTES, MEBIBYTE

    return session.read(file, at_most=LARGEST_MEBIBYTES * MEBIBYTE + 1)
