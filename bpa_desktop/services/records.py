"""Records: everything kept, by kind and id, in the order it was first kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import TypeVar

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.award import Award
from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.domain.household import HOUSEHOLD_ID, Household
from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.domain.kept import Kept, Listed
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
    """Immutable: `changed` gives new Records, and shares what no change touched."""

    def __init__(self, by_kind: Mapping[type[object], Kept[Record]]) -> None:
        self._by_kind = by_kind
        self._roster: Roster | None = None

    @classmethod
    def of(cls, slots: Iterable[Slot]) -> Records:
        """Return the records of the slots, in their order."""
        by_kind: dict[type[object], list[Slot]] = {kind: [] for kind in KINDS}
        for slot in slots:
            by_kind[slot.kind].append(slot)
        return cls({kind: _kept_in(slots) for kind, slots in by_kind.items()})

    def get(self, kind: type[R], record_id: str) -> R | None:
        """Return a record, or None when it is not there."""
        return self._kept(kind).get(record_id)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind that are there."""
        return self._kept(kind).all

    def _kept(self, kind: type[R]) -> Kept[R]:
        return self._by_kind[kind]  # type: ignore[return-value]  # the kind is the key

    def changed(self, changes: Collection[Change]) -> Records:
        """Return the records after the changes."""
        touched: dict[type[object], dict[str, Record | None]] = {}
        for change in changes:
            touched.setdefault(change.kind, {})[change.id] = change.after
        now = {kind: self._by_kind[kind].changed(records) for kind, records in touched.items()}
        after = Records({**self._by_kind, **now})
        if self._roster is not None and after.all(Arrangement):
            after._roster = after._roster_after(self._roster, changes, touched=touched.keys())
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
            shifts=Listed(self._kept(Shift)),
            absences=self.all(Absence),
            requests=self.all(SubstituteRequest),
            household=self.get(Household, HOUSEHOLD_ID),
        )

    def _roster_after(self, before: Roster, changes: Collection[Change], *, touched: Set[type[object]]) -> Roster:
        """Return the roster that a change made: the same one where it made none, as a note on a day does."""
        if touched.isdisjoint(ROSTER_KINDS):
            return before
        return self._whole().after(before, _touched_shifts(changes, before))


def _kept_in(slots: Sequence[Slot]) -> Kept[Record]:
    records: list[Record | None] = [slot.record for slot in slots]
    return Kept.of([slot.id for slot in slots], records)


def _touched_shifts(changes: Iterable[Change], before: Roster) -> Iterator[str]:
    """Yield the ids of the shifts that changes are about: shifts, requests for them, and absences that open them."""
    for change in changes:
        if change.kind is Shift:
            yield change.id
        for record in (change.before, change.after):
            if isinstance(record, SubstituteRequest):
                yield record.shift
            if isinstance(record, Absence):
                opened = before.shifts_in(record.span)
                yield from (shift.id for shift in opened if before.expected(shift) == record.assistant)
