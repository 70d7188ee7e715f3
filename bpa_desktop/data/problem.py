"""What is wrong with a data file: every problem at once, each with its place, as facts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

LONGEST_SHOWN = 60


class ProblemCode(StrEnum):
    """Why a file, or a value in it, is refused; the facts that go with it stand beside it."""

    UNREADABLE = "unreadable"  # reason
    TOO_LARGE = "too_large"  # mebibytes
    NOT_UTF8 = "not_utf8"  # byte
    NOT_TOML = "not_toml"  # reason
    UNKNOWN_SCHEMA = "unknown_schema"  # expected
    UNKNOWN_KEY = "unknown_key"  # key
    MISSING = "missing"  # key
    NOT_OF_KIND = "not_of_kind"  # key, kind
    WRONG_TYPE = "wrong_type"  # expected, value
    NOT_A_DECIMAL = "not_a_decimal"  # value
    NOT_A_DATE = "not_a_date"  # value
    NOT_A_CLOCK_TIME = "not_a_clock_time"  # value
    NOT_A_CHOICE = "not_a_choice"  # choices, value
    BAD_ID = "bad_id"  # value
    OUT_OF_RANGE = "out_of_range"  # value
    DUPLICATE_ID = "duplicate_id"  # id, first
    REPLACES_LOOP = "replaces_loop"  # value
    OUT_OF_ORDER = "out_of_order"  # none


@dataclass(frozen=True)
class Problem:
    """A problem: its place (`tariff[0].service[1].band[0].rate`, or "" for the file), and the facts of a message."""

    place: str
    code: ProblemCode
    facts: Mapping[str, str] = field(default_factory=dict, hash=False)


class DataError(Exception):
    """A data file that is refused; `problems` are all that is wrong with it, and nothing of it was used."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        told = "; ".join(f"{problem.place or file}: {problem.code}" for problem in problems)
        super().__init__(f"{file}: {told}")
        self.file = file
        self.problems = tuple(problems)


def place_of(steps: Sequence[str | int]) -> str:
    """Return a place as it is written: names joined by dots, numbers in brackets."""
    text = ""
    for step in steps:
        text += f"[{step}]" if isinstance(step, int) else f".{shown(step)}" if text else shown(step)
    return text


def shown(text: str) -> str:
    """Return a text of the file so that it can be printed anywhere: not long, and no control signs."""
    cut = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    return cut if cut.isprintable() else json.dumps(cut)
