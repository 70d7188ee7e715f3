"""The bytes of a `bpa-roster/1` file to a roster, or to all that is wrong with it."""

from __future__ import annotations

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bpa_desktop.domain.roster import Roster
from bpa_desktop.interchange.checks import Found, cross_problems
from bpa_desktop.interchange.json_text import Json, Place, read_json
from bpa_desktop.interchange.problems import Problem, RosterFileError, place_of, shown
from bpa_desktop.interchange.schema import FORMAT, DocumentModel

_EXPECTED = {
    "model_type": "object",
    "list_type": "list",
    "string_type": "string",
    "bool_type": "boolean",
}
_ORDER = {name: number for number, name in enumerate(DocumentModel.model_fields)}


def read_roster(data: bytes) -> Roster:
    """Return the roster of a file. Raises RosterFileError with all problems of the file at once."""
    tree = read_json(data)
    if not isinstance(tree, dict):
        raise RosterFileError([Problem("", "wrong_type", {"expected": "object"})])
    _refuse_other_format(tree)
    found = list(cross_problems(tree))
    try:
        document = DocumentModel.model_validate(tree)
    except ValidationError as error:
        found += [_found(details) for details in error.errors(include_url=False)]
    if found:
        found.sort(key=lambda problem: _rank(problem[0]))
        raise RosterFileError(Problem(place_of(place), code, facts) for place, code, facts in found)
    return document.value()


def _refuse_other_format(tree: dict[str, Json]) -> None:
    """Refuse a file that says it is something else, with that alone: the rest of it follows other rules."""
    claimed = tree.get("format")
    if isinstance(claimed, str) and claimed != FORMAT:
        raise RosterFileError([Problem("format", "unknown_format", {"found": shown(claimed)})])


def _found(details: ErrorDetails) -> Found:
    place, kind, facts = details["loc"], details["type"], details.get("ctx", {})
    if kind in _EXPECTED:
        return place, "wrong_type", {"expected": _EXPECTED[kind]}
    if kind in ("missing", "extra_forbidden"):
        return place, "missing" if kind == "missing" else "unknown_key", {"key": shown(str(place[-1]))}
    if kind in ("enum", "literal_error"):
        return _found_choice(details)
    return place, kind, {name: shown(str(fact)) for name, fact in facts.items()}


def _found_choice(details: ErrorDetails) -> Found:
    """Return the problem of a word that is none of those allowed, or of something that is no word at all."""
    if not isinstance(details["input"], str):
        return details["loc"], "wrong_type", {"expected": "string"}
    choices = details["ctx"]["expected"].replace(" or ", ", ").replace("'", "")
    return details["loc"], "not_a_choice", {"choices": choices}


def _rank(place: Place) -> tuple[tuple[int, str], ...]:
    """Return what puts places in the order of the format, then of the lists, then by name."""
    steps = ((step, "") if isinstance(step, int) else (_ORDER.get(step, len(_ORDER)), step) for step in place)
    return tuple(steps)
