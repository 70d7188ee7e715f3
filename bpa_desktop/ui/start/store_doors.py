"""StoreDoors: the real doors, to the store in a folder. What is heavy is imported when a door is used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bpa_desktop.store.folder import store_exists

if TYPE_CHECKING:  # made before the first frame, which does not wait for the domain
    from bpa_desktop.services.ports import Clock
    from bpa_desktop.store.memory_store import MemoryStore
    from bpa_desktop.store.shelf import Shelf
    from bpa_desktop.store.vault import Secret
    from bpa_desktop.ui.start.doors import Knock, Made, OpenStore, Place
    from bpa_desktop.ui.start.store_rescue import StoreRescue


@dataclass(frozen=True)
class StoreDoors:
    """Where the store is, the clock, and the passphrase where it was given outside the window.

    `reads_only`, in safe mode: what is opened is a copy, which goes at once, and what was read of it is shown.
    """

    folder: Path
    clock: Clock
    passphrase: str | None = field(default=None, repr=False)
    reads_only: bool = False

    def exists(self) -> bool:
        """Tell whether there is a store, whole or damaged."""
        return store_exists(self.folder)

    def open_without_asking(self) -> OpenStore | None:
        """Open by what was given outside, else by what this computer remembers; None where there is neither.

        Raises the errors of the store.
        """
        from bpa_desktop.store.vault import Passphrase, SystemKeyStore, remembers

        if self.passphrase is not None:
            return _opened(self, Passphrase(self.passphrase))
        return _opened(self, SystemKeyStore()) if remembers(self.folder) else None

    def open_by_passphrase(self, passphrase: str) -> OpenStore:
        """Open by passphrase. Raises TooManyTriesError and the errors of the store."""
        from bpa_desktop.store.vault import Passphrase

        return _tried(self, Passphrase(passphrase))

    def open_by_code(self, code: str) -> OpenStore:
        """Open by recovery code. Raises TooManyTriesError and the errors of the store."""
        from bpa_desktop.store.vault import RecoveryCode

        return _tried(self, RecoveryCode(code))

    def open_demo(self) -> MemoryStore:
        """Return the demo, near the present day."""
        from bpa_desktop.ui.start.demo import demo_store

        return demo_store(self.clock.now().astimezone().date())

    def create(self, passphrase: str, *, remember: bool) -> Made:
        """Make an empty store; a key store that does not answer spoils nothing. Raises the errors of the store."""
        from bpa_desktop.services.trouble import KeyStoreUnavailableError
        from bpa_desktop.store.opening import create_store
        from bpa_desktop.store.vault import Passphrase, remember_on_computer, unlock
        from bpa_desktop.ui.start.doors import Made

        made = create_store(self.folder, passphrase)
        not_remembered = None
        if remember:
            try:
                remember_on_computer(unlock(self.folder, Passphrase(passphrase)))
            except KeyStoreUnavailableError as error:
                not_remembered = error
        return Made(made.store, made.recovery_code, not_remembered)

    def change_passphrase(self, knock: Knock, new: str) -> None:
        """Have the new passphrase open the store. Raises as `rescue.change_passphrase`."""
        self.rescue.change_passphrase(knock, new)

    def renewal(self, knock: Knock, passphrase: str) -> Callable[[], Made]:
        """Prove what was typed, and return what puts the store, closed by then, under a new key.

        Raises as `rescue.proved`; what is returned raises the errors of the store.
        """
        from bpa_desktop.store.opening import renew_key
        from bpa_desktop.ui.start.doors import Made

        rescue = self.rescue
        rescue.proved(knock)

        def renewed() -> Made:
            renewed = renew_key(self.folder, rescue.secret(knock), passphrase=passphrase)
            return Made(renewed.store, renewed.recovery_code)

        return renewed

    @property
    def rescue(self) -> StoreRescue:
        """What can be done about the store when it is damaged."""
        from bpa_desktop.ui.start.store_rescue import StoreRescue

        return StoreRescue(self.folder, self.clock.now, self.passphrase)

    def shelf(self, store: object) -> Shelf | None:
        """Return the backups of a store; None for one that is kept nowhere."""
        from bpa_desktop.store.shelf import Shelf
        from bpa_desktop.store.sqlite_store import SqliteStore

        return Shelf(store, self.clock.now) if isinstance(store, SqliteStore) else None

    def places(self) -> Sequence[Place]:
        """Return the municipalities with a price list in force; of several lists of one place, the newest."""
        from bpa_desktop.data.tariffs import shipped_tariffs
        from bpa_desktop.ui.start.doors import Place

        newest: dict[str, Place] = {}
        for tariff in sorted(shipped_tariffs(), key=lambda one: (not one.undated, str(one.valid_from or ""))):
            newest[tariff.municipality_no] = Place(tariff.municipality_no, tariff.municipality, tariff.id)
        return tuple(newest[number] for number in sorted(newest))


def _tried(doors: StoreDoors, secret: Secret) -> OpenStore:
    from bpa_desktop.store.attempts_file import slowed

    with slowed(doors.folder, doors.clock.now):
        return _opened(doors, secret)


def _opened(doors: StoreDoors, secret: Secret) -> OpenStore:
    from bpa_desktop.store.opening import open_store

    if doors.reads_only:
        return _read(doors.folder, secret)
    return open_store(doors.folder, secret, now=doors.clock.now, later=True)


def _read(folder: Path, secret: Secret) -> OpenStore:
    from bpa_desktop.services.trouble import ReadingOnlyError
    from bpa_desktop.store.memory_store import ReadOnlyStore
    from bpa_desktop.store.untouched import opened_untouched

    with opened_untouched(folder, secret) as store:
        return ReadOnlyStore((slot.record for slot in store.slots() if slot.record is not None), ReadingOnlyError)
