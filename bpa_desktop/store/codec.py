"""A record as canonical JSON for the log, and back: sorted keys, decimals as text with their digits, times in UTC."""

from __future__ import annotations

import json

from pydantic import TypeAdapter

from bpa_desktop.domain.roster import Record

_adapters: dict[type[Record], TypeAdapter[Record]] = {}


def _adapter(kind: type[Record]) -> TypeAdapter[Record]:
    """Return the adapter of a kind; made when it is first needed, since making one takes its time."""
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def canonical(data: object) -> str:
    """Return plain data as the one JSON text that stands for it."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def encode(record: Record) -> str:
    """Return a record as canonical JSON."""
    return canonical(_adapter(type(record)).dump_python(record, mode="json"))


def decode(kind: type[Record], text: str) -> Record:
    """Return the record of a kind that a text stands for. Raises pydantic.ValidationError for one that is none."""
    return _adapter(kind).validate_json(text)
