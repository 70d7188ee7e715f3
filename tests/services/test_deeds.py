"""What can be undone is read from the end of the journal, as far back as somebody asks: the same as all of it tells."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.services import deeds
from bpa_desktop.services.deeds import Deeds
from bpa_desktop.services.history import History
from bpa_desktop.services.ports import Store
from bpa_desktop.services.roster import records_of
from bpa_desktop.services.step import Step, StepLine
from bpa_desktop.store.memory_store import MemoryStore
from tests.memory import FakeClock, history_of
from tests.services.deeds_oracle import in_force, played
from tests.services.test_history_machine import EXAMPLES, IN_MEMORY
from tests.store.stores import fresh_store
from tests.store.strategies import hours

VERBS = ("edit_shift", "roll_out", "remove_shift")
ERASES = "forget_absences"
ACT = st.one_of(
    st.tuples(st.just("do"), st.sampled_from(VERBS)),
    st.tuples(st.just("do"), st.just(ERASES)),
    st.tuples(st.just("continue"), st.just("")),
    st.tuples(st.just("undo"), st.integers(1, 6)),
    st.tuples(st.just("redo"), st.integers(1, 6)),
)
ACTS = st.lists(ACT, max_size=30)
SHIFT = Shift("one", hours(7, 14))
CONTENT = Roster(Arrangement("home", "Home", "3203"), shifts=(SHIFT,))


def write(history: History, verb: str) -> None:
    """Do a step of a verb."""
    with history.step(verb) as record:
        known = record.get(Shift, "one")
        record.put(replace(known, break_minutes=known.break_minutes + 1))


def act(history: History, what: str, how: str | int) -> None:
    """Do one thing, where there is something to do it with."""
    undoable = history.undoable
    if what == "do":
        write(history, str(how))
    elif what == "continue" and undoable is not None and undoable.line.verb != ERASES:
        with history.continuing(undoable.line.id):
            write(history, undoable.line.verb)
    elif what == "undo" and undoable is not None:
        history.undo(int(how))
    elif what == "redo" and history.redoable is not None:
        history.redo(int(how))


@contextmanager
def read_by(portion: int) -> Iterator[None]:
    """Within, so many lines are read at first."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deeds, "PORTION", portion)
        yield


def last(steps: Collection[Step]) -> list[str]:
    """Return the id of each deed's latest step."""
    return [step.line.id for step in steps]


def agrees(told: Deeds, store: Store) -> None:
    """Assert that deeds are what all of the journal tells, whoever asks first."""
    lines = store.journal()
    undoable, redoable, _ = played(lines)
    for most in (1, 2, 3, 99):
        assert last(told.undone(most)) == [deed[-1] for deed in redoable[:most]]
        assert last(told.done(most)) == [deed[-1] for deed in undoable[:most]]
    for verbs in ((VERBS[1],), VERBS[1:]):
        assert last(tuple(told.in_force(verbs))) == in_force(lines, verbs)


@given(ACTS, st.integers(1, 8))
def test_whatever_was_done_a_part_of_the_journal_tells_what_all_of_it_does(
    acts: list[tuple[str, str | int]], portion: int
) -> None:
    with read_by(portion):
        store = MemoryStore(records_of(CONTENT))
        history = History(store, FakeClock(), author="")
        for what, how in acts:
            act(history, what, how)
            agrees(Deeds(store), store)
        agrees(history.deeds, store)


@settings(max_examples=EXAMPLES)
@example([("do", "roll_out"), ("do", "edit_shift"), ("undo", 2)], 8, 0)
@example([("do", "roll_out"), ("do", "edit_shift"), ("continue", ""), ("undo", 1)], 8, 0)
@given(ACTS, st.integers(1, 8), st.integers(0, 30))
def test_the_file_tells_the_same_to_one_who_asked_before_and_to_one_who_comes_later(
    acts: list[tuple[str, str | int]], portion: int, asked_at: int
) -> None:
    folder = Path(tempfile.mkdtemp(prefix="bpa-deeds-", dir=IN_MEMORY))
    store = fresh_store(folder)
    try:
        with read_by(portion):
            history = History(store, FakeClock(), author="")
            with history.step("import_roster") as record:
                for one in records_of(CONTENT):
                    record.put(one)
            for place, (what, how) in enumerate(acts):
                if place == asked_at:
                    agrees(history.deeds, store)
                if history.records.get(Shift, "one") is not None or what == "redo":
                    act(history, what, how)
            agrees(history.deeds, store)
            agrees(Deeds(store), store)
    finally:
        store.close()
        shutil.rmtree(folder)


class Noting(MemoryStore):
    """Notes how much of the journal was asked for."""

    def __init__(self) -> None:
        super().__init__(records_of(CONTENT))
        self.asked: list[int | None] = []

    def journal(self, *, most: int | None = None, about: Collection[str] | None = None) -> Sequence[StepLine]:
        self.asked.append(most)
        return super().journal(most=most, about=about)


@pytest.fixture
def noting() -> Iterator[Noting]:
    """Yield a store that holds three portions of four steps of a journal."""
    with read_by(4):
        store = Noting()
        history = History(store, FakeClock(), author="")
        for _ in range(12):
            write(history, "edit_shift")
        store.asked.clear()
        yield store


def test_of_a_long_journal_only_the_latest_lines_are_read_until_somebody_goes_back(noting: Noting) -> None:
    told = Deeds(noting)
    assert (len(told.done(4)), told.undone(99)) == (4, ())
    assert noting.asked == [4]
    assert len(told.done(8)) == 8
    assert noting.asked == [4, 8]
    assert len(told.done(99)) == 12
    assert noting.asked == [4, 8, 16]


def test_what_only_the_start_of_a_portion_is_about_is_not_read_for(noting: Noting) -> None:
    history = History(noting, FakeClock(), author="")
    history.undo(6)
    for _ in range(3):
        write(history, "edit_shift")
    noting.asked.clear()
    assert len(Deeds(noting).done(3)) == 3
    assert noting.asked == [4]  # of which the first is the undo


def test_what_was_done_before_an_erasing_step_is_not_read_for(noting: Noting) -> None:
    write(History(noting, FakeClock(), author=""), ERASES)
    noting.asked.clear()
    assert Deeds(noting).done(99) == ()
    assert noting.asked == [4]


def test_a_journal_that_undoes_what_was_never_done_is_not_read_for_ever() -> None:
    history, store = history_of(CONTENT)
    write(history, "edit_shift")
    history.undo()
    store.kept.pop(0)
    with pytest.raises(IndexError):
        Deeds(store)
