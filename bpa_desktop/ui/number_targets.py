"""What can be pressed in a window or a menu, in the order in which it is read, and how it is pressed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QMenu, QMenuBar, QScrollBar, QWidget

from bpa_desktop.ui import a11y

_LINE = 24
"""Pixels within which things count as standing on one line."""


@dataclass(frozen=True)
class Target:
    """One thing that can be pressed: where it stands in the window, and the action where it is one of a menu's."""

    widget: QWidget
    area: QRect
    action: QAction | None = None

    def press(self) -> None:
        """Give it the focus and do what a press does; a field gets the focus alone, a choice opens its list."""
        widget = self.widget
        if isinstance(widget, QMenuBar):
            _open_title(widget, self.action)
        elif isinstance(widget, QMenu):
            _choose_entry(widget, self.action)
        else:
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                widget.setFocus(Qt.FocusReason.TabFocusReason)
            if isinstance(widget, a11y.Accessible) and widget.accessible_actions():
                widget.by_number()
            elif isinstance(widget, QComboBox):
                widget.showPopup()
            elif isinstance(widget, QAbstractButton):
                widget.click()


def targets_of(host: QWidget) -> list[Target]:
    """Return what can be pressed in a window, or in a menu that is open."""
    if isinstance(host, QMenu):
        return [Target(host, host.actionGeometry(action), action) for action in _chosen_from(host)]
    return sorted(_targets_in(host), key=lambda one: (one.area.top() // _LINE, one.area.left()))


def _targets_in(window: QWidget) -> Iterator[Target]:
    for widget in window.findChildren(QWidget):
        if widget.window() is not window or not widget.isVisibleTo(window) or not widget.isEnabled():
            continue
        seen = widget.visibleRegion().boundingRect()
        corner = widget.mapTo(window, QPoint())
        if isinstance(widget, QMenuBar):
            for action in _chosen_from(widget):
                yield Target(widget, widget.actionGeometry(action).translated(corner), action)
        elif not seen.isEmpty() and _is_pressed(widget):
            yield Target(widget, seen.translated(corner))


def _is_pressed(widget: QWidget) -> bool:
    """Tell whether a widget is a thing of its own that can be pressed or typed in."""
    if isinstance(widget, QScrollBar) or isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox):
        return False
    if isinstance(widget, QAbstractButton) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return True
    return isinstance(widget, a11y.Accessible) and bool(widget.accessible_actions())


def _chosen_from(menu: QMenu | QMenuBar) -> list[QAction]:
    return [one for one in menu.actions() if one.isVisible() and one.isEnabled() and not one.isSeparator()]


def _open_title(bar: QMenuBar, title: QAction | None) -> None:
    menu = title.menu() if title is not None else None
    if title is None or not isinstance(menu, QMenu):
        return
    bar.setActiveAction(title)
    entries = _chosen_from(menu)
    if entries:
        menu.setActiveAction(entries[0])  # so that it is spoken


def _choose_entry(menu: QMenu, entry: QAction | None) -> None:
    """Choose as Enter does, so that the menu closes first, and the bar with it."""
    if entry is not None:
        menu.setActiveAction(entry)
        enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(menu, enter)
