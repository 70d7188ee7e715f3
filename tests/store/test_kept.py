"""The stores of released revisions: each opens in this program, and holds what it held."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bpa_desktop.domain.shift import Shift
from bpa_desktop.store.codec import decode, encode
from bpa_desktop.store.mapping import NOUN_NAMED
from bpa_desktop.store.opening import open_store
from bpa_desktop.store.schema import revision_name
from bpa_desktop.store.tables import NEWEST
from bpa_desktop.store.vault import Passphrase
from tests.kept.make import DUMP_NAME, KEPT, PASSPHRASE, dump
from tests.store.stores import history_over

RELEASED = sorted(path.name for path in KEPT.glob("revision-*"))


def test_there_is_a_kept_store_of_every_revision() -> None:
    assert [f"revision-{revision_name(version)}" for version in range(1, NEWEST + 1)] == RELEASED


def as_understood(kept: dict[str, list[list[str]]]) -> dict[str, object]:
    """Return what an older program wrote down, with what its records did not say yet as it is understood now."""
    slots = [
        [name, record_id, record and json.loads(encode(decode(NOUN_NAMED[name].kind, json.dumps(record))))]
        for name, record_id, record in kept["slots"]
    ]
    return {"slots": slots, "steps": kept["steps"]}


@pytest.mark.parametrize("revision", RELEASED)
def test_a_kept_store_holds_what_it_held_and_can_be_worked_with(revision: str, tmp_path: Path) -> None:
    folder = tmp_path / revision
    shutil.copytree(KEPT / revision, folder)
    store = open_store(folder, Passphrase(PASSPHRASE))
    assert dump(store) == as_understood(json.loads((folder / DUMP_NAME).read_text(encoding="utf-8")))
    history = history_over(store)
    history.redo()
    assert history.roster.shifts_by_id["day"].note == "two"
    for _ in range(4):
        history.undo()
    assert history.records.all(Shift) == ()
    store.close()
