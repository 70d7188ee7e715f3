"""The demo's store answers as the real one does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.history import History
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.store.sqlite_store import SqliteStore
from tests.memory import FakeClock
from tests.store.stores import fresh_store, put_all
from tests.store.strategies import SAMPLES


def play(store: MemoryStore | SqliteStore) -> list[object]:
    """Do some of everything, and return all that the store then answers, but for the ids of its steps."""
    history = History(store, FakeClock(), author="test")
    put_all(history, SAMPLES)
    with history.step("edit_shift") as record:
        record.remove(SAMPLES[0])
        record.put(replace(record.get(Shift, "day"), note="other"))
    with history.continuing(store.journal()[-1].id), history.step("edit_shift") as record:
        record.put(replace(record.get(Shift, "day"), note="another"))
        record.put(SAMPLES[0])
    with history.continuing(store.journal()[-1].id), history.step("edit_shift") as record:
        record.put(replace(record.get(Shift, "day"), note="the last"))
    history.undo()
    history.redo()
    lines = store.journal()
    assert [store.journal(most=most) for most in (1, 3, 99)] == [lines[-1:], lines[-3:], lines]
    assert [line for line in store.journal(about=("import_roster",)) if line.verb == "import_roster"] == lines[:1]
    places = [line.id for line in lines]
    steps = [(line.verb, line.direction, line.of and places.index(line.of)) for line in lines]
    past = [list(store.past(kind)) for kind in (Shift, type(SAMPLES[0]))]
    past += [list(store.past(Shift, of=shift_id)) for shift_id in ("day", "evening", "never")]
    return [list(store.slots()), steps, [store.step(line.id).changes for line in lines], past, held(store)]


def held(store: MemoryStore | SqliteStore) -> tuple[object, ...]:
    """Return what the three steps that continue each other come to."""
    first, _, last = [line.id for line in store.journal()][-5:-2]
    for one, other in ((first, "never"), ("never", last)):
        with pytest.raises(KeyError):
            store.as_one(one, other)
    whole = store.as_one(first, last)
    assert whole.line.id == last
    assert [change.after.note for change in whole.changes if isinstance(change.after, Shift)] == ["the last"]
    assert [change.id for change in whole.changes] == ["day"]  # what was taken away and put back is as it was
    return whole.changes


def test_both_stores_answer_the_same(tmp_path: Path) -> None:
    kept, remembered = fresh_store(tmp_path), MemoryStore()
    assert play(remembered) == play(kept)
    kept.close()
    remembered.close()
    assert (remembered.slots(), remembered.journal()) == ([], [])
    with pytest.raises(KeyError):
        remembered.step("any")


def test_what_was_there_before_the_first_step_is_no_step() -> None:
    store = MemoryStore(SAMPLES)
    assert [slot.record for slot in store.slots()] == list(SAMPLES)
    assert store.journal() == []


def test_the_past_begins_with_what_was_there_before_the_first_step() -> None:
    store = MemoryStore(SAMPLES)
    before = next(record for record in SAMPLES if isinstance(record, Shift))
    history = History(store, FakeClock(), author="test")
    with history.step("edit_shift") as record:
        record.put(replace(before, note="other"))
    told = [shift for shift_id, shift in history.past(Shift) if shift_id == before.id]
    assert told == [before, replace(before, note="other")]
