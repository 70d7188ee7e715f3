"""Whom a text of a file names: by whole name, or by first name where only one of the team has it."""

from __future__ import annotations

import re
from functools import cached_property

from bpa_desktop.domain.roster import Roster
from bpa_desktop.interchange.arriving.limits import LONGEST_TEXT
from bpa_desktop.interchange.arriving.plain_text import tidy

_WORD = re.compile(r"\w+")
_NOBODY = frozenset({"", "open", "openshift", "ledig", "ledigvakt", "åpen", "ubesatt", "vacant", "nobody", "ingen"})


class Names:
    """The team by what they are called."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster

    @cached_property
    def _owners(self) -> dict[str, frozenset[str]]:
        """Every name with whose it is, the longest first: the whole one, and the short one."""
        found: dict[str, set[str]] = {}
        for one in self._roster.assistants:
            for name in (one.name, self._roster.short_names[one.id]):
                found.setdefault(_words(name), set()).add(one.id)
        return {name: frozenset(found[name]) for name in sorted(found, key=len, reverse=True) if name.strip()}

    @cached_property
    def _by_email(self) -> dict[str, str]:
        return {tidy(one.email).casefold(): one.id for one in self._roster.assistants if tidy(one.email)}

    def named(self, text: str) -> str | None:
        """Return the one assistant whose name a text is, or None."""
        found = self._owners.get(_words(text), frozenset())
        return next(iter(found)) if len(found) == 1 else None

    def named_in(self, text: str) -> frozenset[str]:
        """Return every assistant whose name stands in a text; of "Kari Lunde" and "Kari" only the first."""
        left, found = _words(text), set[str]()
        for name, owners in self._owners.items():
            if name in left:
                found |= owners
                left = left.replace(name, " | ")
        return frozenset(found)

    def with_email(self, address: str) -> str | None:
        """Return who has an e-mail address, or None."""
        return self._by_email.get(tidy(address).casefold())


def is_nobody(text: str) -> bool:
    """Tell whether a text says that nobody has the shift."""
    return "".join(_WORD.findall(text.casefold())) in _NOBODY


def _words(text: str) -> str:
    """Return the words of a text in small letters, each between blanks."""
    words = tidy(text).casefold()[:LONGEST_TEXT]
    return f" {' '.join(_WORD.findall(words)) or words} "
