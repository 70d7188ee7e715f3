"""Doors that open at once, or refuse as told; no disk, no key worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from threading import Event

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roster import Record, Roster
from bpa_desktop.services.backup import Backup, Reason, SecondPlace, Shelved
from bpa_desktop.services.health import Check, Checked, Health
from bpa_desktop.services.job import Progress
from bpa_desktop.services.roster import records_of
from bpa_desktop.services.step import Slot, Step
from bpa_desktop.services.trouble import RescuedOnlyError
from bpa_desktop.store.memory_store import MemoryStore, ReadOnlyStore
from bpa_desktop.ui.start.doors import Knock, Made, Place

CODE = "ABCD-EFGH-JKLM-NPQR"
NEW_CODE = "STUV-WXYZ-2345-6789"
ASKER = Place("3203", "Asker", "asker-seed")


def small_roster(name: str = "Ordning i Asker") -> Roster:
    """Return an arrangement with nothing in it."""
    return Roster(Arrangement("ordning", name, "3203"))


class FakeShelf:
    """A shelf whose backups are made up; `refusal` makes the next try fail."""

    def __init__(self, content: Iterable[Record] = (), *, now: Callable[[], datetime]) -> None:
        self._content = tuple(Slot(type(record), record.id, record) for record in content)
        self._now = now
        self.backups: list[Backup] = []
        self.aside: list[Backup] = []
        self.second: SecondPlace | None = None
        self.refusal: Exception | None = None
        self.typed: list[str | None] = []
        self.ask: Callable[[Step], None] = lambda _step: None

    def ask_before(self, listener: Callable[[Step], None]) -> None:
        """Take who is to be told of a step."""
        self.ask = listener

    def all(self) -> Shelved:
        """Return what was made."""
        return Shelved(tuple(reversed(self.backups)), self.second, tuple(self.aside))

    def make(self, reason: Reason) -> Backup:
        """Make one, or fail."""
        refusal, self.refusal = self.refusal, None
        if refusal is not None:
            raise refusal
        name = f"bpa-{len(self.backups)}"
        self.backups.append(Backup(name, self._now(), 300_000, True, reason, Path("data") / "backups" / name))
        return self.backups[-1]

    def make_if_due(self) -> Shelved:
        """Make the first."""
        if not self.backups:
            self.make(Reason.ROUTINE)
        return self.all()

    def hold(self, reason: Reason) -> Callable[[], Backup]:
        """Return what makes one."""
        return lambda: self.make(reason)

    def delete_until(self, moment: datetime) -> None:
        """Make one, and leave no older one."""
        made = self.make(Reason.BY_HAND)
        self.backups = [one for one in self.backups if one.at > moment or one is made]
        self.aside = [one for one in self.aside if one.at > moment]

    def content(self, backup: Backup, passphrase: str | None = None) -> tuple[Slot, ...]:
        """Return the content told, or fail."""
        self.typed.append(passphrase)
        refusal, self.refusal = self.refusal, None
        if refusal is not None:
            raise refusal
        return self._content

    def choose_second_place(self, place: Path | None) -> None:
        """Take it."""
        self.second = SecondPlace(place) if place is not None else None

    def copy_elsewhere(self) -> SecondPlace | None:
        """Return what was chosen."""
        return self.second


class FakeDoors:
    """Notes what was asked; `refusal` makes the next door fail."""

    def __init__(self, *, exists: bool = False, passphrase: str = "correct horse") -> None:
        self.is_there = exists
        self.passphrase = passphrase
        self.without_asking = False
        self.refusal: Exception | None = None
        self.fails_renewing: Exception | None = None
        """What a renewal fails with, once who asked for it was proved."""
        self.asked: list[tuple[str, ...]] = []
        self.backups: FakeShelf | None = None
        self.health = Health(tuple(Checked(check) for check in Check))
        self.go_on = Event()
        self.go_on.set()
        self.store = MemoryStore(records_of(small_roster()) if exists else ())

    def exists(self) -> bool:
        """Tell what was told."""
        return self.is_there

    def open_without_asking(self) -> MemoryStore | None:
        """Open where that was arranged."""
        self._note("without asking")
        return self.store if self.without_asking else None

    def open_by_passphrase(self, passphrase: str) -> MemoryStore:
        """Open for the one passphrase."""
        self._note("passphrase", passphrase)
        return self.store

    def open_by_code(self, code: str) -> MemoryStore:
        """Open for any code."""
        self._note("code", code)
        return self.store

    def open_demo(self) -> MemoryStore:
        """Return the small roster as the demo."""
        self._note("demo")
        return MemoryStore(records_of(small_roster("Demo")))

    def create(self, passphrase: str, *, remember: bool) -> Made:
        """Return an empty store and the code."""
        self._note("create", passphrase, str(remember))
        self.is_there = True
        return Made(self.store, CODE)

    def change_passphrase(self, knock: Knock, new: str) -> None:
        """Take the new one."""
        self._note("change", knock.way, knock.typed, new)

    def renewal(self, knock: Knock, passphrase: str) -> Callable[[], Made]:
        """Return what makes the store anew, with another code."""
        self._note("renewal", knock.way, knock.typed, passphrase)

        def renewed() -> Made:
            self.refusal = self.fails_renewing
            self._note("renewed")
            self.store = MemoryStore(records_of(small_roster()))
            return Made(self.store, NEW_CODE)

        return renewed

    @property
    def rescue(self) -> FakeDoors:
        """These doors lead to the rescue, too."""
        return self

    def shelved(self, place: Path | None = None) -> Shelved:
        """Return what was put there."""
        return self.backups.all() if self.backups is not None else Shelved(())

    def content(self, backup: Backup, knock: Knock) -> tuple[Slot, ...]:
        """Return a small roster."""
        self._note("content", backup.id, knock.way)
        return tuple(Slot(type(one), one.id, one) for one in records_of(small_roster()))

    def put_back(self, backup: Backup, knock: Knock) -> Path | None:
        """Note which and how."""
        self._note("put back", backup.id, knock.way)
        return Path("data") / "aside-1"

    def open_rescued(self, knock: Knock) -> MemoryStore:
        """Return the store for reading only."""
        self._note("rescued", knock.way)
        return ReadOnlyStore(records_of(small_roster()), RescuedOnlyError)

    def examine(self, store: object, now: datetime, *, progress: Progress) -> Health:
        """Return what was put there, once it is let go on."""
        progress.reached(list(Check).index(Check.CONTENT), len(Check))
        self.go_on.wait()
        progress.reached(list(Check).index(Check.BACKUPS), len(Check))
        self._note("examine")
        return self.health

    def shelf(self, store: object) -> FakeShelf | None:
        """Return what was put there."""
        return self.backups

    def places(self) -> Sequence[Place]:
        """Return one place."""
        return (ASKER,)

    def _note(self, *what: str) -> None:
        self.asked.append(what)
        refusal, self.refusal = self.refusal, None
        if refusal is not None:
            raise refusal
