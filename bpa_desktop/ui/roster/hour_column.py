"""Puts the cards of a column where their hours are, as high as they last; what overlaps stands side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from bpa_desktop.ui.roster.hour_axis import HourAxis
from bpa_desktop.ui.roster.hour_lanes import Extent, Lane, lanes
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.spacing import least_gap
from bpa_desktop.ui.theme import current

QUARTER = 15
"""Minutes by which a key, or a drag, changes when a shift is."""
QUARTERS = 4
"""So many of them are an hour."""
SEAM = 5
"""Pixels that are free right of a column, with a line in them."""


@dataclass(frozen=True)
class HourScale:
    """How high an hour is, in pixels, and from where on the hours of an axis run down."""

    axis: HourAxis
    top: int
    hour: int

    @property
    def bottom(self) -> int:
        """Where the day ends."""
        return self.y(self.axis.end)

    def minutes(self, pixels: float) -> int:
        """Return how long so many pixels are, in whole quarters of an hour."""
        return round(pixels / self.hour * QUARTERS) * QUARTER

    def y(self, hours: float) -> int:
        """Return where so many hours of the day have passed."""
        return self.top + round(hours * self.hour)

    def moment(self, y: float, day: date) -> datetime:
        """Return the moment that stands at a place on a day, on the quarter of an hour at or before it."""
        quarters = math.floor(round((y - self.top) / self.hour * QUARTERS, 6))
        return self.axis.moment(quarters / QUARTERS, day)


def column_least(cards: Sequence[ShiftCard], scale: HourScale, *, narrow: bool) -> int:
    """Return the width in which the times of all cards are whole, also of those that stand side by side.

    There is room for a name below them, too, unless it is to be narrow.
    """
    widths = (card.narrowest if narrow else card.needs(0).width() for card in cards)
    widest = max(widths, default=0) + least_gap()
    extents = _extents(cards, scale, highs=[_high(card, widest) for card in cards])
    return widest * max((lane.of for lane in _lanes(extents)), default=1) + SEAM


def place_column(cards: Sequence[ShiftCard], scale: HourScale, *, width: int) -> None:
    """Put cards in their hours, in a column of a width; none is lower than its times."""
    width -= SEAM
    highs = [_high(card, width) for card in cards]
    while True:  # narrower ones have their times on two lines, and may touch others then
        extents = _extents(cards, scale, highs=highs)
        found = _lanes(extents)
        needed = [
            max(high, _high(card, width // lane.of)) for card, lane, high in zip(cards, found, highs, strict=True)
        ]
        if needed == highs:
            break
        highs = needed
    apart = least_gap()
    for card, (begin, end), lane in zip(cards, extents, found, strict=True):
        left, right = lane.place * width // lane.of, (lane.place + 1) * width // lane.of
        card.setGeometry(left, scale.top + round(begin), right - left - apart, round(end - begin) - apart)


def _high(card: ShiftCard, width: int) -> float:
    return card.needs(width - least_gap()).height() + least_gap()


def _extents(cards: Sequence[ShiftCard], scale: HourScale, *, highs: Sequence[float]) -> list[Extent]:
    """Return from where to where cards stand, below the top; none reaches beyond the day."""
    room = scale.bottom - scale.top
    found = []
    for card, high in zip(cards, highs, strict=True):
        begin, end = card.model.hours if card.model is not None else (0.0, 0.0)
        long = max((end - begin) * scale.hour, high)
        start = max(0.0, min(begin * scale.hour, room - long))
        found.append((start, start + long))
    return found


def _lanes(extents: Sequence[Extent]) -> list[Lane]:
    order = sorted(range(len(extents)), key=extents.__getitem__)
    found = lanes([extents[place] for place in order])
    return [lane for _, lane in sorted(zip(order, found, strict=True))]


def place_lane(cells: Sequence[Sequence[ShiftCard]], edges: Sequence[int]) -> int:
    """Put the cards of each cell below each other, between two edges; return how high all is."""
    apart = least_gap()
    high = max(card.needs(edges[1] - edges[0]).height() for cell in cells for card in cell) + apart
    for cell, left, right in zip(cells, edges, edges[1:], strict=False):
        for place, card in enumerate(cell):
            card.setGeometry(left, place * high, right - left - max(SEAM, apart), high - apart)
    return high * max(len(cell) for cell in cells)


def paint_hours(painter: QPainter, area: QRectF, *, day: date, scale: HourScale) -> None:
    """Draw behind the cards of a day the lines of the hours, and hours that the clock leaves out."""
    line, right = QColor(current().line), round(area.right()) - SEAM // 2
    line.setAlphaF(0.45)
    painter.setPen(QPen(line, 1))
    painter.drawLine(right, 0, right, round(area.bottom()))
    for hour in scale.axis.left_out(day):
        painter.fillRect(QRectF(0, scale.y(hour), right, scale.hour), QBrush(line, Qt.BrushStyle.BDiagPattern))
    line.setAlphaF(0.25)
    painter.setPen(QPen(line, 1))
    for hour in range(len(scale.axis.numbers) + 1):
        painter.drawLine(0, scale.y(hour), right, scale.y(hour))
