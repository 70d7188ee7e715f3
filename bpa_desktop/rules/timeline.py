"""Timeline: things with a span, so that those at a time are found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

from bpa_desktop.domain.span import Span

_Thing = TypeVar("_Thing")


class Timeline(Generic[_Thing]):
    """Things by time. Not a value, but never changed."""

    def __init__(self, things: Iterable[tuple[Span, _Thing]]) -> None:
        self._things = sorted(things, key=lambda each: each[0].start)
        self._starts = [span.start for span, _ in self._things]
        self._latest = list(accumulate((span.end for span, _ in self._things), max))

    def at(self, span: Span) -> Iterator[_Thing]:
        """Yield the things that share time with a span, the latest first."""
        place = bisect_left(self._starts, span.end)
        while place and self._latest[place - 1] > span.start:
            place -= 1
            its, thing = self._things[place]
            if its.end > span.start:
                yield thing
