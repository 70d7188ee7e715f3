"""What is wrong with a file that was brought in: where, and what, as facts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,63}", re.ASCII)
_LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: its place (`shifts[3].end`, or "" for the whole file), a code, and facts to say it with.

    Codes and facts: too_large (mebibytes), not_utf8 (byte), not_json (line, column), too_deep, duplicate_key (key),
    not_a_number, not_text, unknown_format (found), unknown_key (key), missing (key),
    wrong_type (expected: object, list, string, integer, boolean), not_a_choice (choices), out_of_range (low, high),
    bad_id, not_a_date, not_a_time, not_a_clock_time, no_offset, not_a_decimal,
    unknown_time_zone (found), duplicate_id (id, first), unknown_reference (id, list), not_after_start (start),
    before_start (start).
    """

    place: str
    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


class RosterFileError(Exception):
    """A file that is no `bpa-roster/1` file, with every problem of it in the order of the file's places."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{problem.place}: {problem.code}" for problem in self.problems[:10]))


def shown(text: str) -> str:
    """Return a text of the file so that it can be printed anywhere: no control signs, no halves of signs, not long."""
    if _PLAIN_KEY.fullmatch(text):
        return text
    cut = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    return cut if cut.isprintable() else json.dumps(cut)


def place_of(steps: Iterable[str | int]) -> str:
    """Return a place as it is written: `shifts[3].actual.end`."""
    place = ""
    for step in steps:
        if isinstance(step, int):
            place += f"[{step}]"
        else:
            place += f".{shown(step)}" if place else shown(step)
    return place
