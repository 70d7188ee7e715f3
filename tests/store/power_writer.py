"""A process that makes a store and keeps steps in it, and says so, while it is recorded.

Arguments: the folder, how many steps, and how surely a commit is to be on the disk (FULL as the program has it, or
NORMAL, as it must not be).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from bpa_desktop.store import engine, vault
from bpa_desktop.store.opening import create_store
from tests.store.stores import CHEAP, history_over
from tests.store.writer import keep_some, say

PASSPHRASE = "right"


def weaken(how: str) -> None:
    """Have every connection wait for the disk only so much."""
    connect = engine.connect

    def weaker(path: Path, key: bytes, *, read_only: bool = False) -> Any:
        connection = connect(path, key, read_only=read_only)
        connection.execute(f"PRAGMA synchronous = {how}")
        connection.execute("PRAGMA wal_autocheckpoint = 40")  # so that a short run writes into the file too
        return connection

    engine.connect = weaker


def main() -> None:
    """Make a store, and keep steps."""
    folder, steps, how = sys.argv[1:]
    weaken(how)
    vault.SCRYPT_N = CHEAP
    made = create_store(Path(folder), PASSPHRASE)
    say("made")
    history = history_over(made.store)
    for _ in range(int(steps)):
        keep_some(history, made.store)


if __name__ == "__main__":
    main()
