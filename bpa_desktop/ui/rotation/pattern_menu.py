"""The menu of a card of the pattern: the program's own actions, under the card, so that tools see them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu

from bpa_desktop.ui import a11y
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.rotation.pattern_card import PatternCard

_FOR_SOMETHING = ("edit_shift", "copy_shift", "remove_shift")
_FOR_ALL = ("new_shift", "new_need", "roll_out", "edit_rotation", "new_rotation")


def open_pattern_menu(desk: Desk, card: PatternCard) -> QMenu:
    """Open the context menu of a card."""
    menu = QMenu(card)
    menu.setAccessibleName(desk.language.text("Actions for {card}", card=card.face.name))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    stands = card.item.line is not None or card.item.need is not None
    for action_id in (*(_FOR_SOMETHING if stands else ()), *_FOR_ALL):
        menu.addAction(desk.actions[action_id])
    card.popup = menu
    menu.aboutToHide.connect(lambda: _closed(card))
    menu.popup(card.mapToGlobal(card.rect().bottomLeft()))
    menu.setActiveAction(menu.actions()[0])  # so that the first entry is spoken
    return menu


def _closed(card: PatternCard) -> None:
    card.popup = None
    # Qt sends no focus event when a popup closes over the widget that has the focus.
    QTimer.singleShot(0, card, lambda: a11y.notify_focus(card) if card.hasFocus() else None)
