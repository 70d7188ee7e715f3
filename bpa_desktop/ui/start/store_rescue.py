"""StoreRescue: what can really be done about a damaged store. Imported when one was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.services.backup import Backup, Shelved
from bpa_desktop.services.trouble import NothingRescuedError, RescuedOnlyError
from bpa_desktop.store.backup import backups_in
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.memory_store import ReadOnlyStore
from bpa_desktop.store.rescue import rescued_records
from bpa_desktop.store.restoring import put_back
from bpa_desktop.store.shelf import shelved_in
from bpa_desktop.store.vault import Passphrase, RecoveryCode, Secret, SystemKeyStore, unlock
from bpa_desktop.ui.start.doors import Knock, Way


@dataclass(frozen=True)
class StoreRescue:
    """Where the store is, and the passphrase where it was given outside the window."""

    folder: Path
    passphrase: str | None = field(default=None, repr=False)

    def shelved(self, place: Path | None = None) -> Shelved:
        """Return the backups of the store, which need not open, or those in a folder, which may be one itself."""
        if place is None:
            return shelved_in(self.folder)
        itself = (one for one in backups_in(place.parent) if one.folder.name == place.name)
        return Shelved(backups_in(place) or tuple(itself))

    def put_back(self, backup: Backup, knock: Knock) -> Path | None:
        """Put a backup in the place of the store; return where that is kept now. Raises the errors of the store."""
        return put_back(self.folder, backup, secret=self._secret(knock))

    def open_rescued(self, knock: Knock) -> ReadOnlyStore:
        """Open what can be read of a damaged store. Raises NothingRescuedError and the errors of the store."""
        records = rescued_records(self.folder / STORE_NAME, unlock(self.folder, self._secret(knock)).key)
        if not any(isinstance(record, Arrangement) for record in records):
            raise NothingRescuedError
        return ReadOnlyStore(records, RescuedOnlyError)

    def _secret(self, knock: Knock) -> Secret:
        if knock.way is Way.CODE:
            return RecoveryCode(knock.typed)
        if knock.way is Way.PASSPHRASE:
            return Passphrase(knock.typed)
        return Passphrase(self.passphrase) if self.passphrase is not None else SystemKeyStore()
