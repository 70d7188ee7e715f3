"""Bringing back a backup."""

from __future__ import annotations

from collections.abc import Iterable

from bpa_desktop.services.backup import changes_to
from bpa_desktop.services.history import History
from bpa_desktop.services.step import Change, Slot


def restore_backup(history: History, slots: Iterable[Slot]) -> tuple[Change, ...]:
    """Make everything as it is in a backup, in one step, and return what that changed.

    The log goes on: nothing that was kept since is lost to undo. Raises LockedError where a locked shift was otherwise.
    """
    changes = changes_to(history.records, slots)
    with history.step("restore_backup") as record:
        for change in changes:
            if change.after is not None:
                record.put(change.after)
            elif change.before is not None:
                record.remove(change.before)
    return changes
