"""A process that opens a store with free room in children, each killed at another moment of giving that room back.

Arguments: the folder of an older kept store, a folder to work in, and the distance between the moments, in operations
of SQLite's virtual machine. Says a word for each child: `killed`, or `through` for the one that came to its end.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from functools import partial
from pathlib import Path
from typing import Any

from bpa_desktop.store import shrinking
from bpa_desktop.store.engine import connect
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.opening import open_store
from bpa_desktop.store.vault import Passphrase, RecoveryCode, unlock
from tests.kept.make import DUMP_NAME, PASSPHRASE, dump
from tests.store.test_kept import as_understood
from tests.store.upgrade_writer import opened_in_a_child
from tests.store.writer import say


def die_at(operation: int) -> None:
    """Have this process killed when a file is written anew, after so many operations."""

    def dying(*where: Any) -> Any:
        connection = connect(*where)
        if operation == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        connection.set_progress_handler(lambda: os.kill(os.getpid(), signal.SIGKILL), operation)
        return connection

    vars(shrinking)["connect"] = lambda *where, **how: connect(*where, **how) if how else dying(*where)


def main() -> None:
    """Kill one child after the other, each later; whoever opens the store after it finds all, and gives back the rest.

    That the room is still there after the first, who dies before any of it is given back, shows that there was some.
    """
    kept, work, distance = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    expected = as_understood(json.loads((kept / DUMP_NAME).read_text(encoding="utf-8")))
    vault = unlock(kept, Passphrase(PASSPHRASE))
    code = RecoveryCode(vault.recovery_code)  # no passphrase to be worked out in every child
    vars(shrinking)["_WORTH_IT"] = 10**6  # a small store has few free pages after a migration: each counts
    operation, is_through = 0, False
    while not is_through:
        folder = work / str(operation)
        shutil.copytree(kept, folder)
        is_through = opened_in_a_child(folder, code, doom=partial(die_at, operation))
        path = folder / STORE_NAME
        assert operation > 0 or shrinking.is_slack(path, vault.key)
        store = open_store(folder, code)
        assert dump(store) == expected, operation
        store.close()
        assert not shrinking.is_slack(path, vault.key), operation
        say("through" if is_through else "killed")
        operation += distance


if __name__ == "__main__":
    main()
