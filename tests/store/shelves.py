"""A store with one of everything, and its shelf under a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.opening import create_store, open_store
from bpa_desktop.store.shelf import Shelf
from bpa_desktop.store.vault import Passphrase, Secret
from tests.memory import FakeClock
from tests.store.stores import history_over, put_all
from tests.store.strategies import SAMPLES

RIGHT = Passphrase("right")
PAGE = 4096


def filled(folder: Path) -> str:
    """Make a store that holds one of everything, closed; return its recovery code."""
    made = create_store(folder, RIGHT.text)
    put_all(history_over(made.store), SAMPLES)
    made.store.close()
    return made.recovery_code


@contextmanager
def shelf_of(folder: Path, clock: FakeClock | None = None, *, secret: Secret = RIGHT) -> Iterator[Shelf]:
    """Give the shelf of an opened store."""
    store = open_store(folder, secret)
    try:
        yield Shelf(store, (clock or FakeClock()).now)
    finally:
        store.close()


def damage(folder: Path, *, page: int = 3) -> bytes:
    """Change one byte of a page of the store in a folder, the first being 0; return the file as it is then."""
    path = folder / STORE_NAME
    content = bytearray(path.read_bytes())
    content[page * PAGE + 100] ^= 1
    path.write_bytes(content)
    return bytes(content)
