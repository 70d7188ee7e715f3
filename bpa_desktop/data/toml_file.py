"""A TOML file read with care: not too large, in UTF-8, sound, and of the schema that was expected."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from bpa_desktop.data.problem import DataError, Problem, ProblemCode

LARGEST_MEBIBYTES = 1
LARGEST = LARGEST_MEBIBYTES * 1024 * 1024
"""Bytes above which a file is no price list; all those known together are under a twentieth of it."""

_AT = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes, never more than the largest allowed and one. Raises DataError when it can't be read."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise _refused(path.name, ProblemCode.UNREADABLE, reason=error.strerror or "") from error


def parse(content: bytes, name: str, *, schema: str) -> dict[str, object]:
    """Return the tables of a TOML file of a schema. Raises DataError with the place of what is wrong."""
    if len(content) > LARGEST:
        raise _refused(name, ProblemCode.TOO_LARGE, mebibytes=str(LARGEST_MEBIBYTES))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _refused(name, ProblemCode.NOT_UTF8, place=f"line {line}", byte=str(error.start)) from error
    try:
        tables: dict[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(name, str(error)) from error
    except (RecursionError, ValueError) as error:  # thousands of brackets; an integer of thousands of digits
        raise _refused(name, ProblemCode.NOT_TOML, reason="too deep or too long") from error
    if tables.get("schema") != schema:
        raise _refused(name, ProblemCode.UNKNOWN_SCHEMA, place="schema", expected=schema)
    return tables


def _not_toml(name: str, reason: str) -> DataError:
    at = _AT.search(reason)
    place = f"line {at[1]}, column {at[2]}" if at else "the end"
    return _refused(name, ProblemCode.NOT_TOML, place=place, reason=_AT.sub("", reason).strip())


def _refused(name: str, code: ProblemCode, *, place: str = "", **facts: str) -> DataError:
    return DataError(name, [Problem(place, code, facts)])
