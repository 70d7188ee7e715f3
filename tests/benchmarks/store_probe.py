"""A big store under a stopwatch, in a process of its own; the child of store_scale.py. Prints one JSON object.

Seconds on the clock and of the processor, the least of some rounds: the store is warm, and what else runs on the
machine counts as little as can be.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bpa_desktop.domain.span import Week
from bpa_desktop.services.backup import Reason
from bpa_desktop.services.deeds import Deeds
from bpa_desktop.services.history import History
from bpa_desktop.store.checking import checked_revision
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.opening import open_store
from bpa_desktop.store.shelf import Shelf
from bpa_desktop.store.sqlite_store import SqliteStore
from tests.benchmarks.big_store import make_big
from tests.memory import FakeClock
from tests.store.shelves import RIGHT
from tests.store.stores import history_over

Seconds = tuple[float, float]


def least(deed: Callable[[], object], *, rounds: int) -> Seconds:
    """Return how long a deed takes: the least on the clock, and the least of the processor."""
    clock, worked = [], []
    for _ in range(rounds):
        began, began_work = time.perf_counter(), time.process_time()
        deed()
        worked.append(time.process_time() - began_work)
        clock.append(time.perf_counter() - began)
    return min(clock), min(worked)


def opening(folder: Path) -> dict[str, Seconds]:
    """Time the opening as the user waits for it, and as a command does; the look at the whole; and other parts."""

    def opened(*, later: bool) -> None:
        store = open_store(folder, RIGHT, later=later)
        assert history_over(store).undoable
        store.close()

    store = open_store(folder, RIGHT)
    parts = {
        "looked at": least(lambda: checked_revision(store.path, store.key), rounds=2),
        "records read": least(store.slots, rounds=2),
        "with deeds": least(lambda: history_over(store).undoable, rounds=2),
        "in force": least(lambda: tuple(Deeds(store).in_force(("roll_out",))), rounds=2),
    }
    store.close()
    by_command = least(lambda: opened(later=False), rounds=2)
    return {"opened": least(lambda: opened(later=True), rounds=2), "by command": by_command, **parts}


def working(store: SqliteStore) -> dict[str, Seconds]:
    """Time a week looked up, and a step undone and done again."""
    history = history_over(store)
    middle = Week.of(history.roster.shifts[len(history.roster.shifts) // 2].span.start.date())
    assert history.roster.shifts_by_holder  # the rules ask for it as soon as a week is shown; from then on one searches
    weeks = iter(range(20))
    return {
        "week": least(lambda: a_week(history, middle.later(next(weeks) % 4)), rounds=20),
        "undone": least(history.undo, rounds=10),
        "done again": least(history.redo, rounds=10),
    }


def a_week(history: History, week: Week) -> None:
    """Find the shifts of a week."""
    roster = history.roster
    assert roster.shifts_in(week.span(roster.arrangement.zone))


def main() -> None:
    """Make a store, and look at it."""
    folder, shifts = Path(sys.argv[1]) / "data", int(sys.argv[2])
    make_big(folder, shifts)
    seconds = opening(folder)
    store = open_store(folder, RIGHT)
    seconds |= working(store)
    seconds["backed_up"] = least(lambda: Shelf(store, FakeClock().now).make(Reason.BY_HAND), rounds=1)
    store.close()
    path = folder / STORE_NAME
    seconds["checked"] = least(lambda: checked_revision(path, store.key, fully=True), rounds=1)
    sys.stdout.write(json.dumps({"size": path.stat().st_size, "seconds": seconds}))


if __name__ == "__main__":
    main()
