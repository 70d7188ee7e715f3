"""Backups deleted on purpose: only after a new one was made and checked, in both places, and nobody else's."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bpa_desktop.services.backup import Reason
from bpa_desktop.services.trouble import DamagedStoreError
from bpa_desktop.store.backup import BACKUPS_NAME, backups_in
from tests.memory import FakeClock
from tests.store.shelves import damage, filled, shelf_of


def test_those_until_a_moment_go_from_both_places_and_a_new_one_is_there(folder: Path, tmp_path: Path) -> None:
    clock, stick, other = FakeClock(), tmp_path / "stick", tmp_path / "other"
    stick.mkdir()
    filled(other)
    with shelf_of(other, clock) as shelf:
        foreign = shelf.make(Reason.BY_HAND, to=stick)
    with shelf_of(folder, clock) as shelf:
        shelf.choose_second_place(stick)
        for _ in range(2):
            clock.go_on(timedelta(hours=1))
            shelf.make(Reason.BY_HAND)
            shelf.copy_elsewhere()
        moment = clock.at
        clock.go_on(timedelta(hours=1))
        later = shelf.make(Reason.BULK)
        clock.go_on(timedelta(hours=1))
        shelf.delete_until(moment)
        own = backups_in(folder / BACKUPS_NAME)
        assert len(own) == 2
        assert own[0].checked
        assert own[0].at == clock.at
        assert own[1] == later
        assert [one.id for one in backups_in(stick)] == [foreign.id]


def test_without_a_new_one_that_is_whole_nothing_is_deleted(folder: Path) -> None:
    clock = FakeClock()
    with shelf_of(folder, clock) as shelf:
        kept = shelf.make(Reason.BY_HAND)
        clock.go_on(timedelta(hours=1))
    with shelf_of(folder, clock) as shelf:
        damage(folder)
        with pytest.raises(DamagedStoreError):
            shelf.delete_until(clock.at)
    assert backups_in(folder / BACKUPS_NAME) == (kept,)
