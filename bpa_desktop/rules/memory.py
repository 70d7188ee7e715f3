"""Memory: what was found about the same things before, so that a change costs only what it touches."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

_Answer = TypeVar("_Answer")


class Memory:
    """Answers with what they were worked out from. Not a value: it lives as long as a roster is worked on.

    An answer is given again only where all it was worked out from is the same. What is not `kept` is forgotten again:
    a mere question leaves no trace.
    """

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, Any]] = {}
        self.is_kept = True

    def recall(self, about: Hashable, given: object, *, work_out: Callable[[], _Answer]) -> _Answer:
        """Return the answer about something; the known one, if it was given the same."""
        known = self._known.get(about)
        if known is not None and known[0] == given:
            answer: _Answer = known[1]
            return answer
        answer = work_out()
        if self.is_kept:
            self._known[about] = given, answer
        return answer

    def last(self, about: Hashable) -> Any:
        """Return the answer kept last about something, whatever it was worked out from; None where there is none."""
        known = self._known.get(about)
        return None if known is None else known[1]
