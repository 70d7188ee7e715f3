"""A process whose system refuses, at every write in turn: it makes a store, keeps steps, and sees what became of them.

Arguments: the recorder, a folder, the numbers of an error and of how often it comes, and the distance between the
writes that are tried. Says a word for each: how the refusal was named, or what is wrong.
"""

from __future__ import annotations

import ctypes
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bpa_desktop.services.trouble import StoreError
from bpa_desktop.store import vault
from bpa_desktop.store.opening import STORE_NAME, create_store, open_store
from bpa_desktop.store.vault import Passphrase, unlock
from tests.store.soundness import check
from tests.store.stores import CHEAP, history_over
from tests.store.writer import kept_step, say

STEPS = 4
RIGHT = Passphrase("right")


class Attempt:
    """One making of a store with steps in it, of which some call is refused."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept: list[str] = []
        self.refusals: set[str] = set()

    def run(self) -> None:
        """Make a store and keep steps; after a refusal, go on with what there is."""
        with self._refused(), ExitStack() as at_the_end:
            store = create_store(self.folder, RIGHT.text).store
            at_the_end.callback(store.close)
            history = history_over(store)
            for _ in range(STEPS):
                with self._refused():
                    self.kept.append(kept_step(history))

    @contextmanager
    def _refused(self) -> Iterator[None]:
        try:
            yield
        except StoreError as refusal:
            self.refusals.add(type(refusal).__name__)

    def look(self) -> None:
        """See that everything kept is there, and that one can go on."""
        if not (self.folder / STORE_NAME).exists():
            assert not self.kept
            create_store(self.folder, RIGHT.text).store.close()
        store = open_store(self.folder, RIGHT)
        self.kept.append(kept_step(history_over(store)))
        store.close()
        check(self.folder / STORE_NAME, unlock(self.folder, RIGHT).key, kept=self.kept)


def main() -> None:
    """Refuse one call after the other until there is none left to refuse."""
    library, folder, error, times, distance = sys.argv[1:]
    recorder = ctypes.CDLL(library)
    vault.SCRYPT_N = CHEAP
    call = 0
    while True:
        attempt = Attempt(Path(folder) / "live")
        recorder.fail_after(call, int(error), int(times))
        try:
            attempt.run()
        finally:
            left = recorder.fail_after(-1, 0, 0)
        if left == int(times):
            return
        attempt.look()
        say(",".join(sorted(attempt.refusals)) or "unnoticed")
        shutil.rmtree(attempt.folder)
        call += int(distance)


if __name__ == "__main__":
    main()
