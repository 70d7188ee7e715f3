"""The change log of a store: the same steps as the journal, a page at a time, what was erased counted."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.audit import Entry
from bpa_desktop.services.erasure import forget_assistant
from bpa_desktop.services.history import History
from bpa_desktop.services.ports import Store
from bpa_desktop.services.roster import import_roster
from bpa_desktop.services.shift import assign_shifts, remove_shifts
from bpa_desktop.services.team import add_assistant
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.store.opening import scratch_store
from tests.memory import FakeClock
from tests.ui.desks import week_49


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A store of each kind."""
    return scratch_store(tmp_path / "data") if request.param == "file" else MemoryStore()


def worked_in(store: Store) -> History:
    clock = FakeClock()
    history = History(store, clock, author="test")
    import_roster(history, week_49())
    for who in ("ola", "kari", "ola"):
        clock.go_on(timedelta(minutes=1))
        assign_shifts(history, {"w49-mon-day": who})
    remove_shifts(history, ["w49-mon-day"])
    history.undo()
    history.redo()
    add_assistant(history, Assistant("nina", "Nina"))
    return history


def all_of(history: History, most: int) -> list[Entry]:
    """Read to the end in pages of a size."""
    read: list[Entry] = []
    while page := history.entries(read[-1].line.id if read else None, most):
        read += page
    return read


@pytest.mark.parametrize("most", [1, 3, 100])
def test_in_pages_of_any_size_it_is_every_step_newest_first(store: Store, most: int) -> None:
    history = worked_in(store)
    expected = [store.step(line.id) for line in reversed(store.journal())]
    read = all_of(history, most)
    assert [entry.line for entry in read] == [step.line for step in expected]
    assert [set(entry.changes) for entry in read] == [set(step.changes) for step in expected]
    assert not any(entry.erased for entry in read)


def test_what_was_erased_is_counted_and_the_rest_is_there(store: Store) -> None:
    history = worked_in(store)
    number = len(all_of(history, 9))
    forget_assistant(history, history.roster.assistants[-1].id, name="Former")
    read = all_of(history, 2)
    assert len(read) == number + 1
    assert [(entry.changes, entry.erased) for entry in read[:2]] == [((), 1), ((), 1)]  # how she was, and before
    assert "Nina" not in repr(read)
    assert sum(len(entry.changes) for entry in read[2:]) > number
