"""The gap between things that can be pressed: never below that of large targets while those are chosen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QBoxLayout, QGridLayout, QLayout

LARGE_GAP = 12
_OWN_GAP = "bpa_gap"
_least = 0


def least_gap() -> int:
    """Return the least pixels between two things that can be pressed, 0 as usual."""
    return _least


def spaced(layout: QBoxLayout | QGridLayout, gap: int) -> None:
    """Give a layout a gap in pixels; it is widened, now and later, while large targets are chosen."""
    layout.setProperty(_OWN_GAP, gap)
    layout.setSpacing(max(gap, _least))


def respace(app: QApplication, *, large_targets: bool) -> None:
    """Put the gaps of large targets in force, or the usual ones, in every layout there is."""
    global _least  # one application, one size of targets, as with its theme
    least = LARGE_GAP if large_targets else 0
    if least == _least:
        return
    _least = least
    for widget in app.allWidgets():
        for layout in _layouts(widget.layout()):
            own = layout.property(_OWN_GAP)
            if own is not None:
                layout.setSpacing(max(own, _least))


def _layouts(layout: QLayout | None) -> Iterator[QLayout]:
    if layout is None:
        return
    yield layout
    for place in range(layout.count()):
        item = layout.itemAt(place)
        yield from _layouts(item.layout() if item is not None else None)
