"""The words that typed sentences are made of, Norwegian and English at once: people mix them. Plain Python."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from bpa_desktop.domain.absence import AbsenceKind


class Deed(StrEnum):
    """What a sentence is about."""

    NEW = "new"
    MOVE = "move"
    GIVE = "give"
    REMOVE = "remove"
    AWAY = "away"
    GO = "go"


DEEDS: dict[tuple[str, ...], Deed] = {
    ("legg", "til"): Deed.NEW,
    ("ny",): Deed.NEW,
    ("new",): Deed.NEW,
    ("add",): Deed.NEW,
    ("flytt",): Deed.MOVE,
    ("move",): Deed.MOVE,
    ("gi",): Deed.GIVE,
    ("gje",): Deed.GIVE,
    ("give",): Deed.GIVE,
    ("slett",): Deed.REMOVE,
    ("fjern",): Deed.REMOVE,
    ("delete",): Deed.REMOVE,
    ("remove",): Deed.REMOVE,
    ("ga", "til"): Deed.GO,
    ("go", "to"): Deed.GO,
    ("goto",): Deed.GO,
}
"""How a sentence begins; one about an absence begins with a name or with the kind."""
KINDS: dict[tuple[str, ...], AbsenceKind] = {
    ("sykt", "barn"): AbsenceKind.CHILD_SICK,
    ("sjukt", "barn"): AbsenceKind.CHILD_SICK,
    ("sick", "child"): AbsenceKind.CHILD_SICK,
    ("syk",): AbsenceKind.SELF_CERTIFIED,
    ("sjuk",): AbsenceKind.SELF_CERTIFIED,
    ("sick",): AbsenceKind.SELF_CERTIFIED,
    ("egenmelding",): AbsenceKind.SELF_CERTIFIED,
    ("eigenmelding",): AbsenceKind.SELF_CERTIFIED,
    ("ferie",): AbsenceKind.HOLIDAY,
    ("holiday",): AbsenceKind.HOLIDAY,
    ("permisjon",): AbsenceKind.LEAVE,
    ("leave",): AbsenceKind.LEAVE,
}
"""The kinds that a sentence can register; never a reason. The form has the others."""
CONNECTORS = frozenset({"til", "to", "->", "→", "-", "–"})
NOBODY = frozenset({"ledig", "ledige", "apen", "apne", "open", "opne", "ingen", "nobody"})
_ABOUT_SHIFTS = frozenset({"vakt", "vakta", "vakten", "vaktene", "shift", "shifts"})
_SMALL_WORDS = frozenset(
    {"the", "a", "an", "en", "ein", "ei", "et", "eit", "i", "in", "den", "det", "sin", "si", "sitt"}
)
_BETWEEN = frozenset(
    {"hos", "hja", "pa", "on", "at", "kl", "kl.", "klokka", "klokken", "fra", "from", "for", "med", "with"}
)
FILLERS = _ABOUT_SHIFTS | _SMALL_WORDS | _BETWEEN | {"er", "is", "har", "has"}
"""Words that may stand in a sentence, and change nothing in it."""
_WEEK_WORD = r"uke|veke|week|u|w"
_HOUR = r"\d{1,2}(?::\d\d)?"
_JOINTS = (
    (re.compile(r"(?<=[\d.])\s*[-–—]\s*(?=\d)"), "-"),
    (re.compile(r"\bi\s+(dag|morgen|morgon)\b", re.IGNORECASE), r"i\1"),
    (re.compile(rf"\b({_WEEK_WORD})\.?\s+(?=\d)", re.IGNORECASE), r"\1"),
    (re.compile(rf"(?<![\d.:/-])({_HOUR})\s+(?:til|to)\s+({_HOUR})(?![\d.:/-])", re.IGNORECASE), r"\1-\2"),
    (re.compile(r"\b(\d{1,2}\.)\s+(?=\d{1,2}\.(?:\s|$))"), r"\1"),
    (re.compile(r"(?<![\d.:/-])(\d{1,2}\.)\s+(?:til|to)\s+(?=\d{1,2}\.\s+[^\W\d])", re.IGNORECASE), r"\1-"),
    (re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+of\s+(?=[^\W\d])", re.IGNORECASE), r"\1 "),
)
"""What belongs together although there are blanks in it: 8 - 15, i dag, uke 31, 8 til 15, 4. 12., 20. til 27. mai."""
_WEEK = re.compile(rf"(?:{_WEEK_WORD})(\d{{1,2}})(?:-(\d{{1,2}}))?")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ð": "d", "ł": "l", "’": "'"})


def folded(text: str) -> str:
    """Return a text without capitals and accents, so that what an English keyboard types is the same."""
    plain = unicodedata.normalize("NFD", text.casefold()).translate(_LETTERS)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words_of(typed: str) -> tuple[str, ...]:
    """Return the words of a text as they were typed, with what belongs together in one."""
    for joint, together in _JOINTS:
        typed = joint.sub(together, typed)
    return tuple(word for part in typed.split() if (word := part.rstrip(",;!?:")))


def beginning(words: tuple[str, ...], known: dict[tuple[str, ...], Deed]) -> tuple[Deed | None, tuple[str, ...]]:
    """Return the deed that words begin with, and the words after it."""
    for phrase, deed in known.items():
        if tuple(folded(word) for word in words[: len(phrase)]) == phrase:
            return deed, words[len(phrase) :]
    return None, words


def kind_in(words: tuple[str, ...]) -> tuple[AbsenceKind | None, tuple[str, ...]]:
    """Return the kind of absence that words name, and the words without it."""
    plain = tuple(folded(word) for word in words)
    for phrase, kind in KINDS.items():
        for place in range(len(plain) - len(phrase) + 1):
            if plain[place : place + len(phrase)] == phrase:
                return kind, words[:place] + words[place + len(phrase) :]
    return None, words


def week_numbers(word: str) -> tuple[int, int] | None:
    """Return the first and the last week that a word such as uke31 or uke29-31 names, or None."""
    found = _WEEK.fullmatch(folded(word))
    return (int(found.group(1)), int(found.group(2) or found.group(1))) if found is not None else None
