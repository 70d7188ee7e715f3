"""What one object of the file alone cannot tell: ids once, references to something, ends after starts.

It looks at the tree as it was read, and passes over what has no right type, so that all problems of a file are found
at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import TypeVar

from pydantic_core import PydanticCustomError

from bpa_desktop.interchange.fields import read_day, read_id, read_instant
from bpa_desktop.interchange.json_text import Json, Place

_V = TypeVar("_V")
Found = tuple[Place, str, dict[str, str]]
"""A problem before it is put in order: the steps to its place, its code, its facts."""

_WITH_IDS = ("awards", "assistants", "needs", "rotations", "shifts", "absences", "substitute_requests")
_REFERENCES = (
    ("assistants", "never_with", "assistants"),
    ("availability", "assistant", "assistants"),
    ("rotations.lines", "assistant", "assistants"),
    ("shifts", "assistant", "assistants"),
    ("shifts", "backup", "assistants"),
    ("shifts", "rotation", "rotations"),
    ("absences", "assistant", "assistants"),
    ("substitute_requests", "shift", "shifts"),
    ("substitute_requests.asks", "assistant", "assistants"),
    ("substitute_requests", "chosen", "assistants"),
)
_SPANS = ("availability", "shifts", "absences")
_SPANS_WITHIN = (("shifts", "actual"), ("substitute_requests.asks", "part"))
_DAY_RANGES = ("awards", "assistants.employments", "needs", "rotations")


def cross_problems(tree: dict[str, Json]) -> Iterator[Found]:
    """Yield the problems between the objects of a file."""
    yield from _repeated_ids(tree)
    yield from _dead_references(tree)
    yield from _turned_spans(tree)
    yield from _weeks_beyond(tree)


def _objects(tree: dict[str, Json], path: str) -> Iterator[tuple[Place, dict[str, Json]]]:
    """Yield the objects of a list, or of a list in the objects of a list, with their places."""
    outer, _, inner = path.partition(".")
    listed = tree.get(outer)
    for number, item in enumerate(listed if isinstance(listed, list) else ()):
        if not isinstance(item, dict):
            continue
        if not inner:
            yield (outer, number), item
            continue
        for place, nested in _objects(item, inner):
            yield (outer, number, *place), nested


def _ids(tree: dict[str, Json]) -> Iterator[tuple[Place, str]]:
    arrangement = tree.get("arrangement")
    objects = [(("arrangement",), arrangement)] if isinstance(arrangement, dict) else []
    for place, item in (*objects, *(found for path in _WITH_IDS for found in _objects(tree, path))):
        record_id = item.get("id")
        if isinstance(record_id, str):
            yield place, record_id


def _repeated_ids(tree: dict[str, Json]) -> Iterator[Found]:
    first: dict[str, Place] = {}
    for place, record_id in _ids(tree):
        if record_id in first:
            yield (*place, "id"), "duplicate_id", {"id": record_id, "first": _written(first[record_id])}
        else:
            first[record_id] = place


def _written(place: Place) -> str:
    return str(place[0]) + "".join(f"[{step}]" for step in place[1:])


def _dead_references(tree: dict[str, Json]) -> Iterator[Found]:
    known = {
        target: {item.get("id") for _, item in _objects(tree, target) if isinstance(item.get("id"), str)}
        for target in ("assistants", "rotations", "shifts")
    }
    for path, key, target in _REFERENCES:
        for place, item in _objects(tree, path):
            yield from (
                (where, "unknown_reference", {"id": named, "list": target})
                for where, named in _named((*place, key), item.get(key))
                if named not in known[target]
            )


def _named(place: Place, value: Json) -> Iterator[tuple[Place, str]]:
    """Yield the ids that one value names, or each of a list, with their places."""
    many = [((*place, number), one) for number, one in enumerate(value)] if isinstance(value, list) else []
    for where, one in many or [(place, value)]:
        named = _read(read_id, one)
        if named is not None:
            yield where, named


def _turned_spans(tree: dict[str, Json]) -> Iterator[Found]:
    spans = [found for path in _SPANS for found in _objects(tree, path)]
    for path, key in _SPANS_WITHIN:
        for place, item in _objects(tree, path):
            within = item.get(key)
            if isinstance(within, dict):
                spans.append(((*place, key), within))
    for place, item in spans:
        start: datetime | None = _read(read_instant, item.get("start"))
        end: datetime | None = _read(read_instant, item.get("end"))
        if start is not None and end is not None and end <= start:
            yield (*place, "end"), "not_after_start", {"start": str(item["start"])}
    ranges = [found for path in _DAY_RANGES for found in _objects(tree, path)]
    for place, item in (*ranges, *_agreement(tree)):
        first: date | None = _read(read_day, item.get("from"))
        last: date | None = _read(read_day, item.get("to"))
        if first is not None and last is not None and last < first:
            yield (*place, "to"), "before_start", {"start": str(item["from"])}


def _agreement(tree: dict[str, Json]) -> Iterator[tuple[Place, dict[str, Json]]]:
    arrangement = tree.get("arrangement")
    agreement = arrangement.get("agreement") if isinstance(arrangement, dict) else None
    if isinstance(agreement, dict):
        yield ("arrangement", "agreement"), agreement


def _weeks_beyond(tree: dict[str, Json]) -> Iterator[Found]:
    for place, rotation in _objects(tree, "rotations"):
        weeks = rotation.get("weeks")
        for inner, line in _objects(rotation, "lines"):
            week = line.get("week")
            if type(weeks) is int and type(week) is int and 1 <= weeks < week:
                yield (*place, *inner, "week"), "out_of_range", {"low": "1", "high": str(weeks)}


def _read(reader: Callable[[object], _V], value: Json) -> _V | None:
    """Return a value, or None where it is none: that is said by the model."""
    try:
        return reader(value)
    except PydanticCustomError:
        return None
