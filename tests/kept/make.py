"""Makes the kept store of the present revision: run `python -m tests.kept.make` once, when a revision is released.

One folder a revision, with the store as that program wrote it (passphrase below) and `dump.json`, what it holds in
plain words. A kept store is never made anew: every later program has to open the file as it was written.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.history import History
from bpa_desktop.store.codec import encode
from bpa_desktop.store.lock import LOCK_NAME
from bpa_desktop.store.mapping import NOUN_OF
from bpa_desktop.store.opening import create_store
from bpa_desktop.store.schema import revision_name
from bpa_desktop.store.sqlite_store import SqliteStore
from bpa_desktop.store.tables import NEWEST
from tests.memory import FakeClock
from tests.store.strategies import SAMPLES

PASSPHRASE = "kept for later"
KEPT = Path(__file__).parent
DUMP_NAME = "dump.json"


def dump(store: SqliteStore) -> dict[str, object]:
    """Return everything a store holds, in plain words: records in their order, and steps with what they changed."""
    slots = [
        [NOUN_OF[slot.kind].name, slot.id, None if slot.record is None else json.loads(encode(slot.record))]
        for slot in store.slots()
    ]
    steps = [
        [line.id, line.verb, line.author, line.at.isoformat(), line.direction.value, line.of]
        + [[NOUN_OF[change.kind].name, change.id] for change in store.step(line.id).changes]
        for line in store.journal()
    ]
    return {"slots": slots, "steps": steps}


def make(folder: Path) -> None:
    """Make a store with one of everything, a removed record, an undone and a redone step, and its dump."""
    made = create_store(folder, PASSPHRASE)
    history = History(made.store, FakeClock(), author="kept")
    with history.step("import_roster") as record:
        for sample in SAMPLES:
            record.put(sample)
    with history.step("remove_shift") as record:
        record.remove(record.get(Shift, "evening"))
    for note in ("one", "two"):
        with history.step("edit_shift") as record:
            record.put(replace(record.get(Shift, "day"), note=note))
    history.undo()
    history.undo()
    history.redo()
    content = json.dumps(dump(made.store), indent=1, ensure_ascii=False)
    (folder / DUMP_NAME).write_text(f"{content}\n", encoding="utf-8")
    made.store.close()
    (folder / LOCK_NAME).unlink()


if __name__ == "__main__":
    make(KEPT / f"revision-{revision_name(NEWEST)}")
