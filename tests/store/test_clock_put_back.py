"""A clock that was a year ahead for an hour: from then on backups are made and copied as ever, and reminded of."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bpa_desktop.services.backup import Reason, wants_elsewhere
from bpa_desktop.services.shift import remove_shifts
from bpa_desktop.store.backup import backups_in
from bpa_desktop.store.doctor import examine
from bpa_desktop.store.shelf import Shelf
from tests.memory import FakeClock
from tests.store.shelves import RIGHT, shelf_of
from tests.store.stores import history_over

YEAR = timedelta(days=365)


def work(shelf: Shelf) -> None:
    """Do something, and take it back."""
    history = history_over(shelf.store)
    remove_shifts(history, ("evening",))
    history.undo()


def a_year_ahead(shelf: Shelf, clock: FakeClock) -> None:
    """Have a backup made by a clock that is put right after it."""
    clock.go_on(YEAR)
    work(shelf)
    shelf.make(Reason.ROUTINE)
    clock.go_on(-YEAR)


def test_a_backup_is_made_each_half_hour_of_work_and_not_at_every_look(folder: Path) -> None:
    clock = FakeClock()
    with shelf_of(folder, clock) as shelf:
        a_year_ahead(shelf, clock)
        counts = []
        for _ in range(12):
            clock.go_on(timedelta(minutes=5))
            work(shelf)
            counts.append(len(shelf.make_if_due().backups))
        assert counts == [2] * 6 + [3] * 6
        newest = shelf.all().newest
        assert newest is not None
        assert newest.at <= clock.now()


def test_without_work_one_is_made_and_the_pages_are_not_looked_at_again(folder: Path) -> None:
    clock = FakeClock()
    with shelf_of(folder, clock) as shelf:
        a_year_ahead(shelf, clock)
        looked = []
        for _ in range(3):
            clock.go_on(timedelta(minutes=5))
            shelved = shelf.make_if_due()
            looked.append((len(shelved.backups), shelved.whole))
        assert looked == [(2, clock.now() - timedelta(minutes=10))] * 3


def test_the_second_place_gets_what_was_made_since_and_is_reminded_of(folder: Path, tmp_path: Path) -> None:
    clock = FakeClock()
    (tmp_path / "stick").mkdir()
    with shelf_of(folder, clock) as shelf:
        clock.go_on(YEAR)
        work(shelf)
        shelf.make(Reason.ROUTINE)
        shelf.choose_second_place(tmp_path / "stick")
        clock.go_on(-YEAR)
        assert wants_elsewhere(shelf.all().second, clock.now())
        clock.go_on(timedelta(minutes=5))
        work(shelf)
        made = shelf.make(Reason.BY_HAND)
        assert shelf.copy_elsewhere() == shelf.all().second
        assert made.id in {one.id for one in backups_in(tmp_path / "stick")}
        assert not wants_elsewhere(shelf.all().second, clock.now())


def test_the_doctor_takes_what_was_made_since_for_the_newest(folder: Path) -> None:
    clock = FakeClock()
    with shelf_of(folder, clock) as shelf:
        a_year_ahead(shelf, clock)
        clock.go_on(timedelta(minutes=5))
        work(shelf)
        shelf.make(Reason.BY_HAND)
    late = clock.now() + timedelta(days=8)
    assert [problem.code for problem in examine(folder, lambda: RIGHT, now=late).problems] == []
