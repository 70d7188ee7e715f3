"""The order in which Tab walks: that in which things are laid out, also where pooled parts were made later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_as_laid_out(root: QWidget) -> None:
    """Let Tab follow the layouts below a widget, line by line."""
    fields = (leaf for leaf in _leaves(root) if leaf.focusPolicy() != Qt.FocusPolicy.NoFocus)
    for before, after in pairwise(fields):
        QWidget.setTabOrder(before, after)


def _leaves(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    if layout is None or widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    else:
        yield from _leaves_of(layout)


def _leaves_of(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inside, widget = item.layout(), item.widget()
        if inside is not None:
            yield from _leaves_of(inside)
        elif widget is not None:
            yield from _leaves(widget)
