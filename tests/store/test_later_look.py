"""A large file that was closed in order is looked at while it is used; any other before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import pytest

from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.job import CancelledError
from bpa_desktop.services.trouble import DamagedStoreError, NewerStoreError, WrongKeyError
from bpa_desktop.store import later_look, opening
from bpa_desktop.store.engine import connect
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.opening import open_store
from bpa_desktop.store.sqlite_store import SqliteStore
from bpa_desktop.store.tables import NEWEST
from bpa_desktop.store.vault import RecoveryCode
from tests.store.shelves import PAGE, RIGHT, damage, filled, spoil, with_a_past
from tests.store.stores import history_over


@pytest.fixture
def every_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the size matter no more."""
    monkeypatch.setattr(later_look, "LOOKED_AT_BEFORE", 0)


@pytest.fixture
def large(folder: Path, every_file_is_large: None) -> Path:
    """Return a folder with a store that counts as large and has a past, closed."""
    with_a_past(folder)
    return folder


@pytest.fixture
def opened(large: Path) -> Iterator[SqliteStore]:
    store = open_store(large, RIGHT, later=True)
    yield store
    store.close()


def test_a_small_file_is_looked_at_before(folder: Path) -> None:
    store = open_store(folder, RIGHT, later=True)
    store.close()
    assert store.look is None


def test_a_large_file_is_looked_at_before_unless_somebody_takes_it_on_to_do_it_later(large: Path) -> None:
    store = open_store(large, RIGHT)
    store.close()
    assert store.look is None


def test_a_large_file_that_was_closed_in_order_is_looked_at_while_it_is_used(opened: SqliteStore) -> None:
    history = history_over(opened)
    assert opened.look is not None
    opened.look()
    with history.step("edit_shift") as record:
        record.put(replace(record.get(Shift, "day"), note="meanwhile"))
    opened.look()


@pytest.mark.parametrize("left", ["-wal", "-journal"])
def test_a_large_file_that_was_not_closed_in_order_is_looked_at_before(large: Path, left: str) -> None:
    (large / f"{STORE_NAME}{left}").touch()
    store = open_store(large, RIGHT, later=True)
    store.close()
    assert store.look is None


def test_damage_in_old_history_is_found_by_the_later_look(large: Path) -> None:
    spoil(large, is_read=False)
    store = open_store(large, RIGHT, later=True)
    assert history_over(store).undoable
    assert store.look is not None
    with pytest.raises(DamagedStoreError):
        store.look()
    store.close()
    with pytest.raises(DamagedStoreError):
        open_store(large, RIGHT)


@pytest.mark.parametrize("page", [0, 1])
def test_damage_where_a_file_begins_is_found_before(large: Path, page: int) -> None:
    damage(large, page=page)
    with pytest.raises(DamagedStoreError):
        history_over(open_store(large, RIGHT, later=True))


def test_an_older_file_is_looked_at_before_it_is_brought_to_the_newest_revision(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgraded: list[Path] = []
    monkeypatch.setattr(opening, "_upgrade", lambda path, _key, *, at: upgraded.append(path))
    revise(large, NEWEST - 1)
    store = open_store(large, RIGHT, later=True)
    store.close()
    assert (upgraded, store.look) == ([large / STORE_NAME], None)
    damage(large, page=(large / STORE_NAME).stat().st_size // PAGE // 2)
    with pytest.raises(DamagedStoreError):
        open_store(large, RIGHT, later=True)
    assert len(upgraded) == 1


def test_a_newer_file_is_refused_without_a_look_at_all_of_it(large: Path) -> None:
    revise(large, NEWEST + 1)
    with pytest.raises(NewerStoreError):
        open_store(large, RIGHT, later=True)


def revise(folder: Path, revision: int) -> None:
    """Have a file say that it is of a revision."""
    store = open_store(folder, RIGHT)
    connection = connect(store.path, store.key)
    connection.execute(f"PRAGMA user_version = {revision}")
    connection.close()
    store.close()


def test_a_code_of_another_store_is_a_wrong_one_for_a_large_file_too(large: Path, tmp_path: Path) -> None:
    code = filled(tmp_path / "other")
    with pytest.raises(WrongKeyError):
        open_store(large, RecoveryCode(code), later=True)


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n"


def test_closing_ends_the_look_that_is_under_way_and_leaves_a_file_that_was_closed_in_order(
    opened: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, ended = Event(), list[type[BaseException]]()

    def without_end(path: Path, key: bytes, *, begun: Callable[[object], None]) -> None:
        connection = connect(path, key, read_only=True)
        try:
            begun(connection)
            started.set()
            connection.execute(ENDLESS)
        finally:
            connection.close()

    def look() -> None:
        assert opened.look is not None
        try:
            opened.look()
        except BaseException as error:  # noqa: BLE001  # a thread of the test must not lose it
            ended.append(type(error))

    monkeypatch.setattr(later_look, "checked_revision", without_end)
    history_over(opened)
    beside = Thread(target=look)
    beside.start()
    assert started.wait(60)
    opened.close()
    beside.join()
    assert ended == [CancelledError]
    assert later_look.may_wait(opened.path)


def test_a_look_that_had_not_begun_when_the_store_was_closed_does_not_open_it_again(
    opened: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(later_look, "checked_revision", None)
    opened.close()
    assert opened.look is not None
    with pytest.raises(CancelledError):
        opened.look()
