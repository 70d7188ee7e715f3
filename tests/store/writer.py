"""Steps of three shifts each, some undone, whose ids are said once they are kept: what a process does until it dies."""

from __future__ import annotations

import os
from dataclasses import replace

from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.history import History
from bpa_desktop.services.identity import new_id
from bpa_desktop.store.sqlite_store import SqliteStore
from tests.memory import TUESDAY_EVENING
from tests.store.strategies import hours

SHIFTS_A_STEP = 3


def say(word: str) -> None:
    """Say a word; it is in the pipe when this returns."""
    os.write(1, f"{word}\n".encode())


def keep_some(history: History, store: SqliteStore) -> None:
    """Keep a step, and now and then undo it; say each once it is kept."""
    say(kept_step(history))
    if len(store.journal()) % 5 == 0:
        say(history.undo().line.id)


def kept_step(history: History) -> str:
    """Keep a step, and return its id."""
    with history.step("add_shift") as record:
        for _ in range(SHIFTS_A_STEP):
            record.put(replace(Shift("", hours(7, 14)), id=new_id(TUESDAY_EVENING)))
    done = history.undoable
    assert done is not None
    return done.line.id
