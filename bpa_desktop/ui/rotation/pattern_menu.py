"""The menu of a card of the pattern: the program's own actions, under the card, so that tools see them."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.rotation.pattern_card import PatternCard
from bpa_desktop.ui.widgets.cell_menu import cell_menu, open_under

_FOR_SOMETHING = ("edit_shift", "copy_shift", "remove_shift")
_FOR_ALL = ("new_shift", "new_need", "roll_out", "edit_rotation", "new_rotation")


def open_pattern_menu(desk: Desk, card: PatternCard) -> QMenu:
    """Open the context menu of a card."""
    menu = cell_menu(card, desk.language.text("Actions for {card}", card=card.face.name))
    stands = card.item.line is not None or card.item.need is not None
    for action_id in (*(_FOR_SOMETHING if stands else ()), *_FOR_ALL):
        menu.addAction(desk.actions[action_id])
    return open_under(menu, card)
