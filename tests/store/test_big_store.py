"""The store that the benchmarks make in bulk is one that the program could have written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bpa_desktop.store.engine import connect
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.opening import open_store
from tests.benchmarks.big_store import EDITS, make_big, shifts_of, team
from tests.store.chain import check_chain, links_in
from tests.store.shelves import RIGHT
from tests.store.stores import KEY, fresh_store, history_over, put_all

SHIFTS = 7
FORM = (
    'SELECT seq, typeof(id), length(id), verb, typeof(at), direction, "of" FROM step',
    "SELECT seq, record, parent, joined, step, digest, data, typeof(hash), length(hash) FROM version",
    "SELECT seq, typeof(salt), length(salt) FROM version",
    "SELECT * FROM record",
    "SELECT * FROM shift ORDER BY id",
)


def form_of(path: Path, key: bytes) -> list[list[tuple[object, ...]]]:
    """Return everything but what is chance, or the clock's."""
    connection = connect(path, key)
    form = [list(connection.execute(query).fetchall()) for query in FORM]
    connection.close()
    return form


def test_a_small_one_has_the_form_of_one_written_step_by_step(tmp_path: Path) -> None:
    make_big(tmp_path / "bulk", SHIFTS)
    bulk = open_store(tmp_path / "bulk", RIGHT)
    steps = fresh_store(tmp_path)
    history = history_over(steps)
    put_all(history, team(), verb="import_roster")
    put_all(history, shifts_of(SHIFTS), verb="roll_out")
    for turn in range(1, EDITS + 1):
        for shift in shifts_of(SHIFTS):
            put_all(history, [replace(shift, note=str(turn))], verb="edit_shift")
    assert form_of(bulk.path, bulk.key) == form_of(tmp_path / STORE_NAME, KEY)
    assert bulk.slots() == steps.slots()
    check_chain(links_in(bulk.path, bulk.key))
    bulk.close()
    steps.close()
