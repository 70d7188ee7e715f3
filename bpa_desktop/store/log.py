"""The log: steps and the versions they made, and which version of a record is the newest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import count, groupby
from typing import Any

import sqlalchemy as sa

from bpa_desktop.domain.roster import Record
from bpa_desktop.services.step import Change, Direction, Slot, Step, StepLine
from bpa_desktop.services.trouble import ErasedError, StaleChangeError
from bpa_desktop.store.codec import decode
from bpa_desktop.store.columns import Columns
from bpa_desktop.store.mapping import NOUN_NAMED, NOUN_OF
from bpa_desktop.store.tables import RecordRow, StepRow, VersionRow, table_of
from bpa_desktop.store.versions import Version, digest_of, version_of

STEP = table_of(StepRow)
VERSION = table_of(VersionRow)
RECORD = table_of(RecordRow)
_CHUNK = 500
_BEFORE = VERSION.alias("before")
_ERASED_BEFORE = sa.and_(_BEFORE.c.seq.is_not(None), _BEFORE.c.salt.is_(None))

CHANGES = (
    sa.select(RECORD.c.kind, RECORD.c.id.label("record"), VERSION.c.step, VERSION.c.data)
    .add_columns(_BEFORE.c.data.label("data_before"))
    .add_columns(sa.or_(VERSION.c.salt.is_(None), _ERASED_BEFORE).label("erased"))
    .select_from(VERSION)
    .join(RECORD, RECORD.c.ordinal == VERSION.c.record)
    .outerjoin(_BEFORE, _BEFORE.c.seq == VERSION.c.parent)
    .order_by(VERSION.c.step, VERSION.c.seq)
)
"""What versions changed, oldest first; `erased` where that is not known any more."""

_Key = tuple[str, str]


@dataclass(frozen=True)
class _Head:
    """The newest version of a record, and the record's place."""

    ordinal: int
    seq: int
    hash: str
    data: str | None


def append_step(connection: sa.Connection, step: Step) -> None:
    """Write a step and its versions, and move the heads. Raises StaleChangeError when a change expects another head."""
    heads = _heads(connection, step.changes)
    number = connection.execute(sa.insert(STEP), _step_columns(step.line)).inserted_primary_key
    assert number is not None  # of one row there is one
    versions, fresh, moved = [], [], []
    ordinals = count(_next_free(connection, RECORD.c.ordinal))
    for seq, change in enumerate(step.changes, _next_free(connection, VERSION.c.seq)):
        kind = NOUN_OF[change.kind].name
        head = heads.get((kind, change.id))
        ordinal = next(ordinals) if head is None else head.ordinal
        if head is None:
            fresh.append({"ordinal": ordinal, "kind": kind, "id": change.id})
        versions.append({"seq": seq, "record": ordinal, "step": number.seq, **_version_columns(change, head)})
        moved.append({"moved": ordinal, "head": seq})
    if fresh:
        connection.execute(sa.insert(RECORD), fresh)
    if versions:
        connection.execute(sa.insert(VERSION), versions)
        connection.execute(sa.update(RECORD).where(RECORD.c.ordinal == sa.bindparam("moved")), moved)


def erase_before(connection: sa.Connection, step: Step) -> None:
    """Take data and salt away from every version of what the step forgets, but those that the step itself made.

    What is left of each is its digest.
    """
    made = sa.select(STEP.c.seq).where(STEP.c.id == step.line.id).scalar_subquery()
    known = sa.select(VERSION.c.seq, VERSION.c.salt, VERSION.c.data).where(VERSION.c.salt.is_not(None))
    erasing = sa.update(VERSION).where(VERSION.c.seq == sa.bindparam("erased")).values(salt=None, data=None)
    for kind, ids in _portions((NOUN_OF[kind].name, record_id) for kind, record_id in step.forgotten):
        ordinals = sa.select(RECORD.c.ordinal).where(RECORD.c.kind == kind, RECORD.c.id.in_(ids))
        rows = connection.execute(known.where(VERSION.c.record.in_(ordinals), VERSION.c.step != made)).all()
        if rows:
            erased = [{"erased": row.seq, "digest": digest_of(row.salt, row.data)} for row in rows]
            connection.execute(erasing.values(digest=sa.bindparam("digest")), erased)


def journal(
    connection: sa.Connection, *, most: int | None = None, about: Collection[str] | None = None
) -> list[StepLine]:
    """Return a line for every step, oldest first: so many of the latest, or all that bear on steps of some verbs."""
    query = sa.select(STEP).order_by(STEP.c.seq.desc()).limit(most)
    if about is not None:
        query = query.where(_bears_on(about))
    return [line_of(row) for row in connection.execute(query)][::-1]


def _bears_on(verbs: Collection[str]) -> sa.ColumnElement[bool]:
    """Return what tells which steps of some verbs are in force.

    Those, whatever is about another step, and what it is about. A step that ends what could be done again is not
    needed: whatever is undone later lies above that, so nothing below it is done again.
    """
    other = STEP.alias()
    named = sa.select(other.c.of).where(other.c.of.is_not(None))
    return sa.or_(STEP.c.verb.in_(verbs), STEP.c.of.is_not(None), STEP.c.id.in_(named))


