"""A process that puts a backup back, and says so, while it is recorded.

Arguments: the folder of the store, the one that the backup lies in, and whether it waits for the disk: `waiting` as the
program does, or `careless`, as it must not.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bpa_desktop.store import aside, restoring
from bpa_desktop.store.backup import backups_in
from tests.store.shelves import RIGHT
from tests.store.writer import say


def main() -> None:
    """Put it back."""
    folder, place, how = sys.argv[1:]
    if how == "careless":
        for module in (aside, restoring):
            vars(module)["sync_file"] = lambda _path: None
    restoring.put_back(Path(folder), backups_in(Path(place))[0], secret=RIGHT)
    say("back")


if __name__ == "__main__":
    main()
