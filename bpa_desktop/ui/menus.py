"""The menu bar, from the declarations in actions.py."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton

from bpa_desktop.i18n import Language
from bpa_desktop.ui.actions import ACTIONS, MENUS, plain


def build_menus(bar: QMenuBar, actions: dict[str, QAction]) -> dict[str, QMenu]:
    """Put every action into its menu; the titles come with `translate_menus`."""
    menus = {name: QMenu(bar) for name, _ in MENUS}
    for menu in menus.values():
        bar.addMenu(menu)
    for spec in ACTIONS:
        if spec.group_before:
            menus[spec.menu].addSeparator()
        menus[spec.menu].addAction(actions[spec.id])
    bar.setCornerWidget(_palette_button(actions["palette"]))
    return menus


def _palette_button(palette: QAction) -> QToolButton:
    """Return the way to every command for who uses a pointer; by key it is Ctrl+K, so it is no tab stop."""
    button = QToolButton()
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setProperty("flat", True)
    button.clicked.connect(palette.trigger)
    palette.changed.connect(lambda: _name(button, palette))
    return button


def _name(button: QToolButton, palette: QAction) -> None:
    key = palette.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    button.setText(f"{key}  ⌕".strip())
    button.setAccessibleName(f"{palette.toolTip()} {key}".strip())  # who says what is seen presses it too


def translate_menus(menus: dict[str, QMenu], language: Language) -> None:
    """Give every menu its title, which is its name too."""
    for name, title in MENUS:
        menus[name].setTitle(language.text(title))
        menus[name].setAccessibleName(plain(menus[name].title()))
