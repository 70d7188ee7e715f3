"""A store of a size, made in bulk through the store's own tables: every shift edited nine times, each edit a step.

What is timed is the file, not how it came to be: done by verbs, it would take a day. The log is as the program would
have written it all the same: the versions hang on each other by their hashes, and every step can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

import sqlalchemy as sa

from bpa_desktop.domain.roster import Record
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.services.step import Direction
from bpa_desktop.store import log
from bpa_desktop.store.codec import encode
from bpa_desktop.store.columns import Columns
from bpa_desktop.store.engine import store_engine, take_log_in, writing
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.mapping import NOUN_OF
from bpa_desktop.store.opening import create_store
from bpa_desktop.store.versions import digest_of, hash_of
from tests.benchmarks.plans import FIRST, plan_of
from tests.store.shelves import RIGHT
from tests.store.stores import history_over, put_all

TEAM = 20
APART = timedelta(days=3650) / 100_000
"""From one shift to the next: ten years of such a team are 100,000 shifts, and of fewer or more a week has as many."""
EDITS = 9
"""So often each shift was edited: ten versions of each."""
_CHUNK = 20_000
_BEGUN = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC)
_NAME = NOUN_OF[Shift].name


@dataclass(frozen=True)
class _Free:
    """The first free numbers of steps, versions and records, after those of the team."""

    step: int
    version: int
    record: int


def make_big(folder: Path, shifts: int) -> None:
    """Make a store with so many shifts, ten times as many versions, and a step for each edit."""
    made = create_store(folder, RIGHT.text)
    put_all(history_over(made.store), team())
    key = made.store.key
    made.store.close()
    engine = store_engine(folder / STORE_NAME, key)
    with writing(engine, folder / STORE_NAME) as connection:
        connection.exec_driver_sql("PRAGMA cache_size = -600000")
        _fill(connection, shifts)
    take_log_in(engine, folder / STORE_NAME)
    engine.dispose()


def team() -> tuple[Record, ...]:
    """Return what there is before the first shift."""
    roster = plan_of(1, TEAM)
    return (roster.arrangement, *roster.awards, *roster.assistants, *roster.needs)


def shifts_of(count: int) -> Iterator[Shift]:
    """Yield shifts one after the other, spread evenly."""
    for number in range(count):
        start = _BEGUN + number * APART
        start -= timedelta(seconds=start.second, microseconds=start.microsecond)
        span = Span(start, start + timedelta(hours=7))
        yield Shift(_id(number), span, f"p{number % TEAM:02}")


def _fill(connection: sa.Connection, shifts: int) -> None:
    """Write the shifts as they are and as they were: first kept in one step, then each edited in steps of its own."""
    numbers = (log.STEP.c.seq, log.VERSION.c.seq, log.RECORD.c.ordinal)
    free = _Free(*(connection.execute(sa.select(sa.func.max(number))).scalar_one() + 1 for number in numbers))
    records = ({"ordinal": free.record + number, "kind": _NAME, "id": _id(number)} for number in range(shifts))
    _in_bulk(connection, log.RECORD, records)
    noun = NOUN_OF[Shift]
    _in_bulk(connection, noun.table, (noun.columns(replace(one, note=str(EDITS))) for one in shifts_of(shifts)))
    texts = [encode(shift) for shift in shifts_of(shifts)]
    hashes: list[str] = []
    for turn in range(EDITS + 1):
        _in_bulk(connection, log.STEP, (_step(turn, number) for number in range(shifts if turn else 1)))
        _in_bulk(connection, log.VERSION, _versions(turn, free=free, texts=texts, hashes=hashes))
    newest = free.version + EDITS * shifts - free.record
    connection.execute(
        sa.update(log.RECORD).where(log.RECORD.c.kind == _NAME).values(head=log.RECORD.c.ordinal + newest)
    )


def _versions(turn: int, *, free: _Free, texts: list[str], hashes: list[str]) -> Iterator[Columns]:
    """Yield a version of every shift, each but the first in a step of its own, and put its hash in the list."""
    shifts = len(texts)
    for number, text in enumerate(texts):
        data = text.replace('"note":""', f'"note":"{turn}"') if turn else text
        salt = f"{turn:02x}{number:030x}"
        parents = [hashes[number]] if turn else []
        hashed = hash_of(_NAME, _id(number), parents=parents, digest=digest_of(salt, data))
        hashes[number : number + 1] = [hashed]
        seq = free.version + turn * shifts + number
        yield {
            "seq": seq,
            "record": free.record + number,
            "parent": seq - shifts if turn else None,
            "step": free.step + ((turn - 1) * shifts + number + 1 if turn else 0),
            "hash": hashed,
            "salt": salt,
            "data": data,
        }


def _step(turn: int, number: int) -> Columns:
    at = _BEGUN + timedelta(days=turn, microseconds=number)
    verb = "edit_shift" if turn else "roll_out"
    known: Columns = {"id": f"00000000-{turn:04}-7000-8000-{number:012}", "verb": verb, "author": "", "at": at}
    return {**known, "direction": Direction.DONE.value, "of": None}


def _id(number: int) -> str:
    return f"{number:08}-0000-7000-8000-000000000000"


def _in_bulk(connection: sa.Connection, table: sa.Table, entries: Iterable[Columns]) -> None:
    rest = iter(entries)
    while chunk := list(islice(rest, _CHUNK)):
        connection.execute(sa.insert(table), chunk)
