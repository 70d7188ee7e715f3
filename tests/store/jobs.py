"""A process that does a job over and over until it is killed.

Started once; every line on its input is a job and a folder, for which it forks a child that says its process id, and
then a word each time the job is done. What has to be true afterwards stands beside each job.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bpa_desktop.domain.shift import Shift
from bpa_desktop.interchange.reader import read_roster
from bpa_desktop.interchange.writer import write_roster
from bpa_desktop.services.backup import Reason
from bpa_desktop.services.roster import import_roster
from bpa_desktop.store import vault
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.opening import create_store, renew_key
from bpa_desktop.store.restoring import put_back
from bpa_desktop.store.shelf import back_up_before, shelved_in
from bpa_desktop.store.sqlite_store import SqliteStore
from bpa_desktop.store.vault import change_passphrase, unlock
from tests.rosters import asker_week_49
from tests.store import job_checks
from tests.store.shelves import RIGHT, damage, filled, shelf_of
from tests.store.stores import CHEAP, history_over
from tests.store.writer import keep_some, kept_step, say

Turns = Iterator[None]


def keep_steps(folder: Path) -> Turns:
    """Keep steps, some new, some undone; say their ids."""
    store = SqliteStore(folder / STORE_NAME, unlock(folder, RIGHT).key)
    history = history_over(store)
    while True:
        keep_some(history, store)
        yield


def back_up(folder: Path) -> Turns:
    """Keep a step and make a backup; say the backup's id."""
    while True:
        with shelf_of(folder) as shelf:
            kept_step(history_over(shelf.store))
            say(shelf.make(Reason.BY_HAND).id)
        yield


def restore(folder: Path) -> Turns:
    """Keep a step, and put the backup in the place of the store; say so."""
    while True:
        with shelf_of(folder) as shelf:
            kept_step(history_over(shelf.store))
        put_back(folder, shelved_in(folder).backups[0], secret=RIGHT)
        say("restored")
        yield


def restore_damaged(folder: Path) -> Turns:
    """Damage the store, and put the backup in its place; say so."""
    while True:
        damage(folder)
        put_back(folder, shelved_in(folder).backups[0], secret=RIGHT)
        say("restored")
        yield


def import_files(folder: Path) -> Turns:
    """Bring a file in, the week whole and without its first shift in turn, a backup before each; say the step's id."""
    week = asker_week_49()
    short = write_roster(job_checks.shortened(week))
    while True:
        with shelf_of(folder) as shelf:
            shelf.ask_before(partial(back_up_before, shelf))
            history = history_over(shelf.store)
            is_whole = history.records.all(Shift) == week.shifts
            import_roster(history, read_roster(short if is_whole else write_roster(week)))
            assert history.undoable is not None
            say(history.undoable.line.id)
        yield


def change_passphrases(folder: Path) -> Turns:
    """Change the passphrase to the following number; say that."""
    while True:
        number = job_checks.number_that_opens(folder)
        change_passphrase(unlock(folder, job_checks.numbered(number)), job_checks.numbered(number + 1).text)
        say(str(number + 1))
        yield


def renew_keys(folder: Path) -> Turns:
    """Put the store under a new key; say so."""
    while True:
        renew_key(folder, RIGHT, passphrase=RIGHT.text).store.close()
        say("renewed")
        yield


def empty(folder: Path) -> None:
    """Make a store with nothing in it."""
    create_store(folder, RIGHT.text).store.close()


def backed_up(folder: Path) -> None:
    """Make a store with one of everything, and a backup of it."""
    filled(folder)
    with shelf_of(folder) as shelf:
        shelf.make(Reason.BY_HAND)


@dataclass(frozen=True)
class Job:
    """What is there before, what is done over and over, and what has to be true when it was killed.

    `lasts` is about how many seconds it takes: within them it is killed.
    """

    made: Callable[[Path], object]
    turns: Callable[[Path], Turns]
    is_kept: Callable[[Path, list[str]], None]
    lasts: float


JOBS = {
    "writing": Job(empty, keep_steps, job_checks.all_steps, 0.005),
    "backing-up": Job(filled, back_up, job_checks.all_backups, 0.15),
    "restoring": Job(backed_up, restore, job_checks.all_samples, 0.15),
    "restoring-damaged": Job(backed_up, restore_damaged, job_checks.all_or_damaged, 0.06),
    "importing": Job(empty, import_files, job_checks.files_in_turn, 0.12),
    "passphrase": Job(filled, change_passphrases, job_checks.one_passphrase, 0.01),
    "renewing": Job(filled, renew_keys, job_checks.all_samples, 0.06),
}


def main() -> None:
    """Fork a child for every line of the input, and wait for it to be killed."""
    vault.SCRYPT_N = CHEAP
    for line in sys.stdin:
        name, folder = line.split(maxsplit=1)
        child = os.fork()
        if child == 0:
            say(str(os.getpid()))
            for _ in JOBS[name].turns(Path(folder.strip())):
                pass
        os.waitpid(child, 0)
        say("")


if __name__ == "__main__":
    main()
