"""The store keeps steps whole, in order, and for good."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from bpa_desktop.domain.roster import Record
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import SubstituteRequest
from bpa_desktop.services.records import Records
from bpa_desktop.services.step import Change, Slot
from bpa_desktop.services.trouble import (
    BusyError,
    DiskFailedError,
    DiskFullError,
    ErasedError,
    OldSqliteError,
    ReadOnlyStoreError,
    StaleChangeError,
)
from bpa_desktop.store import engine, present, sqlite_store
from bpa_desktop.store.engine import connect, named_errors
from bpa_desktop.store.opening import STORE_NAME
from bpa_desktop.store.sqlite_store import SqliteStore
from bpa_desktop.store.versions import digest_of, hash_of
from tests.store.chain import check_chain, heads_in, links_in
from tests.store.stores import KEY, fill_up, fresh_store, history_over, put_all, step_that
from tests.store.strategies import SAMPLES, hours

SEARCH = next(record for record in SAMPLES if isinstance(record, SubstituteRequest))
DAY = next(record for record in SAMPLES if isinstance(record, Shift))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = fresh_store(tmp_path)
    yield store
    store.close()


def reopened(store: SqliteStore) -> SqliteStore:
    store.close()
    return SqliteStore(store.path, KEY)


def rows(store: SqliteStore, query: str, given: object = ()) -> list[tuple[object, ...]]:
    connection = connect(store.path, KEY)
    try:
        return list(connection.execute(query, given).fetchall())
    finally:
        connection.close()


def test_every_kind_of_record_is_there_after_reopening_in_the_order_first_kept(store: SqliteStore) -> None:
    first_kept = (*reversed(SAMPLES), replace(SAMPLES[0], id="a second one"))
    put_all(history_over(store), first_kept)
    again = reopened(store)
    assert again.slots() == [Slot(type(record), record.id, record) for record in first_kept]
    assert history_over(again).records.roster.shifts == tuple(r for r in first_kept if isinstance(r, Shift))
    again.close()


def test_a_step_comes_back_with_its_line_and_its_changes_in_order(store: SqliteStore) -> None:
    history = history_over(store)
    put_all(history, SAMPLES)
    with history.step("edit_shift") as record:
        record.remove(SEARCH)
        record.put(replace(DAY, assistant=None))
    seen = [store.step(line.id) for line in store.journal()]
    again = reopened(store)
    assert [again.step(line.id) for line in again.journal()] == seen
    assert [change.id for change in seen[1].changes] == ["search", "day"]
    assert seen[1].changes[1] == Change(Shift, "day", before=DAY, after=replace(DAY, assistant=None))
    again.close()


def test_an_unknown_step_is_a_key_error(store: SqliteStore) -> None:
    with pytest.raises(KeyError):
        store.step("never")


def test_an_old_step_is_read_again_when_it_is_no_longer_at_hand(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_store, "_REMEMBERED_STEPS", 1)
    first = step_that(Change(Shift, "day", before=None, after=DAY), id="first")
    store.keep(first)
    store.keep(step_that(Change(Shift, "day", before=DAY, after=None), id="second"))
    assert list(store._steps) == ["second"]
    assert store.step("first") == first


def test_a_removed_record_leaves_its_place_and_undo_puts_it_back_there(store: SqliteStore) -> None:
    history = history_over(store)
    put_all(history, SAMPLES)
    before = store.slots()
    with history.step("remove_shift") as record:
        record.remove(DAY)
    assert Slot(Shift, "day", None) in store.slots()
    again = reopened(store)
    later = history_over(again)
    later.undo()
    assert again.slots() == before
    assert Records.of(again.slots()).roster == later.roster
    again.close()


def test_undo_and_redo_survive_reopening(store: SqliteStore) -> None:
    history = history_over(store)
    put_all(history, SAMPLES)
    for note in ("one", "two", "three"):
        with history.step("edit_shift") as record:
            record.put(replace(record.get(Shift, "day"), note=note))
    history.undo()
    history.undo()
    again = reopened(store)
    later = history_over(again)
    assert later.roster.shifts_by_id["day"].note == "one"
    later.redo()
    assert later.roster.shifts_by_id["day"].note == "two"
    last = reopened(again)
    latest = history_over(last)
    latest.redo()
    assert latest.roster.shifts_by_id["day"].note == "three"
    assert latest.redoable is None
    last.close()


@pytest.mark.parametrize("before", [None, replace(DAY, note="another")])
def test_a_change_that_expects_another_record_is_refused_whole(store: SqliteStore, before: Record | None) -> None:
    put_all(history_over(store), SAMPLES)
    kept = store.slots(), store.journal()
    step = step_that(
        Change(Shift, "new", before=None, after=replace(DAY, id="new")),
        Change(Shift, "day", before=before, after=None),
    )
    with pytest.raises(StaleChangeError) as refused:
        store.keep(step)
    assert (refused.value.kind, refused.value.record) == ("shift", "day")
    assert (store.slots(), store.journal()) == kept
    with pytest.raises(KeyError):
        store.step("step")


def test_a_step_without_changes_is_kept_as_a_line(store: SqliteStore) -> None:
    store.keep(step_that())
    assert [line.id for line in store.journal()] == ["step"]
    assert reopened(store).step("step").changes == ()


def test_more_records_than_fit_into_one_statement_are_kept(store: SqliteStore) -> None:
    history = history_over(store)
    many = [replace(DAY, id=f"shift {number}") for number in range(1203)]
    put_all(history, many)
    put_all(history, [replace(shift, note="again") for shift in many])
    assert [slot.record for slot in store.slots()] == [replace(shift, note="again") for shift in many]


def test_every_version_hangs_on_the_one_before_by_a_hash_over_a_salted_hash(store: SqliteStore) -> None:
    history = history_over(store)
    put_all(history, [DAY])
    with history.step("edit_shift") as record:
        record.put(replace(DAY, note="other"))
    with history.step("remove_shift") as record:
        record.remove(replace(DAY, note="other"))
    history.undo()
    links = links_in(store.path, KEY)
    check_chain(links)
    assert [link.parents for link in links] == [(), *((link.hash,) for link in links[:-1])]
    assert [link.data and json.loads(link.data)["note"] for link in links] == [DAY.note, "other", None, "other"]
    assert heads_in(store.path, KEY) == {("shift", "day"): links[-1].hash}
    assert len({link.salt for link in links}) == 4


def test_the_hash_is_what_its_description_says() -> None:
    salted = hashlib.sha256(b"\x01\x02" + '{"a":"å"}'.encode()).hexdigest()
    assert digest_of("0102", '{"a":"å"}') == salted
    assert digest_of("0102", None) == hashlib.sha256(b"\x01\x02null").hexdigest()
    linked = hashlib.sha256(f'["shift","día",["p"],"{salted}"]'.encode()).hexdigest()
    assert hash_of("shift", "día", parents=["p"], digest=salted) == linked


def test_the_hash_still_holds_when_the_data_is_erased_and_the_step_can_no_longer_be_undone(store: SqliteStore) -> None:
    put_all(history_over(store), [DAY])
    step_id = store.journal()[0].id
    store.keep(replace(step_that(id="later"), forgotten=frozenset({(Shift, "day")})))
    (link,) = links_in(store.path, KEY)
    check_chain([link])
    assert (link.data, link.salt) == (None, None)
    again = reopened(store)
    with pytest.raises(ErasedError) as erased:
        again.step(step_id)
    assert erased.value.step == step_id
    again.close()


def test_neither_a_step_nor_a_page_of_the_log_nor_one_records_past_reads_a_table_through(store: SqliteStore) -> None:
    history = history_over(store)
    put_all(history, SAMPLES)
    ran: list[tuple[str, object]] = []
    sa.event.listen(
        store._engine, "before_cursor_execute", lambda _on, _by, what, given, *_rest: ran.append((what, given))
    )
    put_all(history, [replace(DAY, note="other")])
    last = store.entries(None, 2)[0].line.id
    store.entries(last, 1)
    store.as_one(last, last)
    store.past(Shift, of="day")
    explained = [
        str(found)
        for what, given in ran
        if not what.startswith("BEGIN")
        for *_, found in rows(store, f"EXPLAIN QUERY PLAN {what}", given[0] if isinstance(given, list) else given)
    ]
    assert len(ran) > 10
    through = ("SCAN version", "SCAN before", "SCAN record", "AUTOMATIC", "USE TEMP B-TREE")
    assert [found for found in explained if found.startswith(through)] == []


def test_the_file_is_written_through_to_the_disk_and_keeps_nothing_that_was_deleted(store: SqliteStore) -> None:
    connection = connect(store.path, KEY)
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0}
    wanted |= {"temp_store": 2, "fullfsync": 1}
    assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
    connection.close()


def test_a_full_disk_keeps_the_old_and_nothing_of_the_new(store: SqliteStore) -> None:
    history = history_over(store)
    put_all(history, SAMPLES)
    kept = store.slots()
    fill_up(store)
    with pytest.raises(DiskFullError):
        put_all(history, [replace(DAY, id=f"shift {number}") for number in range(500)])
    assert store.slots() == kept
    assert len(store.journal()) == 1
    with store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    put_all(history, [replace(DAY, id="later")])
    assert len(store.slots()) == len(kept) + 1
    assert rows(store, "PRAGMA integrity_check") == [("ok",)]


def test_a_file_that_may_only_be_read_is_named_so(store: SqliteStore) -> None:
    with store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(ReadOnlyStoreError):
        put_all(history_over(store), SAMPLES)


def test_somebody_else_writing_for_too_long_is_named_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.01)
    store = fresh_store(tmp_path)
    other = connect(store.path, KEY)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(BusyError):
        put_all(history_over(store), SAMPLES)
    assert store.slots() == []
    other.execute("ROLLBACK")
    other.close()
    store.close()


def test_a_fault_of_our_own_is_not_dressed_up() -> None:
    with pytest.raises(dbapi2.OperationalError, match="no such table"), named_errors(Path("here")):
        dbapi2.connect(":memory:").execute("SELECT * FROM nowhere")
    with pytest.raises(FileNotFoundError), named_errors(Path("here")):
        raise FileNotFoundError(2, "here")


def test_an_sqlite_that_can_lose_data_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh_store(tmp_path).close()
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 51, 2))
    monkeypatch.setattr(dbapi2, "sqlite_version", "3.51.2")
    with pytest.raises(OldSqliteError) as refused:
        connect(tmp_path / STORE_NAME, KEY)
    assert refused.value.version == "3.51.2"


def test_the_sqlite_of_this_environment_is_new_enough() -> None:
    assert dbapi2.sqlite_version_info >= (3, 51, 3)


def test_nothing_of_the_content_can_be_read_in_any_file(store: SqliteStore) -> None:
    canary = "Kanarifugl Etternavnesen"
    put_all(history_over(store), [replace(DAY, note=canary, place=canary)])
    files = [path for path in store.path.parent.iterdir() if path.is_file()]
    assert {path.name for path in files} >= {STORE_NAME, f"{STORE_NAME}-wal"}
    for path in files:
        content = path.read_bytes()
        assert not [word for word in (canary, "CREATE TABLE", "SQLite format") if word.encode() in content]


def test_hours_do_not_depend_on_the_offset_they_were_given_in(store: SqliteStore) -> None:
    put_all(history_over(store), [replace(DAY, span=hours(7, 14))])
    assert rows(store, "SELECT starts_at FROM shift") == [("2026-12-04T07:00:00+00:00",)]


def test_the_search_for_cycles_goes_on_after_reading_and_after_a_reading_that_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = fresh_store(tmp_path)
    store.slots()
    assert gc.isenabled()

    def fails(_connection: object) -> None:
        assert not gc.isenabled()
        raise DiskFailedError(store.path)

    monkeypatch.setattr(present, "read_slots", fails)
    with pytest.raises(DiskFailedError):
        store.slots()
    assert gc.isenabled()
    store.close()


def test_what_was_read_is_not_looked_through_for_cycles_again_and_again(store: SqliteStore) -> None:
    put_all(history_over(store), SAMPLES)
    sqlite_store._call_old_what_is_there.cache_clear()
    slots = reopened(store).slots()
    young = {id(one) for generation in (0, 1) for one in gc.get_objects(generation=generation)}
    old = {id(one) for one in gc.get_objects(generation=2)}
    records = {id(slot.record) for slot in slots}
    assert records <= old
    assert not records & young
    assert gc.get_freeze_count() == 0  # what is let go of with a cycle in it is found some day


def test_what_is_passed_over_for_good_stays_so_when_a_store_is_read_again(store: SqliteStore) -> None:
    store.slots()
    gc.freeze()
    store.slots()
    assert gc.get_freeze_count() > 0
