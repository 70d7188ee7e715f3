"""Whom a typed name means: the whole name, the first name, or its beginning. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence

from bpa_desktop.domain.team import Assistant
from bpa_desktop.ui.roster.sentence_words import folded

_SHORTEST = 2


def named(team: Sequence[Assistant], typed: str) -> tuple[Assistant, ...]:
    """Return who is called so: those whose name fits as a whole, before those whose name only begins so.

    Capitals and accents do not matter, nor does an s that says whose something is: Karis, Kari's.
    """
    phrase = _spelt(typed)
    for form in dict.fromkeys((phrase, phrase.removesuffix("'s"), phrase.removesuffix("s"))):
        if len(form) >= _SHORTEST and (found := _called(team, form) or _beginning(team, form)):
            return found
    return ()


def is_whole(team: Sequence[Assistant], typed: str) -> bool:
    """Tell whether a text is somebody's first name or whole name, and not just its beginning."""
    return bool(_called(team, _spelt(typed)))


def _spelt(text: str) -> str:
    return " ".join(folded(text).replace("-", " ").split())


def _called(team: Sequence[Assistant], phrase: str) -> tuple[Assistant, ...]:
    whole = tuple(one for one in team if _spelt(one.name) == phrase)
    return whole or tuple(one for one in team if f"{_spelt(one.name)} ".startswith(f"{phrase} "))


def _beginning(team: Sequence[Assistant], phrase: str) -> tuple[Assistant, ...]:
    return tuple(one for one in team if _spelt(one.name).startswith(phrase))
