"""StoreRescue: what can really be done about a damaged store. Imported when one was found."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.services.backup import Backup, Shelved
from bpa_desktop.services.health import Health
from bpa_desktop.services.job import Progress
from bpa_desktop.services.step import Slot
from bpa_desktop.services.trouble import NothingRescuedError, RescuedOnlyError
from bpa_desktop.store.attempts_file import slowed
from bpa_desktop.store.backup import backups_around
from bpa_desktop.store.doctor import examine
from bpa_desktop.store.elsewhere import arriving_content, ask_from_now_on
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.memory_store import ReadOnlyStore
from bpa_desktop.store.opening import proved_revision
from bpa_desktop.store.recovery import recovery_code
from bpa_desktop.store.rescue import rescued_records
from bpa_desktop.store.restoring import put_back
from bpa_desktop.store.shelf import shelved_in
from bpa_desktop.store.sqlite_store import SqliteStore
from bpa_desktop.store.vault import Passphrase, RecoveryCode, Secret, SystemKeyStore, Vault, change_passphrase, unlock
from bpa_desktop.ui.start.doors import Knock, Way


@dataclass(frozen=True)
class StoreRescue:
    """Where the store is, the time, and the passphrase where it was given outside the window.

    A wrong passphrase or code counts as a try wherever it is typed, at a backup on a stick too: TooManyTriesError.
    """

    folder: Path
    now: Callable[[], datetime]
    passphrase: str | None = field(default=None, repr=False)

    def shelved(self, place: Path | None = None) -> Shelved:
        """Return the backups of the store, which need not open, or those around a folder, which may be one itself."""
        shelved = shelved_in(self.folder) if place is None else Shelved(backups_around(place))
        return shelved.as_of(self.now())

    def content(self, backup: Backup, knock: Knock) -> tuple[Slot, ...]:
        """Return the records of a backup from elsewhere. Raises StoreExistsError and the errors of the store."""
        with self._one_try(knock):
            return arriving_content(self.folder, backup, secret=self.secret(knock))

    def put_back(self, backup: Backup, knock: Knock) -> Path | None:
        """Put a backup in the place of the store; return where that is kept now. Raises the errors of the store."""
        with self._one_try(knock):
            aside = put_back(self.folder, backup, secret=self.secret(knock))
        if aside is None:
            ask_from_now_on(self.folder)
        return aside

    def open_rescued(self, knock: Knock) -> ReadOnlyStore:
        """Open what can be read of a damaged store. Raises NothingRescuedError and the errors of the store."""
        records = rescued_records(self.folder / STORE_NAME, unlock(self.folder, self.secret(knock)).key)
        if not any(isinstance(record, Arrangement) for record in records):
            raise NothingRescuedError
        return ReadOnlyStore(records, RescuedOnlyError)

    def examine(self, store: object, now: datetime, *, progress: Progress) -> Health:
        """Look at the open store by the key that opened it: nobody is asked. Raises CancelledError."""
        assert isinstance(store, SqliteStore)  # what has a shelf
        secret = RecoveryCode(recovery_code(store.key))
        return examine(self.folder, lambda: secret, now=now, progress=progress)

    def change_passphrase(self, knock: Knock, new: str) -> None:
        """Have a new passphrase open the store, whose damaged keys that mends. Raises WrongKeyError and OSError."""
        change_passphrase(self.proved(knock), new)

    def proved(self, knock: Knock) -> Vault:
        """Return the key that was knocked with and opens the store. Raises the errors of the store."""
        with self._one_try(knock):
            vault = unlock(self.folder, self.secret(knock))
            proved_revision(self.folder / STORE_NAME, vault)
        return vault

    def _one_try(self, knock: Knock) -> AbstractContextManager[None]:
        """Return what counts what was typed as a try; what this computer knows by itself is none."""
        return slowed(self.folder, self.now) if knock.way is not Way.WITHOUT_ASKING else nullcontext()

    def secret(self, knock: Knock) -> Secret:
        """Return what a knock opens by."""
        if knock.way is Way.CODE:
            return RecoveryCode(knock.typed)
        if knock.way is Way.PASSPHRASE:
            return Passphrase(knock.typed)
        return Passphrase(self.passphrase) if self.passphrase is not None else SystemKeyStore()
