"""Puts the cards of a row where their hours are."""

from __future__ import annotations

from collections.abc import Sequence

from bpa_desktop.ui.roster.day_rows import HOURS, lanes
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.spacing import least_gap


def place_by_hour(cards: Sequence[ShiftCard], *, left: int, top: int, width: int) -> int:
    """Put cards on a day that begins `left` and is so wide, each at least as wide as its times; return where they end.

    Those that would lie over each other stand below each other, each in its hours.
    """
    extents = [_extent(card, width) for card in cards]
    places = lanes(extents)
    needs = [card.needs(round(end - begin)).height() for card, (begin, end) in zip(cards, extents, strict=True)]
    for lane in range(max(places) + 1):
        high = max(needed for needed, own in zip(needs, places, strict=True) if own == lane)
        for card, (begin, end), own in zip(cards, extents, places, strict=True):
            if own == lane:
                card.setGeometry(left + round(begin), top, round(end - begin) - least_gap(), high)
        top += high + least_gap()
    return top - least_gap()


def _extent(card: ShiftCard, width: int) -> tuple[float, float]:
    """Return from where to where a card stands in a day of a width; a short one takes the room of its times."""
    begin, end = card.model.hours if card.model is not None else (0, HOURS)
    wide = max((end - begin) * width / HOURS, card.needs(0).width() + least_gap())
    left = min(begin * width / HOURS, width - wide)
    return left, left + wide
