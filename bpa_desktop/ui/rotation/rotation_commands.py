"""The commands about the rotation as a whole, and the way back to the roster's other views."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from bpa_desktop.ui.desk import Desk, Handlers
from bpa_desktop.ui.rotation.pattern_forms import PatternForms
from bpa_desktop.ui.rotation.roll_out_panel import RollOutPanel
from bpa_desktop.ui.rotation.view_model import PatternModel
from bpa_desktop.ui.view_choice import VIEWS


class ShownRotation(Protocol):
    """The screen, as these commands need it."""

    model: PatternModel
    forms: PatternForms
    panel: RollOutPanel

    def show_grid(self, *, visible: bool) -> None:
        """Show the pattern, or give its place to the roll-out."""
        ...

    def handlers(self) -> Handlers:
        """Return what the screen does for which action id."""
        ...

    def show_target(self, target: str) -> None:
        """Close what is open, with the focus on the pattern."""
        ...


class RotationCommands:
    """What is there whatever the focus is on."""

    def __init__(self, desk: Desk, screen: ShownRotation) -> None:
        self._desk = desk
        self._screen = screen

    def handlers(self) -> Handlers:
        """Return what is done for which action id."""
        found: Handlers = {
            **{view: partial(self._to_roster, view) for view in (*VIEWS, "today")},
            "rotation": partial(self._screen.show_target, ""),
            "new_rotation": partial(self._screen.forms.open_rotation, None),
        }
        if self._screen.model.rotation is not None:
            found |= {"edit_rotation": self._edit, "roll_out": self._roll_out}
        return found

    def answer_key(self, key: str) -> bool:
        """Do the command that has a key while the pattern has the focus; tell whether there is one."""
        action_id = self._desk.keymap.answered(key, menus=("shift",))
        deed = self._screen.handlers().get(action_id)
        if deed is not None:
            deed()
        return deed is not None

    def main(self) -> None:
        """Do what the header's button says: roll out, or begin a rotation."""
        handlers = self.handlers()
        handlers.get("roll_out", handlers["new_rotation"])()

    def _edit(self) -> None:
        self._screen.forms.open_rotation(self._screen.model.rotation)

    def _roll_out(self) -> None:
        if self._screen.model.rotation is not None:
            self._screen.forms.close_all()
            self._screen.show_grid(visible=False)
            self._screen.panel.open_on(self._screen.model.rotation)

    def _to_roster(self, view: str) -> None:
        self._desk.bulletin.wanted.emit("roster", "")
        self._desk.actions[view].trigger()
