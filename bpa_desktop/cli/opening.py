"""The store of a command: opened by the secret that is found, or made with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from bpa_desktop.cli.passphrase import asked_passphrase, given_passphrase
from bpa_desktop.cli.session import Session
from bpa_desktop.services.history import History
from bpa_desktop.services.trouble import KeyStoreUnavailableError

if TYPE_CHECKING:
    from bpa_desktop.store.shelf import Shelf
    from bpa_desktop.store.sqlite_store import SqliteStore
    from bpa_desktop.store.vault import Secret


@contextmanager
def opened_history(session: Session, *, making: bool = False) -> Iterator[History]:
    """Open the store in the session's folder, or make it where there is none; let go of it at the end.

    Raises RefusedError where no passphrase can be had, and the errors of the store.
    """
    with opened_shelf(session, making=making) as shelf:
        yield History(shelf.store, session.clock, author="")


@contextmanager
def opened_shelf(session: Session, *, making: bool = False) -> Iterator[Shelf]:
    """Open the store as opened_history does, with its backups; what asks for one is backed up before it is kept."""
    from bpa_desktop.store.folder import data_folder, store_exists
    from bpa_desktop.store.shelf import Shelf, back_up_before

    folder = data_folder(session.options.data_dir)
    store = _made(session, folder) if making and not store_exists(folder) else _opened(session, folder)
    shelf = Shelf(store, session.clock.now)
    shelf.ask_before(partial(back_up_before, shelf))
    try:
        yield shelf
    finally:
        store.close()


def secret_of(session: Session, folder: Path) -> Secret:
    """Return what opens a store: the passphrase given, else what this computer remembers, else what is typed.

    Raises RefusedError where none of these can be had.
    """
    from bpa_desktop.services.trouble import DamagedKeysError
    from bpa_desktop.store.vault import Passphrase, SystemKeyStore, remembers

    given = given_passphrase(session)
    if given is None:
        with suppress(DamagedKeysError):
            if remembers(folder):
                return SystemKeyStore()
        given = asked_passphrase(session.language, folder=folder, anew=False)
    return Passphrase(given)


@contextmanager
def one_try(session: Session, folder: Path) -> Iterator[None]:
    """Within, a try to open the store in a folder. After several wrong ones it is waited for, which is told before."""
    from bpa_desktop.store.attempts_file import next_try, slowed
    from bpa_desktop.texts.error import waiting_text

    now = session.clock.now
    while (until := next_try(folder, now())) is not None:
        session.tell(waiting_text(session.language, until))
        sleep((until - now()).total_seconds())
    with slowed(folder, now):
        yield


def _opened(session: Session, folder: Path) -> SqliteStore:
    """Open a store: by the passphrase given, else by what this computer remembers, else by asking."""
    from bpa_desktop.services.trouble import StoreMissingError
    from bpa_desktop.store.folder import store_exists
    from bpa_desktop.store.opening import open_store
    from bpa_desktop.store.vault import Passphrase, SystemKeyStore, remembers

    if not store_exists(folder):
        raise StoreMissingError(folder)  # before anybody is asked for a passphrase
    given = given_passphrase(session)
    if given is None and remembers(folder):
        try:
            return open_store(folder, SystemKeyStore(), now=session.clock.now)
        except KeyStoreUnavailableError:
            session.tell(session.language.text("This computer's key store did not answer."))
    if given is None:
        given = asked_passphrase(session.language, folder=folder, anew=False)
    with one_try(session, folder):
        return open_store(folder, Passphrase(given), now=session.clock.now)


def _made(session: Session, folder: Path) -> SqliteStore:
    """Make a store, and show its recovery code: now, on standard error, and never again."""
    from bpa_desktop.store.opening import create_store

    given = given_passphrase(session)
    passphrase = asked_passphrase(session.language, folder=folder, anew=True) if given is None else given
    made = create_store(folder, passphrase)
    session.tell(session.language.text("A new store was made in {folder}.", folder=folder))
    session.tell(
        session.language.text("Its recovery code is shown only now; write it down: {code}", code=made.recovery_code)
    )
    return made.store
