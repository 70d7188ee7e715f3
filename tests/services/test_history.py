"""History: a step is kept whole, announced once and undone as one; nothing is written outside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.team import Assistant
from bpa_desktop.services.history import (
    History,
    NothingToUndoError,
    Recorder,
    StepClosedError,
    UnknownRecordError,
)
from bpa_desktop.services.records import NoArrangementError
from bpa_desktop.services.step import Change, Direction, Step
from tests.memory import FakeClock, MemoryStore, history_of
from tests.store.strategies import hours

HOME = Arrangement("home", "Home", "3203")
ONE, TWO, THREE = (Shift(name, hours(7, 14)) for name in ("one", "two", "three"))
NEW = Shift("new", hours(14, 22))


@pytest.fixture
def kept() -> tuple[History, MemoryStore]:
    return history_of(Roster(HOME, shifts=(ONE, TWO, THREE)))


def noted(history: History, note: str, shift: str = "two") -> None:
    with history.step("edit_shift") as record:
        record.put(replace(record.get(Shift, shift), note=note))


def note_of(history: History, shift: str = "two") -> str:
    return history.roster.shifts_by_id[shift].note


def test_a_step_is_kept_once_with_its_verb_author_and_time(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    noted(history, "a")
    (step,) = store.kept
    line = step.line
    assert (line.verb, line.author, line.at) == ("edit_shift", "test", history.clock.now())
    assert (line.direction, line.of) == (Direction.DONE, None)
    assert step.changes == (Change(Shift, "two", before=TWO, after=replace(TWO, note="a")),)


def test_an_error_within_a_step_keeps_nothing_and_says_nothing(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    heard: list[Step] = []
    history.subscribe(heard.append)
    before = history.roster
    with pytest.raises(UnknownRecordError), history.step("edit_shift") as record:
        record.put(NEW)
        record.remove(ONE)
        record.get(Shift, "nowhere")
    assert (store.kept, heard, history.undoable) == ([], [], None)
    assert history.roster == before
    noted(history, "afterwards")
    assert note_of(history) == "afterwards"


def test_a_store_that_refuses_leaves_everything_as_it_was(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    noted(history, "kept")
    heard: list[Step] = []
    history.subscribe(heard.append)
    before = history.roster, history.undoable, history.redoable
    store.refuse = OSError("full")
    for attempt in (lambda: noted(history, "lost"), history.undo):
        with pytest.raises(OSError, match="full"):
            attempt()
    assert (history.roster, history.undoable, history.redoable) == before
    assert heard == []
    store.refuse = None
    history.undo()
    assert note_of(history) == ""


def test_every_step_is_announced_once_to_each_after_it_was_kept(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    first: list[tuple[Step, int, str]] = []
    second: list[Step] = []
    history.subscribe(lambda step: first.append((step, len(store.kept), note_of(history))))
    history.subscribe(second.append)
    noted(history, "a")
    history.undo()
    history.redo()
    assert [(kept_by_then, note) for _, kept_by_then, note in first] == [(1, "a"), (2, ""), (3, "a")]
    assert second == [step for step, _, _ in first] == store.kept


def test_a_listener_that_subscribes_while_it_hears_is_told_of_later_steps_only(
    kept: tuple[History, MemoryStore],
) -> None:
    history, _ = kept
    late: list[Step] = []
    history.subscribe(lambda _: history.subscribe(late.append))
    noted(history, "a")
    assert late == []
    noted(history, "b")
    assert len(late) == 1


def test_nothing_is_written_outside_a_step(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    with history.step("edit_shift") as record:
        pass
    for write in (record.put, record.remove):
        with pytest.raises(StepClosedError):
            write(NEW)
    assert store.kept == []


def test_nothing_is_written_after_a_step_that_failed(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    caught: list[Recorder] = []
    with pytest.raises(UnknownRecordError), history.step("edit_shift") as record:
        caught.append(record)
        record.get(Shift, "nowhere")
    with pytest.raises(StepClosedError):
        caught[0].put(NEW)


def test_a_step_within_a_step_is_refused_and_takes_the_outer_one_with_it(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    with pytest.raises(StepClosedError), history.step("outer") as record:
        record.put(NEW)
        with history.step("inner"):
            pass
    assert store.kept == []
    noted(history, "a")
    assert len(store.kept) == 1


def test_a_step_that_changes_nothing_is_not_kept_and_leaves_redo_alone(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    noted(history, "a")
    history.undo()
    with history.step("edit_shift") as record:
        record.put(NEW)
        record.remove(NEW)
        record.put(replace(TWO, note="on the way"))
        record.put(TWO)
    assert len(store.kept) == 2
    history.redo()
    assert note_of(history) == "a"


def test_a_step_reads_what_it_wrote_and_the_world_does_not_yet(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    with history.step("edit_shift") as record:
        record.put(NEW)
        record.remove(ONE)
        assert record.get(Shift, "new") == NEW
        assert record.roster.shifts == (TWO, THREE, NEW)
        with pytest.raises(UnknownRecordError):
            record.get(Shift, "one")
        assert history.roster.shifts == (ONE, TWO, THREE)
    assert history.roster.shifts == (TWO, THREE, NEW)


def test_one_id_may_stand_for_two_kinds(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    with history.step("add") as record:
        record.put(Assistant("one", "One"))
        record.put(replace(ONE, note="a"))
        assert record.get(Assistant, "one").name == "One"
    assert store.kept[0].touches(Assistant)
    assert not store.kept[0].touches(Arrangement)


def test_undo_goes_back_in_order_and_redo_forward_again(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    for note in ("a", "b", "c"):
        noted(history, note)
    back = [(history.undo().line.verb, note_of(history)) for _ in range(3)]
    forth = [(history.redo().line.verb, note_of(history)) for _ in range(3)]
    assert back == [("edit_shift", note) for note in ("b", "a", "")]
    assert forth == [("edit_shift", note) for note in ("a", "b", "c")]
    done = [step.line.id for step in store.kept[:3]]
    assert [step.line.of for step in store.kept[3:]] == [*reversed(done), *done]
    assert [step.line.direction for step in store.kept[3:]] == [Direction.UNDONE] * 3 + [Direction.REDONE] * 3


def test_a_new_step_ends_redo(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    noted(history, "a")
    history.undo()
    assert history.redoable is not None
    noted(history, "b")
    assert history.redoable is None
    with pytest.raises(NothingToUndoError):
        history.redo()


def test_with_nothing_to_undo_undo_says_so(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    with pytest.raises(NothingToUndoError):
        history.undo()
    assert store.kept == []


def test_what_undo_puts_back_stands_where_it_stood(kept: tuple[History, MemoryStore]) -> None:
    history, _ = kept
    with history.step("remove_shift") as record:
        record.remove(ONE)
        record.remove(TWO)
    with history.step("add_shift") as record:
        record.put(NEW)
    history.undo()
    history.undo()
    assert history.roster.shifts == (ONE, TWO, THREE)


def test_steps_that_continue_each_other_are_undone_and_redone_as_one_also_by_another_history(
    kept: tuple[History, MemoryStore],
) -> None:
    history, store = kept
    noted(history, "before")
    for place, note in enumerate(("a", "b", "c")):
        with history.continuing(store.kept[-1].line.id if place else None):
            noted(history, note)
    assert [step.line.continues for step in store.kept] == [None, None, *(step.line.id for step in store.kept[1:3])]
    later = History(store, FakeClock(), author="later")
    assert later.undoable == history.undoable
    for one in (history, later):
        whole = one.undoable
        assert whole is not None
        assert [(change.before.note, change.after.note) for change in whole.changes] == [("before", "c")]  # type: ignore[union-attr]
    later.undo()
    assert note_of(later) == "before"
    assert later.redoable == history.undoable
    assert len(store.kept) == 5
    assert store.kept[-1].line.of == store.kept[3].line.id
    latest = History(store, FakeClock(), author="latest")
    latest.redo()
    assert note_of(latest) == "c"
    latest.undo()
    assert note_of(latest) == "before"
    latest.undo()
    assert note_of(latest) == ""


def test_only_the_latest_step_of_the_same_verb_is_continued(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    noted(history, "a")
    first = store.kept[0].line.id
    with history.continuing(first), history.step("other") as record:
        record.put(NEW)
    with history.continuing(first):
        noted(history, "b")
    noted(history, "c")
    assert [step.line.continues for step in store.kept] == [None] * 4


def test_what_comes_to_nothing_is_one_undo_all_the_same(kept: tuple[History, MemoryStore]) -> None:
    history, store = kept
    noted(history, "a")
    with history.continuing(store.kept[0].line.id):
        noted(history, "")
    history.undo()
    assert history.undoable is None
    history.redo()
    assert note_of(history) == ""
    assert [step.changes for step in store.kept[2:]] == [(), ()]


def test_another_history_over_the_same_store_undoes_and_redoes_what_the_first_did(
    kept: tuple[History, MemoryStore],
) -> None:
    history, store = kept
    for note in ("a", "b", "c"):
        noted(history, note)
    history.undo()
    history.undo()
    history.redo()
    later = History(store, FakeClock(), author="later")
    assert later.undoable == history.undoable == store.kept[1]
    assert later.redoable == history.redoable == store.kept[2]
    later.redo()
    assert note_of(later) == "c"


def test_each_step_has_an_id_of_its_own_that_sorts_by_time() -> None:
    store, clock = MemoryStore([HOME, TWO]), FakeClock()
    history = History(store, clock, author="test")
    for note in ("a", "b", "c"):
        noted(history, note)
        clock.go_on(timedelta(milliseconds=1))
    ids = [step.line.id for step in store.kept]
    assert ids == sorted(set(ids))


def test_an_empty_store_has_no_roster_until_there_is_an_arrangement() -> None:
    history, _ = history_of()
    with pytest.raises(NoArrangementError):
        _ = history.roster
    with pytest.raises(NoArrangementError), history.step("create") as record:
        _ = record.roster
    with history.step("create") as record:
        record.put(HOME)
    assert history.roster == Roster(HOME)
