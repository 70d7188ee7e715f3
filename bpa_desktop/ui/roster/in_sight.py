"""Scrolls the week, so that what one goes to is in sight, and stays there when the hours become higher or lower."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from bpa_desktop.ui.roster.grid_row import GridRow
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.roster.week_table import WeekTable, seen
from bpa_desktop.ui.theme import GAP


def reveal(table: WeekTable, part: QWidget) -> None:
    """Scroll a card into sight, clear of the headings."""
    area = _area_of(table)
    if area is None:
        return
    _grow(table)
    at, room = part.mapTo(table, QPoint(0, 0)), area.viewport().size()
    covered = table.hours.covered if table.shape.is_by_hour else table.head.corner.size()
    ways = [(area.horizontalScrollBar(), at.x() - covered.width(), at.x() + part.width() - room.width())]
    if not _is_seen_anyway(table, part):
        ways.append((area.verticalScrollBar(), at.y() - covered.height(), at.y() + part.height() - room.height()))
    for bar, start, end in ways:
        bar.setValue(min(max(bar.value(), end + GAP), start - GAP))


def _is_seen_anyway(table: WeekTable, part: QWidget) -> bool:
    """Tell whether it is in sight however far down one is: a whole free day by the hour, a note that stays above."""
    row = part.parentWidget()
    is_day = isinstance(part, ShiftCard) and part.is_whole_day
    return is_day or (table.shape.is_by_hour and isinstance(row, GridRow) and table.hours.stays(row))


def begin_at(table: WeekTable, hour: float) -> None:
    """Have an hour of the day stand right below the headings, where hours are shown."""
    area = _area_of(table)
    if area is not None and table.shape.is_by_hour:
        _grow(table)
        area.verticalScrollBar().setValue(table.hours.scale.y(hour) - table.hours.covered.height())


def _grow(table: WeekTable) -> None:
    """Have a table as large as it is about to be, so that one can scroll there at once."""
    table.resize(table.size().expandedTo(table.minimumSize()))


def set_height(table: WeekTable, percent: int) -> None:
    """Make the hours so high, of what is usual; the one in the middle of what is seen stays there."""
    hours, middle = table.hours, seen(table).height() / 2 - table.y()
    at = (middle - hours.scale.top) / hours.scale.hour
    hours.percent = percent
    table.place()
    up = (seen(table).height() / 2 - hours.covered.height()) / hours.scale.hour
    begin_at(table, at - up)


def _area_of(table: QWidget) -> QScrollArea | None:
    parent = table.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
