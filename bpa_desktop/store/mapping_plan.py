"""Need, rotation and shift: row to value and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bpa_desktop.domain.need import Need
from bpa_desktop.domain.rotation import Rotation, RotationLine
from bpa_desktop.domain.shift import Shift, ShiftKind, ShiftState
from bpa_desktop.store.columns import (
    Columns,
    clock_of,
    day_text,
    days_of,
    instant_of,
    instant_text,
    optional_text,
    span_of,
)
from bpa_desktop.store.frozen import maker
from bpa_desktop.store.tables import Json, NeedRow, RotationRow

_KIND_OF = {kind.value: kind for kind in ShiftKind}  # ten years of shifts are read at start: no call for each
_STATE_OF = {state.value: state for state in ShiftState}
_shift = maker(Shift)


def need_columns(value: Need) -> Columns:
    """Return the row of a need."""
    return {
        "id": value.id,
        "weekday": value.weekday,
        "start_time": value.start.isoformat(),
        "end_time": value.end.isoformat(),
        "people": value.people,
        "kind": value.kind.value,
        "skills": list(value.skills),
        "first_day": day_text(value.days.first),
        "last_day": day_text(value.days.last),
    }


def need_of(row: NeedRow) -> Need:
    """Return the need of a row."""
    return Need(
        row.id,
        row.weekday,
        clock_of(row.start_time),
        clock_of(row.end_time),
        people=row.people,
        kind=ShiftKind(row.kind),
        skills=tuple(row.skills),
        days=days_of(row.first_day, row.last_day),
    )


def rotation_columns(value: Rotation) -> Columns:
    """Return the row of a rotation."""
    return {
        "id": value.id,
        "name": value.name,
        "weeks": value.weeks,
        "first_day": day_text(value.days.first),
        "last_day": day_text(value.days.last),
        "lines": [_line_entry(line) for line in value.lines],
    }


def rotation_of(row: RotationRow) -> Rotation:
    """Return the rotation of a row."""
    lines = tuple(_line_of(entry) for entry in row.lines)
    return Rotation(row.id, row.name, row.weeks, days_of(row.first_day, row.last_day), lines)


def _line_entry(line: RotationLine) -> Json:
    return {
        "week": line.week,
        "weekday": line.weekday,
        "start": line.start.isoformat(),
        "end": line.end.isoformat(),
        "assistant": line.assistant,
        "kind": line.kind.value,
    }


def _line_of(entry: Json) -> RotationLine:
    return RotationLine(
        int(str(entry["week"])),
        int(str(entry["weekday"])),
        clock_of(entry["start"]),
        clock_of(entry["end"]),
        optional_text(entry["assistant"]),
        ShiftKind(str(entry["kind"])),
    )


def shift_columns(value: Shift) -> Columns:
    """Return the row of a shift."""
    return {
        "id": value.id,
        "starts_at": instant_text(value.span.start),
        "ends_at": instant_text(value.span.end),
        "assistant": value.assistant,
        "kind": value.kind.value,
        "active_minutes": value.active_minutes,
        "break_minutes": value.break_minutes,
        "state": value.state.value,
        "published_at": instant_text(value.published_at),
        "backup": value.backup,
        "place": value.place,
        "skills": list(value.skills),
        "tasks": list(value.tasks),
        "note": value.note,
        "rotation": value.rotation,
        "actual_start": instant_text(value.actual.start) if value.actual else None,
        "actual_end": instant_text(value.actual.end) if value.actual else None,
    }


def shift_of(row: Sequence[Any]) -> Shift:
    """Return the shift of a row: by place and in one go, since ten years of shifts are made at start."""
    (
        record_id,
        starts_at,
        ends_at,
        assistant,
        kind,
        active_minutes,
        break_minutes,
        state,
        published_at,
        backup,
        place,
        skills,
        tasks,
        note,
        rotation,
        actual_start,
        actual_end,
    ) = row
    return _shift(
        record_id,
        span_of(starts_at, ends_at),
        assistant,
        _KIND_OF[kind],
        active_minutes,
        break_minutes,
        _STATE_OF[state],
        None if published_at is None else instant_of(published_at),
        backup,
        place,
        tuple(skills),
        tuple(tasks),
        note,
        rotation,
        None if actual_start is None else span_of(actual_start, actual_end),
    )
