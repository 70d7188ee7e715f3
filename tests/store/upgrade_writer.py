"""A process that opens an older store in children, each killed at another statement; it looks what became of the file.

Arguments: the folder of a kept store, a folder to work in, and the distance between the statements. Says a word for
each child: the revision that the file had after it, or `through` for the one that came to its end.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from bpa_desktop.store.engine import connect
from bpa_desktop.store.opening import STORE_NAME, open_store
from bpa_desktop.store.upgrade import upgrade as upgrade  # Alembic, once and not in every child
from bpa_desktop.store.vault import Passphrase, RecoveryCode, unlock
from tests.kept.make import DUMP_NAME, PASSPHRASE, dump
from tests.store.test_kept import as_understood
from tests.store.writer import say


def die_at(statement: int) -> None:
    """Have this process killed right before its so many-th statement of a migration or of the opening."""
    seen = iter(range(statement))

    def count(*_what: object) -> None:
        if next(seen, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(sa.Engine, "before_cursor_execute", count)


def opened_in_a_child(folder: Path, code: RecoveryCode, *, doom: Callable[[], None]) -> bool:
    """Open the store in a child that is doomed first; tell whether it came to its end all the same."""
    child = os.fork()
    if child == 0:
        doom()
        open_store(folder, code).close()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def main() -> None:
    """Kill one child after the other, each later, until one comes to its end."""
    kept, work, distance = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    expected = as_understood(json.loads((kept / DUMP_NAME).read_text(encoding="utf-8")))
    vault = unlock(kept, Passphrase(PASSPHRASE))
    code = RecoveryCode(vault.recovery_code)  # no passphrase to be worked out in every child
    statement, is_through = 0, False
    while not is_through:
        folder = work / str(statement)
        shutil.copytree(kept, folder)
        is_through = opened_in_a_child(folder, code, doom=partial(die_at, statement))
        connection = connect(folder / STORE_NAME, vault.key)
        say("through" if is_through else str(connection.execute("PRAGMA user_version").fetchone()[0]))
        connection.close()
        store = open_store(folder, code)
        assert dump(store) == expected, statement
        store.close()
        statement += distance


if __name__ == "__main__":
    main()
