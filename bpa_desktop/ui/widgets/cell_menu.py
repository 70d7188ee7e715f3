"""The menu of a place of a grid: it hangs under its cell, so that tools see it, and gives the focus back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu

from bpa_desktop.ui import a11y
from bpa_desktop.ui.widgets.cell import Cell


class MenuCell(Cell):
    """A cell that has a menu; `popup` is the one that is open."""

    popup: QMenu | None = None


def cell_menu(cell: MenuCell, name: str) -> QMenu:
    """Return an empty menu of a cell."""
    menu = QMenu(cell)
    menu.setAccessibleName(name)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def open_under(menu: QMenu, cell: MenuCell) -> QMenu:
    """Open a menu under its cell, and return it."""
    cell.popup = menu
    menu.aboutToHide.connect(lambda: _closed(cell))
    menu.popup(cell.mapToGlobal(cell.rect().bottomLeft()))
    menu.setActiveAction(menu.actions()[0])  # so that the first entry is spoken
    return menu


def _closed(cell: MenuCell) -> None:
    cell.popup = None
    # Qt sends no focus event when a popup closes over the widget that has the focus.
    QTimer.singleShot(0, cell, lambda: a11y.notify_focus(cell) if cell.hasFocus() else None)
