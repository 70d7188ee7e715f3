"""Bytes to a JSON tree: nothing but what JSON is, and no name twice in one object."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator

from bpa_desktop.interchange.problems import Problem, RosterFileError, place_of, shown

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
Place = tuple[str | int, ...]

MEBIBYTE = 2**20
LARGEST_MEBIBYTES = 64
_HALF_A_SIGN = re.compile("[\ud800-\udfff]")
_MAY_HOLD_HALVES = re.compile(r"\\u[dD][89a-fA-F]")
_LONGEST_NUMBER = (
    19  # as many digits as any number that a field takes has, and more: what is cut is out of range anyway
)


def read_json(data: bytes) -> Json:
    """Return the tree of a UTF-8 JSON text. Raises RosterFileError."""
    if len(data) > LARGEST_MEBIBYTES * MEBIBYTE:
        raise RosterFileError([Problem("", "too_large", {"mebibytes": str(LARGEST_MEBIBYTES)})])
    try:
        text = data.decode("utf-8-sig")  # some editors of Windows put a mark before the text
    except UnicodeDecodeError as error:
        raise RosterFileError([Problem("", "not_utf8", {"byte": str(error.start)})]) from error
    return _Reader().read(text)


class _Reader:
    """Reads one text, and notes what the parser alone would let pass."""

    def __init__(self) -> None:
        self._repeated: dict[int, tuple[dict[str, Json], str]] = {}
        self._no_number = False

    def read(self, text: str) -> Json:
        tree = self._parsed(text)
        if self._repeated or self._no_number or _MAY_HOLD_HALVES.search(text):
            problems = tuple(self._defects(tree))
            if problems:
                raise RosterFileError(problems)
        return tree

    def _parsed(self, text: str) -> Json:
        try:
            tree: Json = json.loads(
                text,
                object_pairs_hook=self._object,
                parse_int=lambda digits: int(digits[: _LONGEST_NUMBER + 1]),
                parse_constant=self._constant,
            )
        except json.JSONDecodeError as error:
            facts = {"line": str(error.lineno), "column": str(error.colno)}
            raise RosterFileError([Problem("", "not_json", facts)]) from error
        except RecursionError as error:
            raise RosterFileError([Problem("", "too_deep")]) from error
        return tree

    def _object(self, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        found = dict(pairs)
        if len(found) < len(pairs):
            seen: set[str] = set()
            again = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
            self._repeated[id(found)] = (found, again)  # holding it keeps its id its own
        return found

    def _constant(self, _: str) -> float:
        self._no_number = True
        return math.nan

    def _defects(self, tree: Json) -> Iterator[Problem]:
        for place, value in walk(tree):
            if id(value) in self._repeated:
                key = self._repeated[id(value)][1]
                yield Problem(place_of((*place, key)), "duplicate_key", {"key": shown(key)})
            if isinstance(value, dict):
                yield from (Problem(place_of((*place, key)), "not_text") for key in value if _HALF_A_SIGN.search(key))
            elif isinstance(value, str) and _HALF_A_SIGN.search(value):
                yield Problem(place_of(place), "not_text")
            elif isinstance(value, float) and math.isnan(value):
                yield Problem(place_of(place), "not_a_number")


def walk(tree: Json) -> Iterator[tuple[Place, Json]]:
    """Yield every value of a tree with its place, in the order of the text."""
    waiting: list[tuple[Place, Json]] = [((), tree)]
    while waiting:
        place, value = waiting.pop()
        yield place, value
        if isinstance(value, dict):
            waiting += [((*place, key), inner) for key, inner in reversed(value.items())]
        elif isinstance(value, list):
            waiting += [((*place, number), inner) for number, inner in reversed(list(enumerate(value)))]
