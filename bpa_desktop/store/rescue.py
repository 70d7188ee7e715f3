"""What can still be read of a damaged store, without writing a byte of it.

Every page is sealed: one is read as it was written or not at all, so what is found is right. Each table is read from
both ends up to the damage; what a table lost may still stand in the log.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from bpa_desktop.domain.roster import Record
from bpa_desktop.store.codec import decode
from bpa_desktop.store.engine import read_only_engine
from bpa_desktop.store.log import RECORD, VERSION
from bpa_desktop.store.mapping import NOUN_NAMED, NOUNS

_UNREADABLE = (sa.exc.DBAPIError, dbapi2.Error)


def rescued_records(path: Path, key: bytes) -> tuple[Record, ...]:
    """Return every record that can be read, those that others refer to first; none where nothing can."""
    engine = read_only_engine(path, key)
    found: dict[tuple[str, str], Record] = {}
    try:
        for noun in NOUNS:
            query = sa.select(noun.table)
            for row in _rows(engine, query, table=noun.table):
                found.setdefault((noun.name, row.id), noun.value(row))
        heads = sa.select(RECORD.c.kind, RECORD.c.id, VERSION.c.data).join(VERSION, VERSION.c.seq == RECORD.c.head)
        for row in _rows(engine, heads, table=RECORD):
            if row.data is not None and (row.kind, row.id) not in found:
                found[row.kind, row.id] = decode(NOUN_NAMED[row.kind].kind, row.data)
    finally:
        engine.dispose()
    places = {noun.name: place for place, noun in enumerate(NOUNS)}
    return tuple(found[key] for key in sorted(found, key=lambda key: places[key[0]]))


def _rows(engine: sa.Engine, query: sa.Select[Any], *, table: sa.Table) -> Iterator[sa.Row[Any]]:
    """Yield rows from the first on and from the last back, each up to what cannot be read; whole ones twice."""
    for order in (sa.asc, sa.desc):
        with suppress(*_UNREADABLE), engine.connect() as connection:
            yield from connection.execute(query.order_by(order(sa.literal_column(f"{table.name}.rowid"))))
