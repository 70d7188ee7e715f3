"""The menu of a card, and the menu of who a shift can be given to; both hang under the card, so that tools see them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from bpa_desktop.domain.roster import held_by
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.texts import name_of
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.shift_card import ShiftCard
from bpa_desktop.ui.widgets.cell_menu import cell_menu, open_under

_FOR_SHIFT = (
    *("edit_shift", "assign_shift", "swap_shifts", "move_shift", "split_shift"),
    *("copy_shift", "copy_shift_week", "remove_shift", "lock_shift", ""),
    *("find_substitute", "choose_backup", "", "cut_shift", "clip_shift"),
)
_WAITING = ("confirm_shift", "")
_FOR_HELD = ("register_absence", "swap_shifts", "assign_shift")
_FOR_ALL = ("paste_shift", "", "new_shift", "day_note", "register_absence")


def open_card_menu(desk: Desk, card: ShiftCard) -> QMenu:
    """Open the context menu of a card: the program's own actions."""
    menu = cell_menu(card, desk.language.text("Actions for {card}", card=card.name))
    shift = card.model.shift if card.model is not None else None
    offered = shift is not None and shift.state is ShiftState.OFFERED
    for action_id in (*(_WAITING if offered else ()), *(_FOR_SHIFT if shift is not None else ()), *_FOR_ALL):
        if action_id in desk.actions:
            _add_entry(menu, desk.actions[action_id])
        elif not action_id and menu.actions():
            menu.addSeparator()
    return open_under(menu, card)


def open_held_menu(desk: Desk, card: ShiftCard, *, holder: str) -> QMenu:
    """Open the menu of what a substitute can be needed for on a shift that somebody has; their absence is the first."""
    name = name_of(desk.language, desk.roster, assistant=holder)
    menu = cell_menu(card, desk.language.text("{name} has this shift. What is the matter?", name=name))
    for action_id in _FOR_HELD:
        _add_entry(menu, desk.actions[action_id])
    return open_under(menu, card)


def _add_entry(menu: QMenu, action: QAction) -> None:
    """Add an action as it is now by an entry of its own: Qt tells assistive technology of one in a single menu only."""
    text, _, shown = action.text().partition("\t")
    entry = menu.addAction(text, action.trigger)
    entry.setObjectName(action.objectName())
    entry.setEnabled(action.isEnabled())
    entry.setShortcut(QKeySequence(shown) if shown else action.shortcut())
    entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # it is only shown: the window or the card answers it


def open_give_menu(desk: Desk, card: ShiftCard, *, shifts: list[Shift], give: Callable[[str | None], None]) -> QMenu:
    """Open the menu of assistants; the one who has the shifts is ticked, those who cannot have them say why."""
    text = desk.language.text
    menu = cell_menu(card, text("Give to"))
    holders = {desk.roster.holder(shift) for shift in shifts}
    for assistant in (*desk.roster.assistants, None):
        who = assistant.id if assistant is not None else None
        label = name_of(desk.language, desk.roster, assistant=who) if who is not None else text("Nobody: an open shift")
        reason = next(filter(None, (_busy(desk, who, shift=shift) for shift in shifts)), "")
        action = menu.addAction((f"{label} ({reason})" if reason else label).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(holders == {who})
        action.triggered.connect(lambda _checked=False, chosen=who: give(chosen))
    return open_under(menu, card)


def open_choice_menu(card: ShiftCard, name: str, *, entries: Sequence[tuple[str, Callable[[], None]]]) -> QMenu:
    """Open a menu of what can be chosen for a shift: a text each, and what choosing it does."""
    menu = cell_menu(card, name)
    for label, choose in entries:
        action = menu.addAction(label.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, choose=choose: choose())
    return open_under(menu, card)


def _busy(desk: Desk, assistant: str | None, *, shift: Shift) -> str:
    """Return why an assistant may not be able to take a shift, or nothing."""
    if assistant is None or assistant == desk.roster.holder(shift):
        return ""
    if desk.roster.absence_of(assistant, shift.span) is not None:
        return desk.language.text("absent")
    return desk.language.text("has another shift") if held_by(desk.roster, assistant, span=shift.span) else ""
