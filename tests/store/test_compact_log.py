"""A log of the revision before, brought to the one in few bytes: nothing lost, no hash another, no order."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from bpa_desktop.services.erasure import forget_assistant
from bpa_desktop.store import shrinking
from bpa_desktop.store.codec import canonical
from bpa_desktop.store.columns import instant_text
from bpa_desktop.store.engine import connect
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.log_types import id_in_file, microseconds
from bpa_desktop.store.opening import open_store
from bpa_desktop.store.schema import revision_name
from bpa_desktop.store.upgrade import upgrade
from bpa_desktop.store.vault import Passphrase
from tests.kept.make import KEPT, PASSPHRASE
from tests.memory import TUESDAY_EVENING
from tests.store.chain import Link, check_chain, heads_in, links_in
from tests.store.stores import KEY, history_over
from tests.store.strategies import IDS, INSTANTS

BEFORE, AFTER = 7, 8
SALTS = st.binary(min_size=16, max_size=16).map(bytes.hex)
KINDS = st.sampled_from(["shift", "assistant"])
RECORDS = st.sampled_from(["a", "b"]) | IDS
DATA = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])) | st.just('{"id":"x"}')  # as JSON
VERSIONS = st.tuples(KINDS, RECORDS, st.none() | DATA, SALTS, st.booleans(), st.booleans())
"""Versions: kind, record, data, salt; whether it was erased since, and whether it joins the newest of all lines too."""
Kept = tuple[str, str, str | None, str, bool, bool]
Done = tuple[str, datetime, list[Kept]]
TWICE: list[Done] = [
    (step, TUESDAY_EVENING, [("shift", "x", '{"id":"x"}', "00" * 16, False, False)]) for step in ("one", "two")
]
STEPS = st.lists(
    st.tuples(st.uuids().map(str) | IDS, INSTANTS, st.lists(VERSIONS, max_size=4, unique_by=lambda kept: kept[:2])),
    max_size=6,
    unique_by=lambda step: step[0],
)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """What gives an empty file of the revision before."""
    folder = tmp_path_factory.mktemp("older")
    empty, path = folder / "empty", folder / STORE_NAME
    empty.touch()
    upgrade(empty, KEY, to=BEFORE)
    return lambda: Path(shutil.copy(empty, path))


def with_sql(path: Path, statement: str, *, key: bytes = KEY) -> list[tuple[object, ...]]:
    connection = connect(path, key)
    try:
        return list(connection.execute(statement).fetchall())
    finally:
        connection.close()


def sha(text: str, before: bytes = b"") -> str:
    return hashlib.sha256(before + text.encode()).hexdigest()


class Writer:
    """Writes a log as the program did at the revision before, and knows how it has to stand in the file after it."""

    def __init__(self, path: Path) -> None:
        self._connection = connect(path, KEY)
        self._last: str | None = None
        self.steps: list[tuple[object, ...]] = []
        self.links: list[Link] = []
        self.heads: dict[tuple[str, str], str] = {}

    def step(self, step_id: str, at: datetime, kept: list[Kept]) -> None:
        """Write a step that continues the one before."""
        of = self._last
        self._last = step_id
        self.steps.append((id_in_file(step_id), "edit_shift", "Åse", microseconds(at), "done", of and id_in_file(of)))
        line = (step_id, "edit_shift", "Åse", instant_text(at), "done", of)
        self._connection.execute('INSERT INTO step (id, verb, author, at, direction, "of") VALUES (?,?,?,?,?,?)', line)
        for kind, record, data, salt, is_erased, joins in kept:
            self._version(step_id, (kind, record), data=data, salt=salt, marks=(is_erased, joins))

    def _version(
        self, step_id: str, key: tuple[str, str], *, data: str | None, salt: str, marks: tuple[bool, bool]
    ) -> None:
        is_erased, joins = marks
        parents = [self.heads[key]] if key in self.heads else []
        if joins and self.links and parents and self.links[-1].hash not in parents:
            parents.append(self.links[-1].hash)
        digest = sha("null" if data is None else data, bytes.fromhex(salt))
        link = Link(
            step_id,
            *key,
            tuple(parents),
            sha(canonical([*key, parents, digest])),
            digest if is_erased else None,
            None if is_erased else salt,
            None if is_erased else data,
        )
        state = "erased" if is_erased else "removed" if data is None else "kept"
        row = (link.hash, *key, json.dumps(parents), state, link.data, link.salt, digest, step_id)
        self._connection.execute(
            "INSERT INTO version (hash, kind, record, parents, state, data, salt, digest, step)"
            " VALUES (?,?,?,?,?,?,?,?,?)",
            row,
        )
        self._connection.execute(
            "INSERT INTO record (kind, id, head) VALUES (?,?,?)"
            " ON CONFLICT (kind, id) DO UPDATE SET head = excluded.head",
            (*key, link.hash),
        )
        self.links.append(link)
        self.heads[key] = link.hash

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def written(path: Path, steps: list[Done]) -> Writer:
    writer = Writer(path)
    for step in steps:
        writer.step(*step)
    writer.close()
    return writer


@given(steps=STEPS)
def test_every_step_and_version_is_there_in_its_order_and_under_its_hash(
    fresh: Callable[[], Path], steps: list[Done]
) -> None:
    path = fresh()
    writer = written(path, steps)
    upgrade(path, KEY, to=AFTER)
    links = links_in(path, KEY)
    assert links == writer.links
    check_chain(links)
    assert list(heads_in(path, KEY).items()) == list(writer.heads.items())
    connection = connect(path, KEY)
    rows = connection.execute('SELECT id, verb, author, at, direction, "of" FROM step ORDER BY seq').fetchall()
    connection.close()
    assert rows == writer.steps


def test_a_version_that_joins_two_lines_keeps_both_parents_in_their_order(fresh: Callable[[], Path]) -> None:
    path = fresh()
    other, joining = ("shift", "y", None, "01" * 16, False, False), ("shift", "x", None, "02" * 16, False, True)
    written(path, [TWICE[0], ("other", TUESDAY_EVENING, [other]), ("joining", TUESDAY_EVENING, [joining])])
    upgrade(path, KEY, to=AFTER)
    first, second, third = links_in(path, KEY)
    assert third.parents == (first.hash, second.hash)
    check_chain([third])


def test_a_version_whose_parent_is_missing_is_not_passed_over(fresh: Callable[[], Path]) -> None:
    path = fresh()
    written(path, TWICE)
    with_sql(path, "DELETE FROM version WHERE parents = '[]'")
    before = path.read_bytes()
    with pytest.raises(ValueError, match="without its parent"):
        upgrade(path, KEY, to=AFTER)
    assert path.read_bytes() == before


def test_a_digest_that_does_not_fit_its_data_is_kept_as_it_is(fresh: Callable[[], Path]) -> None:
    path = fresh()
    written(path, TWICE)
    with_sql(path, "UPDATE version SET digest = upper(hex(zeroblob(32))) WHERE parents = '[]'")
    upgrade(path, KEY, to=AFTER)
    first, second = links_in(path, KEY)
    assert (first.digest, first.data, second.digest) == ("00" * 32, '{"id":"x"}', None)


def test_the_room_of_the_older_tables_is_given_back(fresh: Callable[[], Path]) -> None:
    path = fresh()
    written(path, TWICE)
    upgrade(path, KEY, to=AFTER)
    assert with_sql(path, "PRAGMA freelist_count") == [(0,)]


def test_without_room_to_give_room_back_the_file_is_upgraded_all_the_same(
    fresh: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = fresh()
    writer = written(path, TWICE)
    monkeypatch.setattr(shrinking, "connect", lambda *where: Full(connect(*where)))
    upgrade(path, KEY, to=AFTER)
    assert links_in(path, KEY) == writer.links
    assert with_sql(path, "PRAGMA freelist_count") != [(0,)]


class Full:
    """A connection to a file on a disk with no room for a second one."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def execute(self, statement: str) -> Any:
        """Refuse what writes the file anew."""
        if statement == "VACUUM":
            raise dbapi2.OperationalError("database or disk is full")
        return self._connection.execute(statement)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def test_after_it_what_is_erased_can_be_read_nowhere(tmp_path: Path) -> None:
    shutil.copytree(KEPT / f"revision-{revision_name(BEFORE)}", tmp_path / "data")
    store = open_store(tmp_path / "data", Passphrase(PASSPHRASE))
    assert "Kari Nordmann" in str(links_in(store.path, store.key))
    forget_assistant(history_over(store), "kari", name="Tidligere assistent")
    links = links_in(store.path, store.key)
    check_chain(links)
    assert "Kari Nordmann" not in str(links)
    assert with_sql(store.path, "PRAGMA freelist_count", key=store.key) == [(0,)]
    store.close()
