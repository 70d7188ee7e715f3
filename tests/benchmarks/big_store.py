"""A store of a size, made in bulk through the store's own tables: every shift edited nine times, each edit a step.

What is timed is the file, not how it came to be: done by verbs, it would take a day. The log is as the program would
have written it all the same: the versions hang on each other by their hashes, and every step can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

import sqlalchemy as sa

from bpa_desktop.domain.roster import Record
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import Span
from bpa_desktop.services.step import Direction
from bpa_desktop.store import log, vault
from bpa_desktop.store.codec import encode
from bpa_desktop.store.columns import Columns, instant_text
from bpa_desktop.store.engine import store_engine, take_log_in, writing
from bpa_desktop.store.folder import STORE_NAME
from bpa_desktop.store.mapping import NOUN_OF
from bpa_desktop.store.opening import create_store
from bpa_desktop.store.versions import State, digest_of, hash_of
from tests.benchmarks.plans import FIRST, plan_of
from tests.store.shelves import RIGHT
from tests.store.stores import CHEAP, history_over, put_all

TEAM, DAYS = 20, 3650
EDITS = 9
"""So often each shift was edited: ten versions of each."""
_CHUNK = 20_000
_BEGUN = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC)
_NAME = NOUN_OF[Shift].name


def make_big(folder: Path, shifts: int) -> None:
    """Make a store with so many shifts over ten years, ten times as many versions, and a step for each edit."""
    vault.SCRYPT_N = CHEAP
    made = create_store(folder, RIGHT.text)
    put_all(history_over(made.store), _team())
    key = made.store.key
    made.store.close()
    engine = store_engine(folder / STORE_NAME, key)
    plan = tuple(_shifts(shifts))
    data = [encode(shift) for shift in plan]
    heads: list[str] = []
    with writing(engine, folder / STORE_NAME) as connection:
        connection.exec_driver_sql("PRAGMA cache_size = -600000")
        for turn in range(EDITS + 1):
            _in_bulk(connection, log.STEP, (_step(turn, number) for number in range(shifts if turn else 1)))
            heads = _versions_kept(connection, turn, plan=plan, data=data, heads=heads)
        records = (_record(shift, head) for shift, head in zip(plan, heads, strict=True))
        _in_bulk(connection, log.RECORD, records)
        noun = NOUN_OF[Shift]
        _in_bulk(connection, noun.table, (noun.columns(replace(shift, note=str(EDITS))) for shift in plan))
    take_log_in(engine, folder / STORE_NAME)
    engine.dispose()


def _team() -> tuple[Record, ...]:
    roster = plan_of(1, TEAM)
    return (roster.arrangement, *roster.awards, *roster.assistants, *roster.needs)


def _shifts(count: int) -> Iterator[Shift]:
    """Yield shifts spread evenly over ten years."""
    apart = timedelta(days=DAYS) / count
    for number in range(count):
        start = _BEGUN + number * apart
        start -= timedelta(seconds=start.second, microseconds=start.microsecond)
        span = Span(start, start + timedelta(hours=7))
        yield Shift(f"{number:08}-0000-7000-8000-000000000000", span, f"p{number % TEAM:02}")


def _versions_kept(
    connection: sa.Connection, turn: int, *, plan: tuple[Shift, ...], data: list[str], heads: list[str]
) -> list[str]:
    """Keep a version of every shift, each but the first in a step of its own; return their hashes."""
    hashes: list[str] = []

    def entries() -> Iterator[Columns]:
        for number, shift in enumerate(plan):
            text = data[number].replace('"note":""', f'"note":"{turn}"') if turn else data[number]
            salt = f"{turn:02x}{number:030x}"
            digest, parents = digest_of(salt, text), [heads[number]] if turn else []
            hashes.append(hash_of(_NAME, shift.id, parents=parents, digest=digest))
            yield {
                "hash": hashes[-1],
                "kind": _NAME,
                "record": shift.id,
                "parents": parents,
                "state": State.KEPT.value,
                "data": text,
                "salt": salt,
                "digest": digest,
                "step": _step_id(turn, number if turn else 0),
            }

    _in_bulk(connection, log.VERSION, entries())
    return hashes


def _record(shift: Shift, head: str) -> Columns:
    return {"kind": _NAME, "id": shift.id, "head": head}


def _step(turn: int, number: int) -> Columns:
    at = _BEGUN + timedelta(days=turn, microseconds=number)
    verb = "edit_shift" if turn else "roll_out"
    known: Columns = {"id": _step_id(turn, number), "verb": verb, "author": "", "at": instant_text(at)}
    return {**known, "direction": Direction.DONE.value, "of": None}


def _step_id(turn: int, number: int) -> str:
    return f"00000000-{turn:04}-7000-8000-{number:012}"


def _in_bulk(connection: sa.Connection, table: sa.Table, entries: Iterable[Columns]) -> None:
    rest = iter(entries)
    while chunk := list(islice(rest, _CHUNK)):
        connection.execute(sa.insert(table), chunk)
