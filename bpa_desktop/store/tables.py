"""The rows of the store; private to it.

The log is the truth and grows only. `StepRow` is one user action. `VersionRow` is one record as one step left it. Its
hash covers kind, record, parents and a *salted hash* of the data (`versions.py`), never the data: a person's data and
its salt can be erased from old versions, and the chain of hashes still holds, while nobody can guess the data back.
`RecordRow` keeps the order in which records were first kept, and each record's newest version. The tables named by the
nouns hold the present state once more, in columns, and are written in the same transaction.

The log is most of a store, and is kept in few bytes (`log_types.py`): its rows point to each other by number, and
nothing is kept that can be worked out. Elsewhere instants are ISO text in UTC; days and clock times are ISO text,
decimals text with their digits as written.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import JSON, ForeignKeyConstraint, MetaData, Table, UniqueConstraint
from sqlmodel import Field, SQLModel

from bpa_desktop.store.log_types import Hex, Moment, Pressed, StepId

NEWEST = 8
"""The revision these tables are, kept as `user_version` in the file."""

Json = dict[str, str | int | bool | None]
METADATA = MetaData()


class Row(SQLModel):
    """What every row class stands on: tables of their own, apart from any other in the process."""

    metadata: ClassVar[MetaData] = METADATA


class StepRow(Row, table=True):
    """One step; `seq` is the order on this computer. By its id it is found for an undo, and by a page of the log."""

    __tablename__ = "step"
    __table_args__ = ({"sqlite_autoincrement": True},)

    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True, sa_type=StepId)
    verb: str
    author: str
    at: datetime = Field(sa_type=Moment)
    direction: str
    of: str | None = Field(sa_type=StepId)


class VersionRow(Row, table=True):
    """One record as a step left it.

    Without `data` the record was removed; without `salt` its data was erased, and only then is there a `digest`: till
    then it is worked out. `joined` is for a version that joins two lines; nothing makes one yet. By its step a version
    is found for an undo; by its hash nothing looks for one.
    """

    __tablename__ = "version"

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    record: int = Field(foreign_key="record.ordinal")
    parent: int | None = Field(foreign_key="version.seq")
    joined: int | None = Field(foreign_key="version.seq")
    step: int = Field(foreign_key="step.seq", index=True)
    hash: str = Field(sa_type=Hex)
    digest: str | None = Field(sa_type=Hex)
    salt: str | None = Field(sa_type=Hex)
    data: str | None = Field(sa_type=Pressed)


class RecordRow(Row, table=True):
    """One record ever kept; `ordinal` is the order of first keeping, and survives removal.

    Record and version refer to each other: `head` is set once its version is written, and the tables are made in either
    order (`use_alter`). A deferred reference would have every new version looked for among all records.
    """

    __tablename__ = "record"
    __table_args__ = (UniqueConstraint("kind", "id"), ForeignKeyConstraint(["head"], ["version.seq"], use_alter=True))

    ordinal: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    kind: str
    id: str
    head: int | None


class ArrangementRow(Row, table=True):
    """One arrangement."""

    __tablename__ = "arrangement"

    id: str = Field(primary_key=True)
    name: str
    municipality_no: str
    district: str
    time_zone: str
    regime: str
    agreement_level: str
    averaging_weeks: int | None
    sunday_averaging: bool
    reduced_rest: bool
    agreement_reference: str
    agreement_first_day: str | None
    agreement_last_day: str | None
    agreement_collective: str
    weekly_norm: str
    tariff: str | None
    pay_agreement: str | None
    household_income: str | None
    services: list[Json] = Field(sa_type=JSON, nullable=False)
    advice: bool
    self_certification: str


class AwardRow(Row, table=True):
    """One award; `carry_over` is a word or a number of hours."""

    __tablename__ = "award"

    id: str = Field(primary_key=True)
    first_day: str | None
    last_day: str | None
    personal: str
    practical: str
    other: str
    account_period: str
    carry_over: str
    overnight_factor: str
    reference: str
    also_drawn: list[str] = Field(sa_type=JSON, nullable=False)
    overdraw: str


class AssistantRow(Row, table=True):
    """One assistant."""

    __tablename__ = "assistant"

    id: str = Field(primary_key=True)
    name: str
    birth_date: str | None
    phone: str
    email: str
    address: str
    languages: list[str] = Field(sa_type=JSON, nullable=False)
    skills: list[str] = Field(sa_type=JSON, nullable=False)
    notes: str
    user_preference: int
    employments: list[Json] = Field(sa_type=JSON, nullable=False)
    travel_minutes: int | None
    never_with: list[str] = Field(sa_type=JSON, nullable=False)
    child_days: int | None


class AvailabilityRow(Row, table=True):
    """One stretch of time an assistant has said something about."""

    __tablename__ = "availability"

    id: str = Field(primary_key=True)
    assistant: str
    starts_at: str
    ends_at: str
    grade: str
    note: str


class NeedRow(Row, table=True):
    """One weekly need."""

    __tablename__ = "need"

    id: str = Field(primary_key=True)
    weekday: int
    start_time: str
    end_time: str
    people: int
    kind: str
    skills: list[str] = Field(sa_type=JSON, nullable=False)
    first_day: str | None
    last_day: str | None


class RotationRow(Row, table=True):
    """One rotation with its lines."""

    __tablename__ = "rotation"

    id: str = Field(primary_key=True)
    name: str
    weeks: int
    first_day: str | None
    last_day: str | None
    lines: list[Json] = Field(sa_type=JSON, nullable=False)


class ShiftRow(Row, table=True):
    """One shift."""

    __tablename__ = "shift"

    id: str = Field(primary_key=True)
    starts_at: str
    ends_at: str
    assistant: str | None
    kind: str
    active_minutes: int | None
    break_minutes: int
    state: str
    published_at: str | None
    backup: str | None
    place: str
    skills: list[str] = Field(sa_type=JSON, nullable=False)
    tasks: list[str] = Field(sa_type=JSON, nullable=False)
    note: str
    rotation: str | None
    actual_start: str | None
    actual_end: str | None


class AbsenceRow(Row, table=True):
    """One absence."""

    __tablename__ = "absence"

    id: str = Field(primary_key=True)
    assistant: str
    starts_at: str
    ends_at: str
    kind: str
    grade: str
    reported_at: str | None
    reported_how: str | None
    open_ended: bool


class SubstituteRequestRow(Row, table=True):
    """One search for a substitute with its asks."""

    __tablename__ = "substitute_request"

    id: str = Field(primary_key=True)
    shift: str
    state: str
    deadline: str | None
    asks: list[Json] = Field(sa_type=JSON, nullable=False)
    chosen: str | None
    outcome: str


class HouseholdRow(Row, table=True):
    """The household with its members."""

    __tablename__ = "household"

    id: str = Field(primary_key=True)
    members: list[Json] = Field(sa_type=JSON, nullable=False)


class OwnPriceListRow(Row, table=True):
    """One price list of the user's own, as its file's text."""

    __tablename__ = "own_price_list"

    id: str = Field(primary_key=True)
    text: str


class OwnPayAgreementRow(Row, table=True):
    """One pay agreement of the user's own, as its file's text."""

    __tablename__ = "own_pay_agreement"

    id: str = Field(primary_key=True)
    text: str


class ExpectedBaseAmountRow(Row, table=True):
    """One base amount that is expected from a day on."""

    __tablename__ = "expected_base_amount"

    id: str = Field(primary_key=True)
    from_day: str
    amount: str


class InvoiceRow(Row, table=True):
    """What was billed for one month."""

    __tablename__ = "invoice"

    id: str = Field(primary_key=True)
    month: str
    amount: str


class KeptFindingRow(Row, table=True):
    """One finding of a rule that was left as it is."""

    __tablename__ = "kept_finding"

    id: str = Field(primary_key=True)
    rule: str
    assistant: str | None
    shifts: list[str] = Field(sa_type=JSON, nullable=False)
    measured: str | None
    author: str
    reason: str
    agreement: str
    at: str


class PublicationRow(Row, table=True):
    """One publication: the shifts as they were told, and who got them."""

    __tablename__ = "publication"

    id: str = Field(primary_key=True)
    starts_at: str
    ends_at: str
    at: str
    author: str
    shifts: list[Json] = Field(sa_type=JSON, nullable=False)
    hash: str
    receipts: list[Json] = Field(sa_type=JSON, nullable=False)


class DayNoteRow(Row, table=True):
    """One note on some days."""

    __tablename__ = "day_note"

    id: str = Field(primary_key=True)
    first_day: str
    last_day: str
    text: str
    kind: str


class ShiftLockRow(Row, table=True):
    """One shift that is locked; its id is the shift's."""

    __tablename__ = "shift_lock"

    id: str = Field(primary_key=True)


class FallbackContactRow(Row, table=True):
    """Whom the user turns to when no assistant can come."""

    __tablename__ = "fallback_contact"

    id: str = Field(primary_key=True)
    kind: str
    name: str
    phone: str


def table_of(row: type[Row]) -> Table:
    """Return the table behind a row class."""
    return METADATA.tables[str(row.__tablename__)]
