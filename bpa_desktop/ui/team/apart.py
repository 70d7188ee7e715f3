"""Whom an assistant never works together with, as it is typed into the form, and back. Plain Python, no Qt."""

from __future__ import annotations

from dataclasses import replace

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.team import Assistant
from bpa_desktop.ui.team.wording import apart_from
from bpa_desktop.ui.widgets.entry import listed_entry


class NoSuchPersonError(Exception):
    """A name that is nobody's in the team, or the assistant's own."""


def apart_entry(roster: Roster, assistant: Assistant | None) -> str:
    """Return what stands in the form: all names, also of those for whom alone it was entered."""
    return ", ".join(apart_from(roster, assistant)) if assistant is not None else ""


def read_apart(roster: Roster, typed: str, *, assistant: Assistant | None) -> tuple[str, ...]:
    """Return the ids of the people whose names, whole or for short, are typed. Raises NoSuchPersonError."""
    others = [one for one in roster.assistants if assistant is None or one.id != assistant.id]
    known = {roster.short_names[one.id].casefold(): one.id for one in others}
    known |= {one.name.casefold(): one.id for one in others}
    try:
        return tuple(dict.fromkeys(known[name.casefold()] for name in listed_entry(typed)))
    except KeyError as error:
        raise NoSuchPersonError(typed) from error


def with_apart(roster: Roster, assistant: Assistant, *, apart: tuple[str, ...]) -> Assistant:
    """Return an assistant kept apart from some; as before where these are the same, whoever it was entered for."""
    is_same = roster.kept_apart.get(assistant.id, frozenset()) == frozenset(apart)
    return assistant if is_same else replace(assistant, never_with=apart)
