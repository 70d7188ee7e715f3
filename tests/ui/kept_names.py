"""The names that somebody has read: what is pressed or typed in, in each window, as it is said in English.

A name that differs from `kept_names.json` fails until it was read. Then run the tests of every window once with
KEEP_NAMES=1 in the environment, look at what differs in the file, and commit it.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QMenu, QScrollBar, QWidget

from bpa_desktop.ui.actions import plain
from tests.ui.a11y_walk import name_of

FILE = Path(__file__).with_suffix(".json")


def _said(thing: QWidget | QAction) -> tuple[str, str]:
    """Return the role and the name of something that is pressed or typed in."""
    if isinstance(thing, QAction):
        return "MenuItem", plain(thing.text())
    node = QAccessible.queryAccessibleInterface(thing)
    return (node.role().name if node is not None else ""), name_of(thing)


def _things(part: QWidget) -> Iterator[QWidget | QAction]:
    """Yield what is pressed or typed in below a part, scrolled away or not; of a menu its entries."""
    if isinstance(part, QMenu):
        yield from (one for one in part.actions() if one.isVisible() and not one.isSeparator())
        return
    for widget in part.findChildren(QWidget):
        is_inside = isinstance(widget, QScrollBar) or isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
        is_used = isinstance(widget, QAbstractButton) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if is_used and not is_inside and widget.isVisibleTo(part.window()):
            yield widget


def names_in(part: QWidget) -> list[str]:
    """Return what is said of each thing in a part of a window: its role and name, in the order of the alphabet."""
    return sorted(": ".join(_said(thing)) for thing in _things(part))


def twice_in(part: QWidget) -> list[str]:
    """Return the names that two things have in the window of a part; its menus are opened by keys of their own."""
    names = Counter(_said(thing)[1] for thing in _things(part.window()))
    return [name for name, times in names.items() if times > 1]


def unread(way: str, part: QWidget) -> list[str]:
    """Return what is said in a part of a window and was not read yet, or was read and is not said any more."""
    known: dict[str, list[str]] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    now = names_in(part)
    if os.environ.get("KEEP_NAMES"):
        kept = json.dumps(dict(sorted((known | {way: now}).items())), indent=1, ensure_ascii=False)
        FILE.write_text(f"{kept}\n", encoding="utf-8")
        return []
    read, said = Counter(known.get(way, [])), Counter(now)
    return [f"+ {one}" for one in said - read] + [f"- {one}" for one in read - said]
