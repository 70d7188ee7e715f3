"""What is wrong with a file, as a sentence: where, what, and what belongs there."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Protocol

from bpa_desktop.i18n import Language, mark


class Problem(Protocol):
    """A place in a file, a code, and facts to say it with; interchange and data each have their own."""

    @property
    def place(self) -> str:
        """Where, as `shifts[3].end`; empty for the whole file."""
        ...

    @property
    def code(self) -> str:
        """What, by name."""
        ...

    @property
    def facts(self) -> Mapping[str, object]:
        """What the sentence needs."""
        ...


_SENTENCES = {
    "too_large": mark("the file is larger than {mebibytes} MiB"),
    "not_utf8": mark("the file is not UTF-8 text (byte {byte})"),
    "not_json": mark("the file is not JSON (line {line}, column {column})"),
    "too_deep": mark("the file is nested too deep"),
    "duplicate_key": mark("the key {key} stands twice"),
    "not_a_number": mark("must be an ordinary number"),
    "not_text": mark("holds characters that are no text"),
    "unknown_format": mark("is {found}; this program reads bpa-roster/1"),
    "unknown_key": mark("the key {key} is not known; take it away or mend its spelling"),
    "missing": mark("the key {key} is missing"),
    "wrong_type": mark("must be of the type {expected}"),
    "not_a_choice": mark("must be one of {choices}"),
    "out_of_range": mark("must be from {low} to {high}"),
    "bad_id": mark("must have 1 to 64 of the characters A–Z, a–z, 0–9, dot, underscore, hyphen"),
    "not_a_date": mark("must be a date, as 2026-12-04"),
    "not_a_time": mark("must be a time with offset, as 2026-12-04T15:00:00+01:00"),
    "not_a_clock_time": mark("must be a time of day, as 15:00"),
    "no_offset": mark("must have an offset, as 2026-12-04T15:00:00+01:00"),
    "not_a_decimal": mark('must be a number in quotation marks, as "37.5"'),
    "unknown_time_zone": mark("{found} is no time zone; write for example Europe/Oslo"),
    "duplicate_id": mark("the id {id} is taken already, at {first}"),
    "unknown_reference": mark("there is no {id} in {list}"),
    "not_after_start": mark("must be after start"),
    "before_start": mark("must not be before start"),
    "unreadable": mark("the file cannot be read ({reason})"),
    "not_toml": mark("the file is not TOML ({reason})"),
    "unknown_schema": mark("must be {expected}"),
    "not_of_kind": mark("does not belong to a price of the kind {kind}"),
    "not_decimal": mark('must be a number of 0 or more in quotation marks, as "430"; it is {value}'),
    "not_a_day": mark("must be a day, as 2026-01-01; it is {value}"),
    "not_one_of": mark("must be one of {expected}; it is {value}"),
    "replaces_loop": mark("{value} replaces itself by way of others"),
    "out_of_order": mark("must be later than the one before"),
}
# Where the data files know less, or other things, than the roster file.
_WITH_LESS = {
    "too_large": mark("the file is too large"),
    "unknown_key": mark("is not a key of the format; take it away or mend its spelling"),
    "missing": mark("is missing"),
    "wrong_type": mark("is of the wrong type"),
    "out_of_range": mark("is out of range: {value}"),
    "duplicate_id": mark("{value} stands twice"),
}
PROBLEM_CODES = frozenset(_SENTENCES)


def problem_text(language: Language, problem: Problem) -> str:
    """Return where something is wrong with a file, and what belongs there. Raises KeyError for an unknown code."""
    facts = {name: str(value) for name, value in problem.facts.items()}
    message = _SENTENCES[problem.code]
    if problem.code in _WITH_LESS and not _names(message) <= set(facts):
        message = _WITH_LESS[problem.code]
    sentence = language.text(message).format(**facts)
    return f"{problem.place}: {sentence}" if problem.place else sentence


def _names(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}
