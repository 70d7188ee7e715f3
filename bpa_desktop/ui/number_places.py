"""Where each number is drawn: beside its thing's text, never over it, by looking at what is painted there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

_INSET = 4
_ASTRIDE = 40
"""What it costs to stand half outside; all outside is twice that."""
_ON_ANOTHER = 30
_PAINTED = 3
"""What a painted pixel costs that is no border."""
_BORDER = 3
"""Pixels of an edge that may be crossed for nothing."""


class Picture:
    """A window as it is painted, to be asked how much of a place is painted over."""

    def __init__(self, host: QWidget) -> None:
        image = host.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        self._ratio = image.devicePixelRatio()
        self._pixels = memoryview(image.constBits()).cast("I").tolist()
        self._width = image.bytesPerLine() // 4
        self.area = QRect(QPoint(), host.size())

    def painted(self, place: QRect) -> int:
        """Return how many pixels of a place are of another colour than most of it."""
        if place.isEmpty():
            return 0
        left, right = round(place.left() * self._ratio), round((place.right() + 1) * self._ratio)
        counts: Counter[int] = Counter()
        for y in range(round(place.top() * self._ratio), round((place.bottom() + 1) * self._ratio)):
            counts.update(self._pixels[y * self._width + left : y * self._width + right])
        return sum(counts.values()) - max(counts.values(), default=0)


def placed(picture: Picture, areas: Sequence[QRect], *, sizes: Sequence[QSize]) -> list[QRect]:
    """Return where each number stands: no two on each other, each where the least is painted and it is nearest."""
    found: list[QRect] = []
    for own, (area, size) in enumerate(zip(areas, sizes, strict=True)):
        others = [one for place, one in enumerate(areas) if place != own and not one.contains(area)]
        best, least = QRect(area.topLeft(), size), None
        for extra, place in _candidates(area, size):
            if not picture.area.contains(place) or any(place.intersects(one) for one in found):
                continue
            over = sum(picture.painted(part) for part in _parts(place, area))
            cost = extra + _PAINTED * over + _ON_ANOTHER * any(place.intersects(one) for one in others)
            if least is None or cost < least:
                best, least = place, cost
            if cost == 0:
                break
        found.append(best)
    return found


def _parts(place: QRect, area: QRect) -> Iterator[QRect]:
    """Yield the parts of a place within an area and without, each on one ground, and leave the edge out."""
    inner = area.adjusted(_BORDER, _BORDER, -_BORDER, -_BORDER)
    beside = place & QRect(place.left(), area.top(), place.width(), area.height())
    yield place & inner
    yield place & QRect(place.left(), place.top(), place.width(), area.top() - place.top())
    yield place & QRect(QPoint(place.left(), area.bottom() + 1), place.bottomRight())
    yield beside & QRect(QPoint(place.left(), place.top()), QPoint(area.left() - 1, place.bottom()))
    yield beside & QRect(QPoint(area.right() + 1, place.top()), place.bottomRight())


def _candidates(area: QRect, size: QSize) -> Iterator[tuple[int, QRect]]:
    """Yield places with what they cost by themselves: inside first, then astride the edge, then outside."""
    wide = _along(area.left(), area.right() + 1, length=size.width())
    high = _along(area.top(), area.bottom() + 1, length=size.height())
    for x, y in product((wide[4], wide[2], wide[3]), (high[3], high[4], high[2])):
        yield 0, QRect(QPoint(x, y), size)
    for x, y in product((wide[5], wide[3], wide[1]), (high[1], high[3], high[5])):
        yield _ASTRIDE, QRect(QPoint(x, y), size)
    beside = ((wide[6], high[3]), (wide[3], high[6]), (wide[0], high[3]), (wide[3], high[0]))
    for x, y in beside:
        yield 2 * _ASTRIDE, QRect(QPoint(x, y), size)


def _along(start: int, end: int, *, length: int) -> tuple[int, int, int, int, int, int, int]:
    """Return where a number can begin along a side, from all before it to all after it."""
    middle = (start + end - length) // 2
    last = end - length
    return (
        start - length,
        start - length // 2,
        start + _INSET,
        middle,
        last - _INSET,
        last + length // 2,
        end,
    )
