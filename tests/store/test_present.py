"""What is kept in the tables of the nouns is read from them as it was: any records, in any order, some removed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.roster import Record
from bpa_desktop.services.records import KINDS
from bpa_desktop.services.step import Change, Slot
from bpa_desktop.store.codec import encode
from bpa_desktop.store.mapping import NOUN_OF, NOUNS
from bpa_desktop.store.present import read_slots, write_changes
from bpa_desktop.store.tables import METADATA, RecordRow, table_of
from tests.store.strategies import ANY, SAMPLES

RECORD = table_of(RecordRow)
ANYTHING = st.sampled_from(KINDS).flatmap(ANY.__getitem__)
RECORDS = st.lists(ANYTHING, max_size=8, unique_by=lambda one: (type(one), one.id))


ENGINE = sa.create_engine("sqlite://")  # one connection, and nothing is kept


@pytest.fixture(scope="module", autouse=True)
def tables() -> None:
    METADATA.create_all(ENGINE)


@contextmanager
def holding(records: list[Record], *, without: list[Record]) -> Iterator[sa.Connection]:
    """Give a connection to tables in which records were put, in this order, and some taken away again."""
    with ENGINE.connect() as connection:
        for ordinal, one in enumerate(records):
            named = {"ordinal": ordinal, "kind": NOUN_OF[type(one)].name, "id": one.id}
            connection.execute(sa.insert(RECORD), named)
        write_changes(connection, [Change(type(one), one.id, None, one) for one in reversed(records)])
        write_changes(connection, [Change(type(one), one.id, one, None) for one in without])
        yield connection
        connection.rollback()


def as_mapped(connection: sa.Connection) -> list[Slot]:
    """Return what is kept, read as slowly and plainly as can be: each record by itself, through SQLAlchemy's types."""
    slots = []
    for name, record_id in connection.execute(sa.select(RECORD.c.kind, RECORD.c.id).order_by(RECORD.c.ordinal)):
        noun = next(noun for noun in NOUNS if noun.name == name)
        row = connection.execute(sa.select(noun.table).where(noun.table.c.id == record_id)).one_or_none()
        slots.append(Slot(noun.kind, record_id, None if row is None else noun.value(row)))
    return slots


@given(records=RECORDS, data=st.data())
def test_any_records_are_read_as_they_were_kept_and_in_the_order_first_kept(
    records: list[Record], data: st.DataObject
) -> None:
    without = data.draw(st.lists(st.sampled_from(records), max_size=3)) if records else []
    with holding(records, without=without) as connection:
        found = read_slots(connection)
        assert found == [Slot(type(one), one.id, None if one in without else one) for one in records]
        assert repr(found) == repr(as_mapped(connection))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_record_of_each_kind_is_read_as_it_was_kept(kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(ANY[kind])
    with holding([record], without=[]) as connection:
        found = read_slots(connection)
        assert found == [Slot(kind, record.id, record)]
        assert encode(record) == encode(found[0].record or record)  # with the same digits
        assert repr(found) == repr(as_mapped(connection))  # and of the same kinds of number and word


def test_the_same_list_read_twice_is_no_list_that_two_records_share() -> None:
    with holding(list(SAMPLES), without=[]) as connection:
        for slot in (*read_slots(connection), *read_slots(connection)):
            assert "[" not in repr(slot.record)
