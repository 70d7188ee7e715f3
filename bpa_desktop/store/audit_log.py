"""Steps with their changes for reading, a page at a time, newest first; what was erased is counted."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bpa_desktop.services.audit import Entry
from bpa_desktop.store.log import STEP, VERSION, change_of, line_of
from bpa_desktop.store.versions import State


def page_of(connection: sa.Connection, before: str | None, *, most: int) -> tuple[Entry, ...]:
    """Return so many steps at most, newest first; those before a step, where one is named."""
    steps = sa.select(STEP).order_by(STEP.c.seq.desc()).limit(most)
    if before is not None:
        steps = steps.where(STEP.c.seq < sa.select(STEP.c.seq).where(STEP.c.id == before).scalar_subquery())
    rows = connection.execute(steps).all()
    versions = _versions(connection, [row.id for row in rows])
    return tuple(_entry(row, versions.get(row.id, [])) for row in rows)


def _versions(connection: sa.Connection, steps: list[str]) -> dict[str, list[sa.Row[Any]]]:
    parent = VERSION.alias()
    query = (
        sa.select(VERSION.c.step, VERSION.c.kind, VERSION.c.record, VERSION.c.state, VERSION.c.data)
        .add_columns(parent.c.state.label("state_before"), parent.c.data.label("data_before"))
        .outerjoin(parent, parent.c.hash == sa.func.json_extract(VERSION.c.parents, "$[0]"))
        .where(VERSION.c.step.in_(steps))
        .order_by(VERSION.c.seq)
    )
    found: dict[str, list[sa.Row[Any]]] = {}
    for version in connection.execute(query):
        found.setdefault(version.step, []).append(version)
    return found


def _entry(row: sa.Row[Any], versions: list[sa.Row[Any]]) -> Entry:
    known = [one for one in versions if State.ERASED not in (one.state, one.state_before)]
    return Entry(line_of(row), tuple(change_of(one, last=one) for one in known), len(versions) - len(known))
