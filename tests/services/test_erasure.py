"""What is erased for good is in no version any more, in no page of the file, and cannot be undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.domain.team import Assistant, Availability, Employment, EmploymentKind, Grade
from bpa_desktop.services.absence import register_absence, remove_absence
from bpa_desktop.services.erasure import absences_over, forget_absences, forget_assistant
from bpa_desktop.services.history import History, NothingToUndoError, UnknownRecordError
from bpa_desktop.services.records import Records
from bpa_desktop.services.shift import add_shift
from bpa_desktop.services.step import Step
from bpa_desktop.services.trouble import ErasedError
from bpa_desktop.store.engine import connect
from bpa_desktop.store.memory_store import MemoryStore
from bpa_desktop.store.sqlite_store import SqliteStore
from tests.memory import TUESDAY_EVENING
from tests.store.chain import check_chain, links_in
from tests.store.stores import KEY, fresh_store, history_over, put_all
from tests.store.strategies import LONG_AGO

POST = Employment(LONG_AGO, EmploymentKind.ON_CALL, Decimal(0))
KARI = Assistant("kari", "Kari Sekretnavn", phone="41234567", notes="bor i tredje", employments=(POST,))
OLA = Assistant("ola", "Ola")


def days(first: int, last: int) -> Span:
    """Return a span of whole days from the evening on which the clock stands."""
    return Span(TUESDAY_EVENING + timedelta(days=first), TUESDAY_EVENING + timedelta(days=last))


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteStore | MemoryStore]:
    store: SqliteStore | MemoryStore = fresh_store(tmp_path) if request.param == "file" else MemoryStore()
    yield store
    store.close()


@pytest.fixture
def history(store: SqliteStore | MemoryStore) -> History:
    """Return a history with two people, a shift ahead, an absence of each behind and ahead, and one taken away."""
    history = history_over(store)  # type: ignore[arg-type]  # either answers the port
    put_all(history, [Arrangement("home", "Hjemme", "3203"), KARI, OLA])
    put_all(history, [Availability("said", "kari", days(5, 6), Grade.CANNOT, note="hos frisøren")])
    for assistant, kind in (("kari", AbsenceKind.SICK_NOTE), ("ola", AbsenceKind.CHILD_SICK)):
        register_absence(history, Absence("", assistant, days(-40, -30), kind))
        register_absence(history, Absence("", assistant, days(3, 4), kind))
    register_absence(history, Absence("", "kari", days(-9, -8), AbsenceKind.LEAVE))
    remove_absence(history, history.roster.absences[-1].id)
    add_shift(history, Shift("", days(1, 2), "kari"))
    return history


def ever(history: History, kind: type[Absence | Assistant | Availability]) -> list[object]:
    return [was for _, was in history.past(kind) if was is not None]


def test_what_is_over_goes_and_what_is_ahead_stays(history: History) -> None:
    ahead = [absence for absence in history.roster.absences if absence.span.end > TUESDAY_EVENING]
    assert len(absences_over(history.roster, TUESDAY_EVENING)) == 2
    assert forget_absences(history, TUESDAY_EVENING) == 2
    assert list(history.roster.absences) == ahead
    assert ever(history, Absence) == ahead


def test_one_until_further_notice_is_never_over(history: History) -> None:
    put_all(history, [Absence("open", "ola", days(-400, -20), AbsenceKind.SICK_NOTE, open_ended=True)])
    forget_absences(history, TUESDAY_EVENING)
    assert "open" in {absence.id for absence in history.roster.absences}


def test_with_nothing_over_what_was_taken_away_is_erased_all_the_same(history: History) -> None:
    assert len(ever(history, Absence)) == 5
    assert forget_absences(history, TUESDAY_EVENING - timedelta(days=400)) == 0
    assert len(ever(history, Absence)) == 4


def test_neither_the_erasing_nor_what_was_before_it_can_be_undone_and_what_comes_after_can(history: History) -> None:
    history.undo()
    assert history.redoable is not None
    forget_absences(history, TUESDAY_EVENING)
    assert history.undoable is None
    with pytest.raises(NothingToUndoError):
        history.undo()
    with pytest.raises(NothingToUndoError):
        history.redo()
    before = history.records.all(Shift)
    add_shift(history, Shift("", days(7, 8), "ola"))
    history.undo()
    assert history.records.all(Shift) == before
    assert history.undoable is None


def test_it_is_as_final_after_a_restart(history: History, store: SqliteStore) -> None:
    forget_absences(history, TUESDAY_EVENING)
    again = history_over(store)
    assert again.undoable is None
    assert again.roster == history.roster


def test_of_a_person_only_shifts_and_posts_are_left(history: History) -> None:
    forget_assistant(history, "kari", name="Tidligere assistent")
    assert history.roster.assistants_by_id["kari"] == Assistant("kari", "Tidligere assistent", employments=(POST,))
    assert history.roster.assistants_by_id["ola"] == OLA
    assert {absence.assistant for absence in history.roster.absences} == {"ola"}
    assert history.roster.availability == ()
    assert [shift.assistant for shift in history.roster.shifts] == ["kari"]
    assert ever(history, Availability) == []
    assert {absence.assistant for absence in ever(history, Absence)} == {"ola"}  # type: ignore[attr-defined]
    assert KARI not in ever(history, Assistant)


def test_somebody_who_is_not_there_cannot_be_forgotten(history: History) -> None:
    with pytest.raises(UnknownRecordError):
        forget_assistant(history, "nobody", name="Tidligere assistent")


def test_the_step_is_announced_with_what_it_changed(history: History) -> None:
    told: list[Step] = []
    history.subscribe(told.append)
    forget_assistant(history, "kari", name="Tidligere assistent")
    assert [step.line.verb for step in told] == ["forget_assistant"]
    assert told[0].touches(Assistant, Absence)


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[SqliteStore]:
    store = fresh_store(tmp_path)
    yield store
    store.close()


def test_nothing_of_it_is_in_the_file_or_its_log_and_the_chain_of_hashes_holds(on_disk: SqliteStore) -> None:
    history = history_over(on_disk)
    put_all(history, [Arrangement("home", "Hjemme", "3203"), KARI, OLA])
    put_all(history, [replace(KARI, notes="flyttet til fjerde")])
    forget_assistant(history, "kari", name="Tidligere assistent")
    assert on_disk.path.with_name(f"{on_disk.path.name}-wal").stat().st_size == 0
    connection = connect(on_disk.path, KEY)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    everything = str([connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables])
    free = connection.execute("PRAGMA secure_delete").fetchone()
    connection.close()
    links = links_in(on_disk.path, KEY)
    everything += str(links)
    for secret in ("Sekretnavn", "41234567", "tredje", "fjerde"):
        assert secret not in everything
    assert free == (1,)
    check_chain(links)


def test_a_step_whose_data_is_erased_says_so(on_disk: SqliteStore) -> None:
    history = history_over(on_disk)
    put_all(history, [Arrangement("home", "Hjemme", "3203"), KARI])
    first = on_disk.journal()[0].id
    on_disk.step(first)  # at hand
    forget_assistant(history, "kari", name="Tidligere assistent")
    for erased in (first, on_disk.journal()[-1].id):  # what the last made of it is there, what it made it of is not
        with pytest.raises(ErasedError):
            on_disk.step(erased)


def test_the_changed_record_can_be_changed_again(on_disk: SqliteStore) -> None:
    history = history_over(on_disk)
    put_all(history, [Arrangement("home", "Hjemme", "3203"), KARI])
    forget_assistant(history, "kari", name="Tidligere assistent")
    put_all(history, [replace(history.roster.assistants_by_id["kari"], name="Den første")])
    assert Records.of(on_disk.slots()).roster.assistants_by_id["kari"].name == "Den første"
    history.undo()
    assert history.roster.assistants_by_id["kari"].name == "Tidligere assistent"
