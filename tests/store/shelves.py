"""A store with one of everything, and its shelf under a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.trouble import DamagedStoreError
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


def with_a_past(folder: Path) -> None:
    """Change a shift of a store in a folder so often that what it was fills pages of its own."""
    store = open_store(folder, RIGHT)
    history = history_over(store)
    for number in range(120):
        with history.step("edit_shift") as record:
            record.put(replace(record.get(Shift, "day"), note=f"{number} " * 40))
    store.close()


def spoil(folder: Path, *, is_read: bool) -> None:
    """Damage a page that is read at once when a store with a past is opened as a large one, or one that is not."""
    path = folder / STORE_NAME
    content = path.read_bytes()
    last = len(content) // PAGE
    for page in range(2, last) if is_read else range(last // 2, last):
        path.write_bytes(content)
        damage(folder, page=page)
        if _reads(folder) is not is_read:
            return
    raise LookupError("no such page")


def _reads(folder: Path) -> bool:
    """Tell whether a store can be opened as a large one, and worked on."""
    store = open_store(folder, RIGHT, later=True)
    try:
        return history_over(store).undoable is not None
    except DamagedStoreError:
        return False
    finally:
        store.close()
