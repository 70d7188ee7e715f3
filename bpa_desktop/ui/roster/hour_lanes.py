"""Which of what overlaps in time stands beside which. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Extent = tuple[float, float]
"""From where to where."""


@dataclass(frozen=True)
class Lane:
    """A share of the width: which one, of how many."""

    place: int
    of: int


def lanes(extents: Sequence[Extent]) -> list[Lane]:
    """Return for each extent the share it stands in, so that none lie over each other.

    Extents that touch each other, or touch the same others, divide the width among them; one that stands alone has the
    whole. They come in the order of their beginnings.
    """
    found: list[Lane] = []
    for group in _groups(extents):
        ends: list[float] = []
        places = []
        for begin, end in group:
            place = next((place for place, taken in enumerate(ends) if taken <= begin), len(ends))
            ends[place : place + 1] = [end]
            places.append(place)
        found += [Lane(place, len(ends)) for place in places]
    return found


def _groups(extents: Sequence[Extent]) -> list[list[Extent]]:
    """Return extents in groups, between which there is a time when nothing is."""
    groups: list[list[Extent]] = []
    latest = 0.0
    for extent in extents:
        if groups and extent[0] < latest:
            groups[-1].append(extent)
        else:
            groups.append([extent])
        latest = max(latest, extent[1])
    return groups


def shared_widths(room: int, leasts: Sequence[int]) -> list[int]:
    """Return the widths of columns that fill a room: as equal as can be, and none below its least."""
    widths = list(leasts)
    left, open_places = room, sorted(range(len(leasts)), key=lambda place: -leasts[place])
    for done, place in enumerate(open_places):
        widths[place] = max(leasts[place], left // (len(leasts) - done))
        left -= widths[place]
    return widths
