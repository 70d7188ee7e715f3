"""After a backup was brought back: what there was can still be had, however much is done from then on."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path

from bpa_desktop.services.backup import Reason
from bpa_desktop.services.restoring import restore_backup
from bpa_desktop.services.shift import remove_shifts
from bpa_desktop.store.shelf import back_up_before
from tests.memory import FakeClock
from tests.store.shelves import shelf_of
from tests.store.stores import history_over


def test_everything_there_was_can_be_brought_back_for_ninety_days_while_work_and_backups_go_on(folder: Path) -> None:
    clock = FakeClock()
    with shelf_of(folder, clock) as shelf:
        shelf.ask_before(partial(back_up_before, shelf))
        history = history_over(shelf.store)
        for _ in range(3):
            clock.go_on(timedelta(minutes=40))
            remove_shifts(history, ("evening",))
            history.undo()
            shelf.make_if_due()
        clock.go_on(timedelta(minutes=10))
        remove_shifts(history, ("evening",))
        assert restore_backup(history, shelf.content(shelf.all().backups[-1]))
        there = set(shelf.all().backups)
        assert [one.reason for one in there].count(Reason.RESTORE) == 1
        for days in (1, 1, 1, 6, 30, 50):
            clock.go_on(timedelta(days=days))
            shelf.make(Reason.ROUTINE)
            assert there <= set(shelf.all().backups)
        for one in there:
            assert shelf.content(one)
        clock.go_on(timedelta(days=2))
        shelf.make(Reason.ROUTINE)
        assert len(there & set(shelf.all().backups)) == 1
