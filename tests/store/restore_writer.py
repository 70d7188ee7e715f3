"""A process that puts a backup back in children, each killed at another call; it looks what became of the store.

Arguments: a folder with a store and a backup, the folder of the backup, a folder to work in, and the distance between
the calls. A call is one into the system or into SQLite. Says a word for each child: `old` or `new`, which store there
was after it, or `through` for the one that came to its end.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from bpa_desktop.services.backup import Backup
from bpa_desktop.services.step import Slot
from bpa_desktop.services.trouble import DamagedStoreError, StoreMissingError
from bpa_desktop.store import vault
from bpa_desktop.store.backup import backups_in
from bpa_desktop.store.checking import checked_revision
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.opening import open_store
from bpa_desktop.store.restoring import put_back
from tests.store.job_checks import nothing_half
from tests.store.shelves import RIGHT
from tests.store.stores import CHEAP
from tests.store.writer import say

_OF_THE_SYSTEM = ("posix", "_io", "sqlcipher3")
Slots = tuple[Slot, ...] | None


def die_at(call: int) -> None:
    """Have this process killed right before its so many-th call into the system or into SQLite."""
    seen = iter(range(call))

    def count(_frame: FrameType, event: str, called: object) -> None:
        if event == "c_call" and _home(called).startswith(_OF_THE_SYSTEM) and next(seen, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)


def _home(called: object) -> str:
    """Return the module of a function, or that of the kind of thing whose method it is."""
    owner = getattr(called, "__self__", None)
    return getattr(called, "__module__", None) or type(owner).__module__


def put_back_in_a_child(folder: Path, backup: Backup, *, call: int) -> bool:
    """Put a backup back in a child that dies; tell whether it came to its end all the same."""
    child = os.fork()
    if child == 0:
        die_at(call)
        put_back(folder, backup, secret=RIGHT)
        sys.setprofile(None)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def held(folder: Path) -> Slots:
    """Return what a store holds, every seal of it looked at; None for a damaged one, and where there is none."""
    try:
        store = open_store(folder, RIGHT)
    except (DamagedStoreError, StoreMissingError):
        return None
    slots = tuple(store.slots())
    store.close()
    checked_revision(folder / STORE_NAME, store.key, fully=True)
    return slots


@dataclass(frozen=True)
class Scene:
    """A store as it was, a backup, and what each holds."""

    before: Path
    backup: Backup
    old: Slots
    new: Slots

    @classmethod
    def of(cls, before: Path, place: Path, *, work: Path) -> Scene:
        """Return the scene of a store and the newest backup in a place, looked at in copies in a folder to work in."""
        backup = backups_in(place)[0]
        shutil.copytree(before, work / "old")
        shutil.copytree(backup.folder, work / "new")
        scene = cls(before, backup, old=held(work / "old"), new=held(work / "new"))
        assert scene.old != scene.new
        return scene

    def seen(self, folder: Path, *, moment: int) -> str:
        """See that one of both is there whole, the old one too, and that it can be put back again; say which it was."""
        found = held(folder)
        assert found in (self.old, self.new), moment
        if found == self.new and (self.before / STORE_NAME).exists():
            assert self.old in [held(aside) for aside in folder.glob("aside-*")], moment
        put_back(folder, self.backup, secret=RIGHT)
        assert held(folder) == self.new, moment
        nothing_half(folder)
        return "new" if found == self.new else "old"

    def after_a_kill(self, folder: Path, *, call: int) -> str:
        """Kill a putting back at a call; say which store was there then."""
        shutil.copytree(self.before, folder)
        is_through = put_back_in_a_child(folder, self.backup, call=call)
        said = self.seen(folder, moment=call)
        shutil.rmtree(folder)
        return "through" if is_through else said


def main() -> None:
    """Kill one child after the other, each later, until one comes to its end."""
    vault.SCRYPT_N = CHEAP
    before, place, work, distance = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
    scene = Scene.of(before, place, work=work)
    call, word = 0, ""
    while word != "through":
        word = scene.after_a_kill(work / "store", call=call)
        say(word)
        call += distance


if __name__ == "__main__":
    main()
