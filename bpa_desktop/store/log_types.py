"""Column types of the log: few bytes in the file, text and instants to the program."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Dialect
from sqlalchemy.types import UserDefinedType

from bpa_desktop.store.pressing import press, unpressed

_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_Way = Callable[[Any], Any]


def id_in_file(text: str) -> bytes | str:
    """Return an id as the sixteen bytes of its UUID, or as it is where it is none or is written otherwise."""
    with suppress(ValueError):
        known = UUID(text)
        if str(known) == text:
            return known.bytes
    return text


def id_of(kept: bytes | str) -> str:
    """Return the id that stands in the file, of this revision or an older one."""
    if isinstance(kept, str):
        return kept
    signs = kept.hex()  # by UUID it would take twice as long, and a journal is hundreds of thousands
    return f"{signs[:8]}-{signs[8:12]}-{signs[12:16]}-{signs[16:20]}-{signs[20:]}"


def microseconds(moment: datetime) -> int:
    """Return an instant in microseconds since 1970."""
    return (moment - _BEGIN) // _MICROSECOND


def moment_of(kept: int | str) -> datetime:
    """Return the instant that stands in the file, of this revision or an older one."""
    return datetime.fromisoformat(kept) if isinstance(kept, str) else _BEGIN + timedelta(microseconds=kept)


class _Compact(UserDefinedType[Any]):
    """A type whose values go into the file one way, and come out of it the other."""

    spec = "BLOB"
    into: _Way
    out: _Way

    def get_col_spec(self, **_kw: object) -> str:
        """Return how the type is named in the file."""
        return self.spec

    def bind_processor(self, dialect: Dialect) -> _Way:
        """Return the way into the file."""
        into = type(self).into
        return lambda value: None if value is None else into(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> _Way:
        """Return the way out of the file."""
        out = type(self).out
        return lambda value: None if value is None else out(value)


class StepId(_Compact):
    """An id: sixteen bytes where it is a UUID."""

    cache_ok = True
    into, out = staticmethod(id_in_file), staticmethod(id_of)


class Moment(_Compact):
    """An instant: a number, microseconds since 1970."""

    cache_ok = True
    spec = "INTEGER"
    into, out = staticmethod(microseconds), staticmethod(moment_of)


class Hex(_Compact):
    """A hash or a salt: half as many bytes as it has signs."""

    cache_ok = True
    into, out = staticmethod(bytes.fromhex), staticmethod(bytes.hex)


class Pressed(_Compact):
    """A text, pressed."""

    cache_ok = True
    into, out = staticmethod(press), staticmethod(unpressed)
