"""The present state in the tables named by the nouns."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from bpa_desktop.domain.roster import Record
from bpa_desktop.services.step import Change, Slot
from bpa_desktop.store.mapping import NOUNS, Noun
from bpa_desktop.store.tables import RecordRow, table_of

_AT_HAND = 1024
_RECORD = table_of(RecordRow)
_EVERY = sa.select(_RECORD.c.kind, _RECORD.c.id).order_by(_RECORD.c.ordinal)


def write_changes(connection: sa.Connection, changes: Iterable[Change]) -> None:
    """Put every record as its change left it, and take the removed ones away."""
    by_noun: dict[type[object], list[Change]] = {}
    for change in changes:
        by_noun.setdefault(change.kind, []).append(change)
    for noun in NOUNS:
        _write_noun(connection, noun, changes=by_noun.get(noun.kind, []))


def read_slots(connection: sa.Connection) -> list[Slot]:
    """Return a slot for every record ever kept, in the order first kept.

    Each table is read from its first row to its last, which takes less than looking records up in it by their ids.
    """
    kept = {noun.name: _records_of(connection, noun) for noun in NOUNS}
    slots = []
    for name, record_id in _rows(connection, _statement()):
        kind, records = kept[name]
        record = records.get(record_id)
        slots.append(Slot(kind, record_id if record is None else record.id, record))  # one text, not two alike
    return slots


def _write_noun(connection: sa.Connection, noun: Noun, *, changes: list[Change]) -> None:
    put = [noun.columns(change.after) for change in changes if change.after is not None]
    gone = [{"gone": change.id} for change in changes if change.after is None]
    if put:
        connection.execute(sa.insert(noun.table).prefix_with("OR REPLACE"), put)
    if gone:
        connection.execute(sa.delete(noun.table).where(noun.table.c.id == sa.bindparam("gone")), gone)


def _records_of(connection: sa.Connection, noun: Noun) -> tuple[type[Record], dict[str, Record]]:
    """Return the kind of a noun and its records by id."""
    value, named = noun.value, None if noun.by_place else _fields(noun)._make
    decoders = list(_decoders(noun, connection.dialect))
    records = {}
    for row in _rows(connection, _statement(noun)):
        cells = list(row)
        for place, decode in decoders:
            cells[place] = decode(cells[place])
        record = value(cells if named is None else named(cells))
        records[record.id] = record
    return noun.kind, records


def _decoders(noun: Noun, dialect: sa.Dialect) -> Iterator[tuple[int, Callable[[Any], Any]]]:
    """Yield the places in a row of what the file has no type for, and how it is made of what stands there."""
    for place, column in enumerate(noun.table.columns):
        decode = column.type.dialect_impl(dialect).result_processor(dialect, None)
        if decode is not None:
            yield place, lru_cache(_AT_HAND)(decode)  # most lists are equal; mapping only reads them


def _rows(connection: sa.Connection, statement: str) -> Iterator[tuple[Any, ...]]:
    """Return rows as they stand in the file: by SQLAlchemy's own rows it would take twice as long."""
    return iter(connection.connection.cursor().execute(statement))


@cache
def _statement(noun: Noun | None = None) -> str:
    """Return what reads the rows of a noun, or without one which records there were, in the order first kept."""
    return str((_EVERY if noun is None else sa.select(noun.table)).compile(dialect=sqlite.dialect()))


@cache
def _fields(noun: Noun) -> Any:
    """Return a named tuple for the rows of a noun."""
    return namedtuple(noun.row.__name__, noun.table.columns.keys())
