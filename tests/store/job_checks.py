"""What has to be true after a job of `jobs.py` was killed, in the words it had said up to then, and of every folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.services.backup import Backup
from bpa_desktop.services.records import Records
from bpa_desktop.services.trouble import DamagedStoreError, WrongKeyError
from bpa_desktop.store.backup import BACKUPS_NAME
from bpa_desktop.store.checking import checked_revision
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.keys_file import KEYS_NAME, read_keys
from bpa_desktop.store.lock import LOCK_NAME
from bpa_desktop.store.opening import open_store
from bpa_desktop.store.restoring import put_back
from bpa_desktop.store.shelf import shelved_in
from bpa_desktop.store.vault import Passphrase, Secret, unlock
from tests.rosters import asker_week_49
from tests.store.shelves import RIGHT
from tests.store.soundness import check
from tests.store.strategies import SAMPLES

Words = Sequence[str]
_BELONGS = {f"{STORE_NAME}{end}" for end in ("", "-wal", "-shm")} | {KEYS_NAME, LOCK_NAME, BACKUPS_NAME}


def shortened(week: Roster) -> Roster:
    """Return a week without its first shift."""
    return replace(week, shifts=week.shifts[1:])


def numbered(number: int) -> Passphrase:
    """Return the passphrase of a number; the first is the one that stores are made with."""
    return Passphrase(f"{RIGHT.text}{number}") if number else RIGHT


def number_that_opens(folder: Path) -> int:
    """Return the number of the first passphrase that opens the keys in a folder."""
    return next(number for number in count() if _opens(folder, numbered(number)))


def is_one_store(folder: Path, secret: Secret = RIGHT) -> Records:
    """See that the passphrase opens a sound store, and every backup that is listed as checked; return the records."""
    store = open_store(folder, secret)
    records, known = Records.of(store.slots()), {line.id for line in store.journal()}
    store.close()
    checked_revision(folder / STORE_NAME, store.key, fully=True)
    for backup in shelved_in(folder).backups:
        assert backup.checked
        assert backup.step in known
        _sound(backup)
    return records


def all_steps(folder: Path, words: Words) -> None:
    """See that every step is there, whole."""
    check(folder / STORE_NAME, unlock(folder, RIGHT).key, kept=words)


def all_backups(folder: Path, words: Words) -> None:
    """See that every backup is there."""
    is_one_store(folder)
    assert set(words) <= {backup.id for backup in shelved_in(folder).backups}


def all_samples(folder: Path, _words: Words) -> None:
    """See that one of everything is there, and that the key is settled."""
    records = is_one_store(folder)
    assert all(records.get(type(sample), sample.id) == sample for sample in SAMPLES)
    assert read_keys(folder).next is None


def all_or_damaged(folder: Path, words: Words) -> None:
    """See that the store is as it was, damaged, and can be put back, or is put back already."""
    try:
        open_store(folder, RIGHT).close()
    except DamagedStoreError:
        put_back(folder, shelved_in(folder).backups[0], secret=RIGHT)
    store = open_store(folder, RIGHT)
    records = Records.of(store.slots())
    store.close()
    assert all(records.get(type(sample), sample.id) == sample for sample in SAMPLES)
    assert len(shelved_in(folder).backups) == 1, words


def files_in_turn(folder: Path, words: Words) -> None:
    """See that every step is there, and the whole of the file that the last brought, and none of the other."""
    shifts, week = is_one_store(folder).all(Shift), asker_week_49()
    store = open_store(folder, RIGHT)
    done = [line.id for line in store.journal()]
    store.close()
    assert set(words) <= set(done)
    brought = (week if len(done) % 2 else shortened(week)).shifts if done else ()
    assert set(shifts) == set(brought)


def one_passphrase(folder: Path, words: Words) -> None:
    """See that the last passphrase opens, or the one that was just being made; and no other."""
    last = int(words[-1]) if words else 0
    opening = [number for number in range(last + 3) if _opens(folder, numbered(number))]
    assert len(opening) == 1
    assert opening[0] in (last, last + 1)
    is_one_store(folder, numbered(opening[0]))


def nothing_half(folder: Path) -> None:
    """See that nothing unfinished lies about, once the job was done again."""
    there = {path.name for path in folder.iterdir()}
    assert {name for name in there if not name.startswith("aside-")} - _BELONGS == set()
    backups = folder / BACKUPS_NAME
    assert not backups.exists() or not [path for path in backups.iterdir() if path.name.startswith(".")]


def _opens(folder: Path, secret: Passphrase) -> bool:
    try:
        unlock(folder, secret)
    except WrongKeyError:
        return False
    return True


def _sound(backup: Backup) -> None:
    key = unlock(backup.folder, RIGHT).key
    checked_revision(backup.folder / STORE_NAME, key, fully=True)
