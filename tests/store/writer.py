"""A process that keeps steps until it is killed.

Started once; every line on its input is a folder, for which it forks a child that opens the store there, says its
process id, and then keeps steps of three shifts each, saying the step's id once `keep` has returned.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.history import History
from bpa_desktop.services.identity import new_id
from bpa_desktop.store.opening import STORE_NAME
from bpa_desktop.store.sqlite_store import SqliteStore
from tests.memory import TUESDAY_EVENING, FakeClock
from tests.store.stores import KEY
from tests.store.strategies import hours

SHIFTS_A_STEP = 3


def say(word: str) -> None:
    """Say a word; it is in the pipe when this returns."""
    os.write(1, f"{word}\n".encode())


def keep_on(folder: Path) -> None:
    """Keep steps for ever: some new, some undone."""
    store = SqliteStore(folder / STORE_NAME, KEY)
    history = History(store, FakeClock(), author="writer")
    say(str(os.getpid()))
    while True:
        keep_some(history, store)


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


def main() -> None:
    """Fork a child for every line of the input, and wait for it to be killed."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            keep_on(Path(line.strip()))
        os.waitpid(child, 0)
        say("")


if __name__ == "__main__":
    main()
