"""Steps with their changes for reading, a page at a time, newest first; what was erased is counted."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bpa_desktop.services.audit import Entry
from bpa_desktop.store.log import CHANGES, STEP, VERSION, change_of, line_of


def page_of(connection: sa.Connection, before: str | None, *, most: int) -> tuple[Entry, ...]:
    """Return so many steps at most, newest first; those before a step, where one is named."""
    steps = sa.select(STEP).order_by(STEP.c.seq.desc()).limit(most)
    if before is not None:
        steps = steps.where(STEP.c.seq < sa.select(STEP.c.seq).where(STEP.c.id == before).scalar_subquery())
    rows = connection.execute(steps).all()
    versions = _versions(connection, [row.seq for row in rows])
    return tuple(_entry(row, versions.get(row.seq, [])) for row in rows)


def _versions(connection: sa.Connection, steps: list[int]) -> dict[int, list[sa.Row[Any]]]:
    found: dict[int, list[sa.Row[Any]]] = {}
    for version in connection.execute(CHANGES.where(VERSION.c.step.in_(steps))):
        found.setdefault(version.step, []).append(version)
    return found


def _entry(row: sa.Row[Any], versions: list[sa.Row[Any]]) -> Entry:
    known = [one for one in versions if not one.erased]
    return Entry(line_of(row), tuple(change_of(one, last=one) for one in known), len(versions) - len(known))
