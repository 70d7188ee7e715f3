"""Records: everything kept, by kind and id, in the order it was first kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Set
from typing import TypeVar

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.award import Award
from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.domain.household import HOUSEHOLD_ID, Household
from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.domain.publication import Publication
from bpa_desktop.domain.roster import Record, Roster
from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.substitute import SubstituteRequest
from bpa_desktop.domain.team import Assistant, Availability
from bpa_desktop.services.step import Change, Slot

R = TypeVar("R", bound=Record)

ROSTER_KINDS: tuple[type[Record], ...] = (
    Arrangement,
    Award,
    Assistant,
    Availability,
    Need,
    Rotation,
    Shift,
    Absence,
    SubstituteRequest,
    Household,
)
"""What a roster is made of."""
KINDS: tuple[type[Record], ...] = (
    *ROSTER_KINDS,
    OwnPriceList,
    OwnPayAgreement,
    ExpectedBaseAmount,
    Invoice,
    KeptFinding,
    Publication,
    DayNote,
    ShiftLock,
    FallbackContact,
)
"""Everything that is kept; what is no part of a roster stays when another is brought in for the same arrangement."""


class NoArrangementError(Exception):
    """Nothing is kept yet: there is no arrangement to look at."""


class Records:
    """Immutable to its users: `changed` gives new Records and shares the kinds that no change touched."""

    def __init__(self, by_kind: dict[type[object], dict[str, Record | None]]) -> None:
        self._by_kind = by_kind
        self._kept: dict[type[object], tuple[Record, ...]] = {}
        self._roster: Roster | None = None

    @classmethod
    def of(cls, slots: Iterable[Slot]) -> Records:
        """Return the records of the slots, in their order."""
        by_kind: dict[type[object], dict[str, Record | None]] = {kind: {} for kind in KINDS}
        for slot in slots:
            by_kind[slot.kind][slot.id] = slot.record
        return cls(by_kind)

    def get(self, kind: type[R], record_id: str) -> R | None:
        """Return a record, or None when it is not there."""
        record = self._by_kind[kind].get(record_id)
        return record if isinstance(record, kind) else None

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind that are there."""
        if kind not in self._kept:
            self._kept[kind] = tuple([record for record in self._by_kind[kind].values() if record is not None])
        return self._kept[kind]  # type: ignore[return-value]  # the kind is the key

    def changed(self, changes: Collection[Change]) -> Records:
        """Return the records after the changes."""
        by_kind = dict(self._by_kind)
        touched = {change.kind for change in changes}
        for kind in touched:
            by_kind[kind] = dict(by_kind[kind])
        for change in changes:
            by_kind[change.kind][change.id] = change.after
        after = Records(by_kind)
        after._kept = {kind: kept for kind, kept in self._kept.items() if kind not in touched}
        if self._roster is not None and Arrangement not in touched:
            after._roster = after._roster_after(self._roster, changes, touched=touched)
        return after

    @property
    def roster(self) -> Roster:
        """Everything as one value. Raises NoArrangementError while nothing is kept."""
        if self._roster is None:
            self._roster = self._whole()
        return self._roster

    def _whole(self) -> Roster:
        arrangements = self.all(Arrangement)
        if not arrangements:
            raise NoArrangementError
        return Roster(
            arrangements[0],
            awards=self.all(Award),
            assistants=self.all(Assistant),
            availability=self.all(Availability),
            needs=self.all(Need),
            rotations=self.all(Rotation),
            shifts=self.all(Shift),
            absences=self.all(Absence),
            requests=self.all(SubstituteRequest),
            household=self.get(Household, HOUSEHOLD_ID),
        )

    def _roster_after(self, before: Roster, changes: Collection[Change], *, touched: Set[type[Record]]) -> Roster:
        """Return the roster that a change made: the same one where it made none, as a note on a day does."""
        if touched.isdisjoint(ROSTER_KINDS):
            return before
        whole = self._whole()
        if Absence in touched:  # then somebody else may hold any shift
            return whole
        return whole.after(before, {name: self.get(Shift, name) for name in _shifts_in(changes)})


def _shifts_in(changes: Iterable[Change]) -> Iterator[str]:
    """Yield the ids of the shifts that changes are about: shifts, and requests for them."""
    for change in changes:
        if change.kind is Shift:
            yield change.id
        for record in (change.before, change.after):
            if isinstance(record, SubstituteRequest):
                yield record.shift