def step_of(connection: sa.Connection, step_id: str, *, since: str | None = None) -> Step:
    """Return a step with its changes, in their order; what all steps come to from `since` on, where that is given.

    Raises KeyError, ErasedError.
    """
    row = _step_row(connection, step_id)
    first = row if since is None else _step_row(connection, since)
    found: dict[_Key, list[sa.Row[Any]]] = {}
    for version in connection.execute(CHANGES.where(VERSION.c.step.between(first.seq, row.seq))):
        if version.erased:
            raise ErasedError(step_id)
        versions = found.setdefault((version.kind, version.record), [version])
        versions[1:] = [version]  # the first and the last: what was between them is not read
    changes = (change_of(versions[0], last=versions[-1]) for versions in found.values())
    return Step(line_of(row), tuple(change for change in changes if change.before != change.after))


def _step_row(connection: sa.Connection, step_id: str) -> sa.Row[Any]:
    row = connection.execute(sa.select(STEP).where(STEP.c.id == step_id)).one_or_none()
    if row is None:
        raise KeyError(step_id)
    return row


def past_of(connection: sa.Connection, kind: type[Record], *, of: str | None = None) -> list[Slot]:
    """Return every record of a kind, or one by its id, as each step left it, oldest first; what was erased is left out.

    Of one record the parents are followed, so that the log is not read through.
    """
    name = NOUN_OF[kind].name
    query = (
        sa.select(RECORD.c.id, VERSION.c.data)
        .select_from(VERSION)
        .join(RECORD, RECORD.c.ordinal == VERSION.c.record)
        .where(RECORD.c.kind == name, VERSION.c.salt.is_not(None))
        .order_by(VERSION.c.seq)
    )
    if of is not None:
        query = query.where(VERSION.c.seq.in_(sa.select(_line_back(name, of).c.seq)))
    return [Slot(kind, row.id, _record_of(name, row.data)) for row in connection.execute(query)]


def _line_back(name: str, record_id: str) -> sa.CTE:
    """Return the numbers of a record's versions, from the newest back to the first."""
    head = sa.select(RECORD.c.head.label("seq")).where(RECORD.c.kind == name, RECORD.c.id == record_id)
    line = head.cte("line", recursive=True)
    parents = sa.select(VERSION.c.parent).join(line, VERSION.c.seq == line.c.seq)
    return line.union(parents.where(VERSION.c.parent.is_not(None)))


def _heads(connection: sa.Connection, changes: Iterable[Change]) -> dict[_Key, _Head]:
    """Return the heads of the records that the changes are about, as far as those were ever kept."""
    heads: dict[_Key, _Head] = {}
    for kind, ids in _portions((NOUN_OF[change.kind].name, change.id) for change in changes):
        query = (
            sa.select(RECORD.c.id, RECORD.c.ordinal, VERSION.c.seq, VERSION.c.hash, VERSION.c.data)
            .join(VERSION, VERSION.c.seq == RECORD.c.head)
            .where(RECORD.c.kind == kind, RECORD.c.id.in_(ids))
        )
        for row in connection.execute(query):
            heads[kind, row.id] = _Head(row.ordinal, row.seq, row.hash, row.data)
    return heads


def _next_free(connection: sa.Connection, number: sa.Column[Any]) -> int:
    """Return the number after the last."""
    return (connection.execute(sa.select(sa.func.max(number))).scalar_one() or 0) + 1


def _portions(keys: Iterable[_Key]) -> Iterator[tuple[str, list[str]]]:
    """Yield the ids by kind, in portions that fit into one statement."""
    for kind, group in groupby(sorted(keys), key=lambda key: key[0]):
        ids = [record_id for _, record_id in group]
        for start in range(0, len(ids), _CHUNK):
            yield kind, ids[start : start + _CHUNK]


def _next_version(change: Change, head: _Head | None) -> Version:
    name = NOUN_OF[change.kind].name
    kept = None if head is None else _record_of(name, head.data)
    if change.before != kept:
        raise StaleChangeError(name, change.id)
    parents = () if head is None else (head.hash,)
    return version_of(name, change.id, parents=parents, after=change.after)


def _record_of(name: str, data: str | None) -> Record | None:
    return None if data is None else decode(NOUN_NAMED[name].kind, data)


def change_of(row: sa.Row[Any], *, last: sa.Row[Any]) -> Change:
    """Return what a version changed, as the last of several versions of its record has it."""
    before, after = _record_of(row.kind, row.data_before), _record_of(row.kind, last.data)
    return Change(NOUN_NAMED[row.kind].kind, row.record, before=before, after=after)


def _step_columns(line: StepLine) -> Columns:
    return {
        "id": line.id,
        "verb": line.verb,
        "author": line.author,
        "at": line.at,
        "direction": line.direction.value,
        "of": line.of,
    }


def line_of(row: sa.Row[Any]) -> StepLine:
    """Return a step without its changes."""
    return StepLine(row.id, row.verb, row.author, row.at, Direction(row.direction), row.of)


def _version_columns(change: Change, head: _Head | None) -> Columns:
    """Return what comes after a head by a change. Raises StaleChangeError."""
    version = _next_version(change, head)
    parent = None if head is None else head.seq
    return {"parent": parent, "hash": version.hash, "salt": version.salt, "data": version.data}
