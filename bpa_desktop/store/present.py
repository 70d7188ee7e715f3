"""The present state in the tables named by the nouns."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable
from functools import cache
from typing import Any

import sqlalchemy as sa

from bpa_desktop.services.step import Change, Slot
from bpa_desktop.store.mapping import NOUNS, Noun
from bpa_desktop.store.tables import RecordRow, table_of

_RECORD = table_of(RecordRow)


def write_changes(connection: sa.Connection, changes: Iterable[Change]) -> None:
    """Put every record as its change left it, and take the removed ones away."""
    by_noun: dict[type[object], list[Change]] = {}
    for change in changes:
        by_noun.setdefault(change.kind, []).append(change)
    for noun in NOUNS:
        _write_noun(connection, noun, changes=by_noun.get(noun.kind, []))


def read_slots(connection: sa.Connection) -> list[Slot]:
    """Return a slot for every record ever kept, in the order first kept."""
    found: list[tuple[int, Slot]] = []
    for noun in NOUNS:
        found.extend(_slots_of(connection, noun))
    found.sort(key=lambda entry: entry[0])
    return [slot for _, slot in found]


def _write_noun(connection: sa.Connection, noun: Noun, *, changes: list[Change]) -> None:
    put = [noun.columns(change.after) for change in changes if change.after is not None]
    gone = [{"gone": change.id} for change in changes if change.after is None]
    if put:
        connection.execute(sa.insert(noun.table).prefix_with("OR REPLACE"), put)
    if gone:
        connection.execute(sa.delete(noun.table).where(noun.table.c.id == sa.bindparam("gone")), gone)


def _slots_of(connection: sa.Connection, noun: Noun) -> Iterable[tuple[int, Slot]]:
    """Yield the slots of one noun with their ordinals. Columns, not entities: ten years of shifts are read at start."""
    for row in map(_fields(noun)._make, connection.execute(_query(noun)).all()):
        yield row.ordinal, Slot(noun.kind, row.slot, None if row.id is None else noun.value(row))


@cache
def _fields(noun: Noun) -> Any:
    """Return a named tuple for the rows of a noun: its fields are read in a tenth of the time those of a row take."""
    return namedtuple(noun.row.__name__, ["ordinal", "slot", *noun.table.columns.keys()])


@cache
def _query(noun: Noun) -> sa.Select[Any]:
    return (
        sa.select(_RECORD.c.ordinal, _RECORD.c.id.label("slot"), noun.table)
        .outerjoin(noun.table, noun.table.c.id == _RECORD.c.id)
        .where(_RECORD.c.kind == noun.name)
    )
