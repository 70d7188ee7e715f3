"""Every noun of the store: its name in the log, its kind, its table, and the way there and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.award import Award
from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.domain.household import Household
from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.domain.publication import Publication
from bpa_desktop.domain.roster import Record
from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.substitute import SubstituteRequest
from bpa_desktop.domain.team import Assistant, Availability
from bpa_desktop.store.columns import Columns
from bpa_desktop.store.mapping_absence import absence_columns, absence_of, request_columns, request_of
from bpa_desktop.store.mapping_arrangement import arrangement_columns, arrangement_of, award_columns, award_of
from bpa_desktop.store.mapping_cost import (
    base_amount_columns,
    base_amount_of,
    household_columns,
    household_of,
    invoice_columns,
    invoice_of,
    pay_agreement_columns,
    pay_agreement_of,
    price_list_columns,
    price_list_of,
)
from bpa_desktop.store.mapping_day_note import day_note_columns, day_note_of, shift_lock_columns, shift_lock_of
from bpa_desktop.store.mapping_fallback import fallback_contact_columns, fallback_contact_of
from bpa_desktop.store.mapping_kept_finding import kept_finding_columns, kept_finding_of
from bpa_desktop.store.mapping_plan import (
    need_columns,
    need_of,
    rotation_columns,
    rotation_of,
    shift_columns,
    shift_of,
)
from bpa_desktop.store.mapping_publication import publication_columns, publication_of
from bpa_desktop.store.mapping_team import assistant_columns, assistant_of, availability_columns, availability_of
from bpa_desktop.store.tables import (
    AbsenceRow,
    ArrangementRow,
    AssistantRow,
    AvailabilityRow,
    AwardRow,
    DayNoteRow,
    ExpectedBaseAmountRow,
    FallbackContactRow,
    HouseholdRow,
    InvoiceRow,
    KeptFindingRow,
    NeedRow,
    OwnPayAgreementRow,
    OwnPriceListRow,
    PublicationRow,
    RotationRow,
    Row,
    ShiftLockRow,
    ShiftRow,
    SubstituteRequestRow,
    table_of,
)


@dataclass(frozen=True)
class Noun:
    """One noun; `columns` takes a value of the kind, `value` anything with the attributes of the row class.

    A plain row of a select will do for `value`: a SQLModel instance costs a tenth of a millisecond, too much for ten
    thousand shifts. For those even names are too much: what takes a row `by_place` needs none. That each noun's
    functions fit its kind is what the round-trip tests show.
    """

    kind: type[Record]
    row: type[Row]
    columns: Callable[[Any], Columns]
    value: Callable[[Any], Record]
    by_place: bool = False

    @property
    def name(self) -> str:
        """The noun's name in the log and in the file."""
        return str(self.row.__tablename__)

    @property
    def table(self) -> Table:
        """The table of the present state."""
        return table_of(self.row)


NOUNS = (
    Noun(Arrangement, ArrangementRow, arrangement_columns, arrangement_of),
    Noun(Award, AwardRow, award_columns, award_of),
    Noun(Assistant, AssistantRow, assistant_columns, assistant_of),
    Noun(Availability, AvailabilityRow, availability_columns, availability_of),
    Noun(Need, NeedRow, need_columns, need_of),
    Noun(Rotation, RotationRow, rotation_columns, rotation_of),
    Noun(Shift, ShiftRow, shift_columns, shift_of, by_place=True),
    Noun(Absence, AbsenceRow, absence_columns, absence_of),
    Noun(SubstituteRequest, SubstituteRequestRow, request_columns, request_of),
    Noun(Household, HouseholdRow, household_columns, household_of),
    Noun(OwnPriceList, OwnPriceListRow, price_list_columns, price_list_of),
    Noun(OwnPayAgreement, OwnPayAgreementRow, pay_agreement_columns, pay_agreement_of),
    Noun(ExpectedBaseAmount, ExpectedBaseAmountRow, base_amount_columns, base_amount_of),
    Noun(Invoice, InvoiceRow, invoice_columns, invoice_of),
    Noun(KeptFinding, KeptFindingRow, kept_finding_columns, kept_finding_of),
    Noun(Publication, PublicationRow, publication_columns, publication_of),
    Noun(DayNote, DayNoteRow, day_note_columns, day_note_of),
    Noun(ShiftLock, ShiftLockRow, shift_lock_columns, shift_lock_of),
    Noun(FallbackContact, FallbackContactRow, fallback_contact_columns, fallback_contact_of),
)
NOUN_OF: dict[type[Record], Noun] = {noun.kind: noun for noun in NOUNS}
NOUN_NAMED = {noun.name: noun for noun in NOUNS}
